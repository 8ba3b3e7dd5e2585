"""Opens the practices table that a user names: a file by its path, a database by its address."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from dashboard.errors import SettingsError
from dashboard.extras import missing_extra
from dashboard.practices.stores.files import FileStore
from dashboard.practices.stores.port import PracticeStore
from geocoding import data_dir

DATA_VARIABLE: Final = "MAPA_PRAKTYK_DATA"
"""The environment variable that names the table to show."""

_OF_A_DATABASE: Final = ("postgresql://", "postgres://")
_NEEDED: Final = ("sqlalchemy", "psycopg")


def open_store(text: str | None = None) -> PracticeStore:
    """The store that a text names; None for the table in use.

    That is the one that DATA_VARIABLE names, else the one that ships.

    Args:
        text: A file's path, or `postgresql://user@host:port/database`.

    Raises:
        SettingsError: The address is none, or what a database needs is not installed.
    """
    named = text or os.environ.get(DATA_VARIABLE) or str(data_dir() / "practices.csv")
    if not named.startswith(_OF_A_DATABASE):
        return FileStore(Path(named).resolve())
    if not all(find_spec(package) for package in _NEEDED):
        raise SettingsError(f"a table in PostgreSQL {missing_extra('postgresql')}")
    from dashboard.practices.stores.database import (  # noqa: PLC0415  an extra
        DatabaseStore,
    )

    return DatabaseStore(named)
