"""What the application asks of the place where practices are."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import pandas as pd

from dashboard.practices.edits import NO_DATES, UNSIGNED, Edit, Signature, StoredDates
from dashboard.store.ended_logins import EndedLogins
from geocoding.overrides import Override

Change: TypeAlias = Callable[[Sequence[Override]], list[Override]]
"""Gives the corrections of positions as they are to be, for those that there are."""

TableChange: TypeAlias = Callable[[pd.DataFrame], pd.DataFrame]
"""Gives the practices as they are to be; the very ones that it was given, to change nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class StoreContent:
    """The content of a store at one moment.

    Attributes:
        version: The version of this very content, as `PracticeStore.version` gives it.
        practices: As `PracticeStore.load` gives them.
        corrections: As `PracticeStore.corrections` gives them.
        dates: When practices were added and changed here; empty where nothing notes that.
    """

    version: str
    practices: pd.DataFrame
    corrections: list[Override]
    dates: StoredDates = NO_DATES


class PracticeStore(Protocol):
    """Practices and the positions that persons have set.

    All methods raise a DashboardError where the store cannot be asked, an UnavailableError where
    it may answer to the same question in a while. Each change is whole or
    none, and is written down as edits; a table file that is only read refuses all of them.
    """

    @property
    def name(self) -> str:
        """The store's name in messages, without a password."""

    @property
    def address(self) -> str:
        """What `open_store` opens it by; it may hold a password."""

    @property
    def is_editable(self) -> bool:
        """Whether it can be changed at all; a table file is only read."""

    def version(self) -> str:
        """Give a text that no other state, of any source, has. Quick to ask."""

    def exists(self) -> bool:
        """Say whether there are practices, or a table for them, yet."""

    def changed_at(self) -> dt.datetime:
        """Give the moment of the last change, with a time zone."""

    def size_bytes(self) -> int:
        """Give about how much there is to read; 0 where there is no table."""

    def warnings(self) -> list[str]:
        """Give what whoever starts the dashboard on it should know; mostly nothing."""

    def read(self) -> StoreContent:
        """Give the practices and the corrections with their version, all of one state.

        Raises:
            PracticeDataError: The practices break the schema.
            TableError: The corrections are not as they should be.
        """

    def load(self) -> pd.DataFrame:
        """Give the practices, typed, as `load_practices` gives them.

        Raises:
            PracticeDataError: They break the schema.
        """

    def corrections(self) -> list[Override]:
        """Give the positions that persons have set, in the order in which they were set."""

    def edits(self) -> list[Edit]:
        """Give the edits of positions and fields, the oldest first."""

    def practice_edits(
        self, *, since: dt.datetime | None = None, number: int | None = None
    ) -> list[Edit]:
        """Give the edits of whole practices and of their fields, the oldest first.

        Args:
            since: The moment of the first edit that is given; None for all.
            number: Of the practice; None for all.
        """

    def ended_logins(self) -> EndedLogins:
        """Give the logins that save nothing more here; nothing is read yet.

        Raises:
            StoreError: Nobody logs in here, since nothing is changed.
        """

    def require_writable(self) -> None:
        """Refuse, before any work, what could not be changed.

        Raises:
            StoreError: It could not.
        """

    def save(self, practices: pd.DataFrame, by: Signature = UNSIGNED) -> None:
        """Put the practices in place of all that there are; makes the store at first.

        Raises:
            PracticeDataError: They break the schema; nothing was written.
            StoreError: They cannot be written; nothing was changed.
        """

    def change_practices(self, change: TableChange, by: Signature = UNSIGNED) -> None:
        """Change the practices as imported, while nobody else does; makes the store at first.

        What persons have corrected stays in force.

        Args:
            change: Called with the practices as they were imported, none in a new store.
            by: Who asks for that.

        Raises:
            PracticeDataError: They break the schema; nothing was written.
            StoreError: They cannot be read or written; nothing was changed.
        """

    def change_corrections(self, change: Change, by: Signature = UNSIGNED) -> None:
        """Change the positions that persons have set, while nobody else does.

        Args:
            change: May raise, to change nothing.
            by: Who asks for that.

        Raises:
            DashboardError: They cannot be written; nothing was changed.
        """

    def undo(self, key: str, by: Signature) -> list[Edit]:
        """Undo an edit, or all edits of a batch, by further ones; give what was undone.

        Args:
            key: Id of an edit or of a batch.
            by: Who undoes it.

        Raises:
            CorrectionError: There is no such edit.
            EditConflictError: What it changed was changed again since.
        """
