"""Regional coverage in words: the map's regions and legend, the ranking, the white spots."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog import Catalog
from dashboard.explore.classes import Breaks, Class, classify
from dashboard.explore.coverage import (
    MEASURES,
    Level,
    Measure,
    Question,
    coverage,
    everywhere,
    uncovered_counties,
    uncovered_types,
    within,
)
from dashboard.explore.facets import Facet, Mask
from dashboard.explore.filters import Filters
from dashboard.explore.inhabitants import voivodeship_inhabitants
from dashboard.explore.regions import short_name
from dashboard.locale import Texts
from dashboard.views.choropleth import Legend, LegendRow, MapRegion
from dashboard.views.count_tables import Cell, CountTable, Heading, Line
from dashboard.views.templating import render

ZERO: Final = "zero"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Shading:
    """The regions of one level by one measure.

    Attributes:
        table: As `coverage` gives it, sorted: the highest first, the unknown last.
        level: Which regions.
        measure: What is measured.
        classes: The classes of what is known and not zero, lowest first.
        kinds: Of each row: the shade of its class, ZERO or UNKNOWN.
        texts: The language.
    """

    table: pd.DataFrame
    level: Level
    measure: Measure
    classes: Sequence[Class]
    kinds: Sequence[str]
    texts: Texts

    def legend(self) -> Legend:
        """What the shades mean, and how many regions have each."""
        texts = self.texts
        kinds = pd.Series(self.kinds, dtype=str).value_counts()
        known = [
            LegendRow(
                kind=str(each.shade), label=self._bounds(each), count=_count(each.count, texts)
            )
            for each in self.classes
        ]
        none, unknown = (
            [LegendRow(kind=kind, label=label, count=_count(int(kinds[kind]), texts))]
            if kind in kinds
            else []
            for kind, label in ((ZERO, self._zero), (UNKNOWN, texts("missing")))
        )
        return Legend(
            title=texts(f"coverage-measure-{self.measure.value}"),
            note=texts("coverage-approximate") if self.level is Level.COUNTY else "",
            rows=[*none, *known, *unknown],
        )

    def regions(self, chosen: Collection[str]) -> list[MapRegion]:
        """The regions for the map, those with much first."""
        return [
            MapRegion(
                key=key,
                name=region_label(key, self.level, self.texts),
                kind=kind,
                value=value,
                lines=lines,
                chosen=key in chosen,
            )
            for key, kind, value, lines in zip(
                self.table.index, self.kinds, self.values(), self._lines(), strict=True
            )
        ]

    def ranking(self, chosen: Collection[str]) -> CountTable:
        """The regions as a table whose rows can be chosen, the highest first."""
        texts, numbers = self.texts, self.table[self.measure.column].to_numpy(np.float64)
        shares = _shares(numbers, self.measure)
        values = zip(self.table.index, self.values(), shares, self.table["practices"], strict=True)
        with_count = self.measure is not Measure.PRACTICES
        columns = [self.measure] if not with_count else [self.measure, Measure.PRACTICES]
        rows = [
            Line(
                key=key,
                label=region_label(key, self.level, texts),
                choosable=True,
                pressed=key in chosen,
                cells=(
                    Cell(text=value, share=share),
                    *((Cell(text=texts.number(count)),) if with_count else ()),
                ),
            )
            for key, value, share, count in values
        ]
        return CountTable(
            kind="bars",
            caption=texts("coverage-ranking"),
            corner=texts(f"filter-{self.level.value}"),
            columns=tuple(
                Heading(key=each.value, label=texts(f"coverage-short-{each.value}"))
                for each in columns
            ),
            rows=tuple(rows),
        )

    def values(self) -> list[str]:
        """The measure of each region, in words."""
        return self._words(self.measure)

    def _words(self, measure: Measure) -> list[str]:
        """A measure of each region, in words; no newest year where there is no practice."""
        words = [
            measure_words(value, measure, self.texts)
            for value in self.table[measure.column].tolist()
        ]
        if measure is not Measure.YEAR:
            return words
        none = self.texts("coverage-none")
        has_any = self.table["practices"].tolist()
        return [word if any_ else none for word, any_ in zip(words, has_any, strict=True)]

    @property
    def _zero(self) -> str:
        """The measure of a region without any practice, in words."""
        if self.measure is Measure.YEAR:
            return self.texts("coverage-none")
        return measure_words(0, self.measure, self.texts)

    def _bounds(self, each: Class) -> str:
        """'3–7', or '3' where both bounds read the same."""
        words = [measure_words(end, self.measure, self.texts) for end in (each.least, each.most)]
        return "–".join(dict.fromkeys(words))

    def _lines(self) -> list[list[str]]:
        """Everything that is known of each region."""
        shown = [
            (self.texts(f"coverage-short-{each.value}"), self._words(each))
            for each in MEASURES[self.level]
        ]
        return [[f"{name}: {words[at]}" for name, words in shown] for at in range(len(self.table))]


def answer(catalog: Catalog, filters: Filters, question: Question, texts: Texts) -> Shading:
    """The regions that a question asks about, in their classes, of what passes the filters."""
    level = question.level
    nobody = pd.Series(dtype="float64")
    table = coverage(
        catalog,
        everywhere(catalog, filters),
        level=level,
        inhabitants=voivodeship_inhabitants() if level is Level.VOIVODESHIP else nobody,
    )
    if level is Level.COUNTY:
        table = within(table, filters.chosen.get(Facet.VOIVODESHIP, ()))
    return shade(table, level=level, measure=question.measure, breaks=question.breaks, texts=texts)


def shade(
    table: pd.DataFrame, *, level: Level, measure: Measure, breaks: Breaks, texts: Texts
) -> Shading:
    """The regions of a table, as `coverage` gives it, in classes of one measure.

    A region without practices is ZERO whatever is measured; one whose measure cannot be known
    is UNKNOWN; neither is in a class.
    """
    by = [measure.column, "practices"]
    table = table.sort_values(by, ascending=False, na_position="last", kind="stable")
    numbers = table[measure.column].to_numpy(np.float64)
    has_none = (table["practices"].to_numpy() == 0) | (numbers == 0)
    known = np.isfinite(numbers) & ~has_none
    classes, codes = classify(numbers[known], breaks)
    kinds = np.where(has_none, ZERO, UNKNOWN).astype(object)
    kinds[known] = [str(classes[code].shade) for code in codes]
    return Shading(
        table=table,
        level=level,
        measure=measure,
        classes=classes,
        kinds=kinds.tolist(),
        texts=texts,
    )


def region_label(region: str, level: Level, texts: Texts) -> str:
    """A region by the name that a map shows: 'małopolskie', 'bocheński'."""
    name = short_name(region)
    if level is Level.COUNTY and name[:1].isupper():
        return texts("coverage-city", name=name)
    return name


def measure_words(value: float, measure: Measure, texts: Texts) -> str:
    """A measure in words: '1,22', '55%', '2024', or 'no data'."""
    if np.isnan(value):
        return texts("missing")
    match measure:
        case Measure.YEAR:
            return str(int(value))
        case Measure.SHARE:
            return texts("coverage-percent", percent=texts.number(round(value * 100)))
        case Measure.RATE:
            return texts.decimal(value, places=2)
        case _:
            return texts.number(int(value))


def white_spots_html(
    catalog: Catalog, among: Mask, voivodeships: Collection[str], texts: Texts
) -> str:
    """The counties without any practice and the types of commune without one, as HTML.

    Args:
        catalog: All practices.
        among: Those that count.
        voivodeships: Where the counties lie; everywhere where none is named.
        texts: The language.
    """
    empty = uncovered_counties(catalog, among)
    shown = {
        name: names for name, names in empty.items() if not voivodeships or name in voivodeships
    }
    return render(
        "white_spots.html",
        {
            "texts": texts,
            "total": sum(map(len, shown.values())),
            "counties": {name: names for name, names in shown.items() if names},
            "is_open": len(shown) == 1,
            "types": uncovered_types(catalog, among),
        },
    )


def _count(count: int, texts: Texts) -> str:
    """'(12)': how many regions."""
    return f"({texts.number(count)})"


def _shares(numbers: np.ndarray, measure: Measure) -> list[float]:
    """The length of each region's bar, 0 to 1; years start a little before the first."""
    known = numbers[np.isfinite(numbers)]
    if known.size == 0:
        return [0.0] * len(numbers)
    start = known.min() - 1 if measure is Measure.YEAR else 0
    length = max(known.max() - start, 1e-9)
    return [float(each) for each in np.nan_to_num((numbers - start) / length)]
