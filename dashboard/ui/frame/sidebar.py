"""The filters at the left: search, one control a facet, ranges, reset."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.filters import (
    AREA,
    FIGURE,
    POPULATION,
    RADIUS,
    SEARCH,
    SINCE,
    YEARS,
    Selection,
)
from dashboard.explore.search.search_text import SearchAnswer
from dashboard.locale import LANGUAGES, Texts
from dashboard.ui import login
from dashboard.ui.elements.page_tools import suggest
from dashboard.ui.frame import datasets, figure_range, ranges
from dashboard.ui.labels import plain
from dashboard.ui.streamlit_private import serve_media
from dashboard.ui.visit import state, widget_keys
from dashboard.ui.visit.callbacks import when_chosen
from dashboard.ui.visit.facet_lists import chosen_values, list_key, option_names
from dashboard.ui.visit.text_fields import draw_text_field, text_in
from dashboard.url import EARLIEST_DAY, LATEST_DAY
from dashboard.views.search_suggestions import suggested, suggestions_file

_BEFORE_RANGES: Final = (Facet.VOIVODESHIP, Facet.SECTION)
"""The filters above the ranges of population and years: those that are used most often."""


def draw_filters(
    catalog: Catalog, selection: Selection, search: SearchAnswer | None, texts: Texts
) -> None:
    """Draw the filters in the sidebar, each option with its count; changes go to the address."""
    with st.sidebar:
        st.html(f'<h2 class="mp-filters">{texts("filters")}</h2>')
        _search(catalog, search, texts)
        for facet in _BEFORE_RANGES:
            _facet(catalog, facet, selection, texts)
        ranges.draw_population(texts)
        ranges.draw_years(catalog, texts)
        for facet in Facet:
            if facet not in _BEFORE_RANGES:
                _facet(catalog, facet, selection, texts)
        figure_range.draw_figure_range(texts)
        _since(texts)
        st.button(
            texts("filter-reset"),
            key="reset",
            on_click=state.reset_filters,
            disabled=not state.filters().active,
            width="stretch",
        )
        _left_out(selection, texts)
        datasets.draw_choice(texts)
        _language(texts)
        login.draw_login(texts)


def _search(catalog: Catalog, search: SearchAnswer | None, texts: Texts) -> None:
    """Draw the search field, which suggests the values of the filters, and what it did not find."""
    draw_text_field(
        texts(f"filter-{SEARCH}"),
        widget_keys.SEARCH,
        placeholder=texts("filter-szukaj-hint"),
        on_change=partial(_typed, catalog),
    )
    content = suggestions_file(catalog, texts)
    address = serve_media(content, "application/json", name="mapa-praktyk-suggestions")
    suggest(widget_keys.SEARCH, address.lstrip("/"), texts, of="search")
    for typed, replacement in search.replaced if search else ():
        st.caption(plain(texts("search-replaced", typed=typed, replacement=replacement)))
    for word in search.unknown if search else ():
        st.caption(plain(texts("search-unknown", word=word)))


def _typed(catalog: Catalog) -> None:
    """Take what the field holds: a suggested value of a filter, or words."""
    found = suggested(catalog, text_in(widget_keys.SEARCH).strip())
    if found is None:
        state.search()
        return
    facet, value = found
    chosen = replace(state.filters(), search="")
    values = tuple(dict.fromkeys((*chosen.chosen.get(facet, ()), value)))
    state.choose(replace(chosen, chosen={**chosen.chosen, facet: values}))


def _facet(catalog: Catalog, facet: Facet, selection: Selection, texts: Texts) -> None:
    """Draw one facet's values; those that would show nothing are left out unless chosen."""
    counts, shown = selection.counts[facet], option_names(catalog, facet)
    chosen, index = chosen_values(facet), catalog.facets[facet]
    is_offered = (
        facet is not Facet.COMMUNE
        or chosen_values(Facet.VOIVODESHIP)
        or chosen_values(Facet.COUNTY)
    )
    options = [each for each in index.values if (is_offered and counts[each]) or each in chosen]
    st.multiselect(
        texts(f"filter-{facet.value}"),
        options,
        format_func=lambda value: shown.option(value, texts.number(counts[value])),
        key=list_key(facet),
        placeholder=texts(
            _placeholder(catalog, facet, options) if is_offered else "filter-commune-first"
        ),
        select_all=False,
        disabled=not options,
        on_change=state.publish,
    )


def _placeholder(catalog: Catalog, facet: Facet, options: list[str]) -> str:
    """Return the message of an empty control: all, or why there is nothing to choose."""
    if options:
        return "filter-placeholder"
    return "filter-none-left" if catalog.facets[facet].values else "filter-nothing"


def _since(texts: Texts) -> None:
    """Draw the day since which practices must be new or changed."""
    st.date_input(
        texts(f"filter-{SINCE}"),
        value=None,
        key=widget_keys.SINCE,
        min_value=EARLIEST_DAY,
        max_value=LATEST_DAY,
        format="DD.MM.YYYY",
        help=texts("filter-nowe-help"),
        on_change=state.publish,
    )


def _left_out(selection: Selection, texts: Texts) -> None:
    """Draw how many practices each filter in use leaves out because their value is not known.

    Below all filters, so that none of them moves away under the hand.
    """
    for name in (*Facet, POPULATION, YEARS, RADIUS, AREA, FIGURE, SINCE):
        count = selection.left_out.get(name, 0)
        if count:
            label = texts(f"filter-{name}")
            st.caption(texts("filter-left-out", label=label, count=count))


def _language(texts: Texts) -> None:
    """Draw the switch between the languages."""
    st.segmented_control(
        texts("language"),
        LANGUAGES,
        key="language",
        default=texts.language,
        required=True,
        format_func=lambda language: texts(f"language-{language}"),
        on_change=when_chosen("language", LANGUAGES, state.switch_language),
    )
