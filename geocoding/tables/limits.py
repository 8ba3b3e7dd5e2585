"""How much of a file is read; what is larger is refused by name before it fills the memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one file; the defaults are those of a spreadsheet's sheet.

    Attributes:
        rows: Rows under the headings.
        columns: Columns of one table.
        cells: Cells of all sheets of a workbook that are looked at, the empty ones between others
            included.
        unpacked_bytes: Size of what a packed workbook holds.
        packed_ratio: How many times larger than packed a workbook may be, from a size on at which
            that matters.
        packed_ratio_from_bytes: That size.
        packed_files: Files in one packed workbook.
    """

    rows: int = 2**20
    columns: int = 2**14
    cells: int = 2**28
    unpacked_bytes: int = 2**31
    packed_ratio: int = 200
    packed_ratio_from_bytes: int = 10 * 2**20
    packed_files: int = 2_000


MAX_CELL_CHARACTERS = 131_072
"""Characters of one cell of a CSV file: four times what a spreadsheet's cell holds.

It is the csv module's own bound, which holds for the whole program, so it is no argument.
"""
