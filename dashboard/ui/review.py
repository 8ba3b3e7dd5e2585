"""The review of one place: its candidates on a map and in a list, and the correction of it."""

import datetime as dt
from collections.abc import Mapping
from html import escape
from typing import Any, Final

import streamlit as st
from pydantic import ValidationError

from dashboard.errors import DashboardError
from dashboard.explore.catalog import Catalog
from dashboard.explore.review import ReviewedPlace, find_candidates, places_beside
from dashboard.locale import Texts
from dashboard.practices.corrections import address_of_correction, address_words
from dashboard.ui import attention, corrections, data, names, shell, state
from dashboard.ui.elements.places import draw_choices
from dashboard.ui.map_view import draw_map
from dashboard.ui.removal import draw_removal
from dashboard.views.points import map_options
from dashboard.views.review import choices, map_candidates, stated_html
from dashboard.views.review_map import (
    GroundClick,
    ReviewMap,
    ReviewMapState,
    ReviewState,
    read_click,
)
from geocoding import GeocodingError, Match, Precision
from geocoding.overrides import Override

_OPENED: Final = "review-opened"
_MOVES: Final = "review-moves"
_DONE: Final = "review-done"
_REMOVED: Final = "review-removed"
_LAT: Final = "review-lat"
_LON: Final = "review-lon"
_PRECISION: Final = "review-precision"
_REASON: Final = "review-reason"
_WORDS: Final = "review-words"
_WHICH: Final = "review-which"
_WIDGETS: Final = (_LAT, _LON, _PRECISION, _REASON, _WORDS)


def open_review(place_id: str) -> None:
    """Show the review of a place from the next run on."""
    state.put(names.REVIEW, [place_id])
    attention.ask_focus("przeglad")


def _close(place_id: str) -> None:
    """Show the overview again; the focus goes back to where the place is listed."""
    state.put(names.REVIEW, ())
    attention.ask_focus(f"place-{place_id.replace('/', '-')}")


def draw_review(catalog: Catalog, reviewed: ReviewedPlace, texts: Texts) -> None:
    """Draw the review of a place."""
    _begin(reviewed)
    words = st.session_state[_WORDS].strip()
    changed = words if words != address_words(reviewed.address) else ""
    match = find_candidates(data.geocoder(), reviewed, changed)
    st.button(texts("review-close"), key="review-close", on_click=_close, args=(reviewed.id,))
    _heading(catalog, reviewed, texts)
    with st.container(key="przeglad"):
        with st.container(key="mapa-przeglad"):
            _map(catalog, reviewed, match, texts)
        with st.container(key="przeglad-panel"):
            st.html(stated_html(catalog, reviewed, texts))
            _candidates(match, words, texts)
            _form(reviewed, texts)


def _begin(reviewed: ReviewedPlace) -> None:
    """Fill the controls in when another place comes under review, or when it moved."""
    opened = (reviewed.id, reviewed.place.point, reviewed.place.status)
    if st.session_state.get(_OPENED) == opened and all(key in st.session_state for key in _WIDGETS):
        return
    before = corrections.kept_for(reviewed.id) or _removed_from(reviewed)
    lat, lon = reviewed.place.point or (None, None)
    precision = reviewed.place.precision or None
    if before:
        lat, lon, precision = before.lat, before.lon, before.precision.value
    st.session_state[_LAT] = None if lat is None else round(lat, 5)
    st.session_state[_LON] = None if lon is None else round(lon, 5)
    st.session_state[_PRECISION] = precision
    st.session_state[_REASON] = before.reason if before else ""
    st.session_state[_WORDS] = address_words(reviewed.address)
    if st.session_state.get(_OPENED, ("",))[0] != reviewed.id:
        st.session_state.pop(_DONE, None)
    st.session_state[_OPENED] = opened
    _move()


def _removed_from(reviewed: ReviewedPlace) -> Override | None:
    """The correction that was just removed from the place: the form still holds it."""
    removed: Override | None = st.session_state.pop(_REMOVED, None)
    return removed if removed and removed.id == reviewed.id else None


def _move() -> None:
    """Let the map show all candidates with its next drawing."""
    st.session_state[_MOVES] = _moves() + 1


def _moves() -> int:
    return int(st.session_state.get(_MOVES, 0))


def _heading(catalog: Catalog, reviewed: ReviewedPlace, texts: Texts) -> None:
    """Which practice it is, and the choice between its places where it has several."""
    number = texts("card-number", number=str(reviewed.place.practice))
    st.html(
        f'<h2 id="przeglad" class="mp-section" tabindex="-1">{texts("review-title")}</h2>'
        f'<p class="mp-reviewed"><strong>{escape(reviewed.title)}</strong>'
        f' <span class="mp-quiet">{number}</span></p>'
    )
    places = places_beside(catalog, reviewed)
    if len(places) > 1:
        st.session_state[_WHICH] = reviewed.id
        st.selectbox(
            texts("review-which"),
            list(places),
            format_func=places.__getitem__,
            key=_WHICH,
            on_change=lambda: open_review(st.session_state[_WHICH]),
        )


def _chosen() -> tuple[float, float] | None:
    """The point that the controls hold."""
    lat, lon = st.session_state[_LAT], st.session_state[_LON]
    return None if lat is None or lon is None else (lat, lon)


def _put_point(lat: float, lon: float, precision: Precision) -> None:
    """Put a point into the controls."""
    st.session_state[_LAT] = round(lat, 5)
    st.session_state[_LON] = round(lon, 5)
    st.session_state[_PRECISION] = precision.value
    st.session_state.pop(_DONE, None)


def _take(match: Match, number: int) -> None:
    """Choose a candidate by its number."""
    if 1 <= number <= len(match.candidates):
        point = match.candidates[number - 1].point
        is_best = match.point == point and match.precision is not None
        _put_point(
            point.lat,
            point.lon,
            match.precision if is_best and match.precision else Precision.LOCALITY,
        )


def _map(catalog: Catalog, reviewed: ReviewedPlace, found: Match, texts: Texts) -> None:
    """The candidates and the chosen point; a click on a mark or on the ground chooses."""

    def choose(properties: Mapping[str, Any]) -> None:
        match read_click(properties):
            case GroundClick(lat, lon):
                _put_point(lat, lon, Precision.BUILDING)
            case int(number):
                _take(found, number)

    chosen = _chosen()
    place = reviewed.place
    is_present = chosen and place.point and chosen == tuple(round(at, 5) for at in place.point)
    shown = ReviewMapState(
        candidates=map_candidates(found.candidates, texts),
        chosen=chosen,
        radius_m=place.accuracy_m if is_present else 0.0,
        move_number=_moves(),
        label=texts("review-chosen"),
    )
    draw_map(
        ReviewMap,
        ReviewState(shown),
        key="map-of-review",
        options=map_options(catalog, texts),
        on_click=choose,
    )


def _candidates(match: Match, words: str, texts: Texts) -> None:
    """The list of candidates, and the words that they are found by."""
    st.html(f'<h3 class="mp-subsection">{texts("review-candidates")}</h3>')
    st.text_input(texts("review-words"), key=_WORDS, on_change=_move)
    if not match.candidates:
        message = "review-no-candidates" if words else "review-no-address"
        st.html(f'<p class="mp-note">{texts(message)}</p>')
        return
    listed = choices(match.candidates, texts)
    points = [(round(each.point.lat, 5), round(each.point.lon, 5)) for each in match.candidates]
    chosen = _chosen()
    draw_choices(
        listed,
        label=texts("review-candidates"),
        taken=points.index(chosen) + 1 if chosen in points else None,
        on_take=lambda number: _take(match, number),
    )


def _form(reviewed: ReviewedPlace, texts: Texts) -> None:
    """The point, what it stands for, the reason, and the button that keeps them."""
    st.html(f'<h3 class="mp-subsection">{texts("review-correction")}</h3>')
    st.html(f'<p class="mp-note">{texts("review-how")}</p>')
    columns = st.columns(2)
    for column, key in zip(columns, (_LAT, _LON), strict=True):
        column.number_input(texts(key), key=key, step=0.001, format="%.5f")
    st.selectbox(
        texts("review-precision"),
        [each.value for each in Precision],
        format_func=lambda value: texts(f"quality-precision-{value}"),
        placeholder=texts("review-precision-choose"),
        key=_PRECISION,
    )
    st.text_input(texts("review-reason"), key=_REASON, placeholder=texts("review-reason-hint"))
    _submit(reviewed, texts)
    corrections.draw_corrections(texts)


def _submit(reviewed: ReviewedPlace, texts: Texts) -> None:
    """The buttons that keep the correction or take it back, and what came of it."""
    where = "save" if corrections.saves() else "keep"
    if st.button(texts(f"review-{where}"), key="review-put", type="primary"):
        st.session_state.pop(_DONE, None)
        try:
            problem = _put(reviewed)
        except (DashboardError, GeocodingError) as error:  # a fragment is outside the router
            shell.draw_error(str(error), texts)
            return
        if problem:
            st.warning(texts(problem))
        else:
            st.session_state[_DONE] = where
            st.rerun()
    if removed := draw_removal(reviewed.id, texts):
        st.session_state[_REMOVED] = removed
        st.session_state[_OPENED] = (reviewed.id,)  # fill the form in again, with what was removed
        st.session_state[_DONE] = f"remove-{where}"
        attention.ask_focus("poprawka-stan")
        st.rerun()
    if _DONE in st.session_state:
        done = texts(f"review-done-{st.session_state[_DONE]}")
        st.html(f'<p id="poprawka-stan" class="mp-done" role="status" tabindex="-1">{done}</p>')


def _put(reviewed: ReviewedPlace) -> str:
    """Make the correction of what the controls hold; gives the message of what is wrong."""
    point = _chosen()
    if point is None:
        return "review-needs-point"
    if not st.session_state[_PRECISION]:
        return "review-needs-precision"
    if not st.session_state[_REASON].strip():
        return "review-needs-reason"
    try:
        correction = Override(
            id=reviewed.id,
            address=address_of_correction(reviewed.address),
            lat=point[0],
            lon=point[1],
            precision=st.session_state[_PRECISION],
            reason=st.session_state[_REASON],
            date=dt.datetime.now().astimezone().date(),
        )
    except ValidationError:
        return "review-outside"
    corrections.put(correction)
    return ""
