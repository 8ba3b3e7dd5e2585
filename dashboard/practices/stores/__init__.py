"""Where a practices table and its corrections are kept: in files or in a PostgreSQL database.

Everything above asks a `PracticeStore`, which `open_store` gives for a path or an address. A
table is held whole, as columns, by whoever shows it: a filter over 100,000 practices then takes
milliseconds, less than a query's way to a database and back, so none is asked to filter.
"""

from dashboard.practices.stores.files import FileStore
from dashboard.practices.stores.opening import DATA_VARIABLE, open_store
from dashboard.practices.stores.port import Change, PracticeStore, TableChange, TableContent

__all__ = [
    "DATA_VARIABLE",
    "Change",
    "FileStore",
    "PracticeStore",
    "TableChange",
    "TableContent",
    "open_store",
]
