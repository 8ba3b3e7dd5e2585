"""CSV from anywhere: its encoding and its separator are found out."""

import csv
import io

from dashboard.errors import UploadError
from dashboard.practices.decoding import decode_text
from dashboard.practices.reading.sheet import Sheet, make_sheet

_SEPARATORS = ";,\t|"


def read_csv(content: bytes, *, file: str) -> Sheet:
    """The table in a CSV file, in UTF-8, UTF-16, Windows-1250 or ISO-8859-2.

    A cell may have as many characters as the csv module takes unless told otherwise, 131,072:
    four times what a spreadsheet's cell holds. The limit is the whole program's, so it stays.

    Raises:
        UploadError: It is no text, or no table.
    """
    text = decode_text(content)
    if "\x00" in text:
        raise UploadError(file, rule="text", reason="is no text file")
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
        return make_sheet(([cell.strip() for cell in row] for row in reader), name=file, file=file)
    except csv.Error as error:
        reason = f"is no CSV that can be read ({error})"
        raise UploadError(file, rule="csv", reason=reason) from error


def _separator(text: str) -> str:
    """The separator that stands most often in the heading."""
    heading = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    return max(_SEPARATORS, key=heading.count)
