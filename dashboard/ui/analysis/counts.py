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
from dashboard.explore.filters.filters import (
    POPULATION,
    YEARS,
    Filters,
    matches,
    without_each,
)
from dashboard.export.count_files import CHART_FILES, TABLE_FILES
from dashboard.locale import Texts
from dashboard.ui.downloads.downloads import ask_for_counts
from dashboard.ui.elements.count_table import count_table
from dashboard.ui.elements.saving import draw_saving
from dashboard.ui.visit import state
from dashboard.ui.visit.data import Snapshot
from dashboard.views.counts.bar_tables import rate_table, size_table, year_table
from dashboard.views.counts.count_tables import CountTable, size_label, value_label
from dashboard.views.counts.grids import Axis, Totals, cross_table


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of the practices that pass the filters.

    A count by something leaves the filter on that very thing out, so that the other choices
    stay in sight.

    Attributes:
        snapshot: All practices.
        filters: Those in use.
        texts: The language.
    """

    snapshot: Snapshot
    filters: Filters
    texts: Texts

    @property
    def catalog(self) -> Catalog:
        """The catalogue of all practices."""
        return self.snapshot.catalog

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
        self._draw_own(table, POPULATION)

    def draw_years(self) -> None:
        """Draw practices by the year in which they were introduced."""
        years, mask = self._index(Facet.YEAR), self._mask(Facet.YEAR, YEARS)
        found = summary.years(years, mask)
        if found.empty:
            draw_note(self.texts("analysis-years-none"))
            return
        table = year_table(
            found, pressed=choices.chosen_years(self.filters, found.index), texts=self.texts
        )
        count_table(table, key="analysis-years", on_choose=self._on_column(Facet.YEAR))
        known, unknown = (int((mask & each).sum()) for each in (years.known, ~years.known))
        unknown_words = self.texts("analysis-years-unknown", count=unknown)
        draw_note(f"{self.texts('analysis-years-known', count=known)} {unknown_words}")
        self._draw_own(table, Facet.YEAR, YEARS)

    def draw_rates(self) -> None:
        """Draw practices per 100,000 inhabitants by voivodeship."""
        region = Facet.VOIVODESHIP
        found = summary.counts(self._index(region), self._mask(region))
        table = rate_table(
            summary.rates(found, voivodeship_inhabitants()),
            whole=int((self._index(region).known & self._mask(region)).sum()),
            pressed=choices.chosen(self.filters, region),
            texts=self.texts,
        )
        count_table(table, key="analysis-rates", on_choose=self._on_row(region))
        self._draw_own(table, region)

    def draw_cross(self, row: str, column: str) -> None:
        """Draw practices by two filters at once; a cell chooses a value of each."""
        mask = self._mask(row, column)
        indexes = self._index(row), self._index(column)
        totals = Totals(
            rows=summary.counts(indexes[0], mask),
            columns=summary.counts(indexes[1], mask),
            whole=int(mask.sum()),
        )
        table = cross_table(
            summary.cross(*indexes, mask),
            totals,
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
        self._draw_own(table, row, column)

    def _draw_own(self, table: CountTable, *names: str) -> None:
        """Draw under a table what the filters on its own values do, and how it is saved.

        Args:
            table: What is above.
            names: The filters that its numbers leave out.
        """
        others = without_each(self.filters, names)
        if others.active != self.filters.active:
            shown, whole = (
                int(matches(self.catalog, each).sum()) for each in (self.filters, others)
            )
            used = ", ".join(
                self.texts(f"filter-{name}") for name in names if name in self.filters.active
            )
            draw_note(self.texts("analysis-own", filter=used, shown=shown, whole=whole))
        draw_saving(
            {"table": TABLE_FILES, "chart": CHART_FILES},
            table.caption,
            self.texts,
            key=f"saving-{'-'.join(names)}-{table.kind}",
            on_ask=lambda suffix: ask_for_counts(self.snapshot, table, others, suffix, self.texts),
        )

    def _mask(self, *names: str) -> Mask:
        """Return the practices that pass all filters but some."""
        return matches(self.catalog, without_each(self.filters, names))

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
