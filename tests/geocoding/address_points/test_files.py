"""Files of address points: recognised by content, checked, put in the place of older ones."""

import csv
import io
import json
import os
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geocoding import GazetteerGeocoder, Precision
from geocoding.added import (
    ADDRESS_POINTS,
    add_address_points,
    add_file,
    added,
    added_address_points,
    pack_address_points,
    remove_kind,
)
from geocoding.address_points import AddressPoints, holds_address_points
from geocoding.errors import AddedDataError
from geocoding.model import Address

pytestmark = pytest.mark.usefixtures("folder")

FORMATS = ["csv", "gml-2021", "gml-2012", "shp-new", "shp-old"]
RYNEK = Address(street="Kazimierza Wielkiego", number="4", city="Bochnia")


@pytest.fixture
def write(formats: dict[str, Any], file: Callable[..., Path]) -> Callable[..., Path]:
    """Write points in a format, plain or in an archive."""

    def written(doors: list[Any], form: str, *, name: str = "plik.dat") -> Path:
        if form.startswith("shp"):
            columns = formats["NEW_COLUMNS" if form == "shp-new" else "OLD_COLUMNS"]
            members = formats["shapes"](doors, columns, stem="PRG_PunktyAdresowe_1201")
            return file(formats["archive"](members), name)
        make = {"csv": "csv_lines", "gml-2021": "gml_2021", "gml-2012": "gml_2012"}[form]
        return file(formats[make](doors), name)

    return written


def moved(doors: list[Any], *, lat: float) -> list[Any]:
    return [type(each)(**{**fields(each), "lat": each.lat + lat}) for each in doors]


def fields(door: Any) -> dict[str, Any]:
    return {name: getattr(door, name) for name in type(door).__slots__}


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_of_each_format_gives_the_same_points(
    geocoder: GazetteerGeocoder, write, doors: list[Any], form: str
) -> None:
    path = write(doors, form)
    assert holds_address_points(path)
    result = add_address_points([path])
    assert result.problems == {}
    (source,) = result.added
    assert source.counties == {"1201": len(doors)}
    match = geocoder.match(RYNEK)
    assert match.point is not None
    assert match.precision is Precision.BUILDING
    assert match.point.lat == pytest.approx(49.9604, abs=2e-6)
    assert match.point.lon == pytest.approx(20.4303, abs=2e-6)
    assert match.matched_postal_code == "32-700"


@pytest.mark.parametrize("form", ["csv", "gml-2021", "gml-2012"])
def test_an_archive_is_read_as_it_is_published(
    formats: dict[str, Any], file, write, doors: list[Any], form: str
) -> None:
    name = "NOWE_07.11.2025_12.05.59_12_malopolskie.gml"
    content = write(doors, form).read_bytes()
    path = file(formats["archive"]({name: content, "czytaj.txt": b"x"}), "paczka.zip")
    add_address_points([path])
    (record,) = added()
    assert (record.kind, record.day, record.rows) == (ADDRESS_POINTS, "2025-11-07", len(doors))
    assert record.source == "paczka.zip"


def test_a_plain_shapefile_is_read_with_the_files_beside_it(
    formats: dict[str, Any], file, doors: list[Any]
) -> None:
    for name, content in formats["shapes"](doors, formats["NEW_COLUMNS"], stem="a").items():
        file(content, name)
    (source,) = add_address_points([file.__call__(b"", "leer").with_name("a.shp")]).added
    assert source.model == "SHP"


def test_the_order_of_axes_is_found_by_the_communes(
    geocoder: GazetteerGeocoder, formats: dict[str, Any], file, doors: list[Any]
) -> None:
    add_address_points([file(formats["gml_2021"](doors, northing_first=True))])
    match = geocoder.match(RYNEK)
    assert match.point is not None
    assert match.point.lat == pytest.approx(49.9604, abs=2e-6)


def test_a_newer_file_takes_the_place_of_its_own_counties(write, doors: list[Any]) -> None:
    elsewhere = [
        type(each)(**{**fields(each), "commune": "1262011", "simc": "1", "lat": 49.62, "lon": 20.7})
        for each in doors[:5]
    ]
    add_address_points([write([*doors, *elsewhere], "csv")])
    result = add_address_points([write(doors[:40], "gml-2021")])
    assert result.before == {"1201": len(doors)}
    points = added_address_points()
    assert points is not None
    assert len(points) == 45
    assert {(each.rows, each.title) for each in added()} == {
        (40, "Address points (PRG, GML 2021)"),
        (5, "Address points (PRG, CSV)"),
    }


def test_removed_points_answer_no_more(
    geocoder: GazetteerGeocoder, write, doors: list[Any]
) -> None:
    before = geocoder.match(RYNEK)
    add_address_points([write(doors, "csv")])
    assert geocoder.match(RYNEK) != before
    (record,) = remove_kind(ADDRESS_POINTS)
    assert record.rows == len(doors)
    assert geocoder.match(RYNEK) == before


def test_an_index_that_nothing_names_any_more_goes_at_the_next_change(
    write, doors: list[Any], folder: Path
) -> None:
    for _ in range(3):
        add_address_points([write(doors, "csv")])
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 2


def test_what_cannot_be_used_is_listed(write, doors: list[Any]) -> None:
    door = type(doors[0])
    wrong = [
        door(**{**fields(doors[0]), "number": "51\ufffd"}),
        door(**{**fields(doors[0]), "number": ""}),
        door(**{**fields(doors[0]), "number": "3", "lat": 51.2}),
    ]
    result = add_address_points([write([*doors, *wrong], "csv")])
    assert result.problems == {"unreadable_number": 2, "outside_its_commune": 1}
    with result.problem_list.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    assert [(each["row"], each["problem"], each["number"]) for each in listed] == [
        (str(len(doors) + 1), "unreadable_number", "51\ufffd"),
        (str(len(doors) + 2), "unreadable_number", ""),
        (str(len(doors) + 3), "outside_its_commune", "3"),
    ]


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        pytest.param("AD_Miejscowosc", "reference_to_no_locality", id="locality"),
        pytest.param("AD_UlicaPlac", "reference_to_no_street", id="street"),
    ],
)
def test_references_to_nothing_are_listed(
    formats: dict[str, Any], file, doors: list[Any], reference: str, problem: str
) -> None:
    parts = list(formats["gml_2021"](doors))
    parts.remove(next(part for part in parts if f"<prgad:{reference}" in part))
    result = add_address_points([file(parts)])
    assert result.problems.keys() == {problem}


def test_counties_that_a_new_file_lacks_stay_and_are_named(write, doors: list[Any]) -> None:
    wroclaw = [
        type(each)(**{**fields(each), "commune": f"12{code}011", "simc": code})
        for code in ("61", "62")
        for each in doors[:3]
    ]
    places = {"61": (50.06, 19.94), "62": (49.62, 20.7)}
    wroclaw = [
        type(each)(**{**fields(each), "lat": places[each.simc][0], "lon": places[each.simc][1]})
        for each in wroclaw
    ]
    add_address_points([write([*doors, *wroclaw], "csv")])
    result = add_address_points([write([*doors, *wroclaw[:3]], "csv")])
    assert result.missing_counties == ["1262"]


@pytest.fixture
def gml(formats: dict[str, Any], doors: list[Any]) -> bytes:
    """A file of the model of 2021."""
    return "".join(formats["gml_2021"](doors)).encode()


@pytest.fixture
def old_index(write, doors: list[Any], folder: Path) -> Path:
    """The folder of added data with an index of seven points."""
    add_address_points([write(doors[:7], "csv")])
    return folder


def cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


def no_zip_inside(formats: dict[str, Any], content: bytes) -> bytes:
    return formats["archive"]({"x.zip": formats["archive"]({"a.csv": content})})


def archive_beside_points(formats: dict[str, Any], content: bytes) -> bytes:
    return formats["archive"]({"a.gml": content, "x.zip": formats["archive"]({"a.csv": b"x"})})


def patched(archive: bytes, *, local: int, value: bytes) -> bytes:
    """Return an archive of one file with a field of its two headers set."""
    packed = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", local), (b"PK\x01\x02", local + 2)):
        at = packed.index(signature) + offset
        packed[at : at + len(value)] = value
    return bytes(packed)


def deflate64(formats: dict[str, Any], content: bytes) -> bytes:
    return patched(formats["archive"]({"a.gml": content}), local=8, value=struct.pack("<H", 9))


def encrypted(formats: dict[str, Any], content: bytes) -> bytes:
    return patched(formats["archive"]({"a.gml": content}), local=6, value=struct.pack("<H", 1))


def damaged(method: int) -> Callable[[dict[str, Any], bytes], bytes]:
    """Return what damages the packed bytes in the middle of an archive."""

    def spoilt(_: dict[str, Any], content: bytes) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as file:
            file.writestr("a.gml", content)
        half = len(packed.getvalue()) // 2
        return packed.getvalue()[:half] + b"\xff" * 20 + packed.getvalue()[half + 20 :]

    return spoilt


def without_numbers(_: dict[str, Any], content: bytes) -> bytes:
    return content.replace(b"</gml:pos>", b" 0.0</gml:pos>")


def bomb(formats: dict[str, Any], content: bytes) -> bytes:
    return formats["archive"]({"a.gml": content + b" " * 110_000_000})


def degrees(_: dict[str, Any], content: bytes) -> bytes:
    line = "<gml:pos>20.43 49.96</gml:pos>"
    text = content.decode()
    start = text.index("<gml:pos>")
    while start >= 0:
        end = text.index("</gml:pos>", start) + len("</gml:pos>")
        text = text[:start] + line + text[end:]
        start = text.find("<gml:pos>", start + len(line))
    return text.encode()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        pytest.param(lambda _, content: cut(content), "cut off or damaged", id="truncated-gml"),
        pytest.param(
            lambda formats, content: cut(formats["archive"]({"a.gml": content})),
            "cut off or damaged",
            id="truncated-archive",
        ),
        pytest.param(no_zip_inside, "holds another archive", id="archive-in-an-archive"),
        pytest.param(archive_beside_points, "holds another archive", id="archive-beside-points"),
        pytest.param(damaged(zipfile.ZIP_DEFLATED), "cut off or damaged", id="damaged-deflate"),
        pytest.param(damaged(zipfile.ZIP_BZIP2), "cut off or damaged", id="damaged-bzip2"),
        pytest.param(damaged(zipfile.ZIP_LZMA), "cut off or damaged", id="damaged-lzma"),
        pytest.param(deflate64, "Deflate64", id="deflate64"),
        pytest.param(encrypted, "is encrypted", id="encrypted"),
        pytest.param(without_numbers, "two numbers for coordinates", id="three-coordinates"),
        pytest.param(bomb, "250 times", id="bomb"),
        pytest.param(degrees, "look like degrees of WGS 84", id="degrees-for-metres"),
        pytest.param(
            lambda formats, content: formats["archive"]({"a.gml": content, "b.gml": content}),
            "county 1201 is there twice",
            id="a-county-twice",
        ),
    ],
)
def test_a_bad_file_is_refused_and_the_old_index_stays(
    gml: bytes, formats: dict[str, Any], old_index: Path, spoil, words: str
) -> None:
    folder = old_index
    before = json.loads((folder / "added.json").read_text("utf-8"))
    path = folder.with_name("zły.dat")
    path.write_bytes(spoil(formats, gml))
    with pytest.raises(AddedDataError, match=words):
        add_address_points([path])
    assert json.loads((folder / "added.json").read_text("utf-8")) == before
    points = added_address_points()
    assert points is not None
    assert len(points) == 7
    assert len([each for each in folder.iterdir() if each.is_dir()]) == 1


def test_both_models_at_once_are_refused(
    formats: dict[str, Any], file, write, doors: list[Any]
) -> None:
    members = {
        "08.xml": write(doors, "gml-2012").read_bytes(),
        "NOWE.gml": write(doors, "gml-2021").read_bytes(),
    }
    with pytest.raises(AddedDataError, match="the model of 2012"):
        add_address_points([file(formats["archive"](members))])


def test_both_models_in_archives_with_the_same_names_are_refused(
    formats: dict[str, Any], file, write, doors: list[Any]
) -> None:
    paths = [
        file(formats["archive"]({"12.gml": write(doors, form).read_bytes()}), f"{form}.zip")
        for form in ("gml-2012", "gml-2021")
    ]
    with pytest.raises(AddedDataError, match=r"gml-2012\.zip/12\.gml is of the model of 2012"):
        add_address_points(paths)


def test_an_archive_that_states_no_days_is_of_the_day_of_its_last_change(
    formats: dict[str, Any], file, write, doors: list[Any]
) -> None:
    content = formats["archive"]({"12.csv": write(doors, "csv").read_bytes()})
    path = file(patched(content, local=10, value=bytes(4)), "a.zip")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    (source,) = add_address_points([path]).added
    assert source.day == "2023-11-14"


def test_tables_of_an_archive_without_address_points_are_listed(
    formats: dict[str, Any], file, write, doors: list[Any]
) -> None:
    points = write(doors, "csv").read_bytes()
    members = {"12.csv": points, "14.csv": b"TERC;x\n1;2\n", "opis.txt": b"x"}
    result = add_address_points([file(formats["archive"](members))])
    assert result.problems == {"file_without_address_points": 1}
    assert "14.csv" in result.problem_list.read_text("utf-8")


def test_metres_for_degrees_are_named_as_the_file_has_them(write, doors: list[Any]) -> None:
    metres = [replace(each, lat=235240.25, lon=602600.5) for each in doors]
    with pytest.raises(AddedDataError, match="look like metres: 235240, 602600"):
        add_address_points([write(metres, "csv")])


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        pytest.param(".dbf", "ends too early", id="records-cut-off"),
        pytest.param(".shp", "ends too early", id="shapes-cut-off"),
    ],
)
def test_a_shapefile_that_is_cut_off_is_refused(
    formats: dict[str, Any], file, doors: list[Any], ending: str, words: str
) -> None:
    members = formats["shapes"](doors, formats["NEW_COLUMNS"], stem="a")
    members[f"a{ending}"] = members[f"a{ending}"][:-50]
    with pytest.raises(AddedDataError, match=words):
        add_address_points([file(formats["archive"](members))])


def test_a_table_without_a_column_is_refused_with_its_name(file, write, doors: list[Any]) -> None:
    text = write(doors, "csv").read_text("utf-8").replace("Długość geograficzna", "X")
    with pytest.raises(AddedDataError, match="columns lon are missing"):
        add_address_points([file(text)])


def test_other_files_hold_no_address_points(file) -> None:
    register = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n02;;;;DOLNOŚLĄSKIE;województwo;2026-01-01"
    path = file(register)
    assert not holds_address_points(path)
    assert not holds_address_points(file(b"\x00\x01\x02", "b.dat"))
    with pytest.raises(AddedDataError, match="address points from PRG"):
        add_file(file("a,b\n1,2\n", "c.csv"))


def test_the_index_is_mapped_and_not_read(write, doors: list[Any]) -> None:
    add_address_points([write(doors, "csv")])
    points = added_address_points()
    assert points is not None
    again = AddressPoints.open(points.folder)
    assert not again.key.flags.owndata
    with zipfile.ZipFile(points.folder / "x.zip", "w"):
        pass
    assert len(again) == len(doors)


def test_a_pack_carries_the_points_and_where_they_came_from(
    geocoder: GazetteerGeocoder, write, doors: list[Any], tmp_path: Path
) -> None:
    add_address_points([write(doors, "gml-2021", name="12_malopolskie_11.09.2026.gml")])
    before, match = added(), geocoder.match(RYNEK)
    pack = tmp_path / "punkty.parquet"
    assert pack_address_points(pack) == len(doors)
    remove_kind(ADDRESS_POINTS)
    assert holds_address_points(pack)
    add_address_points([pack])
    assert [replace(each, added_at="", files={}) for each in added()] == [
        replace(each, added_at="", files={}) for each in before
    ]
    assert before[0].day == "2026-09-11"
    assert geocoder.match(RYNEK) == match


def test_a_cut_pack_is_refused(write, doors: list[Any], tmp_path: Path) -> None:
    add_address_points([write(doors, "csv")])
    pack = tmp_path / "punkty.parquet"
    pack_address_points(pack)
    pack.write_bytes(cut(pack.read_bytes()))
    with pytest.raises(AddedDataError, match="cut off or damaged"):
        add_address_points([pack])


def test_without_points_there_is_nothing_to_pack(tmp_path: Path) -> None:
    with pytest.raises(AddedDataError, match="address_points"):
        pack_address_points(tmp_path / "a.parquet")


@pytest.mark.parametrize("form", FORMATS)
def test_points_of_a_county_that_is_not_known_lie_in_the_usual_order(
    write, doors: list[Any], form: str
) -> None:
    unknown = [type(each)(**{**fields(each), "commune": "9901011"}) for each in doors]
    add_address_points([write(unknown, form)])
    points = added_address_points()
    assert points is not None
    assert 49.9e6 < points.lat.min() <= points.lat.max() < 50.1e6
