"""How much a visitor may bring in."""

from typing import Final

from geocoding.tables.limits import Limits

MOST_BYTES: Final = 20 * 2**20
"""Size of one file."""
MOST_UNPACKED_BYTES: Final = 100 * 2**20
"""Size of what an archive holds, unpacked."""
MOST_RATIO: Final = 200
"""How many times larger than packed it may be, from a size on that is worth a look."""
RATIO_MATTERS_BYTES: Final = 10 * 2**20
MOST_FILES: Final = 2_000
"""Files in one archive."""
MOST_ROWS: Final = 10_000
"""Practices in one table."""
MOST_COLUMNS: Final = 200
"""Columns in one table."""
MOST_CELLS: Final = 2 * MOST_ROWS * MOST_COLUMNS
"""Cells of all sheets of a workbook that are looked at, the empty ones between others included."""
MOST_PLACES_IN_ALL: Final = 50_000
"""Places of all practices in one table."""
MOST_TABLE_S: Final = 60
"""Seconds that reading a table, or making practices of it, may take."""
MOST_PAGE_S: Final = 10
"""Seconds that one page may take."""
MOST_PAGES_S: Final = 180
"""Seconds that all pages of a visitor may take."""
TABLE_LIMITS: Final = Limits(
    rows=MOST_ROWS,
    columns=MOST_COLUMNS,
    cells=MOST_CELLS,
    unpacked_bytes=MOST_UNPACKED_BYTES,
    packed_ratio=MOST_RATIO,
    packed_ratio_from_bytes=RATIO_MATTERS_BYTES,
    packed_files=MOST_FILES,
)
"""The same for the reader of tables and archives."""
