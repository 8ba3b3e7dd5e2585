"""What the workbooks have in common: their options, and the sheet that says what the file is."""

from collections.abc import Iterable, Mapping
from typing import Final

from xlsxwriter import Workbook

from dashboard.locale import Texts
from geocoding.files.formulas import neutralized

OPTIONS: Final[Mapping[str, bool]] = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "in_memory": True,
}
"""A text stays a text, whatever it begins with."""

_NAME_WIDTH, _VALUE_WIDTH = 28, 100


def add_about_sheet(book: Workbook, lines: Iterable[tuple[str, str]], texts: Texts) -> None:
    """Add the sheet with what a file says of itself.

    Args:
        book: The workbook.
        lines: Names and values.
        texts: The language.
    """
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(texts("export-sheet-about"))
    sheet.set_column(0, 0, _NAME_WIDTH)
    sheet.set_column(1, 1, _VALUE_WIDTH)
    for row, (name, value) in enumerate(lines):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, neutralized(value), wrapped)
