"""Totals and what stands under a table are told apart from its rows."""

from pathlib import Path

import pytest

from geocoding.batch.columns import is_heading
from geocoding.tables.footers import FooterKind
from geocoding.tables.reader import open_table

HEADINGS = "Lp.;Nazwa;Miejscowość;Kod pocztowy;Liczba osób"
ROWS = ["1;Świetlica;Bochnia;32-700;12", "2;Klub;Limanowa;34-600;15", "3;Dom;Brzesko;32-800;9"]


def found(folder: Path, *lines: str, headings: str = HEADINGS) -> dict[int, FooterKind]:
    path = folder / "in.csv"
    path.write_text("\n".join([headings, *lines]) + "\n", encoding="utf-8")
    return dict(open_table(path, is_heading=is_heading).remarks.footers)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Razem;;;;36", id="razem"),
        pytest.param(";RAZEM:;;;36", id="second-column"),
        pytest.param("Ogółem;;;;36 osób", id="unit"),
        pytest.param("Suma końcowa;-;x;;1 234,50 zł", id="signs-for-nothing"),
        pytest.param(";Total;;;36", id="english"),
        pytest.param("Łącznie: 36;;;;", id="number-beside-the-word"),
        pytest.param(";Razem powiat bocheński;;;36", id="of-a-county"),
        pytest.param(";Liczba praktyk: 3;;;", id="count"),
        pytest.param("Suma:;3;3;3;36", id="each-column"),
        pytest.param("Razem;;;;=SUM(E2:E4)", id="formula"),
        pytest.param(";w tym gminy wiejskie;;;12", id="part-of-a-total"),
    ],
)
def test_a_total_is_no_row_of_data(tmp_path: Path, line: str) -> None:
    assert found(tmp_path, *ROWS, line) == {5: FooterKind.TOTAL}
    assert found(tmp_path, *ROWS[:1], line, *ROWS[1:]) == {3: FooterKind.TOTAL}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("4;Razem dla klimatu;Brzesko;32-800;4", id="title-with-the-word"),
        pytest.param("4;Razem;Brzesko;;4", id="with-a-place"),
        pytest.param("4;Suma doświadczeń;;;4", id="title-without-a-place"),
        pytest.param(";Średnia;;37-755;4", id="village"),
        pytest.param("4;Stan na dziś;Brzesko;32-800;", id="title-like-a-note"),
        pytest.param("4;;;;", id="number-alone"),
    ],
)
def test_a_row_of_data_stays_one(tmp_path: Path, line: str) -> None:
    assert not found(tmp_path, *ROWS, line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Źródło: opracowanie własne;;;;", id="source"),
        pytest.param(";Stan na 31.12.2023 r.;;;", id="as-of"),
        pytest.param("Dane na dzień;2023-12-31;;;", id="two-cells"),
        pytest.param("* dane szacunkowe;;;;", id="star"),
        pytest.param("1) bez filii;;;;", id="footnote"),
        pytest.param("Sporządziła: A. Przykładowa", id="shorter-row"),
        pytest.param("-;-;-;-;-", id="signs-for-nothing"),
        pytest.param("***", id="stars"),
        pytest.param("Uwaga: wykaz nie obejmuje filii;;;;", id="remark"),
        pytest.param(";;;;Last update: 2024", id="english"),
    ],
)
def test_a_note_under_a_table_is_no_row_of_data(tmp_path: Path, line: str) -> None:
    assert found(tmp_path, *ROWS, line) == {5: FooterKind.NOTE}
    assert found(tmp_path, *ROWS, ";;;;", line, line) == {6: FooterKind.NOTE, 7: FooterKind.NOTE}


def test_a_cell_alone_under_full_rows_is_no_row_of_data(tmp_path: Path) -> None:
    assert found(tmp_path, *ROWS, "Lista otwarta;;;;", "", ";;;;Wójt Gminy") == {
        5: FooterKind.LONE_CELL,
        7: FooterKind.LONE_CELL,
    }


def test_cells_alone_are_data_where_other_rows_have_one_too(tmp_path: Path) -> None:
    assert not found(tmp_path, ROWS[0], ";Klub;;;", ROWS[1], ";Dom;;;")
    assert not found(tmp_path, "Bochnia", "Brzesko", "Limanowa", headings="Miejscowość")


def test_a_list_of_one_column_has_a_total_and_a_source(tmp_path: Path) -> None:
    lines = ["Bochnia", "Brzesko", "Razem: 2", "Źródło: urząd"]
    assert found(tmp_path, *lines, headings="Miejscowość") == {
        4: FooterKind.TOTAL,
        5: FooterKind.NOTE,
    }


def test_many_short_rows_are_data(tmp_path: Path) -> None:
    lines = [f"Wieś {number};{number}" for number in range(100)]
    assert found(tmp_path, *lines, "Razem;4950", headings="Miejscowość;Domy") == {
        102: FooterKind.TOTAL
    }
