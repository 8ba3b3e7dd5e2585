"""How much a visitor may bring in."""

from typing import Final

from geocoding.tables.limits import Limits

MAX_BYTES: Final = 20 * 2**20
"""Size of one file."""
MAX_UNPACKED_BYTES: Final = 100 * 2**20
"""Size of what an archive holds, unpacked."""
MAX_RATIO: Final = 200
"""How many times larger than packed it may be, from a size on that is worth a look."""
RATIO_MATTERS_BYTES: Final = 10 * 2**20
MAX_FILES: Final = 2_000
"""Files in one archive."""
MAX_ROWS: Final = 10_000
"""Practices in one table."""
MAX_COLUMNS: Final = 200
"""Columns in one table."""
MAX_CELLS: Final = 2 * MAX_ROWS * MAX_COLUMNS
"""Cells of all sheets of a workbook that are looked at, the empty ones between others included."""
MAX_PLACES_IN_ALL: Final = 50_000
"""Places of all practices in one table."""
MAX_TABLE_S: Final = 60
"""Seconds that reading a table, or making practices of it, may take."""
MAX_PAGE_S: Final = 10
"""Seconds that one page may take."""
MAX_PAGES_S: Final = 180
"""Seconds that all pages of a visitor may take."""
TABLE_LIMITS: Final = Limits(
    rows=MAX_ROWS,
    columns=MAX_COLUMNS,
    cells=MAX_CELLS,
    unpacked_bytes=MAX_UNPACKED_BYTES,
    packed_ratio=MAX_RATIO,
    packed_ratio_from_bytes=RATIO_MATTERS_BYTES,
    packed_files=MAX_FILES,
)
"""The same for the reader of tables and archives."""
