"""The store's tables, the same in SQLite and in PostgreSQL; the migrations make them.

`practices` has one row a practice with the values that are in force: those of the last import, and
in their place those that a person has set since. `practice_field_corrections` lists the latter with
the imported value that each of them replaces, `practice_corrections` the positions that persons
have set, `practice_places` where the practices are. `practice_edits` only grows: one row for each
change of anything. `practice_pages` holds the pages as they were
imported, `ended_logins` the logins that save nothing more. `practice_state` is one
row whose revision changes with every change.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

from dashboard.practices.fields import FIELDS
from dashboard.practices.places import PLACE_COLUMNS
from dashboard.practices.schema import COLUMNS
from dashboard.practices.value_types import Storage


class UtcMoment(TypeDecorator[dt.datetime]):
    """A moment with a time zone, also in SQLite, whose moments have none and are taken as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Give what is written: UTC."""
        del dialect
        return value.astimezone(dt.UTC) if value else None

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        """Give what is read, in UTC."""
        del dialect
        if value is None:
            return None
        return value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)


METADATA: Final = MetaData()

VERSION_TABLE: Final = "practice_migrations"
"""The table in which Alembic notes the last migration that was made."""

JsonText: Final = JSON(none_as_null=True)
"""JSON that goes in and comes out as text (see `engines`)."""

_JsonIndexed: Final = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
_RowNumber: Final = BigInteger().with_variant(Integer(), "sqlite")

_STORED: Final[dict[Storage, TypeEngine[Any]]] = {
    Storage.DAY: Date(),
    Storage.NUMBER: Integer(),
    Storage.JSON: JsonText,
}
TYPES: Final = {
    field.name: _STORED[field.type.storage] for field in FIELDS if field.type.storage in _STORED
}
"""The columns of `practices` that are no text; NULL is the unknown value."""

_PLACE_TYPES: Final[dict[str, TypeEngine[Any]]] = {
    "place_no": Integer(),
    **dict.fromkeys(("lat", "lon", "accuracy_m", "score"), Float()),
}


def practice_column(name: str) -> Column[Any]:
    """Make the column of `practices` that a field of the registry has."""
    return _column(name, TYPES)


def _column(name: str, types: Mapping[str, TypeEngine[Any]]) -> Column[Any]:
    """Make a column; text is '' where it is unknown, everything else NULL."""
    if name in types:
        return Column(name, types[name])
    return Column(name, Text, nullable=False, server_default="")


PRACTICES: Final = Table(
    "practices",
    METADATA,
    Column("art", Integer, primary_key=True, autoincrement=False),
    *(practice_column(name) for name in COLUMNS if name != "art"),
)
PLACES: Final = Table(
    "practice_places",
    METADATA,
    Column("art", ForeignKey(PRACTICES.c.art, ondelete="CASCADE"), primary_key=True),
    Column("place_no", Integer, primary_key=True),
    *(_column(each, _PLACE_TYPES) for each in PLACE_COLUMNS if each not in ("art", "place_no")),
)
CORRECTIONS: Final = Table(
    "practice_corrections",
    METADATA,
    Column("row_no", _RowNumber, primary_key=True),
    Column("id", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("precision", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("date", Date, nullable=False),
)
FIELD_CORRECTIONS: Final = Table(
    "practice_field_corrections",
    METADATA,
    # no foreign key: a practice that is removed and comes back finds its corrections again
    Column("art", Integer, primary_key=True, autoincrement=False),
    Column("field", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("imported", Text, nullable=False),
    Column("replaced", Text, nullable=False),
)
EDITS: Final = Table(
    "practice_edits",
    METADATA,
    Column("row_no", _RowNumber, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", UtcMoment, nullable=False),
    Column("who", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("before", _JsonIndexed),
    Column("after", _JsonIndexed),
    Column("reason", Text, nullable=False),
    Column("undoes", Text, nullable=False),
    Column("field", Text, nullable=False, server_default="position"),
    Column("batch", Text, nullable=False, server_default=""),
    Index("practice_edits_place", "place"),
    Index("practice_edits_batch", "batch"),
)
PAGES: Final = Table(
    "practice_pages",
    METADATA,
    Column("art", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("imported_at", UtcMoment, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
ENDED_LOGINS: Final = Table(
    "ended_logins",
    METADATA,
    Column("login", Text, primary_key=True),
    Column("until", UtcMoment, nullable=False),
)
STATE: Final = Table(
    "practice_state",
    METADATA,
    Column("row_no", Integer, CheckConstraint("row_no = 1"), primary_key=True, server_default="1"),
    Column("tables_version", Integer, nullable=False),
    Column("revision", Text, nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
)

READ_TABLES: Final = (PRACTICES, PLACES, CORRECTIONS, EDITS, STATE)
"""What a dashboard that changes nothing reads; the others hold raw pages and ended logins."""
