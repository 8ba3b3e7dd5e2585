"""Ends visits soon after their readers have left.

Streamlit keeps a visit whose browser went away, for it may come back, and drops it no sooner than
another visit ends; the files that it keeps open are closed no sooner than Python looks for
cycles. What a visitor uploaded, made and opened shall not wait for that.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Final

from dashboard.ui.streamlit_private import Visits as RunningVisits
from dashboard.ui.streamlit_private import current_visit, running_visits
from dashboard.ui.visit.uploaded_data import UPLOADED

_COMES_BACK_S: Final = 45.0
"""For so long a visitor may come back; shorter than Streamlit knows the visit."""
_LOOKS_EVERY_S: Final = 2.0


class Visits:
    """The visits that there are, and since when those are left whose readers went."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Know of no visit yet."""
        self._clock = clock
        self._left_at: dict[str, float | None] = {}

    def __contains__(self, visit: str) -> bool:
        """Say whether a visit is watched over."""
        return visit in self._left_at

    def add(self, visit: str) -> None:
        """Watch over a visit."""
        self._left_at[visit] = None

    def end_left(self, server: RunningVisits) -> int:
        """End those whose reader left and did not come back; give how many these were."""
        now, before = self._clock(), len(self._left_at)
        for visit, left_at in list(self._left_at.items()):
            if server.is_active_session(visit):
                self._left_at[visit] = None
            elif left_at is None:
                self._left_at[visit] = now
            elif now - left_at >= _COMES_BACK_S:
                self._end(visit, server)
        return before - len(self._left_at)

    def end_longest_left(self, server: RunningVisits, most: int) -> int:
        """End those that are left longest, where more than so many are left; give how many."""
        left = [(at, visit) for visit, at in self._left_at.items() if at is not None]
        ended = sorted(left)[: max(0, len(left) - most)]
        for _, visit in ended:
            self._end(visit, server)
        return len(ended)

    def _end(self, visit: str, server: RunningVisits) -> None:
        del self._left_at[visit]
        server.close_session(visit)


VISITS: Final = Visits()
"""Those of this server."""


def end_after_the_reader() -> None:
    """Schedule the end of this visit for soon after its browser has gone."""
    visit = current_visit()
    if visit is not None:
        VISITS.add(visit)


async def end_left_visits(most: int, when_ended: Callable[[], None]) -> None:
    """End visits whose readers left, for as long as the server runs; on its event loop.

    Args:
        most: How many may be left whose readers may come back.
        when_ended: Called in a thread of its own when some were ended.
    """
    while True:
        await asyncio.sleep(_LOOKS_EVERY_S)
        UPLOADED.remove_old()
        if server := running_visits():
            ended = VISITS.end_left(server)
            ended += VISITS.end_longest_left(server, most)
            if ended:
                await asyncio.to_thread(when_ended)
