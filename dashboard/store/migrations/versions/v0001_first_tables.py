"""The tables of version 1: practices, places, positions that persons have set, and their edits.

Databases in PostgreSQL that were made before there were migrations have these tables already; the
table of edits may be missing there, since the first correction made it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TEXTS = ("url", "section", "subsection", "title", "summary")
_CARD_TEXTS = (
    *("unit_type", "locality", "county", "voivodeship", "postal_code", "post_town", "unit"),
    *("street", "number", "website"),
)
_PLACE_TEXTS = (
    *("matched_label", "matched_postal_code", "matched_commune", "matched_county"),
    *("matched_voivodeship",),
)
_row_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables that are not there."""
    existing = set(sa.inspect(op.get_bind()).get_table_names())
    if "practices" not in existing:
        _make_practices()
        _make_places()
        _make_corrections()
        _make_state()
    if "practice_edits" not in existing:
        _make_edits()


def _texts(*names: str) -> list["sa.Column[str]"]:
    """Return columns of text that is '' where it is unknown."""
    return [sa.Column(name, sa.Text, nullable=False, server_default="") for name in names]


def _make_practices() -> None:
    op.create_table(
        "practices",
        sa.Column("art", sa.Integer, primary_key=True, autoincrement=False),
        *_texts(*_TEXTS),
        sa.Column("introduced", sa.Date),
        sa.Column("updated", sa.Date),
        *_texts(*_CARD_TEXTS),
        sa.Column("population", sa.Integer),
        *_texts("contacts", "phones", "emails"),
        sa.Column("metryka", sa.JSON),
        *_texts("places", "source"),
    )


def _make_places() -> None:
    op.create_table(
        "practice_places",
        sa.Column(
            "art", sa.Integer, sa.ForeignKey("practices.art", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("place_no", sa.Integer, primary_key=True),
        *_texts("place"),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        *_texts("status", "precision"),
        sa.Column("accuracy_m", sa.Float),
        *_texts(*_PLACE_TEXTS),
        sa.Column("score", sa.Float),
        *_texts("checks", "provider", "decided_by", "error"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "ALTER TABLE practice_places ADD COLUMN point geometry(Point, 4326)"
            " GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED"
        )
        op.execute("CREATE INDEX practice_places_point ON practice_places USING gist (point)")


def _make_corrections() -> None:
    op.create_table(
        "practice_corrections",
        sa.Column("row_no", _row_number, sa.Identity(always=True), primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lon", sa.Float, nullable=False),
        sa.Column("precision", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("date", sa.Date, nullable=False),
    )


def _make_edits() -> None:
    json = sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql")
    op.create_table(
        "practice_edits",
        sa.Column("row_no", _row_number, sa.Identity(always=True), primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("before", json),
        sa.Column("after", json),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("undoes", sa.Text, nullable=False),
    )
    for statement in _ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)


def _make_state() -> None:
    state = op.create_table(
        "practice_state",
        sa.Column(
            "row_no",
            sa.Integer,
            sa.CheckConstraint("row_no = 1"),
            primary_key=True,
            server_default="1",
        ),
        sa.Column("tables_version", sa.Integer, nullable=False),
        sa.Column("revision", sa.Text, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.execute(
        state.insert().values(tables_version=1, revision="", changed_at=sa.func.current_timestamp())
    )


_FUNCTION = """\
CREATE OR REPLACE FUNCTION practice_edits_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'practice_edits only grows'; END $$
"""
_TRIGGER = """\
CREATE TRIGGER practice_edits_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON practice_edits
FOR EACH STATEMENT EXECUTE FUNCTION practice_edits_stay()
"""
_ONLY_GROWS = {
    "postgresql": (_FUNCTION, _TRIGGER),
    "sqlite": tuple(
        f"CREATE TRIGGER practice_edits_stay_{event.lower()} BEFORE {event} ON practice_edits"
        " BEGIN SELECT RAISE(ABORT, 'practice_edits only grows'); END"
        for event in ("UPDATE", "DELETE")
    ),
}
