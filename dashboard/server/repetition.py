"""Limits equal log lines to one a second."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from dashboard.locale import message

_EVERY_S: Final = 1.0
_REMEMBERED: Final = 1_000
_TO_NOBODY: Final = logging.NOTSET - 1
"""A level below that of every handler."""


@dataclass(slots=True)
class _Line:
    """When a line was logged last, and how often it was left out since then."""

    at: float
    left_out: int = 0


class Repetition:
    """Drops log lines that were written within the last second; the next line counts them.

    Lines are the same if they come from the same place with the same trace; the values in them may
    differ.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without any line."""
        self._clock = clock
        self._lines: OrderedDict[tuple[object, ...], _Line] = OrderedDict()
        self._lock = Lock()

    def thin_out(self, record: logging.LogRecord) -> None:
        """Keep a record from all handlers where an equal one was logged within the last second."""
        first_line = str(record.msg).partition("\n")[0]
        same = (record.name, record.pathname, record.lineno, first_line, record.exc_text)
        with self._lock:
            now, line = self._clock(), self._lines.get(same)
            if line is not None and now - line.at < _EVERY_S:
                line.left_out += 1
                record.levelno = _TO_NOBODY
                return
            if line is not None and line.left_out:
                record.msg = message("log-repeated", line=record.getMessage(), count=line.left_out)
                record.args = None
            self._lines[same] = _Line(now)
            self._lines.move_to_end(same)
            if len(self._lines) > _REMEMBERED:
                self._lines.popitem(last=False)
