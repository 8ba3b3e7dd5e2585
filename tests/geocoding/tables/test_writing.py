"""Whatever cells hold, every reader of CSV counts the rows that were written."""

import csv
import io
from pathlib import Path

import pandas as pd
import pyarrow.csv as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from geocoding.batch.columns import is_heading
from geocoding.errors import TableError
from geocoding.tables.choices import Choices
from geocoding.tables.limits import Limits
from geocoding.tables.reader import read_table_content
from geocoding.tables.writing import CsvRows, workbook_file

CELL = st.text(
    st.one_of(
        st.sampled_from("\";,|\t\r\n'= ąŁ\u2028\x0b\x1c\x85"),
        st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0\ufeff\uffff\x1a"),
    ),
    max_size=8,
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 4))
    row = st.lists(CELL, min_size=width, max_size=width)
    rows = draw(st.lists(row, min_size=1, max_size=5))
    return [["miasto", *(f"c{at}" for at in range(width))], *(["Bochnia", *each] for each in rows)]


def written(rows: list[list[str]], separator: str) -> bytes:
    file = io.StringIO(newline="")
    CsvRows(file, separator=separator).write(rows)
    return file.getvalue().encode()


@given(tables(), st.sampled_from([",", ";", "\t", "|"]))
def test_every_reader_counts_the_same_rows(rows: list[list[str]], separator: str) -> None:
    content = written(rows, separator)

    by_module = list(csv.reader(io.StringIO(content.decode(), newline=""), delimiter=separator))
    by_pandas = pd.read_csv(io.BytesIO(content), sep=separator, dtype=str, keep_default_na=False)
    by_arrow = pc.read_csv(
        io.BytesIO(content),
        parse_options=pc.ParseOptions(delimiter=separator, newlines_in_values=True),
    )
    headings = Choices(header_row=1)  # a row of cells may look like headings, too
    own = read_table_content(
        content, headings, name="t.csv", is_heading=is_heading, limits=Limits()
    )

    assert by_module == rows
    assert len(by_pandas) == by_arrow.num_rows == own.row_count == len(rows) - 1
    assert [row.cells for row in own.rows()] == rows[1:]


def test_a_workbook_holds_texts_as_texts_and_numbers_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    with workbook_file(path, numbers=frozenset({1}), name=path) as writer:
        writer.write([["kod", "lat"], ["01-100", "49.5"], ["=1+1", ""], ["007", "50"]])

    with CalamineWorkbook.from_path(str(path)) as book:
        rows = book.get_sheet_by_index(0).to_python()
    assert rows == [["kod", "lat"], ["01-100", 49.5], ["=1+1", ""], ["007", 50.0]]


def test_a_cell_that_no_workbook_holds_is_named(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    with (
        pytest.raises(TableError, match=r"row 2, column 1 has more than 32,767 .* \.csv"),
        workbook_file(path, numbers=frozenset(), name="out.xlsx") as writer,
    ):
        writer.write([["a"], ["x" * 40_000]])
