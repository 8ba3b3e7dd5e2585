"""The tables in PostgreSQL: made by the first import, checked by every later one.

`practices` has the columns of the CSV file, each in its own type; `practice_places` says where
they are, one row a practice and place, with a point that QGIS and other programs draw;
`practice_corrections` are the points that persons set; `practice_state` is one row that changes
with all of them.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import psycopg
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Computed,
    Connection,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    Uuid,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import JSON
from sqlalchemy.types import TypeEngine, UserDefinedType

from dashboard.errors import StoreError
from dashboard.practices.places import PLACE_COLUMNS
from dashboard.practices.schema import COLUMNS, expectation

TABLES_VERSION: Final = 1
"""Of the tables; another one is another shape."""

_Types: TypeAlias = Mapping[str, type[TypeEngine[Any]]]
_TYPES: Final[_Types] = {
    "introduced": Date,
    "updated": Date,
    "population": Integer,
    "metryka": JSON,  # keeps its text as it is, unlike JSONB
}
_PLACE_TYPES: Final[_Types] = {
    "place_no": Integer,
    **dict.fromkeys(("lat", "lon", "accuracy_m", "score"), Float),
}


class _Point(UserDefinedType[str]):
    """PostGIS's point in degrees, WGS 84."""

    cache_ok = True

    def get_col_spec(self, **_settings: object) -> str:
        """The type's name in SQL."""
        return "geometry(Point, 4326)"


def _column(name: str, types: _Types, comment: str) -> Column[Any]:
    """A column; text is empty where it is unknown, everything else NULL."""
    if name in types:
        return Column(name, types[name], comment=comment or None)
    return Column(name, Text, nullable=False, server_default="", comment=comment or None)


_metadata: Final = MetaData()
PRACTICES: Final = Table(
    "practices",
    _metadata,
    Column("art", Integer, primary_key=True, autoincrement=False, comment=expectation("art")),
    *(_column(name, _TYPES, expectation(name)) for name in COLUMNS if name != "art"),
    comment="Practices of local governments, as mapa-praktyk shows them",
)
PLACES: Final = Table(
    "practice_places",
    _metadata,
    Column("art", ForeignKey(PRACTICES.c.art, ondelete="CASCADE"), primary_key=True),
    Column("place_no", Integer, primary_key=True, comment="counts from 0"),
    *(_column(each, _PLACE_TYPES, "") for each in PLACE_COLUMNS if each not in ("art", "place_no")),
    Column(
        "point",
        _Point,
        Computed("ST_SetSRID(ST_MakePoint(lon, lat), 4326)", persisted=True),
        comment="where the place is; NULL where it could not be located",
    ),
    Index("practice_places_point", "point", postgresql_using="gist"),
    comment="Where the practices are, as of the last import or correction",
)
CORRECTIONS: Final = Table(
    "practice_corrections",
    _metadata,
    Column("row_no", BigInteger, Identity(always=True), primary_key=True),
    Column("id", Text, nullable=False, comment="of a place: 150, or 596/2"),
    Column("address", Text, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("precision", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("date", Date, nullable=False),
    comment="Points that persons set; they win over the gazetteer",
)
STATE: Final = Table(
    "practice_state",
    _metadata,
    Column("row_no", Integer, CheckConstraint("row_no = 1"), primary_key=True, server_default="1"),
    Column("tables_version", Integer, nullable=False),
    Column("revision", Uuid(as_uuid=False), nullable=False, server_default=func.gen_random_uuid()),
    Column("changed_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    comment="Another revision after each change: UPDATE practice_state SET revision = DEFAULT",
)


def nullable_columns(table: Table) -> tuple[str, ...]:
    """The columns of a table in which an unknown value is NULL; in the others it is ''."""
    return tuple(column.name for column in table.columns if column.nullable)


def make_tables(connection: Connection, name: str) -> None:
    """Make the tables where they are not there yet.

    Args:
        connection: In a transaction, which takes them back when it fails.
        name: What a message calls the database.

    Raises:
        StoreError: There is no PostGIS, or a table of somebody else has such a name.
    """
    if has_table(connection, STATE):
        return
    taken = [table.name for table in _metadata.sorted_tables if has_table(connection, table)]
    if taken:
        raise StoreError(
            f"{name}: there is a table {taken[0]!r} that mapa-praktyk did not make; "
            "name another database"
        )
    require_postgis(connection, name)
    _metadata.create_all(connection)
    connection.execute(STATE.insert().values(tables_version=TABLES_VERSION))


def require_postgis(connection: Connection, name: str) -> None:
    """Say so where the database cannot hold points.

    Raises:
        StoreError: There is no PostGIS.
    """
    if not connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'postgis'")):
        raise StoreError(
            f"{name}: the extension PostGIS is missing in this database; its administrator "
            "installs it with CREATE EXTENSION postgis"
        )


def has_table(connection: Connection, table: Table) -> bool:
    """Whether there is a table of that name on the search path."""
    return connection.scalar(select(func.to_regclass(table.name).is_not(None))) is True


def require_version(found: int, name: str) -> None:
    """Say so where the tables are another program version's.

    Raises:
        StoreError: They are.
    """
    if found != TABLES_VERSION:
        raise StoreError(
            f"{name}: its tables have version {found}, this program knows {TABLES_VERSION}; "
            "use the version of mapa-praktyk that made them, or import into another database"
        )


def copy_rows(connection: Connection, table: Table, content: bytes) -> None:
    """Put the rows of a CSV file, which has headings, into a table."""
    names = content[: content.index(b"\n")].decode()
    nullable = nullable_columns(table)
    texts = ", ".join(name for name in names.split(",") if name not in nullable)
    query = f"COPY {table.name} ({names}) FROM STDIN (FORMAT csv, HEADER, FORCE_NOT_NULL ({texts}))"
    with cursor_of(connection).copy(query) as copying:
        copying.write(content)


def cursor_of(connection: Connection) -> psycopg.Cursor[tuple[object, ...]]:
    """A cursor of the driver, in the connection's transaction: SQLAlchemy knows no COPY."""
    driver: psycopg.Connection[tuple[object, ...]] = connection.connection.driver_connection  # type: ignore[assignment]
    return driver.cursor()
