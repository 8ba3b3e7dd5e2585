"""What visitors bring: pages, archives and tables, read with every problem named."""

from dashboard.practices.reading.conversion import Converted, convert
from dashboard.practices.reading.mapping import TARGETS, guess_mapping
from dashboard.practices.reading.sheet import Sheet
from dashboard.practices.reading.uploads import Upload, is_table, read_page_files, read_table

__all__ = [
    "TARGETS",
    "Converted",
    "Sheet",
    "Upload",
    "convert",
    "guess_mapping",
    "is_table",
    "read_page_files",
    "read_table",
]
