"""Brings a store of an older version up to this program's, after a copy of it was made."""

from collections.abc import Iterator

from sqlalchemy import Connection, inspect, text

from dashboard.locale import message
from dashboard.store.backup import copy_file
from dashboard.store.engines import engine_for, reading, sqlite_address, writing
from dashboard.store.migrating import (
    TABLES_VERSION,
    has_tables,
    migrate,
    missing_columns,
    require_not_newer,
    tables_version,
)
from dashboard.store.sql_store import SqlStore
from dashboard.store.tables import METADATA, READ_TABLES


def upgrade(store: SqlStore) -> Iterator[str]:
    """Bring an older store up; yield what is to be said of it, nothing where it is of today.

    Raises:
        StoreError: The store is newer than this program, or cannot be copied or changed.
    """
    engine = engine_for(store.address if not store.path else sqlite_address(str(store.path)))
    with reading(engine, store.name) as connection:
        if not has_tables(connection):
            return
        found = tables_version(connection)
        require_not_newer(found, store.name)
        if _is_of_today(connection):
            return
    with writing(engine, store.name) as connection:
        found = tables_version(connection)
        if _is_of_today(connection):  # another process may have done it meanwhile
            return
        if store.path:
            copy = store.path.with_name(f"{store.path.stem}.version-{found}{store.path.suffix}")
            copy_file(store.path, copy)
            yield message("upgrade-copy", copy=str(copy), found=str(found))
        else:
            _copy_tables(connection, found)
            yield message("upgrade-old-tables", name=store.name, found=str(found))
        migrate(connection, store.name)
    if not store.path:
        read = ", ".join(table.name for table in READ_TABLES)
        yield message("upgrade-grant", name=store.name, read=read)
    yield message("upgraded", name=store.name, found=str(found), tables_version=str(TABLES_VERSION))


def _is_of_today(connection: Connection) -> bool:
    """Say whether tables are as this program makes them."""
    return tables_version(connection) == TABLES_VERSION and not missing_columns(connection)


def _copy_tables(connection: Connection, version: int) -> None:
    """Copy the tables that there are in a database, as NAME_version_VERSION."""
    existing = set(inspect(connection).get_table_names())
    for table in METADATA.sorted_tables:
        if table.name in existing:
            copy = f"{table.name}_version_{version}"
            connection.execute(text(f"CREATE TABLE IF NOT EXISTS {copy} AS TABLE {table.name}"))
