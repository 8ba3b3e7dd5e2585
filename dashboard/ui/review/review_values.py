"""What the controls of a review hold, and which saved correction its reader knows of."""

from typing import Final, cast

import streamlit as st

from dashboard.explore.quality.review import ReviewedPlace
from dashboard.practices.corrections import address_words
from dashboard.ui.review import corrections
from dashboard.ui.visit import widget_keys
from geocoding import Precision
from geocoding.overrides import Override
from geocoding.text.lengths import LONGEST_LINE

LAT: Final = "review-lat"
LON: Final = "review-lon"
PRECISION: Final = "review-precision"
REASON: Final = widget_keys.REVIEW_REASON
WORDS: Final = widget_keys.REVIEW_WORDS

_OPENED: Final = "review-opened"
_FILLED: Final = "review-filled"
_POSITION: Final = "review-position"
_SEEN: Final = "review-seen"
_SHOWN: Final = "review-shown"
_MOVES: Final = "review-moves"
_DONE: Final = "review-done"
_REMOVED: Final = "review-removed"
_VALUES: Final = (LAT, LON, PRECISION, REASON)
_WIDGETS: Final = (*_VALUES, WORDS)


def begin(reviewed: ReviewedPlace) -> None:
    """Fill the controls in when another place comes under review, or when it moved.

    What a reader has begun to write stays, whatever somebody else saves meanwhile.

    Raises:
        GeocodingError: The file of corrections holds rows that are not as they should be.
    """
    position = (reviewed.place.point, reviewed.place.status)
    is_open = st.session_state.get(_OPENED) == reviewed.id
    if is_open and all(key in st.session_state for key in _WIDGETS):
        if st.session_state[_POSITION] == position or _values() != st.session_state[_FILLED]:
            return
    elif not is_open:
        st.session_state.pop(_DONE, None)
        st.session_state.pop(_SHOWN, None)
    _fill(reviewed)
    words = address_words(reviewed.address)
    st.session_state[WORDS] = words if len(words) <= LONGEST_LINE else ""
    st.session_state[_OPENED] = reviewed.id
    st.session_state[_POSITION] = position
    st.session_state[_SEEN] = corrections.saved_at(reviewed.id)
    mark_saved()
    move()


def _fill(reviewed: ReviewedPlace) -> None:
    """Fill in the correction of this visit, or that which was just removed, or the position."""
    before = corrections.corrections_for(reviewed.id) or _removed_from(reviewed)
    lat, lon = reviewed.place.point or (None, None)
    precision = reviewed.place.precision or None
    if before:
        lat, lon, precision = before.lat, before.lon, before.precision.value
    st.session_state[LAT] = None if lat is None else round(lat, 5)
    st.session_state[LON] = None if lon is None else round(lon, 5)
    st.session_state[PRECISION] = precision
    st.session_state[REASON] = before.reason if before else ""


def _removed_from(reviewed: ReviewedPlace) -> Override | None:
    """Return the correction that was just removed from the place: the form still holds it."""
    removed: Override | None = st.session_state.pop(_REMOVED, None)
    return removed if removed and removed.id == reviewed.id else None


def fill_anew(removed: Override | None = None) -> None:
    """Fill the controls in with the next run: as the place is by now, or as it was corrected.

    Args:
        removed: The correction that was just removed, for the form to hold it still.
    """
    st.session_state[_REMOVED] = removed
    st.session_state.pop(_POSITION, None)
    st.session_state.pop(REASON, None)


def mark_saved() -> None:
    """Note that what the controls hold is no news to the reader."""
    st.session_state[_FILLED] = _values()


def _values() -> tuple[object, ...]:
    """Return what the controls of the correction hold."""
    return tuple(st.session_state[key] for key in _VALUES)


def seen() -> Override | None:
    """Return the saved correction that the controls start from."""
    return cast("Override | None", st.session_state.get(_SEEN))


def shown() -> Override | None:
    """Return the saved correction that the reader had before their eyes when they clicked."""
    return cast("Override | None", st.session_state.get(_SHOWN, seen()))


def see(saved: Override | None) -> None:
    """Note that the reader knows of a saved correction."""
    st.session_state[_SEEN] = saved
    mark_shown()


def mark_shown() -> None:
    """Note that all is drawn: the next click is made by one who sees it."""
    st.session_state[_SHOWN] = seen()


def done() -> str:
    """Return what was done last with this place, as a message's name; empty where nothing was."""
    return str(st.session_state.get(_DONE, ""))


def announce_done(what: str) -> None:
    """Show with the next run what was done; nothing where it is empty."""
    st.session_state[_DONE] = what


def chosen() -> tuple[float, float] | None:
    """Return the point that the controls hold."""
    lat, lon = st.session_state[LAT], st.session_state[LON]
    return None if lat is None or lon is None else (lat, lon)


def put_point(lat: float, lon: float, precision: Precision) -> None:
    """Put a point into the controls."""
    st.session_state[LAT] = round(lat, 5)
    st.session_state[LON] = round(lon, 5)
    st.session_state[PRECISION] = precision.value
    announce_done("")


def move() -> None:
    """Make the map show all candidates when it is drawn next."""
    st.session_state[_MOVES] = moves() + 1


def moves() -> int:
    """Return how often the map was to show all candidates."""
    return int(st.session_state.get(_MOVES, 0))
