"""Runs the migrations on the connection that `dashboard.store.migrating` hands to Alembic."""

from alembic import context

from dashboard.store.tables import METADATA, VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    transactional_ddl=True,  # SQLite can; Alembic takes it for a database that cannot
)
context.run_migrations()
