"""Waiting for something of a visitor that is read, with words on how long."""

from collections.abc import Callable
from typing import Final, TypeVar

import streamlit as st

from dashboard.locale import Texts
from dashboard.practices.reading import PROCESSES, Reading
from dashboard.practices.worker import Worker

_T = TypeVar("_T")
_POLL_INTERVAL_S: Final = 0.3


def result_of(read: Callable[[Worker], _T], texts: Texts) -> _T:
    """Return what is read in a worker process; until then the page says what it waits for.

    A visitor who goes on to something else, or away, gives it up.

    Args:
        read: Reads it with a worker.
        texts: The interface's texts.

    Raises:
        DashboardError: It could not be read.
    """
    reading = Reading(read)
    words = st.empty()
    try:
        while not reading.wait(_POLL_INTERVAL_S):
            place = reading.place
            words_now = (
                texts("add-waiting", place=place, count=PROCESSES)
                if place
                else texts("add-reading")
            )
            words.html(f'<p class="mp-quiet" role="status">{words_now}</p>')
        words.empty()
        return reading.result()
    finally:
        reading.give_up()
