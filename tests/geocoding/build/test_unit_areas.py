"""The shipped areas of communes and counties, and how points become areas."""

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from geocoding import GazetteerError, data_dir
from geocoding.build.cells import dissolved_cells, strays
from geocoding.build.unit_areas import commune_areas, county_areas, voivodeships_of
from geocoding.communes import load_communes
from geocoding.distance import distance_km
from geocoding.features import as_geojson
from geocoding.projection import to_degrees, to_km

COUNTIES = data_dir() / "boundaries" / "counties.geojson"
LARGEST_BYTES = 400_000
PARTS_IN_FACT = {"rybnicki": 3, "będziński": 2, "kamieński": 2, "Świnoujście": 3, "pucki": 1}


@pytest.fixture(scope="module")
def counties() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(COUNTIES.read_text("utf-8"))["features"]
    return listed


@pytest.fixture(scope="module")
def areas(counties: list[dict[str, Any]]) -> list[shapely.Geometry]:
    return [shape(item["geometry"]) for item in counties]


@pytest.fixture(scope="module")
def settlements() -> pd.DataFrame:
    table = pd.read_parquet(data_dir() / "gazetteer" / "settlements.parquet")
    return table[table["county"] != ""]


def test_each_county_has_an_area_marked_as_approximate(
    counties: list[dict[str, Any]], settlements: pd.DataFrame
) -> None:
    stated = [item["properties"] for item in counties]
    units = {(item["voivodeship"], item["name"]) for item in stated}
    assert units == set(zip(settlements["voivodeship"], settlements["county"], strict=True))
    assert len(counties) == len({item["teryt"] for item in stated}) == 380
    assert all(item["approximate"] is True for item in stated)


def test_file_is_small_enough_for_a_browser() -> None:
    assert COUNTIES.stat().st_size <= LARGEST_BYTES


def test_areas_cover_the_country_without_gap_or_overlap(areas: list[shapely.Geometry]) -> None:
    file = data_dir() / "boundaries" / "voivodeships.geojson"
    voivodeships = json.loads(file.read_text("utf-8"))["features"]
    country = shapely.union_all([shape(item["geometry"]) for item in voivodeships])
    covered = shapely.union_all(areas)
    assert shapely.coverage_is_valid(areas)
    assert covered.symmetric_difference(country).area < 1e-3 * country.area
    assert shapely.area(areas).sum() == pytest.approx(covered.area, rel=1e-3)


def test_settlements_lie_in_the_area_of_their_own_county(
    counties: list[dict[str, Any]], areas: list[shapely.Geometry], settlements: pd.DataFrame
) -> None:
    units = [(item["properties"]["voivodeship"], item["properties"]["name"]) for item in counties]
    of_unit = dict(zip(units, areas, strict=True))
    own = zip(settlements["voivodeship"], settlements["county"], strict=True)
    points = shapely.points(settlements[["lon", "lat"]].to_numpy())
    assert shapely.covers(np.array([of_unit[unit] for unit in own]), points).mean() >= 0.995


def test_no_county_falls_apart(
    counties: list[dict[str, Any]], areas: list[shapely.Geometry]
) -> None:
    for item, area in zip(counties, areas, strict=True):
        name = item["properties"]["name"]
        assert shapely.get_num_geometries(area) <= PARTS_IN_FACT.get(name, 1) + 1, name


def test_labels_lie_inside(counties: list[dict[str, Any]], areas: list[shapely.Geometry]) -> None:
    for item, area in zip(counties, areas, strict=True):
        stated = item["properties"]
        assert shapely.contains_xy(area, stated["label_lon"], stated["label_lat"]), stated["name"]


@pytest.mark.parametrize(
    ("name", "teryt"),
    [
        pytest.param("bocheński", "1201", id="first-of-its-voivodeship"),
        pytest.param("Kraków", "1261", id="city"),
        pytest.param("Warszawa", "1465", id="capital"),
        pytest.param("warszawski zachodni", "1432", id="after-an-unused-number"),
        pytest.param("Wrocław", "0264", id="city-after-an-unused-number"),
        pytest.param("Wałbrzych", "0265", id="city-coded-anew"),
        pytest.param("karkonoski", "0206", id="renamed"),
        pytest.param("bieruńsko-lędziński", "2414", id="once-tyski"),
        pytest.param("łobeski", "3218", id="formed-later"),
        pytest.param("węgorzewski", "2819", id="second-of-two-formed-later"),
        pytest.param("żuromiński", "1437", id="polish-alphabet"),
        pytest.param("Żory", "2479", id="last-city"),
    ],
)
def test_county_has_the_code_of_the_register(
    counties: list[dict[str, Any]], name: str, teryt: str
) -> None:
    codes = [item["properties"]["teryt"] for item in counties if item["properties"]["name"] == name]
    assert codes == [teryt]


def test_projection_keeps_lengths_and_comes_back() -> None:
    degrees = np.array([[14.1, 52.8], [19.0, 52.0], [24.1, 50.8], [22.9, 49.0], [18.3, 54.8]])
    plane = to_km(degrees)
    assert to_degrees(plane) == pytest.approx(degrees, abs=1e-9)
    lon, lat = degrees.T
    sphere = distance_km(lat[:-1], lon[:-1], lat[1:], lon[1:])
    assert np.hypot(*np.diff(plane, axis=0).T) == pytest.approx(sphere, rel=2e-3)


def test_cells_go_to_the_unit_of_the_nearest_point() -> None:
    points = np.array([[0.0, 0.0], [0.0, 2.0], [4.0, 1.0]])
    west, east = dissolved_cells(points, np.array([0, 0, 1]))
    assert west.contains(shapely.Point(1.0, 1.0))
    assert east.contains(shapely.Point(3.0, 1.0))
    assert west.intersection(east).area == pytest.approx(0)


@pytest.mark.parametrize(
    ("commune", "stray"),
    [
        pytest.param(1, False, id="a-commune-of-its-own-is-real"),
        pytest.param(0, True, id="one-of-a-commune-elsewhere-is-wrong"),
    ],
)
def test_point_apart_from_its_county(commune: int, *, stray: bool) -> None:
    """The last point of county 0 lies among those of county 1."""
    west, around = [(0, 0), (0, 1), (1, 0)], [(5, 0), (7, 0), (6, 1), (6, -1)]
    points = np.array([*west, *around, (6, 0)], dtype=float)
    units = np.array([0] * 3 + [1] * 4 + [0])
    communes = np.array([0] * 3 + [2] * 4 + [commune])
    assert strays(points, units, communes).tolist() == [False] * 7 + [stray]


@pytest.fixture(scope="module")
def communes() -> list[dict[str, Any]]:
    file = data_dir() / "boundaries" / "communes.geojson"
    listed: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["features"]
    return listed


def test_each_commune_has_an_area_nearly_as_large_as_in_truth(
    communes: list[dict[str, Any]],
) -> None:
    rows = load_communes().rows
    assert [item["properties"]["teryt"] for item in communes] == [each.teryt for each in rows]
    assert all(item["properties"]["approximate"] is True for item in communes)
    plane = [shapely.transform(shape(item["geometry"]), to_km) for item in communes]
    ratio = shapely.area(plane) / [each.area_km2 for each in rows]
    assert np.median(ratio) == pytest.approx(1, abs=0.01)
    assert np.quantile(ratio, [0.05, 0.95]) == pytest.approx([1, 1], abs=0.08)


def test_communes_meet_without_gap_or_overlap(communes: list[dict[str, Any]]) -> None:
    assert shapely.coverage_is_valid([shape(item["geometry"]) for item in communes])


COMMUNES = pd.DataFrame(
    [
        ("120101", "Bochnia", "bocheński", 200.0, 50.06, 20.045),
        ("120201", "Brzesko", "brzeski", 300.0, 50.06, 20.255),
        ("126301", "Tarnów", "Tarnów", 200.0, 50.24, 20.27),
    ],
    columns=["teryt", "name", "county", "area_km2", "lat", "lon"],
).assign(
    voivodeship="małopolskie",
    county_teryt=lambda rows: rows["teryt"].str[:4],
    kind=["mixed", "mixed", "urban"],
)
MADE = pd.DataFrame(
    [
        ("bocheński", "Bochnia", 50.0, 20.06),
        ("bocheński", "Bochnia", 50.06, 20.03),
        ("brzeski", "Brzesko", 50.0, 20.24),
        ("brzeski", "Brzesko", 50.06, 20.27),
        ("Tarnów", "Tarnów", 50.24, 20.27),
    ],
    columns=["county", "commune", "lat", "lon"],
).assign(voivodeship="małopolskie", place=lambda rows: rows["commune"])
CODES = pd.DataFrame(
    [("Tarnów", "małopolskie", 50.24, 20.06), ("Brzesko", "małopolskie", 50.0, 20.045)],
    columns=["locality", "voivodeship", "lat", "lon"],
)


def outline(west: float, east: float) -> list[dict[str, Any]]:
    area = shapely.box(west, 49.97, east, 50.27)
    names = {"name": "małopolskie", "teryt": "12"}
    return [
        {"type": "Feature", "properties": names, "geometry": shapely.geometry.mapping(area)},
    ]


def made_areas(*, reverse: bool = False) -> list[dict[str, Any]]:
    order = -1 if reverse else 1
    return commune_areas(COMMUNES, MADE[::order], CODES[::order], poland=outline(20.0, 20.3))


def test_areas_are_shared_out_by_true_sizes() -> None:
    areas = {item["properties"]["teryt"]: shape(item["geometry"]) for item in made_areas()}
    total = sum(area.area for area in areas.values())
    shares = [areas[code].area / total for code in COMMUNES["teryt"]]
    assert shares == pytest.approx([2 / 7, 3 / 7, 2 / 7], abs=0.02)
    assert shapely.coverage_is_valid(list(areas.values()))


def test_cities_with_county_rights_get_the_points_of_their_codes() -> None:
    """The code of Tarnów counts, that of Brzesko, a town of its county, does not."""
    made = county_areas(made_areas(), COMMUNES)
    areas = {item["properties"]["name"]: shape(item["geometry"]) for item in made}
    assert list(areas) == ["Tarnów", "bocheński", "brzeski"]
    assert areas["Tarnów"].contains(shapely.Point(20.06, 50.24))
    assert areas["bocheński"].contains(shapely.Point(20.045, 50.0))
    assert shapely.coverage_is_valid(list(areas.values()))


def test_two_builds_give_the_same_bytes_whatever_the_order_of_rows() -> None:
    assert as_geojson(made_areas()) == as_geojson(made_areas(reverse=True))


def test_voivodeship_is_the_union_of_its_counties() -> None:
    named = outline(20.0, 20.3)
    (made,) = voivodeships_of(county_areas(made_areas(), COMMUNES), named=named)
    assert made["properties"].items() >= {"name": "małopolskie", "teryt": "12"}.items()
    assert shape(made["geometry"]).equals(shape(named[0]["geometry"]))


def test_commune_outside_the_outline_is_refused() -> None:
    with pytest.raises(GazetteerError, match="126301"):
        commune_areas(COMMUNES, MADE, CODES[:0], poland=outline(20.0, 20.06))
