"""The lists in which values of facets are chosen: what they show of a value, what they hold.

Each option says how many practices it would leave. Streamlit's browser part names an option by
what the list shows of it, and the count in it changes with every filter. A request that left
before the browser heard of the last run therefore brings words that the list shows no more; what
stands before the count names the value all the same, for as long as the practices are the same.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import SEPARATOR, Facet

_SHOWN: Final = "facet-lists"
_COUNT: Final = " ("
"""Stands between what names a value and its count."""


@dataclass(frozen=True, slots=True)
class OptionNames:
    """What a list shows of each value beside its count.

    Attributes:
        names: Value -> name.
        values: Name -> value.
    """

    names: Mapping[str, str]
    values: Mapping[str, str]

    def option(self, value: str, count: str) -> str:
        """Return a value as the list shows it."""
        return f"{self.names[value]}{_COUNT}{count})"

    def value(self, shown: str) -> str:
        """Return the value that an option of this run or an earlier one, or a value, stands for."""
        if shown in self.names:
            return shown
        return self.values.get(shown.rpartition(_COUNT)[0], shown)


def list_key(facet: Facet) -> str:
    """Return the key of the widget that chooses a facet's values."""
    return f"filter-{facet.value}"


def option_names(catalog: Catalog, facet: Facet) -> OptionNames:
    """Return what a facet's list shows of each value of the practices."""
    return _names(facet, catalog.facets[facet].values)


@lru_cache(maxsize=64)
def _names(facet: Facet, values: tuple[str, ...]) -> OptionNames:
    """Return the last part of a value where that alone is clear."""
    names = dict(zip(values, values, strict=True))
    if facet in (Facet.COUNTY, Facet.COMMUNE, Facet.SUBSECTION):
        last = {value: value.split(SEPARATOR)[-1] for value in values}
        times = Counter(last.values())
        names = {
            value: name if times[name] == 1 else f"{name} ({value.rpartition(SEPARATOR)[0]})"
            for value, name in last.items()
        }
    return OptionNames(names, {name: value for value, name in names.items()})


def chosen_values(facet: Facet) -> tuple[str, ...]:
    """Return the values that are chosen in a facet's list."""
    raw = st.session_state.get(list_key(facet), ())
    shown = cast("OptionNames | None", st.session_state.get(_SHOWN, {}).get(facet))
    return tuple(raw) if shown is None else tuple(map(shown.value, raw))


def choose_values(facet: Facet, values: tuple[str, ...]) -> None:
    """Set the values of a facet's list, before it is drawn."""
    st.session_state[list_key(facet)] = list(values)


def replace_former_options(catalog: Catalog) -> None:
    """Replace options of an earlier run in all lists by their values, before they are drawn."""
    for facet in Facet:
        values = chosen_values(facet)
        if values != tuple(st.session_state.get(list_key(facet), ())):
            choose_values(facet, values)
    st.session_state[_SHOWN] = {facet: option_names(catalog, facet) for facet in Facet}
