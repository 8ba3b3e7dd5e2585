"""Regions in shades, in words: the map's regions and legend, and the ranking."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.classes import Class
from dashboard.explore.coverage import MEASURES, Level, Measure
from dashboard.explore.regions import short_name
from dashboard.locale import Texts
from dashboard.views.choropleth import Legend, LegendRow, MapRegion
from dashboard.views.count_tables import Cell, CountTable, Heading, Line
from geocoding.added import has_borders

ZERO: Final = "zero"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What the shades and the lengths of the bars mean.

    Attributes:
        classes: Of what is known and not zero, lowest first.
        start: The value of a bar without any length.
        full: The value of the longest bar.
        max_year: The last year that counts; the classes are then those of the newest year, so that
            the years compare. None where everything counts.
    """

    classes: Sequence[Class]
    start: float
    full: float
    max_year: int | None = None


@dataclass(frozen=True, slots=True)
class Shading:
    """The regions of one level by one measure.

    Attributes:
        table: As `coverage` gives it, sorted: the highest first, the unknown last.
        level: Which regions.
        measure: What is measured.
        scale: What the shades mean.
        kinds: Of each row: the shade of its class, ZERO or UNKNOWN.
        texts: The language.
    """

    table: pd.DataFrame
    level: Level
    measure: Measure
    scale: Scale
    kinds: Sequence[str]
    texts: Texts

    def legend(self) -> Legend:
        """What the shades mean, and how many regions have each."""
        texts = self.texts
        labels = {
            ZERO: self._zero,
            **{str(each.shade): self._bounds(each) for each in self.scale.classes},
            UNKNOWN: texts("missing"),
        }
        counts = Counter(self.kinds)
        is_approximate = self.level is Level.COUNTY and not has_borders()
        return Legend(
            title=self.title,
            note=texts("coverage-approximate") if is_approximate else "",
            rows=[
                LegendRow(kind=kind, label=label, count=f"({texts.number(counts[kind])})")
                for kind, label in labels.items()
                if counts[kind] or (self.scale.max_year is not None and kind != UNKNOWN)
            ],
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

    def ranking(self, chosen: Collection[str], *, timeline: str = "") -> CountTable:
        """The regions as a table whose rows can be chosen, the highest first.

        Args:
            chosen: The regions that the filters choose.
            timeline: Names the years that may change its numbers.
        """
        texts, counts = self.texts, self.table["practices"]
        values = zip(self.table.index, self.values(), self.shares(), counts, strict=True)
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
            timeline=timeline,
        )

    @property
    def title(self) -> str:
        """What is measured, and until when."""
        return title_words(self.measure, self.scale.max_year, self.texts)

    def values(self) -> list[str]:
        """The measure of each region, in words."""
        return self.words(self.measure)

    def shares(self) -> list[float]:
        """The length of each region's bar, 0 to 1."""
        numbers = self.table[self.measure.column].to_numpy(np.float64)
        length = max(self.scale.full - self.scale.start, 1e-9)
        lengths = np.nan_to_num((numbers - self.scale.start) / length)
        return [float(each) for each in np.clip(lengths, 0, 1)]

    def words(self, measure: Measure) -> list[str]:
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
        """'3–7', or '3' where both bounds read the same, or 'up to 7'."""
        if each.least == 0:
            most = measure_words(each.most, self.measure, self.texts)
            return self.texts("coverage-up-to", most=most)
        words = [measure_words(end, self.measure, self.texts) for end in (each.least, each.most)]
        return "–".join(dict.fromkeys(words))

    def _lines(self) -> list[list[str]]:
        """Everything that is known of each region."""
        shown = [
            (self.texts(f"coverage-short-{each.value}"), self.words(each))
            for each in MEASURES[self.level]
        ]
        return [[f"{name}: {words[at]}" for name, words in shown] for at in range(len(self.table))]


def title_words(measure: Measure, max_year: int | None, texts: Texts) -> str:
    """What is measured, and until when, in words."""
    title = texts(f"coverage-measure-{measure.value}")
    if max_year is None:
        return title
    return texts("coverage-title-until", title=title, year=str(max_year))


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
