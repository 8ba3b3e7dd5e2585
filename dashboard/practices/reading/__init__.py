"""What visitors bring: pages, archives and tables, read with every problem named."""

from dashboard.practices.reading.conversion import convert
from dashboard.practices.reading.in_worker import (
    new_worker,
    page_practices_in,
    pages_in,
    practices_in,
    table_in,
)
from dashboard.practices.reading.limits import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_PLACES_IN_ALL,
    MAX_ROWS,
)
from dashboard.practices.reading.mapping import TARGETS, describes_practices, guess_mapping
from dashboard.practices.reading.pages import convert_pages
from dashboard.practices.reading.positions import PRECISIONS, position_corrections
from dashboard.practices.reading.readings import PROCESSES, Reading, make_ready
from dashboard.practices.reading.sheet import Sheet, Table
from dashboard.practices.reading.upload_result import Effect, Problem, UploadResult
from dashboard.practices.reading.uploads import Upload, is_table, read_table

__all__ = [
    "MAX_BYTES",
    "MAX_COLUMNS",
    "MAX_PLACES_IN_ALL",
    "MAX_ROWS",
    "PRECISIONS",
    "PROCESSES",
    "TARGETS",
    "Effect",
    "Problem",
    "Reading",
    "Sheet",
    "Table",
    "Upload",
    "UploadResult",
    "convert",
    "convert_pages",
    "describes_practices",
    "guess_mapping",
    "is_table",
    "make_ready",
    "new_worker",
    "page_practices_in",
    "pages_in",
    "position_corrections",
    "practices_in",
    "read_table",
    "table_in",
]
