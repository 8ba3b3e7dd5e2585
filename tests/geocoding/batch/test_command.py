import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geocoding.batch.cli import app

ROWS = """Ulica;Numer;Miejscowość;Kod_pocztowy
ul. Kazimierza Wielkiego;2;Bochnia;32-700
;;Nie Ma Takiej Wsi;
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_a_table_is_geocoded(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"

    result = CliRunner().invoke(app, [str(source), "--output", str(output)])

    assert result.exit_code == 0, result.output
    with output.open(encoding="utf-8", newline="") as file:
        bochnia, nowhere = csv.DictReader(file, delimiter=";")
    assert bochnia["Ulica"] == "ul. Kazimierza Wielkiego"
    assert bochnia["status"] == "ok"
    assert float(bochnia["lat"]) == pytest.approx(49.969, abs=0.009)
    assert float(bochnia["lon"]) == pytest.approx(20.4303, abs=0.013)
    assert bochnia["matched_county"] == "bocheński"
    assert (nowhere["status"], nowhere["lat"]) == ("no_match", "")


def test_the_outcomes_are_printed(source: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [str(source), "-o", str(tmp_path / "out.csv")])

    table = [line.split() for line in result.stdout.splitlines()[:3]]
    assert table[0] == ["status", "precision", "rows", "share"]
    assert sorted(row[0] for row in table[1:]) == ["no_match", "ok"]
    assert "2 rows in" in result.stdout


def test_what_a_reader_of_the_output_must_know_is_said(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("city,lat\n\nBochnia,0\n", encoding="utf-8")

    result = CliRunner().invoke(app, [str(source), "-o", str(tmp_path / "out.csv")])

    assert "has a column 'lat': the new one is 'geocoded_lat'" in result.stdout
    assert "1 blank line of" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["absent.csv"], "absent.csv: cannot be read", id="missing-file"),
        pytest.param(["{source}", "--column", "city"], "PART=HEADING is expected", id="column"),
        pytest.param(["{source}", "--column", "city=x"], "no column 'x'", id="absent-column"),
        pytest.param(["{source}", "--encoding", "x-1"], "'x-1' is not", id="encoding"),
        pytest.param(["{source}", "--separator", "|"], "No column of", id="separator"),
    ],
)
def test_what_cannot_be_done_is_said(
    source: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    arguments = [argument.format(source=source) for argument in arguments]

    result = CliRunner().invoke(app, [*arguments, "-o", str(tmp_path / "out.csv")])

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert message in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_the_help_names_the_exit_codes() -> None:
    result = CliRunner().invoke(app, ["--help"])

    assert "0  done: each row has its answer" in result.stdout


def test_totals_and_notes_stay_in_the_output_without_an_answer(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(
        "nazwa;miejscowość;kod\nA;Bochnia;32-700\nB;Limanowa;34-600\nRazem;2;\n"
        "Źródło: urząd;;\n;Brzesko;\n",
        encoding="utf-8",
    )

    result = CliRunner().invoke(app, [str(source), "-o", str(tmp_path / "out.csv")])

    assert result.exit_code == 0, result.output
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["status"] for row in rows] == ["ok", "ok", "skipped", "skipped", "ok"]
    assert rows[2]["error"] == "row 4 is a total of the table, and no address"
    assert rows[3]["error"] == "row 5 stands under the table, and is no address"
    assert "1 row is a total of the table and has no answer: 4." in result.stdout
