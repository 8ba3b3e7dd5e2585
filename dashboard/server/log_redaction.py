"""Removes data from the server's logs: an error is logged by its type and by its place in the code.

The words of an error may hold a row of a table, and so a person, or a password. Whoever has to mend
it finds the place; whoever reads the logs learns nothing of anybody. Nor are the ids of visits in
them, which Streamlit takes for a proof that somebody is the visitor. The same is told once a second
at most.
"""

import logging
import re
import sys
import threading
from types import TracebackType
from typing import Final

from dashboard.errors import trace_of
from dashboard.locale import message
from dashboard.server.repetition import Repetition

_VISIT_ID: Final = re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE)


def redact_errors() -> None:
    """Remove the messages of errors and the ids of visits from all logs of this process."""
    make_record = logging.getLogRecordFactory()
    repetition = Repetition()

    def make_discreet(*args: object, **fields: object) -> logging.LogRecord:  # as logging calls it
        record = make_record(*args, **fields)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.exc_info, record.exc_text = None, trace_of(error)
        repetition.thin_out(record)
        text = record.getMessage()
        if _VISIT_ID.search(text):
            record.msg, record.args = _VISIT_ID.sub("...", text), None
        return record

    logging.setLogRecordFactory(make_discreet)
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda text: _log_uncaught(
        text.exc_type, text.exc_value, text.exc_traceback
    )


def _log_uncaught(
    kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None
) -> None:
    """Log an error that nobody caught."""
    raised = None if error is None else (kind, error, error.__traceback__)
    said = message("log-uncaught", kind=kind.__name__)
    logging.getLogger(__name__).error("%s", said, exc_info=raised)
