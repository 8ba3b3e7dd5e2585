"""Where practices are: a store in SQL tables, or a table file that is only read.

`open_store` opens what `--data` names. A table is held whole, as columns, by whoever shows it: a
filter over 100,000 practices then takes milliseconds, less than a query's way to a database and
back, so no store is asked to filter.
"""

from dashboard.store.opening import data_folder, find_store, open_store, shipped_table
from dashboard.store.port import Change, PracticeStore, TableChange
from dashboard.store.sql_store import SqlStore
from dashboard.store.table_file import TableFile

__all__ = [
    "Change",
    "PracticeStore",
    "SqlStore",
    "TableChange",
    "TableFile",
    "data_folder",
    "find_store",
    "open_store",
    "shipped_table",
]
