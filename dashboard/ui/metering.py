"""What this visitor asked of the server so far, beside what one visitor may ask for."""

import streamlit as st

from dashboard.rate_limits import Meter, allowance


def count_file() -> int:
    """Count a file that is asked for; 0, or the minutes until another one may be.

    Raises:
        SettingsError: A setting is no number.
    """
    return _meter("files", allowance().files_per_hour).take()


def count_reading() -> int:
    """Count a reading of own files; 0, or the minutes until another one may be.

    Raises:
        SettingsError: A setting is no number.
    """
    return _meter("readings", allowance().readings_per_hour).take()


def _meter(what: str, most: int) -> Meter:
    """The visit's own count, which goes with the visit."""
    key = f"meter-{what}"
    if key not in st.session_state:
        st.session_state[key] = Meter(most)
    meter: Meter = st.session_state[key]
    return meter
