"""The tables of version 2: edits of every field, the values that they replace, and raw pages."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what edits of fields and raw pages need."""
    op.add_column(
        "practice_edits",
        sa.Column("field", sa.Text, nullable=False, server_default="position"),
    )
    op.add_column("practice_edits", sa.Column("batch", sa.Text, nullable=False, server_default=""))
    op.create_index("practice_edits_place", "practice_edits", ["place"])
    op.create_index("practice_edits_batch", "practice_edits", ["batch"])
    op.create_table(
        "practice_field_corrections",
        _practice_number(),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("imported", sa.Text, nullable=False),
        sa.Column("replaced", sa.Text, nullable=False),
    )
    op.create_table(
        "practice_pages",
        _practice_number(),
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "ended_logins",
        sa.Column("login", sa.Text, primary_key=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        # databases of version 1 have a UUID with a default here, which SQLite does not know
        op.execute("ALTER TABLE practice_state ALTER COLUMN revision DROP DEFAULT")
        op.execute("ALTER TABLE practice_state ALTER COLUMN revision TYPE text")
        # SQL users tell dashboards of a change of theirs by SET revision = DEFAULT
        op.execute(
            "ALTER TABLE practice_state ALTER COLUMN revision"
            " SET DEFAULT CAST(gen_random_uuid() AS text)"
        )


def _practice_number() -> "sa.Column[int]":
    return sa.Column("art", sa.Integer, primary_key=True, autoincrement=False)
