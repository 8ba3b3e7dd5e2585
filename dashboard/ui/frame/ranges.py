"""The filters by a range: two fields under one heading, either of which may be left open."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.filters.filters import POPULATION, YEARS
from dashboard.explore.filters.years import years_of
from dashboard.locale import Texts
from dashboard.ui.visit import state, widget_keys
from dashboard.url import FIRST_YEAR, LAST_YEAR

_MAX_POPULATION = 999_999_999
"""The greatest that an address can ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Range:
    """The two fields of a range.

    Attributes:
        name: Of the filter, as in the address bar.
        keys: Of the two fields.
        least: The least number that a field takes.
        most: The greatest.
        step: By how much an arrow key changes a field.
        examples: What the empty fields show after their word: the ends of what there is, if any.
    """

    name: str
    keys: tuple[str, str]
    least: int
    most: int
    step: int
    examples: Sequence[str] = ("", "")


def draw_population(texts: Texts) -> None:
    """Draw the range of population, and the choice of the practices without one."""
    chosen = state.filters()
    shown = _Range(
        name=POPULATION,
        keys=widget_keys.POPULATION_BOUNDS,
        least=0,
        most=_MAX_POPULATION,
        step=1000,
    )
    _draw(shown, texts, is_disabled=chosen.population_unknown)
    st.checkbox(
        texts("filter-population-unknown"),
        key=widget_keys.POPULATION_UNKNOWN,
        on_change=state.publish,
    )
    _say_if_backwards(chosen.population_min, chosen.population_max, texts)


def draw_years(catalog: Catalog, texts: Texts) -> None:
    """Draw the range of years; its empty fields show the first and the last year there is."""
    chosen, years = state.filters(), years_of(catalog)
    shown = _Range(
        name=YEARS,
        keys=widget_keys.YEAR_BOUNDS,
        least=FIRST_YEAR,
        most=LAST_YEAR,
        step=1,
        examples=(str(years[0]), str(years[-1])) if years else ("", ""),
    )
    _draw(shown, texts)
    _say_if_backwards(chosen.year_min, chosen.year_max, texts)


def _draw(shown: _Range, texts: Texts, *, is_disabled: bool = False) -> None:
    """Draw the heading and the two fields; a screen reader hears both in the name of each field."""
    heading = texts(f"filter-{shown.name}")
    st.html(f'<p class="mp-group-label">{heading}</p>')
    ends = zip(st.columns(2), shown.keys, ("from", "to"), shown.examples, strict=True)
    for column, key, word, example in ends:
        bound = texts(f"filter-{word}")
        column.number_input(
            f"{heading} {bound}",
            key=key,
            min_value=shown.least,
            max_value=shown.most,
            value=None,
            step=shown.step,
            placeholder=f"{bound} {example}".strip(),
            label_visibility="collapsed",
            disabled=is_disabled,
            on_change=state.publish,
        )


def _say_if_backwards(least: int | None, most: int | None, texts: Texts) -> None:
    """Say so where the first bound is above the second: nothing can be between them."""
    if least is not None and most is not None and least > most:
        st.warning(texts("filter-range-backwards"))
