"""'Moja jednostka': the reader says where they are from, and the practices are put in relation."""

from typing import Final

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.home import located_home
from dashboard.locale import Texts
from dashboard.practices.communes import candidate_label
from dashboard.ui.elements.page_tools import suggest
from dashboard.ui.map.assets import communes_address
from dashboard.ui.visit import data, state, widget_keys
from dashboard.ui.visit.text_fields import draw_text_field
from geocoding import Match, Status
from geocoding.text import read_address

RADII_KM: Final = (10, 25, 50, 75, 100, 150, 200)
UNIT_TYPES: Final = (
    "gmina miejska",
    "gmina wiejska",
    "gmina miejsko-wiejska",
    "miasto na prawach powiatu",
    "powiat",
    "województwo",
    "związek",
)


def find_home() -> Match | None:
    """Locate what the reader stated as their own unit, and keep it; None without a statement."""
    asked = state.home_query()
    if not asked.place.strip():
        state.put_home(None)
        return None
    match = data.geocoder().match(read_address(asked.place))
    state.put_home(located_home(match, asked))
    return match


def draw_home(catalog: Catalog, match: Match | None, texts: Texts) -> None:
    """Draw the controls: the place, what to choose from when it is unclear, radius, likeness."""
    with st.container(key="moja-jednostka"):
        st.html(f'<h2 class="mp-filters">{texts("home")}</h2>')
        _place(texts)
        if match is None:
            return
        if match.status is Status.AMBIGUOUS:
            _candidates(match, texts)
        elif state.home() is None:
            st.warning(texts("home-not-found"))
        else:
            st.caption(texts("home-found", place=_words(match)))
            _radius(texts)
            _likeness(catalog, texts)
        st.button(
            texts("home-forget"),
            key="home-forget",
            on_click=state.forget_home,
            type="tertiary",
        )


def _words(match: Match) -> str:
    """What was matched, with its county and voivodeship."""
    names = (match.matched_label, match.matched_county, match.matched_voivodeship)
    return ", ".join(dict.fromkeys(filter(None, names)))


def _place(texts: Texts) -> None:
    """A commune, of which the browser suggests the names, or any locality or postal code."""
    draw_text_field(
        texts("home-place"),
        widget_keys.HOME_PLACE,
        placeholder=texts("home-place-hint"),
        on_change=state.publish,
    )
    suggest(widget_keys.HOME_PLACE, communes_address())


def _candidates(match: Match, texts: Texts) -> None:
    """One button a candidate, where the name alone does not tell."""
    st.caption(texts("home-ambiguous"))
    for number, candidate in enumerate(match.candidates):
        label = candidate_label(candidate)
        shown = label
        if candidate.commune and candidate.commune != candidate.label:
            shown = texts("home-candidate", place=label, commune=candidate.commune)
        st.button(
            shown,
            key=f"home-candidate-{number}",
            on_click=_choose,
            args=(label,),
            width="stretch",
        )


def _choose(label: str) -> None:
    st.session_state[widget_keys.HOME_PLACE] = label
    state.publish()


def _radius(texts: Texts) -> None:
    stated = st.session_state.get(widget_keys.HOME_RADIUS)
    options = sorted({*RADII_KM, *([stated] if stated else [])})
    st.selectbox(
        texts("home-radius"),
        options,
        index=None,
        key=widget_keys.HOME_RADIUS,
        format_func=lambda km: texts("home-radius-km", km=km),
        placeholder=texts("home-radius-any"),
        on_change=state.publish,
    )


def _likeness(catalog: Catalog, texts: Texts) -> None:
    """What makes another unit like the reader's own."""
    types = dict.fromkeys((*UNIT_TYPES, *catalog.facets[Facet.UNIT_TYPE].values))
    with st.expander(texts("home-likeness"), expanded=False):
        st.selectbox(
            texts("home-type"),
            list(types),
            index=None,
            key=widget_keys.HOME_TYPE,
            placeholder=texts("home-unstated"),
            on_change=state.publish,
        )
        st.number_input(
            texts("home-population"),
            key=widget_keys.HOME_POPULATION,
            min_value=1,
            max_value=10_000_000,
            value=None,
            step=1000,
            placeholder=texts("home-unstated"),
            on_change=state.publish,
        )
        st.multiselect(
            texts("home-sections"),
            catalog.facets[Facet.SECTION].values,
            key=widget_keys.HOME_SECTIONS,
            placeholder=texts("home-unstated"),
            select_all=False,
            on_change=state.publish,
        )
