"""The practices table as it stands now, for all visitors of a server.

Whoever shows a table asks here for its state, holds it for as long as what it shows shall be of
one piece, and asks whether it still is the newest. While the store does not answer, the state
that it had when it last did is given on, and is marked.
"""

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from dashboard.errors import UnavailableError
from dashboard.explore.catalog.prepared import Prepared
from dashboard.store import PracticeStore
from geocoding.added import stamp

RETRY_S: Final = 5.0
"""So long a store that did not answer is not asked again, whoever visits."""

_STATES_HELD: Final = 2


AddedState: TypeAlias = tuple[int, int]
"""What changes whenever data is added or removed."""


@dataclass(frozen=True, slots=True, eq=False)
class TableState:
    """One state of a table.

    Attributes:
        prepared: Its catalogue, and all that follows from it.
        changed_at: When the table was last written, with a time zone.
        added: The state of the data that an office added, by which its places were located.
        is_answering: Whether the store answered when it was asked; else this is its last state
            that is known.
    """

    prepared: Prepared
    changed_at: dt.datetime
    added: AddedState
    is_answering: bool = True


class TableReader:
    """Reads tables for all visitors; each state of a table once."""

    def __init__(
        self,
        make: Callable[[PracticeStore, dt.date], Prepared],
        *,
        today: Callable[[], dt.date] = lambda: dt.datetime.now().astimezone().date(),
        clock: Callable[[], float] = time.monotonic,
        added: Callable[[], AddedState] = stamp,
    ) -> None:
        """Know of no table yet.

        Args:
            make: Gives the present state of a table's practices, dates judged by a day.
            today: Gives that day; with another year come other bounds of dates.
            clock: Gives seconds that never go back.
            added: Gives the state of the data that an office added: with other address points
                practices lie elsewhere.
        """
        self._make = make
        self._today = today
        self._clock = clock
        self._added = added
        self._states: dict[tuple[str, str, int, AddedState], TableState] = {}
        self._last: dict[str, TableState] = {}
        self._silent: dict[str, tuple[float, str]] = {}
        """By the names of stores that did not answer: when to ask again, and what they said."""

        self._lock = threading.Lock()
        self._making = threading.Lock()

    def read(
        self,
        store: PracticeStore,
        waiting: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> TableState:
        """Give the state of a table now, or its last known one where the store does not answer.

        Args:
            store: The practices table and its corrections.
            waiting: Entered while the state has to be made first.

        Raises:
            UnavailableError: The store does not answer and never did.
            DashboardError: The table cannot be read or breaks its schema.
            TableError: Its corrections are not as they should be.
        """
        try:
            state = self._ask(store, waiting)
        except UnavailableError:
            last = self._last.get(store.name)
            if last is None:
                raise
            return replace(last, is_answering=False)
        with self._lock:
            self._last[store.name] = state
        return state

    def is_current(self, store: PracticeStore, shown: TableState) -> bool:
        """Say whether `read` would give what is shown.

        Raises:
            DashboardError: The store cannot be asked.
        """
        try:
            version = self._version(store)
        except UnavailableError:
            return not shown.is_answering
        is_newest = shown.prepared.version == version and shown.added == self._added()
        return shown.is_answering and is_newest

    def _ask(
        self, store: PracticeStore, waiting: Callable[[], AbstractContextManager[object]]
    ) -> TableState:
        """Give the state of a table now."""
        state = self._states.get(self._key(store))
        if state is None:
            with waiting(), self._making:  # meanwhile another visitor may have made it, or failed
                state = self._states.get(self._key(store)) or self._open(store)
        return state

    def _open(self, store: PracticeStore) -> TableState:
        """Give the state of a table now, held for those who ask next."""
        today, added = self._today(), self._added()
        with self._noting_silence(store):
            state = TableState(self._make(store, today), store.changed_at(), added)
        with self._lock:
            self._states[store.name, state.prepared.version, today.year, added] = state
            for oldest in list(self._states)[:-_STATES_HELD]:
                del self._states[oldest]
        return state

    def _key(self, store: PracticeStore) -> tuple[str, str, int, AddedState]:
        """Return the cache key of the present state of a table."""
        return store.name, self._version(store), self._today().year, self._added()

    def _version(self, store: PracticeStore) -> str:
        """Give the version of a table; nobody asks for it where the store was silent just now.

        Raises:
            UnavailableError: The store does not answer, or did not a moment ago.
        """
        with self._lock:
            ask_at, said = self._silent.get(store.name, (0.0, ""))
            if said:
                if self._clock() < ask_at:
                    raise UnavailableError(said)
                self._silent[store.name] = (self._clock() + RETRY_S, said)  # one asks for all
        with self._noting_silence(store):
            return store.version()

    @contextmanager
    def _noting_silence(self, store: PracticeStore) -> Iterator[None]:
        """Note whether a store answers."""
        silent: tuple[float, str] | None = None
        try:
            yield
        except UnavailableError as error:
            silent = (self._clock() + RETRY_S, str(error))
            raise
        finally:
            with self._lock:
                if silent:
                    self._silent[store.name] = silent
                else:
                    self._silent.pop(store.name, None)
