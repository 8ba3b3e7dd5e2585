"""Regions in shades, in words: the map's regions and legend, and the ranking."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from dashboard.explore.catalog.regions import short_name
from dashboard.explore.coverage.classes import Class
from dashboard.explore.coverage.coverage import MEASURES, Level, Measure
from dashboard.explore.coverage.ranking import UNKNOWN, ZERO, Ranking
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import Cell, CountRow, CountTable, Heading
from dashboard.views.coverage.choropleth import Legend, LegendRow, MapRegion
from geocoding.added import has_borders


@dataclass(frozen=True, slots=True)
class Shading:
    """A ranking of regions in words.

    Attributes:
        ranking: The regions in their classes.
        texts: The language.
    """

    ranking: Ranking
    texts: Texts

    def legend(self) -> Legend:
        """Return what the shades mean, and how many regions have each."""
        texts = self.texts
        labels = {
            ZERO: self._zero,
            **{str(each.shade): self._bounds(each) for each in self.ranking.scale.classes},
            UNKNOWN: texts("missing"),
        }
        counts = Counter(self.ranking.kinds)
        is_approximate = self.ranking.level is Level.COUNTY and not has_borders()
        return Legend(
            title=self.title,
            note=texts("coverage-approximate") if is_approximate else "",
            rows=[
                LegendRow(kind=kind, label=label, count=f"({texts.number(counts[kind])})")
                for kind, label in labels.items()
                if counts[kind] or (self.ranking.scale.max_year is not None and kind != UNKNOWN)
            ],
        )

    def regions(self, chosen: Collection[str]) -> list[MapRegion]:
        """Give the regions for the map, those with much first."""
        ranking = self.ranking
        return [
            MapRegion(
                key=key,
                name=region_label(key, ranking.level, self.texts),
                kind=kind,
                value=value,
                lines=lines,
                chosen=key in chosen,
            )
            for key, kind, value, lines in zip(
                ranking.table.index,
                ranking.kinds,
                self.values(),
                self._lines(),
                strict=True,
            )
        ]

    def count_table(self, chosen: Collection[str], *, timeline: str = "") -> CountTable:
        """Return the regions as a table whose rows can be chosen, the highest first.

        Args:
            chosen: The regions that the filters choose.
            timeline: Names the years that may change its numbers.
        """
        texts, ranking = self.texts, self.ranking
        counts = ranking.table["practices"]
        values = zip(ranking.table.index, self.values(), ranking.lengths(), counts, strict=True)
        with_count = ranking.measure is not Measure.PRACTICES
        columns = [ranking.measure, *([Measure.PRACTICES] if with_count else [])]
        rows = [
            CountRow(
                key=key,
                label=region_label(key, self.ranking.level, texts),
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
            corner=texts(f"filter-{self.ranking.level.value}"),
            columns=tuple(
                Heading(key=each.value, label=texts(f"coverage-short-{each.value}"))
                for each in columns
            ),
            rows=tuple(rows),
            timeline=timeline,
        )

    @property
    def title(self) -> str:
        """What is measured, and until when."""
        return title_words(self.ranking.measure, self.ranking.scale.max_year, self.texts)

    def values(self) -> list[str]:
        """Return the measure of each region, in words."""
        return self.words(self.ranking.measure)

    def words(self, measure: Measure) -> list[str]:
        """Return a measure of each region, in words; no newest year where there is no practice."""
        words = [
            measure_words(value, measure, self.texts)
            for value in self.ranking.table[measure.column].tolist()
        ]
        if measure is not Measure.YEAR:
            return words
        none = self.texts("coverage-none")
        has_any = self.ranking.table["practices"].tolist()
        return [word if any_ else none for word, any_ in zip(words, has_any, strict=True)]

    @property
    def _zero(self) -> str:
        """The measure of a region without any practice, in words."""
        if self.ranking.measure is Measure.YEAR:
            return self.texts("coverage-none")
        return measure_words(0, self.ranking.measure, self.texts)

    def _bounds(self, each: Class) -> str:
        """Return '3–7', or '3' where both bounds read the same, or 'up to 7'."""
        if each.least == 0:
            most = measure_words(each.most, self.ranking.measure, self.texts)
            return self.texts("coverage-up-to", most=most)
        words = [
            measure_words(end, self.ranking.measure, self.texts) for end in (each.least, each.most)
        ]
        return "–".join(dict.fromkeys(words))

    def _lines(self) -> list[list[str]]:
        """Return everything that is known of each region."""
        shown = [
            (self.texts(f"coverage-short-{each.value}"), self.words(each))
            for each in MEASURES[self.ranking.level]
        ]
        return [
            [f"{name}: {words[at]}" for name, words in shown]
            for at in range(len(self.ranking.table))
        ]


def title_words(measure: Measure, max_year: int | None, texts: Texts) -> str:
    """Return what is measured, and until when, in words."""
    title = texts(f"coverage-measure-{measure.value}")
    if max_year is None:
        return title
    return texts("coverage-title-until", title=title, year=str(max_year))


def region_label(region: str, level: Level, texts: Texts) -> str:
    """Return a region by the name that a map shows: 'małopolskie', 'bocheński'."""
    name = short_name(region)
    if level is Level.COUNTY and name[:1].isupper():
        return texts("coverage-city", name=name)
    return name


def measure_words(value: float, measure: Measure, texts: Texts) -> str:
    """Return a measure in words: '1,22', '55%', '2024', or 'no data'."""
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
