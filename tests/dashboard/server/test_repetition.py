"""The log tells the same thing once a second at most, and how often it was."""

import logging

import pytest

from dashboard.server.log_redaction import redact_errors
from dashboard.server.repetition import Repetition

VISIT = "0f8fad5b-d9cb-469f-a165-70867728950e"


def record(message, *args, line=1, trace=None):
    made = logging.LogRecord("asyncio", logging.ERROR, "a.py", line, message, args, None)
    made.exc_text = trace
    return made


@pytest.fixture
def tell():
    """A function that tells a line at a time of the day; what a log shows of it, or nothing."""
    now = [0.0]
    repetition = Repetition(lambda: now[0])

    def at(seconds, *parts, **named):
        now[0] = seconds
        told = record(*parts, **named)
        repetition.thin_out(told)
        return told.getMessage() if told.levelno >= logging.NOTSET else None

    return at


def test_the_same_line_is_told_once_a_second(tell):
    assert tell(0, "no room for %s", "a") == "no room for a"
    assert [tell(0.1, "no room for %s", "b"), tell(0.9, "no room for %s", "c")] == [None, None]
    assert tell(1.1, "no room for %s", "d") == "no room for d (and 2 times more until now)"
    assert tell(2.2, "no room for %s", "e") == "no room for e"


def test_other_lines_are_told(tell):
    assert tell(0, "one")
    assert tell(0, "two")
    assert tell(0, "one", line=2)
    assert tell(0, "one", trace="ValueError at a.py:1")
    assert tell(0, "one", trace="ValueError at a.py:2")
    assert tell(0, "one\nof task 2") is None


def test_no_more_than_so_many_lines_are_remembered(tell):
    assert all(tell(0, f"line {number}") for number in range(5_000))


def test_a_log_names_no_visit(caplog):
    factory = logging.getLogRecordFactory()
    redact_errors()
    try:
        logging.getLogger("streamlit").propagate = True
        for _ in range(100):
            logging.getLogger("somebody").warning("Session with id %s is connected!", VISIT)
    finally:
        logging.setLogRecordFactory(factory)
    assert VISIT not in caplog.text
    assert caplog.text.count("is connected") == 1
