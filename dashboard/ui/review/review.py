"""The review of one place: its candidates on a map and in a list, and the correction of it."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

import streamlit as st

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.quality.review import ReviewedPlace, find_candidates, places_beside
from dashboard.locale import Texts
from dashboard.practices.corrections import address_words
from dashboard.ui.elements.places import draw_choices
from dashboard.ui.map.map_view import draw_map
from dashboard.ui.review import review_values
from dashboard.ui.review.form import draw_form
from dashboard.ui.review.history import draw_place_history
from dashboard.ui.visit import address, data, view_requests
from dashboard.ui.visit.callbacks import when_chosen
from dashboard.ui.visit.text_fields import draw_text_field, text_in
from dashboard.views.map.points import map_options
from dashboard.views.quality.review import choices, map_candidates, stated_html
from dashboard.views.quality.review_map import (
    GroundClick,
    ReviewMap,
    ReviewMapState,
    ReviewState,
    read_click,
)
from geocoding import Match, Precision

_WHICH: Final = "review-which"


def open_review(place_id: str) -> None:
    """Show the review of a place from the next run on."""
    address.set_param(url.REVIEW, [place_id])
    view_requests.request_focus("przeglad")


def _close(place_id: str) -> None:
    """Show the overview again; the focus goes back to where the place is listed."""
    address.set_param(url.REVIEW, ())
    view_requests.request_focus(f"place-{place_id.replace('/', '-')}")


def draw_review(catalog: Catalog, reviewed: ReviewedPlace, texts: Texts) -> None:
    """Draw the review of a place."""
    review_values.begin(reviewed)
    words = text_in(review_values.WORDS).strip()
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
            draw_form(reviewed, texts)
            draw_place_history(reviewed.id, texts)


def _heading(catalog: Catalog, reviewed: ReviewedPlace, texts: Texts) -> None:
    """Draw which practice it is, and the choice between its places where it has several."""
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
            on_change=when_chosen(_WHICH, places, open_review),
        )


def _take(match: Match, number: int) -> None:
    """Choose a candidate by its number."""
    if 1 <= number <= len(match.candidates):
        chosen = match.candidates[number - 1]
        of_match = match.precision if match.point == chosen.point else None
        precision = chosen.precision or of_match or Precision.LOCALITY
        review_values.put_point(chosen.point.lat, chosen.point.lon, precision)


def _map(catalog: Catalog, reviewed: ReviewedPlace, found: Match, texts: Texts) -> None:
    """Draw the candidates and the chosen point; a click on a mark or on the ground chooses."""

    def choose(properties: Mapping[str, Any]) -> None:
        match read_click(properties):
            case GroundClick(lat, lon):
                review_values.put_point(lat, lon, Precision.BUILDING)
            case int(number):
                _take(found, number)

    chosen = review_values.chosen()
    place = reviewed.place
    is_present = chosen and place.point and chosen == tuple(round(at, 5) for at in place.point)
    shown = ReviewMapState(
        candidates=map_candidates(found.candidates, texts),
        chosen=chosen,
        radius_m=place.accuracy_m if is_present else 0.0,
        move_number=review_values.moves(),
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
    """Draw the list of candidates, and the words that they are found by."""
    st.html(f'<h3 class="mp-subsection">{texts("review-candidates")}</h3>')
    draw_text_field(texts("review-words"), review_values.WORDS, on_change=review_values.move)
    if not match.candidates:
        message = "review-no-candidates" if words else "review-no-address"
        st.html(f'<p class="mp-note">{texts(message)}</p>')
        return
    listed = choices(match.candidates, texts)
    points = [(round(each.point.lat, 5), round(each.point.lon, 5)) for each in match.candidates]
    chosen = review_values.chosen()
    draw_choices(
        listed,
        label=texts("review-candidates"),
        selected=points.index(chosen) + 1 if chosen in points else None,
        on_select=lambda number: _take(match, number),
    )
