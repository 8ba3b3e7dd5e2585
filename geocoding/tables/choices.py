"""What somebody says of a file, before what is found out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What somebody says of a file; what they do not say is found out.

    Attributes:
        encoding: Python's name of its encoding.
        separator: The character between cells, or 'tab'.
        header_row: Number of the row with the headings; 0 where there are none.
        sheet: Name of the sheet of a workbook; '' is the first that has rows.
    """

    encoding: str | None = None
    separator: str | None = None
    header_row: int | None = None
    sheet: str = ""
