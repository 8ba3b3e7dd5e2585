"""The reader's own unit in a visit: what is said of it, and where it was found.

What is said does not live in widgets, since Streamlit forgets these while a page without them is
shown; the widgets show it, and each change of one is written to it.
"""

from typing import Final, cast

import streamlit as st

from dashboard.explore.filters.filters import Circle
from dashboard.explore.filters.groups import Group
from dashboard.explore.filters.home import HomeQuery, HomeUnit

_ASKED: Final = "own-unit-asked"
_FOUND: Final = "own-unit"


def asked() -> HomeQuery:
    """Give what the reader says of their own unit."""
    return cast("HomeQuery", st.session_state.get(_ASKED, HomeQuery()))


def ask(query: HomeQuery) -> None:
    """Say something else of it."""
    st.session_state[_ASKED] = query


def found() -> HomeUnit | None:
    """Give the reader's own unit, where it was found; None where it was not, or none is stated."""
    return cast("HomeUnit | None", st.session_state.get(_FOUND))


def put(unit: HomeUnit | None) -> None:
    """Keep where it was found."""
    st.session_state[_FOUND] = unit


def circle() -> Circle | None:
    """Give the circle around it that practices are to be in; None for no bound."""
    unit, radius_km = found(), asked().radius_km
    return Circle(unit.point, radius_km) if unit and radius_km else None


def group() -> Group | None:
    """Give the units that practices are to be of; None for any."""
    unit = found()
    return unit.group if unit and asked().is_group_alone else None
