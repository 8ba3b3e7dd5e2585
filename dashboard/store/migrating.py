"""Brings a store's tables to the version of this program, by Alembic's migrations.

A field that was added to the registry needs no migration: its column is added to `practices`.

Alembic is loaded only where tables are made or migrated; that tables are of the right version is
seen in `practice_state`.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, select, text, update

from dashboard.errors import StoreError
from dashboard.locale import message
from dashboard.store.tables import METADATA, PRACTICES, STATE, practice_column

TABLES_VERSION: Final = 2
"""Of the tables: the number of the last migration."""

APPLICATION_ID: Final = 0x6D617061
"""Says in the file's header that an SQLite file is a store of this program ('mapa')."""

_MIGRATIONS: Final = Path(__file__).parent / "migrations"


def has_tables(connection: Connection) -> bool:
    """Say whether there are tables of this program, of whatever version."""
    return inspect(connection).has_table(STATE.name)


def tables_version(connection: Connection) -> int:
    """Give the version of the tables that there are."""
    return int(connection.execute(select(STATE.c.tables_version)).scalar_one())


def require_version(found: int, name: str) -> None:
    """Refuse tables of another version than this program's.

    Args:
        found: The version that `practice_state` states.
        name: What a message calls the store.

    Raises:
        StoreError: They are older or newer.
    """
    require_not_newer(found, name)
    if found < TABLES_VERSION:
        raise StoreError(
            message("store-older", name=name, found=str(found), tables_version=str(TABLES_VERSION))
        )


def require_not_newer(found: int, name: str) -> None:
    """Refuse tables of a newer program.

    Raises:
        StoreError: They are.
    """
    if found > TABLES_VERSION:
        raise StoreError(
            message("store-newer", name=name, found=str(found), tables_version=str(TABLES_VERSION))
        )


def migrate(connection: Connection, name: str) -> None:
    """Make the tables, or bring older ones to the version of this program.

    Args:
        connection: In a transaction that writes; it takes everything back where it fails.
        name: What a message calls the store.

    Raises:
        StoreError: The tables are newer, a table of somebody else has such a name, or PostGIS is
            missing.
    """
    found = tables_version(connection) if has_tables(connection) else 0
    require_not_newer(found, name)
    if not found:
        _require_free_names(connection, name)
    if connection.dialect.name == "postgresql":
        _require_postgis(connection, name)
    _run_alembic(connection)
    _add_columns(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(update(STATE).values(tables_version=TABLES_VERSION))


def missing_columns(connection: Connection) -> list[str]:
    """Give the fields of the registry for which `practices` has no column yet."""
    there = {column["name"] for column in inspect(connection).get_columns(PRACTICES.name)}
    return [column.name for column in PRACTICES.columns if column.name not in there]


def _add_columns(connection: Connection) -> None:
    """Add the columns of fields that are new in the registry; nothing is known in them."""
    missing = missing_columns(connection)
    if not missing:
        return
    from alembic.migration import MigrationContext  # noqa: PLC0415  rarely needed
    from alembic.operations import Operations  # noqa: PLC0415

    operations = Operations(MigrationContext.configure(connection))
    for name in missing:
        operations.add_column(PRACTICES.name, practice_column(name))


def _run_alembic(connection: Connection) -> None:
    """Run the migrations that are still to be made."""
    from alembic import command  # noqa: PLC0415  rarely needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _require_free_names(connection: Connection, name: str) -> None:
    """Refuse to make tables where somebody else's have such names.

    Raises:
        StoreError: They have.
    """
    existing = set(inspect(connection).get_table_names())
    if existing and connection.dialect.name == "sqlite":
        raise StoreError(message("store-foreign", name=name))
    used = sorted(existing & {table.name for table in METADATA.sorted_tables})
    if used:
        raise StoreError(message("store-foreign-table", name=name, table=repr(used[0])))


def _require_postgis(connection: Connection, name: str) -> None:
    """Refuse a database that cannot hold points.

    Raises:
        StoreError: There is no PostGIS.
    """
    if not connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'postgis'")):
        raise StoreError(message("store-no-postgis", name=name))
