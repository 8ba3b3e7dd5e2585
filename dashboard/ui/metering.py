"""What this visitor asked of the server so far, beside what one visitor may ask for."""

import secrets
from typing import Final

import streamlit as st

from dashboard.practices.allowance import Meter, allowance

_VISITOR: Final = "visitor"


def count_file() -> int:
    """Count a file that is asked for; 0, or the minutes until another one may be.

    Raises:
        SettingsError: A setting is no number.
    """
    return _files().take(_visitor())


def count_reading() -> int:
    """Count a reading of own files; 0, or the minutes until another one may be.

    Raises:
        SettingsError: A setting is no number.
    """
    return _readings().take(_visitor())


def _visitor() -> str:
    """What tells this visit from all others; nobody else knows it."""
    return str(st.session_state.setdefault(_VISITOR, secrets.token_hex(16)))


@st.cache_resource(show_spinner=False)
def _files() -> Meter:
    return Meter(allowance().files_per_hour)


@st.cache_resource(show_spinner=False)
def _readings() -> Meter:
    return Meter(allowance().readings_per_hour)
