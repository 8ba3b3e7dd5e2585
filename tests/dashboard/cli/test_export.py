import csv
import io
import json
import zipfile

import lxml.etree
import pytest

from dashboard.cli import main
from dashboard.export.registry import FORMATS

pytestmark = pytest.mark.slow

OPENINGS = {
    "csv": b"\xef\xbb\xbfNumer praktyki;",
    "xlsx": b"PK",
    "regions-csv": b"\xef\xbb\xbfTERYT;",
    "regions-xlsx": b"PK",
    "geojson": b'{"type": "FeatureCollection"',
    "csv-places": b"\xef\xbb\xbf",
    "csv-zip": b"PK",
    "gpkg": b"SQLite format 3\0",
    "gpkg2180": b"SQLite format 3\0",
    "html": b"<!doctype html>",
    "png": b"\x89PNG",
    "svg": b"<?xml",
    "pdf": b"%PDF-",
    "cards": b"%PDF-",
    "pptx": b"PK",
}


@pytest.fixture
def run(capsys, tmp_path):
    """A function that exports into a folder of its own: exit code, output, errors."""

    def run_export(*arguments):
        with pytest.raises(SystemExit) as exit_:
            main(["export", "--output", str(tmp_path), *map(str, arguments)])
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out, captured.err

    return run_export


@pytest.fixture
def rows_of(tmp_path):
    """A function that reads the rows of the one CSV file that was written."""

    def read():
        (path,) = tmp_path.glob("*.csv")
        text = path.read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))

    return read


@pytest.mark.parametrize("kind", [pytest.param(each, id=each.name) for each in FORMATS])
def test_every_format_is_written_once_and_whole(kind, run, tmp_path):
    code, output, errors = run("--format", kind.name, "--voivodeship", "małopolskie")
    (path,) = tmp_path.iterdir()
    assert (code, errors) == (0, "")
    assert output == f"{path}: 2 of 11 practices (Województwo: małopolskie)\n"
    assert path.suffix == f".{kind.suffix}"
    assert path.read_bytes().lower().startswith(OPENINGS[kind.name].lower())


def test_help_names_every_format(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["export", "--help"])
    words = capsys.readouterr().out.replace(",", " ").split()
    assert [each.name for each in FORMATS if each.name not in words] == []


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        pytest.param(["--voivodeship", "MALOPOLSKIE"], {"150", "596"}, id="without diacritics"),
        pytest.param(["--county", "bocheński"], {"150"}, id="a county by its name alone"),
        pytest.param(
            ["--population-from", "20000", "--population-to", "40000"], {"28", "150"}, id="size"
        ),
        pytest.param(
            ["--population-from", "20000", "--population-to", "40000", "--stated-population"],
            {"150"},
            id="size as the cards state it",
        ),
        pytest.param(["--near", "120101", "--radius", "5"], {"150"}, id="around a unit's code"),
        pytest.param(["--area", "49.9,20.3,50.1,20.6"], {"150"}, id="in a rectangle"),
        pytest.param(["--near", "120101", "--same-group"], {"28", "150"}, id="units like one"),
        pytest.param(["--search", "promocja", "--year", "2009"], {"150"}, id="words and year"),
        pytest.param(["--year-to", "2009"], {"150"}, id="years"),
        pytest.param(["--near", "32-700 Bochnia", "--radius", "5"], {"150"}, id="around a place"),
        pytest.param(["--practice", "596"], {"596"}, id="one practice"),
    ],
)
def test_filters(options, numbers, run, rows_of):
    assert run("--format", "csv", *options)[0] == 0
    assert {row["Numer praktyki"] for row in rows_of()} == numbers


@pytest.mark.parametrize(
    ("link", "numbers"),
    [
        pytest.param("?woj=małopolskie&szukaj=promocja", {"150"}, id="filters"),
        pytest.param("?woj=ma%C5%82opolskie", {"150", "596"}, id="as a browser copies it"),
        pytest.param("?moja=32-700+Bochnia&promien=10", {"150"}, id="own unit"),
        pytest.param("wybrane?wybrane=596,150", {"596", "150"}, id="kept practices"),
    ],
)
def test_the_address_of_a_page(link, numbers, run, rows_of):
    assert run("--format", "csv", "--link", f"http://127.0.0.1:8501/{link}")[0] == 0
    assert {row["Numer praktyki"] for row in rows_of()} == numbers


def test_an_option_takes_the_place_of_the_same_one_in_the_address(run, rows_of):
    link = "http://127.0.0.1:8501/?woj=małopolskie&szukaj=promocja&lang=en"
    run("--format", "csv", "--link", link, "--voivodeship", "śląskie", "--search", "")
    assert {row["Matched voivodeship"] for row in rows_of()} == {"śląskie"}


def test_the_examples_that_an_address_asks_for(run, tmp_path):
    link = "http://127.0.0.1:8501/?dane=demo&woj=opolskie"
    assert run("--format", "geojson", "--link", link)[0] == 0
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("praktyki-wojewodztwo-opolskie-dane-przykladowe-")
    assert json.loads(path.read_text(encoding="utf-8"))["features"]


@pytest.mark.parametrize("options", [[], ["--contacts"]], ids=["left out", "asked for"])
def test_contacts_only_when_asked_for(options, run, rows_of):
    run("--format", "csv", "--practice", "150", *options)
    assert ("Osoby kontaktowe" in rows_of()[0]) == bool(options)


def test_the_ending_of_the_file_tells_the_format(run, tmp_path):
    assert run("--output", tmp_path / "praktyki.xlsx")[0] == 0
    assert zipfile.is_zipfile(tmp_path / "praktyki.xlsx")


def test_a_file_is_replaced_only_when_forced(run, tmp_path):
    path = tmp_path / "praktyki.csv"
    path.write_text("mine", encoding="utf-8")
    code, _, errors = run("--output", path)
    assert (code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in errors
    assert run("--output", path, "--force")[0] == 0
    assert [each.name for each in tmp_path.iterdir()] == ["praktyki.csv"]
    assert path.read_bytes().startswith(OPENINGS["csv"])


def test_nothing_is_written_where_nothing_passes(run, tmp_path):
    code, output, errors = run("--format", "csv", "--search", "qqq")
    assert (code, output, list(tmp_path.iterdir())) == (1, "", [])
    assert errors == "none of the 11 practices passes the filters (Szukaj: qqq)\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param([], ", ".join(each.name for each in FORMATS), id="no format"),
        pytest.param(["--format", "xls"], "did you mean 'xlsx'", id="format"),
        pytest.param(["--voivodeship", "malopolkie"], "mean 'małopolskie'", id="voivodeship"),
        pytest.param(["--county", "bochenska"], "'małopolskie / bocheński'", id="county"),
        pytest.param(["--county", "opolski"], "'lubelskie / opolski', 'opolskie", id="unclear"),
        pytest.param(["--year", "1999"], "--year '1999'", id="year"),
        pytest.param(["--practice", "151"], "150", id="practice"),
        pytest.param(["--radius", "5"], "--near", id="radius without a place"),
        pytest.param(["--area", "49.9,20.3"], "20.3,50.1", id="area without corners"),
        pytest.param(["--near", "Liszki"], "--radius", id="place without a radius"),
        pytest.param(["--near", "Liszki", "--radius", "5"], "32-060 Liszki", id="unclear place"),
        pytest.param(["--near", "Xyzzyq", "--radius", "5"], "was not found", id="no such place"),
        pytest.param(["--population-from", "9", "--population-to", "1"], "above", id="backwards"),
        pytest.param(
            ["--year-from", "2015", "--year-to", "2010"], "--year-to 2010", id="years backwards"
        ),
        pytest.param(["--level", "gmina"], "--level 'gmina'", id="level"),
        pytest.param(["--level", "county", "--measure", "share"], "county has", id="measure"),
        pytest.param(["--language", "de"], "'pl', 'en'", id="language"),
        pytest.param(["--link", "woj=x"], "--link", id="no address"),
        pytest.param(["--link", "http://x/?woj=Atlantyda"], "woj = Atlantyda", id="bad address"),
        pytest.param(["--link", "http://x/?dane=wlasne"], "--data", id="another's own data"),
        pytest.param(["--data", "none.csv"], "none.csv", id="no such table"),
        pytest.param(["--output", "no/folder/x.csv"], "no such folder", id="no such folder"),
    ],
)
def test_faults_are_told_and_nothing_is_written(options, said, run, tmp_path):
    kind = [] if {"--format", "--output"} & set(options) or not options else ["--format", "csv"]
    code, output, errors = run(*kind, *options)
    assert (code, output, list(tmp_path.iterdir())) == (2, "", [])
    assert said in errors


def test_a_picture_in_the_language_that_is_asked_for(run, tmp_path):
    assert run("--format", "png", "--language", "en", "--measure", "share", "--points")[0] == 0
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("coverage-")


def test_a_map_of_what_was_there_by_a_year(run, tmp_path):
    for name, options in (
        ("option", ["--until", "2009"]),
        ("address", ["--link", "http://x/pokrycie?doroku=2009&lang=en"]),
        ("both", ["--link", "http://x/pokrycie?doroku=2007", "--until", "2009"]),
        ("all", []),
    ):
        path = tmp_path / f"{name}.svg"
        assert run("--output", path, "--language", "en", *options)[0] == 0
    words = {path.stem: _words(path) for path in tmp_path.iterdir()}
    assert words["option"] == words["address"] == words["both"] != words["all"]
    assert "2009" in words["option"]


def _words(path):
    """Everything that an SVG picture says aloud."""
    root = lxml.etree.parse(path).getroot()
    return " ".join(text.strip() for text in root.itertext() if text.strip())
