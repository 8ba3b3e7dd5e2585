"""Files that an office adds: recognised by content, checked, stored in one step, and used."""

import gzip
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import shapefile
import shapely
import xlsxwriter
from shapely.geometry import shape

from geocoding import data_dir
from geocoding.added import add_file, added, boundaries_file, remove_kind
from geocoding.added.borders import LARGEST_COMPRESSED
from geocoding.communes import CommuneKind, load_communes
from geocoding.errors import AddedDataError

DIGITS = {CommuneKind.URBAN: "1", CommuneKind.RURAL: "2", CommuneKind.MIXED: "3"}
SIDE_M = 10_000
IN_A_ROW = 52


def codes() -> list[str]:
    return [f"{each.teryt}{DIGITS[each.kind]}" for each in load_communes().rows]


def terc(*, day: str = "2026-01-01", name_of: Callable[[str], str] = str.upper) -> str:
    lines = ["WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA"]
    for each in load_communes().rows:
        parts = (each.teryt[:2], each.teryt[2:4], each.teryt[4:], DIGITS[each.kind])
        lines.append(";".join((*parts, name_of(each.name), "gmina", day)))
    return "\ufeff" + "\n".join(lines)


def simc() -> str:
    lines = ["WOJ;POW;GMI;RODZ_GMI;RM;MZ;NAZWA;SYM;SYMPOD;STAN_NA"]
    lines += [f"12;01;01;1;96;1;Miejsce {n};{n:07d};{n:07d};2026-01-01" for n in range(90_000)]
    return "\n".join(lines)


def ulic() -> str:
    lines = ["WOJ;POW;GMI;RODZ_GMI;SYM;SYM_UL;CECHA;NAZWA_1;NAZWA_2;STAN_NA"]
    lines += [
        f'12;01;01;1;0958187;{n % 100_000:05d};ul.;Nazwa {n};"Hubala" Jana;2026-01-01'
        for n in range(100_000)
    ]
    lines += [
        f"14;65;{n % 18:02d};8;{n % 18 + 1:07d};{n:05d};pl.;Nazwa {n};;2026-01-01"
        for n in range(50_000)
    ]
    return "\ufeff" + "\r\n".join(lines)


def population(*, code_of: Callable[[str], str] = str, people: str = "1 000") -> str:
    lines = ["Kod;Nazwa;ogółem 2023;ogółem 2024", "0000000;POLSKA;37 000 000;37 000 000"]
    lines += [f"{code_of(code)};Gmina;7;{people}" for code in codes()]
    return "\n".join(lines)


def borders(*, west: float = 150_000, digits: int = 7) -> bytes:
    shp, shx, dbf = io.BytesIO(), io.BytesIO(), io.BytesIO()
    writer = shapefile.Writer(shp=shp, shx=shx, dbf=dbf, encoding="utf-8")
    for name in ("JPT_KOD_JE", "JPT_NAZWA_"):
        writer.field(name, "C", 60)
    writer.field("WERSJA_OD", "D")
    for number, code in enumerate(codes()):
        row, column = divmod(number, IN_A_ROW)
        x, y = west + column * SIDE_M, 150_000 + row * SIDE_M
        corners = [(0, 0), (0, SIDE_M), (SIDE_M, SIDE_M), (SIDE_M, 0), (0, 0)]
        writer.poly([[(x + right, y + up) for right, up in corners]])
        writer.record(code[:digits], f"Gmina {code}", date(2026, 3, 1))
    writer.close()
    return archive({"x.shp": shp.getvalue(), "x.shx": shx.getvalue(), "x.dbf": dbf.getvalue()})


def workbook(text: str) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(text.splitlines()):
            sheet.write_row(row, 0, line.split(";"))
    return content.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, member in members.items():
            file.writestr(name, member)
    return content.getvalue()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(data))
    return data / "added"


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a file whose name says nothing."""

    def written(content: str | bytes) -> Path:
        path = tmp_path / "plik.dat"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.mark.parametrize(
    ("content", "kind", "day", "rows"),
    [
        pytest.param(terc, "terc", "2026-01-01", 2478, id="terc"),
        pytest.param(
            lambda: archive({"a.xml": b"<x/>", "b": terc().encode()}),
            "terc",
            "2026-01-01",
            2478,
            id="terc-in-an-archive",
        ),
        pytest.param(simc, "simc", "2026-01-01", 90_000, id="simc"),
        pytest.param(ulic, "ulic", "2026-01-01", 150_000, id="ulic"),
        pytest.param(population, "population", "2024-12-31", 2478, id="population"),
        pytest.param(
            lambda: workbook("Ludność\n" + population()),
            "population",
            "2024-12-31",
            2478,
            id="population-in-a-workbook-under-a-title",
        ),
        pytest.param(
            lambda: population().replace(";", "\t").encode("utf-16"),
            "population",
            "2024-12-31",
            2478,
            id="population-with-tabs-in-utf-16",
        ),
        pytest.param(borders, "borders", "2026-03-01", 2478, id="borders"),
    ],
)
def test_a_file_is_recognised_by_its_content(file, content, kind, day, rows) -> None:
    path = file(content())
    record = add_file(path)
    assert (record.kind, record.day, record.rows) == (kind, day, rows)
    assert record.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert added() == (record,)


def test_names_and_kinds_of_an_added_register_win_until_it_is_removed(file) -> None:
    add_file(file(terc().replace("12;01;01;1;BOCHNIA", "12;01;01;3;Nowa Bochnia")))
    bochnia = load_communes().with_teryt("120101")
    assert bochnia is not None
    assert (bochnia.name, bochnia.kind) == ("Nowa Bochnia", CommuneKind.MIXED)
    remove_kind("terc")
    bochnia = load_communes().with_teryt("120101")
    assert bochnia is not None
    assert (bochnia.name, bochnia.kind) == ("Bochnia", CommuneKind.URBAN)


def test_an_added_population_is_that_of_all_levels(file) -> None:
    add_file(file(population()))
    communes = load_communes()
    assert communes.population_date == date(2024, 12, 31)
    assert {each.population for each in communes.rows} == {1000}
    assert sum(each.population for each in communes.voivodeships) == 2_478_000


def test_a_commune_that_an_added_file_lacks_is_no_more(file) -> None:
    lines = population().splitlines()
    add_file(file("\n".join(line for line in lines if not line.startswith("320304"))))
    assert load_communes().with_teryt("320304") is None


def test_the_stated_day_wins(file) -> None:
    assert add_file(file(population()), day=date(2024, 6, 30)).day == "2024-06-30"


def test_added_borders_replace_the_areas_of_all_levels(file) -> None:
    add_file(file(borders()))
    shares = {}
    for level, count in (("communes", 2478), ("counties", 380), ("voivodeships", 16)):
        content = boundaries_file(level).read_bytes()
        features = json.loads(content)["features"]
        areas = [shape(item["geometry"]) for item in features]
        assert len(features) == count
        assert shapely.coverage_is_valid(areas), level
        assert not any(item["properties"]["approximate"] for item in features)
        assert len(gzip.compress(content)) <= LARGEST_COMPRESSED
        shares[level] = {item["properties"]["teryt"]: item["properties"] for item in features}
    assert shares["counties"]["1201"]["name"] == "bocheński"
    assert shares["voivodeships"]["12"]["name"] == "małopolskie"


def test_without_added_borders_the_areas_are_the_shipped_ones() -> None:
    assert boundaries_file("counties") == data_dir() / "boundaries" / "counties.geojson"


def test_a_newer_file_takes_the_place_of_the_older_one(file, folder: Path) -> None:
    add_file(file(terc()))
    newest = [add_file(file(terc(day=f"20{year}-01-01"))) for year in (27, 28)][-1]
    assert added() == (newest,)
    assert len(list(folder.glob("terc-*"))) == 2, "a reader may still be at the one before"


def test_a_file_that_is_refused_changes_nothing(file, folder: Path) -> None:
    add_file(file(terc()))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(AddedDataError):
        add_file(file(terc(day="soon")))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def without_zeros(text: str) -> str:
    return re.sub(r"(?m)^0", "", text)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            lambda: without_zeros(terc().lstrip("\ufeff")),
            ("row 2", "'WOJ'", "'2'", "two digits"),
            id="lost-zeros-in-a-register",
        ),
        pytest.param(
            lambda: population(code_of=lambda code: str(int(code))),
            ("row 3", "'Kod'", "'201011'", "seven digits", "as text"),
            id="lost-zeros-in-codes",
        ),
        pytest.param(
            lambda: population(code_of=lambda code: code + "1"),
            ("row 3", "'02010111'", "seven digits"),
            id="eight-digits",
        ),
        pytest.param(
            lambda: population(people="x"),
            ("row 3", "'ogółem 2024'", "'x'", "whole number", "leave the row out"),
            id="text-in-numbers",
        ),
        pytest.param(
            lambda: population() + "\n0201011;Gmina;7;5",
            ("row 2481", "each unit once"),
            id="double-row",
        ),
        pytest.param(
            lambda: terc().replace("2026-01-01", "1 stycznia", 1),
            ("row 2", "'STAN_NA'", "'1 stycznia'", "a day"),
            id="day",
        ),
        pytest.param(
            lambda: terc().replace("gmina;", "gmina;;", 1),
            ("row 2", "'8'", "as many cells"),
            id="ragged-row",
        ),
        pytest.param(
            lambda: "\n".join(terc().splitlines()[:900]),
            ("voivodeships", "cut off"),
            id="cut-off-table",
        ),
        pytest.param(
            lambda: borders()[:5000], ("cut off or damaged", "again"), id="cut-off-archive"
        ),
        pytest.param(lambda: borders(digits=4), ("no layer of communes",), id="counties-only"),
        pytest.param(lambda: borders(west=-5e6), ("EPSG:2180",), id="another-projection"),
        pytest.param(lambda: "Ala;kot\n1;2", ("none of the files", "WOJ;POW;GMI"), id="wrong-file"),
        pytest.param(lambda: b"\0\1\2", ("none of the files",), id="no-text"),
        pytest.param(lambda: "", ("is empty",), id="empty"),
    ],
)
def test_a_bad_file_is_told(file, content, told: tuple[str, ...]) -> None:
    with pytest.raises(AddedDataError) as caught:
        add_file(file(content()))
    assert [words for words in told if words not in str(caught.value)] == []


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AddedDataError, match="cannot be read"):
        add_file(tmp_path / "absent.csv")


def test_removing_what_was_not_added_is_told() -> None:
    with pytest.raises(AddedDataError, match="terc: no such data was added"):
        remove_kind("terc")


def test_a_damaged_list_is_told(folder: Path) -> None:
    folder.mkdir()
    (folder / "added.json").write_text("{", "utf-8")
    with pytest.raises(AddedDataError, match="add the data again"):
        added()


def test_what_an_ended_program_left_is_not_read_and_removed_by_the_next(file, folder: Path) -> None:
    """A program that ends before the list is replaced leaves files that no record names."""
    older = add_file(file(terc()))
    (folder / "terc-0000000000000000-communes.json").write_text("{", "utf-8")
    assert added() == (older,)
    assert load_communes().with_teryt("120101") is not None
    add_file(file(terc(day="2027-01-01")))
    assert not (folder / "terc-0000000000000000-communes.json").exists()
