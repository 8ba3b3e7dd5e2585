"""What visitors uploaded, stored for their browsers: a page that is loaded anew begins a new visit.

It is in the memory of the server alone, packed, and leaves it when it was not shown for an hour,
when the visitor removes it, or when others' newer data need the room.
"""

import pickle
import time
import zlib
from collections.abc import Callable
from enum import StrEnum
from threading import Lock
from typing import Final

from cachetools import TTLCache

LASTS_MINUTES: Final = 60
"""For how long it stays after it was shown last."""
_MOST_BYTES: Final = 128 * 2**20
"""Of all visitors together; a hundred thousand practices take some 15 MB."""
_FASTEST: Final = 1
"""Level of compression."""


class Uploaded(StrEnum):
    """What a browser can have stored, each once."""

    PRACTICES = "practices"
    FIGURES = "figures"


class UploadedData:
    """What the browsers uploaded."""

    def __init__(
        self, most_bytes: int = _MOST_BYTES, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Hold nothing yet.

        Args:
            most_bytes: What all of it together may take; what was not shown for longest goes first.
            clock: Gives the time in seconds.
        """
        self._packed: TTLCache[tuple[str, Uploaded], bytes] = TTLCache(
            most_bytes, LASTS_MINUTES * 60, timer=clock, getsizeof=len
        )
        self._lock = Lock()

    def put(self, browser: str, kind: Uploaded, value: object) -> None:
        """Store something in place of what a browser had of that kind.

        Args:
            browser: As `current_browser` gives it; for an empty one nothing is stored.
            kind: What it is.
            value: What pickle can write; None only removes what was there.
        """
        content = zlib.compress(pickle.dumps(value), _FASTEST) if value is not None else b""
        with self._lock:
            self._packed.pop((browser, kind), None)
            if browser and content and len(content) <= self._packed.maxsize:
                self._packed[browser, kind] = content

    def has(self, browser: str, kind: Uploaded) -> bool:
        """Say whether something of a kind is stored; if so, it is for another hour."""
        return self._renewed(browser, kind) is not None

    def get(self, browser: str, kind: Uploaded) -> object | None:
        """Return what was stored for a browser; None where there is nothing."""
        content = self._renewed(browser, kind)
        return None if content is None else pickle.loads(zlib.decompress(content))  # noqa: S301  ours

    def remove_old(self) -> None:
        """Remove what was not shown for an hour, so that its memory is free."""
        with self._lock:
            self._packed.expire()

    def _renewed(self, browser: str, kind: Uploaded) -> bytes | None:
        with self._lock:
            content = self._packed.pop((browser, kind), None)
            if content is not None:
                self._packed[browser, kind] = content
            return content


UPLOADED: Final = UploadedData()
"""That of this server."""
