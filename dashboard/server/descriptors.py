"""How many files and connections the process may have open, and what is done where it has so many.

Each costs a file descriptor. The usual limit of a session is 1,024, of which a process may have
more where it asks.
"""

import asyncio
import errno
import logging
import sys
from dataclasses import dataclass
from typing import Any, Final

from dashboard.locale import message

_LOG: Final = logging.getLogger(__name__)

_ENOUGH: Final = 65_536
"""More than this helps nobody, and a limit may be a number beyond all bounds."""
_WITHOUT_LIMIT: Final = 8_192
"""What is reckoned with where the system has no such limit: of Windows' sockets."""
_OWN_FILES: Final = 16
"""What the process holds open with no visitor there, and some more."""
_PART_OF_FILES: Final = 16
_MAX_WAITING: Final = 128
_LEAST_WAITING: Final = 4
_MAX_WEBSOCKETS: Final = 1_000
_LEAST_WEBSOCKETS: Final = 2
_CONNECTIONS_PER_WEBSOCKET: Final = 2
_FILES_OF_VISIT: Final = 3
"""What Streamlit opens for a visit besides its connection: an event loop of its own."""


@dataclass(frozen=True, slots=True)
class DescriptorBudget:
    """What the limit leaves room for.

    Attributes:
        connections: So many may be open at once, websockets among them.
        websockets: So many of them may be websockets, of a visit each; as many visits again may
            be left whose browsers may come back.
        waiting: So many may wait to be taken in; asyncio takes in so many in one go, before any
            of them can be refused.
    """

    connections: int
    websockets: int
    waiting: int


def raise_limit() -> int:
    """Have the process allowed as many open files as it may ask for; gives their number."""
    if sys.platform == "win32":
        return _WITHOUT_LIMIT
    import resource  # noqa: PLC0415  there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _ENOUGH if hard == resource.RLIM_INFINITY else min(hard, _ENOUGH)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (OSError, ValueError):  # macOS has a limit of its own below the hard one
            return soft
        return wanted
    return _ENOUGH if soft == resource.RLIM_INFINITY else soft


def budget_within(limit: int) -> DescriptorBudget:
    """Return how much of a limit of open files connections may take."""
    waiting = max(_LEAST_WAITING, min(_MAX_WAITING, limit // _PART_OF_FILES))
    left = limit - _OWN_FILES - limit // _PART_OF_FILES - waiting
    websockets = left // (_CONNECTIONS_PER_WEBSOCKET + 2 * _FILES_OF_VISIT)
    websockets = max(_LEAST_WEBSOCKETS, min(_MAX_WEBSOCKETS, websockets))
    return DescriptorBudget(
        connections=_CONNECTIONS_PER_WEBSOCKET * websockets, websockets=websockets, waiting=waiting
    )


def log_exhausted_descriptors(loop: asyncio.AbstractEventLoop, limit: int) -> None:
    """Have an event loop say in words that no further file can be opened."""

    def tell(told_by: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in {errno.EMFILE, errno.ENFILE}:
            _LOG.error("%s", message("log-descriptors", limit=limit))
        else:
            told_by.default_exception_handler(context)

    loop.set_exception_handler(tell)
