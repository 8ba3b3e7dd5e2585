"""Practices in SQL tables: an SQLite file on this computer, or PostgreSQL with PostGIS.

The same code serves both. Any number of dashboards read a store; one that is asked after a change
notices the new revision and reads the tables again.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import pandas as pd
from sqlalchemy import Connection, delete, text, update

from dashboard.practices.corrections import with_new
from dashboard.practices.edits import UNSIGNED, Edit, Signature, edits_between
from dashboard.store import edit_log, fields, practice_writing
from dashboard.store.engines import writing
from dashboard.store.migrating import has_tables, migrate
from dashboard.store.pages import RawPage, write_pages
from dashboard.store.port import Change, TableChange
from dashboard.store.rows import read_corrections, write_corrections
from dashboard.store.sql_reading import SqlReader
from dashboard.store.tables import FIELD_CORRECTIONS, PLACES, PRACTICES, STATE
from dashboard.store.time_limits import CORRECTING
from dashboard.store.undoing import undo
from geocoding.overrides import Override


class SqlStore(SqlReader):
    """The tables of `dashboard.store.tables`."""

    @property
    def is_editable(self) -> bool:
        """Whether it can be changed at all: always, where the database lets this user."""
        return True

    def require_writable(self) -> None:
        """Refuse, before any work, where the tables cannot be made or changed.

        Raises:
            StoreError: The store cannot be reached, only reads, has no PostGIS, or this user may
                not change the tables.
        """
        with writing(self._engine, self.name) as connection:
            self._make(connection)
            for table in (PLACES, FIELD_CORRECTIONS, PRACTICES):
                connection.execute(delete(table).where(text("1 = 0")))
            connection.rollback()

    def make(self) -> None:
        """Make the tables, or bring older ones to this program's version.

        Raises:
            StoreError: They cannot be made.
        """
        with writing(self._engine, self.name) as connection:
            migrate(connection, self.name)

    def save(self, practices: pd.DataFrame, by: Signature = UNSIGNED) -> None:
        """Put the practices in place of all that there are, and locate them."""
        self.change_practices(lambda _before: practices, by)

    def change_practices(
        self,
        change: TableChange,
        by: Signature = UNSIGNED,
        pages: Callable[[], Sequence[RawPage]] = tuple,
        renumbered: Callable[[], Mapping[int, int]] = dict,
    ) -> None:
        """Change the practices as imported; what persons have corrected stays in force.

        Args:
            change: Called with the practices as they were imported, none in a new store.
            by: Who asks for that.
            pages: Gives, after the change, the pages that it comes from, to be stored with it.
            renumbered: Gives, after the change, the old and the new numbers of practices that got
                another one.

        Raises:
            PracticeDataError: They break the schema; nothing was written.
            StoreError: They cannot be read or written; nothing was changed.
        """
        with writing(self._engine, self.name) as connection:
            self._make(connection)
            changed = practice_writing.change_practices(
                connection,
                self.name,
                change=change,
                by=by,
                geocoder=self._geocoder,
                renumbered=renumbered,
            )
            changed |= write_pages(connection, pages())
            if changed:
                _new_revision(connection)

    def import_table(
        self,
        change: TableChange,
        corrections: Sequence[Override],
        history: Sequence[Edit],
        by: Signature,
    ) -> None:
        """Change the practices as imported, and add corrections that came with them.

        Args:
            change: As for `change_practices`.
            corrections: Positions that persons have set; those of the store stay.
            history: The edits that led to the corrections; those that the store has are left out.
            by: Who imports them.

        Raises:
            PracticeDataError: The practices break the schema; nothing was written.
            StoreError: They cannot be read or written; nothing was changed.
        """
        with writing(self._engine, self.name) as connection:
            self._make(connection)
            changed = practice_writing.change_practices(
                connection, self.name, change=change, by=by, geocoder=self._geocoder
            )
            changed |= edit_log.write_new_edits(connection, history)
            explained = {edit.place: edit.after for edit in history}
            for with_edits in (False, True):
                added = [
                    each
                    for each in corrections
                    if (explained.get(each.id or each.address) != each) is with_edits
                ]
                changed |= bool(
                    self._change_corrections(
                        connection, partial(with_new, new=added), by, is_logged=with_edits
                    )
                )
            if changed:
                _new_revision(connection)

    def change_corrections(self, change: Change, by: Signature = UNSIGNED) -> None:
        """Change the positions that persons have set, and the places that follow from them.

        Raises:
            NoTableError: There is no table.
            StoreError: They cannot be read or written; nothing was changed.
        """
        with writing(self._engine, self.name, CORRECTING) as connection:
            self._state(connection)
            if self._change_corrections(connection, change, by):
                _new_revision(connection)

    def edit_field(self, number: int, field: str, value: str, by: Signature) -> Edit | None:
        """Correct one field of a practice; it stays in force when a page is imported again.

        Args:
            number: Of the practice.
            field: A column of the practices table, such as 'population'.
            value: As a record card may print it ('29,9 tys.'); '' for unknown.
            by: Who corrects it, and why.

        Returns:
            The edit; None where the field has that value already.

        Raises:
            CorrectionError: There is no such practice or field, or it cannot have such a value.
            StoreError: It cannot be written; nothing was changed.
        """
        with writing(self._engine, self.name) as connection:
            self._state(connection)
            edit = fields.edit_field(
                connection,
                self.name,
                number=number,
                field=field,
                value=value,
                by=by,
                geocoder=self._geocoder,
            )
            if edit:
                _new_revision(connection)
            return edit

    def undo(self, key: str, by: Signature) -> list[Edit]:
        """Undo an edit, or all of a batch, by further edits, which it gives.

        Args:
            key: Id of an edit or of a batch.
            by: Who undoes it.

        Raises:
            CorrectionError: There is no such edit.
            EditConflictError: What it changed was changed again since.
            StoreError: It cannot be written; nothing was changed.
        """
        with writing(self._engine, self.name) as connection:
            self._state(connection)
            edits = undo(
                connection,
                self.name,
                key=key,
                by=by,
                geocoder=self._geocoder,
                change_corrections=self._change_corrections,
            )
            _new_revision(connection)
            return edits

    def _change_corrections(
        self, connection: Connection, change: Change, by: Signature, *, is_logged: bool = True
    ) -> list[Edit]:
        """Change the corrections of positions; give the edits, none where nothing changed.

        Args:
            connection: In a transaction that writes.
            change: Gives the corrections as they are to be.
            by: Who changes them.
            is_logged: Whether the edits are written down; False where the history has them.
        """
        before = read_corrections(connection, self.name)
        after = change(before)
        edits = edits_between(before=before, after=after, by=by, at=dt.datetime.now(dt.UTC))
        if edits:
            write_corrections(connection, before, after)
            if is_logged:
                edit_log.write_edits(connection, edits)
            practice_writing.locate_again(
                connection, self.name, _numbers(edits), corrections=after, geocoder=self._geocoder
            )
        return edits

    def _make(self, connection: Connection) -> None:
        """Make the tables where there are none; refuse those of another version."""
        if not has_tables(connection):
            migrate(connection, self.name)
        self._state(connection)


def _new_revision(connection: Connection) -> None:
    """Give the tables a new revision, by which readers notice the change."""
    connection.execute(
        update(STATE).values(revision=uuid.uuid4().hex, changed_at=dt.datetime.now(dt.UTC))
    )


def _numbers(edits: Iterable[Edit]) -> list[int] | None:
    """Give the practices whose positions were edited; None where an address was, of any."""
    places = [each.place.partition("/")[0] for each in edits]
    return [int(place) for place in places] if all(map(str.isdecimal, places)) else None
