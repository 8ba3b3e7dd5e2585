"""Counts what a visitor has ordered and uploaded, and compares it with the limits."""

import streamlit as st

from dashboard.rate_limits import HourlyLimit, rate_limits


def count_file() -> int:
    """Count a file that is asked for; 0, or the minutes until another one may be.

    Raises:
        SettingsError: A setting is no number.
    """
    return _limit("files", rate_limits().files_per_hour).acquire()


def count_reading() -> int:
    """Count a reading of own files; 0, or the minutes until another one may be.

    Raises:
        SettingsError: A setting is no number.
    """
    return _limit("readings", rate_limits().readings_per_hour).acquire()


def _limit(what: str, most: int) -> HourlyLimit:
    """Return the visit's own count, which goes with the visit."""
    key = f"limit-{what}"
    if key not in st.session_state:
        st.session_state[key] = HourlyLimit(most)
    limit: HourlyLimit = st.session_state[key]
    return limit
