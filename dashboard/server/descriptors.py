"""Raises the limit of open file descriptors, and divides it among connections and visits.

The usual soft limit of a session is 1,024; a process may raise it up to the hard limit.
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
"""Descriptors that are asked for at most; a hard limit may be infinite."""
_WITHOUT_LIMIT: Final = 8_192
"""Assumed limit on Windows, which has none of this kind."""
_OWN_FILES: Final = 16
"""Files that the process has open without a visitor, and a reserve."""
_PART_OF_FILES: Final = 16
_MAX_WAITING: Final = 128
_LEAST_WAITING: Final = 4
_MAX_WEBSOCKETS: Final = 1_000
_LEAST_WEBSOCKETS: Final = 2
_CONNECTIONS_PER_WEBSOCKET: Final = 2
_FILES_OF_VISIT: Final = 3
"""Descriptors of the event loop that Streamlit opens for each visit, besides the connection."""


@dataclass(frozen=True, slots=True)
class DescriptorBudget:
    """Numbers of connections that fit into the limit.

    Attributes:
        connections: Most open connections, including websockets.
        websockets: Most websockets, one a visit; as many visits without a connection may wait for
            their browsers to come back.
        waiting: Most connections in the backlog; asyncio accepts as many at once, before any of
            them can be refused.
    """

    connections: int
    websockets: int
    waiting: int


def raise_limit() -> int:
    """Raise the soft limit of open files to the hard one, at most _ENOUGH; gives the new limit."""
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
    """Return how many connections fit into a limit of open files."""
    waiting = max(_LEAST_WAITING, min(_MAX_WAITING, limit // _PART_OF_FILES))
    left = limit - _OWN_FILES - limit // _PART_OF_FILES - waiting
    websockets = left // (_CONNECTIONS_PER_WEBSOCKET + 2 * _FILES_OF_VISIT)
    websockets = max(_LEAST_WEBSOCKETS, min(_MAX_WEBSOCKETS, websockets))
    return DescriptorBudget(
        connections=_CONNECTIONS_PER_WEBSOCKET * websockets, websockets=websockets, waiting=waiting
    )


def log_exhausted_descriptors(loop: asyncio.AbstractEventLoop, limit: int) -> None:
    """Let an event loop log that descriptors have run out, in place of its own trace."""

    def log_or_default(at_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in {errno.EMFILE, errno.ENFILE}:
            _LOG.error("%s", message("log-descriptors", limit=limit))
        else:
            at_loop.default_exception_handler(context)

    loop.set_exception_handler(log_or_default)
