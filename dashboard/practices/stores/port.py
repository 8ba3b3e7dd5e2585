"""What the dashboard asks of the place where a practices table is kept."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import pandas as pd

from dashboard.practices.edits import UNSIGNED, Edit, Signature
from geocoding.overrides import Override

Change: TypeAlias = Callable[[Sequence[Override]], list[Override]]
"""Gives the corrections as they are to be, for those that there are."""

TableChange: TypeAlias = Callable[[pd.DataFrame], pd.DataFrame]
"""Gives the practices as they are to be; the very ones that it was given, to change nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class TableContent:
    """A practices table as it stood at one moment.

    Attributes:
        version: The version of this very content, as `PracticeStore.version` gives it.
        practices: As `PracticeStore.load` gives them.
        corrections: As `PracticeStore.corrections` gives them.
    """

    version: str
    practices: pd.DataFrame
    corrections: list[Override]


class PracticeStore(Protocol):
    """A practices table and the corrections of its positions.

    All methods raise a DashboardError where the store cannot be asked, an UnavailableError where
    it may answer to the same question in a while; what is written is
    written in one step, and readers see the old state or the new one, whole.
    """

    @property
    def name(self) -> str:
        """What a message calls it; never holds a password."""

    @property
    def address(self) -> str:
        """What `open_store` opens it by; it may hold a password."""

    def version(self) -> str:
        """Which state it is in: no other state, of any store, has this text. Quick to ask."""

    def exists(self) -> bool:
        """Whether there is a table yet."""

    def changed_at(self) -> dt.datetime:
        """When the table was last written, with a time zone."""

    def size_bytes(self) -> int:
        """About how much there is to read; 0 where there is no table."""

    def require_writable(self) -> None:
        """Say so before any work where `save` would be refused.

        Raises:
            StoreError: It would be.
        """

    def warnings(self) -> list[str]:
        """What whoever starts the dashboard on it should know; mostly nothing."""

    def load(self) -> pd.DataFrame:
        """The practices, typed, as `load_practices` gives them.

        Raises:
            PracticeDataError: The table breaks its schema.
        """

    def read(self) -> TableContent:
        """The practices and their corrections with their version, all of one state.

        Raises:
            PracticeDataError: The table breaks its schema.
            TableError: The corrections are not as they should be.
        """

    def save(self, practices: pd.DataFrame) -> None:
        """Put the practices in place of those that there are; makes the table at first.

        Raises:
            PracticeDataError: They break the schema; nothing was written.
            StoreError: They cannot be written; nothing was changed.
        """

    def change_practices(self, change: TableChange) -> None:
        """Change the practices while nobody else does; makes the table at first.

        Args:
            change: Called with the practices, none where there is no table.

        Raises:
            PracticeDataError: They break the schema; nothing was written.
            StoreError: They cannot be read or written; nothing was changed.
        """

    def corrections(self) -> list[Override]:
        """The corrections, in the order in which they were made.

        Raises:
            TableError: They are not as they should be.
        """

    def change_corrections(self, change: Change, by: Signature = UNSIGNED) -> None:
        """Change the corrections while nobody else does, and keep who changed what.

        Args:
            change: May raise, to change nothing.
            by: Who asks for that.

        Raises:
            DashboardError: They cannot be written; nothing was changed.
            TableError: They are not as they should be; nothing was changed.
        """

    def edits(self) -> list[Edit]:
        """All edits of the corrections, the oldest first.

        Raises:
            DashboardError: They cannot be read.
        """
