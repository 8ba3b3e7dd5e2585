"""The rows put into the sheets of XlsxWriter: what is relied on, and what is refused."""

import io

import pandas as pd
import pytest
from xlsxwriter import Workbook

from dashboard.export.formats.xlsx_rows import with_rows

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def table():
    """A text, a number and a day in a row, and a row of nothing."""
    return pd.DataFrame(
        {
            "text": pd.Series(["a < b", ""], dtype="str"),
            "number": [1.5, None],
            "day": pd.to_datetime(["2024-02-29", None]),
        }
    )


def make_book(*headings):
    """A workbook with a sheet that has headings alone; the third column is of days."""
    output = io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.set_column(2, 2, 12, book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_row(0, 0, headings)
    return output.getvalue()


def test_rows_follow_the_headings_that_the_installed_library_writes(table):
    steps = []
    book = with_rows(make_book("Text", "Number", "Day"), {SHEET: table}, steps.append)
    read = pd.read_excel(io.BytesIO(book), engine="calamine")
    assert list(read.columns) == ["Text", "Number", "Day"]
    assert read.iloc[0].tolist() == ["a < b", 1.5, pd.Timestamp("2024-02-29")]
    assert read["Day"].dtype.kind == "M"
    assert steps == [0]


@pytest.mark.parametrize(
    ("headings", "path", "said"),
    [
        pytest.param((), SHEET, "no end of its rows, or no dimension", id="without a heading"),
        pytest.param(("A",), "xl/other.xml", "there is no xl/other.xml", id="of another name"),
    ],
)
def test_a_sheet_written_otherwise_is_refused(headings, path, said, table):
    with pytest.raises(RuntimeError, match=said):
        with_rows(make_book(*headings), {path: table}, lambda _: None)
