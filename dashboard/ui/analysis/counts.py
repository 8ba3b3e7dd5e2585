"""The counts of the page 'Analiza', each drawn with what a click on it does."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed
from dashboard.explore.catalog.facets import Facet, FacetIndex, Mask
from dashboard.explore.counts import summary
from dashboard.explore.counts.inhabitants import voivodeship_inhabitants
from dashboard.explore.counts.sizes import size_index
from dashboard.explore.filters import choices
from dashboard.explore.filters.filters import POPULATION, Filters, matches
from dashboard.locale import Texts
from dashboard.ui.elements.count_table import count_table
from dashboard.ui.visit import state
from dashboard.views.counts.bar_tables import rate_table, size_table, year_table
from dashboard.views.counts.count_tables import size_label, value_label
from dashboard.views.counts.grids import Axis, cross_table


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of the practices that pass the filters.

    A count by something leaves the filter on that very thing out, so that the other choices
    stay in sight.

    Attributes:
        catalog: All practices.
        filters: Those in use.
        texts: The language.
    """

    catalog: Catalog
    filters: Filters
    texts: Texts

    def draw_sizes(self) -> None:
        """Draw practices by size class."""
        sizes, mask = self._index(POPULATION), self._mask(POPULATION)
        table = size_table(
            summary.counts(sizes, mask),
            summary.counts(sizes, mask & completed(self.catalog)),
            pressed=choices.chosen(self.filters, POPULATION),
            texts=self.texts,
        )
        count_table(table, key="analysis-sizes", on_choose=self._on_row(POPULATION))

    def draw_years(self) -> None:
        """Draw practices by the year in which they were introduced."""
        years, mask = self._index(Facet.YEAR), self._mask(Facet.YEAR)
        found = summary.years(years, mask)
        if found.empty:
            draw_note(self.texts("analysis-years-none"))
            return
        table = year_table(
            found, pressed=choices.chosen(self.filters, Facet.YEAR), texts=self.texts
        )
        count_table(table, key="analysis-years", on_choose=self._on_column(Facet.YEAR))
        unknown = int((mask & ~years.known).sum())
        draw_note(self.texts("analysis-years-unknown", count=unknown))

    def draw_rates(self) -> None:
        """Draw practices per 100,000 inhabitants by voivodeship."""
        region = Facet.VOIVODESHIP
        found = summary.counts(self._index(region), self._mask(region))
        table = rate_table(
            summary.rates(found, voivodeship_inhabitants()),
            pressed=choices.chosen(self.filters, region),
            texts=self.texts,
        )
        count_table(table, key="analysis-rates", on_choose=self._on_row(region))

    def draw_cross(self, row: str, column: str) -> None:
        """Draw practices by two filters at once; a cell chooses a value of each."""
        mask = matches(self.catalog, self.filters.without(row).without(column))
        table = cross_table(
            summary.cross(self._index(row), self._index(column), mask),
            rows=self._axis(row),
            columns=self._axis(column),
            texts=self.texts,
        )

        def choose(first: str | None, second: str | None) -> None:
            if first is None or second is None:
                name, value = (row, first) if second is None else (column, second)
                state.choose(choices.toggled(state.filters(), name, value or ""))
            else:
                pair = (row, first), (column, second)
                state.choose(choices.toggled_pair(state.filters(), *pair))

        count_table(table, key=f"analysis-{row}-{column}", on_choose=choose)

    def _mask(self, name: str) -> Mask:
        """Return the practices that pass all filters but one."""
        return matches(self.catalog, self.filters.without(name))

    def _index(self, name: str) -> FacetIndex:
        """Return which practice has which value."""
        if name == POPULATION:
            return size_index(self.catalog.population)
        return self.catalog.facets[Facet(name)]

    def _axis(self, name: str) -> Axis:
        """Return the rows or columns of a grid."""
        label = size_label if name == POPULATION else value_label
        return Axis(
            title=self.texts(f"filter-{name}"),
            label=lambda value: label(value, self.texts),
            pressed=choices.chosen(self.filters, name),
            unknown=name == POPULATION,
        )

    def _on_row(self, name: str) -> Callable[[str | None, str | None], None]:
        """Return what a click on a row's heading does."""
        return lambda row, _: state.choose(choices.toggled(state.filters(), name, row or ""))

    def _on_column(self, name: str) -> Callable[[str | None, str | None], None]:
        """Return what a click on a column's heading does."""
        return lambda _, column: state.choose(choices.toggled(state.filters(), name, column or ""))


def draw_title(title: str, note: str = "") -> None:
    """Draw the heading of a part, with a line under it that explains what it shows."""
    st.html(f'<h2 class="mp-part">{title}</h2>')
    if note:
        draw_note(note)


def draw_note(note: str) -> None:
    """Draw a quiet line."""
    st.html(f'<p class="mp-note">{note}</p>')
