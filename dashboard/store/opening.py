"""Opens what a user names: a store in a file or a database, or a table file.

Where nothing is named, that is the store in the user's data folder. It is made at the first start,
from the practices that come with the program; an upgrade of the program changes nothing in it.
"""

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from dashboard.errors import SettingsError, StoreError
from dashboard.extras import missing_extra
from dashboard.locale import message
from dashboard.store.earlier_files import take_over
from dashboard.store.engines import sqlite_address
from dashboard.store.port import PracticeStore
from dashboard.store.sql_store import SqlStore
from dashboard.store.table_file import TableFile
from dashboard.store.upgrading import upgrade
from dashboard.variables import DATA_VARIABLE
from geocoding import data_dir
from geocoding.files.regular_files import require_regular

STORE_NAME: Final = "praktyki.sqlite"
"""The store's file in a data folder."""

STORE_SUFFIXES: Final = frozenset((".db", ".sqlite", ".sqlite3"))
_SQLITE_HEADER: Final = b"SQLite format 3\x00"
_OF_A_DATABASE: Final = ("postgresql://", "postgres://")
_ready: Final[set[Path]] = set()
"""The files that this process has seen to be stores of the right version."""


def _say_nothing(_line: str) -> None:
    """Take no notice of what happens at the first opening of a store."""


def open_store(
    text: str | None = None, *, say: Callable[[str], None] = _say_nothing
) -> PracticeStore:
    """Open what a text names; None for what is in use.

    That is what DATA_VARIABLE names, else the store in the user's data folder. A store there is
    made if need be, and a file of an older version is upgraded, after a copy of it was made.

    Args:
        text: A store's or a table's path, a data folder, or
            `postgresql://user@host:port/database`.
        say: Called with a line for the user where a store is made or upgraded.

    Raises:
        SettingsError: The address is none, or what a database needs is not installed.
        StoreError: A store's file is of a newer version, or cannot be upgraded.
    """
    store = find_store(text)
    if not isinstance(store, SqlStore) or store.path is None:
        return store
    if _names_folder(text):
        try:
            _fill(store, store.path, say)
        except (OSError, StoreError) as error:
            if store.path in _ready or os.access(store.path, os.F_OK):
                raise
            words = {"path": str(store.path), "error": str(error), "variable": DATA_VARIABLE}
            say(message("store-shipped-only", **words))
            return TableFile(shipped_table())
    _bring_up(store, store.path, say)
    return store


def find_store(text: str | None = None) -> PracticeStore:
    """Open what a text names as `open_store` does, but make and change nothing.

    Raises:
        SettingsError: The address is none, or what a database needs is not installed.
    """
    named = _named(text)
    if named.startswith(_OF_A_DATABASE):
        _require_driver()
        return SqlStore(named)
    path = Path(named).resolve() if named else data_folder()
    if _names_folder(text):
        path /= STORE_NAME
    elif not is_store_file(path):
        return TableFile(path)
    return SqlStore(sqlite_address(str(path)))


def _named(text: str | None) -> str:
    """Give what is named, '' where nothing is."""
    return text or os.environ.get(DATA_VARIABLE, "")


def _names_folder(text: str | None) -> bool:
    """Say whether a data folder is meant: the user's own, or one that is named."""
    named = _named(text)
    try:
        return not named or named.endswith(("/", os.sep)) or Path(named).is_dir()
    except OSError:  # of a folder that may not be looked into
        return False


def data_folder() -> Path:
    """Give the folder of the user's data."""
    return user_data_path("mapa-praktyk", appauthor=False)


def shipped_table() -> Path:
    """Give the table that comes with the program, which is only read."""
    return data_dir() / "practices.csv"


def is_store_file(path: Path) -> bool:
    """Say whether a path is a store's, by its content, or by its name where there is no file."""
    has_name = path.suffix.lower() in STORE_SUFFIXES
    try:
        require_regular(path)
        with path.open("rb") as file:
            header = file.read(len(_SQLITE_HEADER))
    except OSError:
        return has_name
    return header == _SQLITE_HEADER or (not header and has_name)


def _fill(store: SqlStore, path: Path, say: Callable[[str], None]) -> None:
    """Make the store of a data folder where there is none.

    Raises:
        OSError: The folder cannot be made.
        StoreError: The store cannot be written.
    """
    if path in _ready and store.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not store.exists():
        for line in take_over(shipped_table(), store):
            say(line)


def _bring_up(store: SqlStore, path: Path, say: Callable[[str], None]) -> None:
    """Bring a store's file up to this program's version, looked at once in a process."""
    if path not in _ready and os.access(path, os.F_OK):
        for line in upgrade(store):
            say(line)
        _ready.add(path)


def _require_driver() -> None:
    """Refuse a database where its driver is not installed.

    Raises:
        SettingsError: It is not.
    """
    if not find_spec("psycopg"):
        raise SettingsError(message("store-extra", missing_extra=missing_extra("postgresql")))
