"""Tables that state points by coordinates: taken as stated, with the unit that they lie in."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geocoding.batch.cli import app

METRES = [
    *(("602600.1", "235240.2"), ("567064.0", "244680.5"), ("639140.0", "487220.0")),
    *(("358900.0", "507300.0"), ("362400.0", "363100.0"), ("747100.0", "381300.0")),
]
"""Eastings and northings in Bochnia, Kraków, Warszawa, Poznań, Wrocław and Lublin."""


def answers(folder: Path, text: str, *options: str) -> tuple[list[dict[str, str]], str]:
    source, output = folder / "in.csv", folder / "out.csv"
    source.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, [str(source), "-o", str(output), *options])
    assert result.exit_code == 0, result.output
    with output.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";")), result.stdout


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("nazwa;lat;lon\nA;49.9691;20.4302\n", id="points"),
        pytest.param("lp;Szerokość geogr.;Długość geogr.\n1;49,9691;20,4302\n", id="commas"),
        pytest.param("obiekt;X;Y\nA;20.4302;49.9691\n", id="swapped"),
        pytest.param("N;E\n49°58′8.8″;20°25′48.7″\n", id="degrees-minutes-seconds"),
        pytest.param('nazwa;GPS\nA;"49.9691, 20.4302"\n', id="one-column"),
        pytest.param('nazwa;współrzędne\nA;"49°58′8.8″N 20°25′48.7″E"\n', id="angles-in-one"),
        pytest.param('wkt;opis\n"POINT (20.4302 49.9691)";A\n', id="well-known-text"),
        pytest.param('id;point\n1;"POINT (20.4302 49.9691)"\n', id="known-by-cells"),
        pytest.param("Obiekt;Miejsce (lat, lon)\nA;49.9691, 20.4302\n", id="brackets"),
        pytest.param("miejscowość;lat;lon\n;49.9691;20.4302\n", id="empty-addresses"),
        pytest.param("województwo;lat;lon\nmazowieckie;49.9691;20.4302\n", id="beside-a-region"),
    ],
)
def test_degrees_are_taken_as_stated(tmp_path: Path, text: str) -> None:
    [row], _ = answers(tmp_path, text)

    assert (row["status"], row["precision"], row["accuracy_m"]) == ("ok", "building", "50")
    lat, lon = float(row.get("geocoded_lat") or row["lat"]), row.get("geocoded_lon") or row["lon"]
    assert (lat, float(lon)) == pytest.approx((49.9691, 20.4302), abs=1e-4)
    assert (row["matched_commune"], row["matched_county"]) == ("Bochnia", "bocheński")
    assert (row["matched_voivodeship"], row["matched_teryt"]) == ("małopolskie", "120101")
    assert row["unit_by"] == "approximate_areas"
    assert row["decided_by"] == "stated_coordinates"


@pytest.mark.parametrize(
    ("headings", "is_easting_first"),
    [
        pytest.param("x;y", True, id="easting-first"),
        pytest.param("x;y", False, id="northing-first"),
        pytest.param("Y (PUWG 1992);X (PUWG 1992)", True, id="surveyors"),
        pytest.param("easting;northing", True, id="named"),
    ],
)
def test_metres_are_read_in_either_order(
    tmp_path: Path, headings: str, *, is_easting_first: bool
) -> None:
    rows = [pair if is_easting_first else pair[::-1] for pair in METRES]
    found, _ = answers(tmp_path, "\n".join([headings, *map(";".join, rows)]) + "\n")

    assert [row["status"] for row in found] == ["ok"] * len(METRES)
    assert [row["matched_county"] for row in found] == [
        *("bocheński", "Kraków", "Warszawa", "Poznań", "Wrocław", "Lublin")
    ]


def test_metres_whose_order_is_uncertain_are_ambiguous(tmp_path: Path) -> None:
    [row], _ = answers(tmp_path, "x;y\n500000;480000\n")
    [named], _ = answers(tmp_path, "northing;easting\n480000;500000\n")

    assert row["status"] == "ambiguous"
    assert "another point of Poland" in row["error"]
    assert named["status"] == "ok"


def test_what_is_no_point_in_poland_keeps_its_row(tmp_path: Path) -> None:
    text = "nazwa;lat;lon\nA;49.9691;20.4302\nBerlin;52.52;13.405\nB;;\nC;?;20\n"
    rows, output = answers(tmp_path, text)

    assert [row["status"] for row in rows] == ["ok", "no_match", "skipped", "no_match"]
    assert rows[1]["error"] == "the stated point 52.52; 13.405 lies outside Poland"
    assert rows[2]["error"] == "no coordinates"
    assert rows[3]["error"].startswith("coordinates ?; 20 cannot be read")
    assert "1 row states a point outside Poland and has no answer: 3." in output


def test_the_reader_says_what_points_stand_for(tmp_path: Path) -> None:
    [row], _ = answers(tmp_path, "lat;lon\n49.9691;20.4302\n", "--coordinates", "locality")
    assert (row["precision"], row["accuracy_m"]) == ("locality", "3000")


def test_an_address_goes_before_coordinates_unless_they_are_named(tmp_path: Path) -> None:
    text = "miejscowość;lat;lon\nLimanowa;49.9691;20.4302\n"
    [by_address], _ = answers(tmp_path, text)
    [by_point], _ = answers(tmp_path, text, "--column", "lat=lat", "--column", "lon=lon")

    assert by_address["matched_commune"] == "Limanowa"
    assert by_point["matched_commune"] == "Bochnia"
