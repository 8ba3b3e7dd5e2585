"""'Moja jednostka': the reader says where they are from, and the practices are put in relation."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any, Final

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.figures.closeness import closeness
from dashboard.explore.filters.home import HomeQuery, HomeUnit
from dashboard.explore.filters.home import find_home as find
from dashboard.explore.filters.order import Order
from dashboard.explore.units.local_units import DEGREES, LocalUnit, UnitLevel, local_units
from dashboard.explore.units.localities import communes_of_locality
from dashboard.locale import Texts
from dashboard.practices.communes import candidate_label
from dashboard.ui.elements.page_tools import suggest
from dashboard.ui.map.assets import units_address
from dashboard.ui.visit import data, figures, own_unit, state, widget_keys
from dashboard.ui.visit.text_fields import draw_text_field, text_in
from dashboard.views.figures.words import figure_label
from dashboard.views.units.unit_words import unit_codes, unit_label, unit_lines_of, unit_type_of
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
_MOST: Final = {"population": 10_000_000, "density": 10_000}
_STEP: Final = {"population": 1000, "density": 10}


def find_home() -> Match | None:
    """Find the reader's own unit, and keep it; the geocoder's answer where it was asked."""
    asked = own_unit.asked()
    match, unit = find(
        asked,
        lambda place: data.geocoder().match(read_address(place)),
        figure=figures.find_figure(asked.figure) if asked.figure else None,
    )
    own_unit.put(unit)
    return match


def draw_home(catalog: Catalog, match: Match | None, texts: Texts) -> None:
    """Draw the controls: the unit, what to choose from when it is unclear, radius, likeness."""
    with st.container(key="moja-jednostka"):
        st.html(f'<h2 class="mp-filters">{texts("home")}</h2>')
        _place(texts)
        own = own_unit.found()
        if not own_unit.asked().place.strip():
            return
        if own is not None:
            _summary(own, texts)
            _radius(texts)
            _likeness(catalog, own, texts)
        elif match is not None and match.status is Status.AMBIGUOUS:
            _candidates(match, texts)
        elif communes := communes_of_locality(own_unit.asked().place):
            _communes(communes, texts)
        else:
            st.warning(texts("home-not-found"))
        st.button(texts("home-forget"), key="home-forget", on_click=_forget, type="tertiary")


def _place(texts: Texts) -> None:
    """Give a unit, of which the page suggests the names, or any locality or postal code."""
    place = own_unit.asked().place
    unit = local_units().find(place)
    st.session_state[widget_keys.HOME_PLACE] = unit_label(unit, texts) if unit else place
    draw_text_field(
        texts("home-place"),
        widget_keys.HOME_PLACE,
        placeholder=texts("home-place-hint"),
        on_change=_choose_typed,
    )
    suggest(widget_keys.HOME_PLACE, units_address(texts.language), texts, of="home")


def _choose_typed() -> None:
    """Take what the field holds: the label of a unit, or words."""
    text = text_in(widget_keys.HOME_PLACE).strip()
    _choose(unit_codes().get(text, text))


def _choose(place: str) -> None:
    """Take another place; the list is then ordered by likeness to its unit."""
    asked = own_unit.asked()
    own_unit.ask(HomeQuery(place=place, radius_km=asked.radius_km, sections=asked.sections))
    st.session_state[widget_keys.ORDER] = Order.LIKENESS if place else Order.NUMBER
    state.publish()


def _forget() -> None:
    own_unit.ask(HomeQuery())
    own_unit.put(None)
    st.session_state[widget_keys.ORDER] = Order.NUMBER
    state.publish()


def _summary(own: HomeUnit, texts: Texts) -> None:
    """Draw the unit that was found with its figures, and the place in it that was searched for."""
    name, figures = unit_lines_of(own.unit, texts) if own.unit else (own.label, "")
    if own.label and own.unit and own.label != own.unit.name:
        name = texts("home-lies-in", place=own.label, unit=name)
    st.html(f'<p class="mp-own-unit"><strong>{escape(name)}</strong> {escape(figures)}</p>')


def _candidates(match: Match, texts: Texts) -> None:
    """Give one button a candidate, where the name alone does not tell."""
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


def _communes(communes: Sequence[LocalUnit], texts: Texts) -> None:
    """Give one button a commune, where several have a locality of the name."""
    st.caption(texts("home-ambiguous"))
    for unit in communes:
        st.button(
            unit_label(unit, texts),
            key=f"home-commune-{unit.teryt}",
            on_click=_choose,
            args=(unit.teryt,),
            width="stretch",
        )


def _radius(texts: Texts) -> None:
    stated = own_unit.asked().radius_km
    st.session_state[widget_keys.HOME_RADIUS] = stated
    st.selectbox(
        texts("home-radius"),
        sorted({*RADII_KM, *([stated] if stated else [])}),
        index=None,
        key=widget_keys.HOME_RADIUS,
        format_func=lambda km: texts("home-radius-km", km=km),
        placeholder=texts("home-radius-any"),
        on_change=_take,
        args=("radius_km", widget_keys.HOME_RADIUS),
    )


def _likeness(catalog: Catalog, own: HomeUnit, texts: Texts) -> None:
    """Give what the unit is compared by: filled in from the table, and open to change."""
    profile, unit = own.profile, own.unit
    own_type = unit_type_of(unit) if unit else ""
    types = dict.fromkeys((*UNIT_TYPES, own_type, *catalog.facets[Facet.UNIT_TYPE].values))
    state_of = st.session_state
    state_of[widget_keys.HOME_TYPE] = own.query.unit_type or own_type or None
    state_of[widget_keys.HOME_POPULATION] = profile.population
    state_of[widget_keys.HOME_DENSITY] = round(profile.density) if profile.density else None
    state_of[widget_keys.HOME_URBANISATION] = profile.urbanisation
    state_of[widget_keys.HOME_SECTIONS] = list(own.query.sections)
    with st.expander(texts("home-likeness"), expanded=False):
        st.selectbox(
            texts("home-type"),
            list(filter(None, types)),
            index=None,
            key=widget_keys.HOME_TYPE,
            placeholder=texts("home-unstated"),
            on_change=_take,
            args=("unit_type", widget_keys.HOME_TYPE, own_type),
        )
        people, density = (unit.population, round(unit.density)) if unit else (None, None)
        _number("population", widget_keys.HOME_POPULATION, people, texts)
        _number("density", widget_keys.HOME_DENSITY, density, texts)
        if profile.level == UnitLevel.COMMUNE:
            st.selectbox(
                texts("home-urbanisation"),
                DEGREES,
                index=None,
                key=widget_keys.HOME_URBANISATION,
                format_func=lambda degree: texts(f"unit-degree-{degree}"),
                placeholder=texts("home-unstated"),
                on_change=_take,
                args=("urbanisation", widget_keys.HOME_URBANISATION, unit and unit.urbanisation),
            )
        _figure(own, texts)
        st.multiselect(
            texts("home-sections"),
            catalog.facets[Facet.SECTION].values,
            key=widget_keys.HOME_SECTIONS,
            placeholder=texts("home-unstated"),
            select_all=False,
            on_change=_take,
            args=("sections", widget_keys.HOME_SECTIONS),
        )


def _figure(own: HomeUnit, texts: Texts) -> None:
    """Give the figure that the unit is compared by, too, where the visit has any."""
    names = {each.key: figure_label(each) for each in figures.figures()}
    if not names or own.unit is None:
        return
    st.session_state[widget_keys.HOME_FIGURE] = own.query.figure or None
    st.selectbox(
        texts("home-figure"),
        list(names),
        index=None,
        key=widget_keys.HOME_FIGURE,
        format_func=lambda key: names.get(key, key),
        placeholder=texts("filter-figure-none"),
        on_change=_take,
        args=("figure", widget_keys.HOME_FIGURE),
    )
    if own.figure is not None and closeness(own.figure, own.unit, local_units()) is None:
        st.caption(texts("home-figure-missing"))


def _number(name: str, key: str, own: int | None, texts: Texts) -> None:
    """Give a number of the unit, which the table has as well."""
    st.number_input(
        texts(f"home-{name}"),
        key=key,
        min_value=1,
        max_value=_MOST[name],
        value=None,
        step=_STEP[name],
        placeholder=texts("home-unstated"),
        on_change=_take,
        args=(name, key, own),
    )


def _take(name: str, key: str, own: object = None) -> None:
    """Write what a widget holds to what is said of the unit; nothing where it is the unit's own.

    Args:
        name: The attribute of a HomeQuery.
        key: The widget's key.
        own: What the table has.
    """
    value = st.session_state.get(key)
    if isinstance(value, list):
        value = tuple(value)
    if value == own:
        value = None
    changed: dict[str, Any] = {name: getattr(HomeQuery(), name) if value is None else value}
    own_unit.ask(replace(own_unit.asked(), **changed))
    state.publish()
