"""A table of counts as a file: its numbers as CSV or XLSX, its chart as PNG or SVG."""

import io
from typing import Final

import pandas as pd
from xlsxwriter import Workbook

from dashboard.export.file_words import file_words
from dashboard.export.print.counts_picture import counts_picture
from dashboard.export.provenance import Provenance
from dashboard.export.workbook import OPTIONS, add_about_sheet
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import CountTable
from geocoding.files.formulas import neutralized

COUNT_FILES: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""The media type of each file by its ending."""

TABLE_FILES: Final = ("csv", "xlsx")
"""The endings of the files that hold the numbers."""

CHART_FILES: Final = ("png", "svg")
"""The endings of the pictures."""

_NAME_WIDTH, _WIDTH = 40, 16


def count_file(suffix: str, table: CountTable, about: Provenance, texts: Texts) -> bytes:
    """Return a table of counts as a file.

    Args:
        suffix: Which of COUNT_FILES.
        table: The counts.
        about: What the file says of itself.
        texts: The language.
    """
    match suffix:
        case "csv":
            return _csv(table, about, texts)
        case "xlsx":
            return _xlsx(table, about, texts)
        case "svg":
            return counts_picture(table, about, "svg", texts)
        case _:
            return counts_picture(table, about, "png", texts)


def count_frame(table: CountTable, texts: Texts) -> pd.DataFrame:
    """Return the numbers of a table with its headings; columns of one row become rows.

    Returns:
        The headings of the rows in the first column, then a column of numbers a heading; where
        cells say more than their number, a last column with their words.
    """
    if table.kind == "columns":
        (line,) = table.rows
        labels = [each.label for each in table.columns]
        columns = {line.label: [cell.value for cell in line.cells]}
        notes = [cell.note for cell in line.cells]
    else:
        labels = [row.label for row in table.rows]
        columns = {
            heading.label: [row.cells[at].value for row in table.rows]
            for at, heading in enumerate(table.columns)
        }
        notes = ["; ".join(filter(None, (cell.note for cell in row.cells))) for row in table.rows]
    frame = pd.DataFrame({table.corner: labels, **columns})
    return frame.assign(**{texts("export-remarks"): notes}) if any(notes) else frame


def counts_file_name(table: CountTable, about: Provenance, suffix: str, texts: Texts) -> str:
    """Return the name of a file: what it counts, whether that is made up, the day, the ending."""
    examples = [texts("export-stem-examples")] if about.has_examples else []
    return (
        "-".join([file_words(table.caption), *examples, f"{about.made_at:%Y-%m-%d}"]) + f".{suffix}"
    )


def _csv(table: CountTable, about: Provenance, texts: Texts) -> bytes:
    """Return the numbers as Polish Excel opens them, then, once, where they come from."""
    frame = count_frame(table, texts)
    frame = frame.rename(columns=neutralized).map(
        lambda cell: neutralized(cell) if isinstance(cell, str) else cell
    )
    said = pd.DataFrame(
        [(neutralized(name), neutralized(value)) for name, value in about.lines(texts)]
    )
    text = frame.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    text += "\r\n" + said.to_csv(sep=";", index=False, header=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _xlsx(table: CountTable, about: Provenance, texts: Texts) -> bytes:
    """Return a workbook with two sheets: the numbers, and where they come from."""
    frame, output = count_frame(table, texts), io.BytesIO()
    with Workbook(output, OPTIONS) as book:
        book.set_properties({"title": table.caption, "created": about.made_at})
        bold = book.add_format({"bold": True, "valign": "top"})
        sheet = book.add_worksheet(texts("export-sheet-counts"))
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, _NAME_WIDTH)
        sheet.set_column(1, len(frame.columns) - 1, _WIDTH)
        sheet.write_row(0, 0, [str(name) for name in frame.columns], bold)
        for number, row in enumerate(frame.itertuples(index=False, name=None), start=1):
            sheet.write_row(number, 0, row)
        add_about_sheet(book, about.lines(texts), texts)
    return output.getvalue()
