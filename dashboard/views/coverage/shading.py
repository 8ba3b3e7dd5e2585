"""Regions in shades, in words: the map's regions and legend, and the ranking."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.explore.coverage.classes import UNKNOWN, ZERO, Class
from dashboard.explore.coverage.measures import Measure, PracticeMeasure, ValueFormat
from dashboard.explore.coverage.ranking import Ranking
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import Cell, CountRow, CountTable, Heading
from dashboard.views.coverage.choropleth import Legend, LegendRow, MapRegion
from dashboard.views.coverage.measure_words import short_label, title_words, value_words
from dashboard.views.coverage.region_names import listed_labels, region_label, region_titles
from dashboard.views.coverage.remarks import legend_note
from dashboard.views.coverage.two_legend import two_legend, two_title


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
        if self.ranking.two is not None:
            return two_legend(self.ranking, self.ranking.two, texts)
        labels = {
            ZERO: self._zero,
            **{str(each.shade): self._bounds(each) for each in self.ranking.scale.classes},
            UNKNOWN: texts("missing"),
        }
        counts = Counter(self.ranking.kinds)
        return Legend(
            title=self.title,
            note=legend_note(self.ranking.level, [self.ranking.measure], texts),
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
                title=title,
                kind=kind,
                value=value,
                lines=lines,
                chosen=key in chosen,
            )
            for key, title, kind, value, lines in zip(
                ranking.table.index,
                region_titles(ranking.table.index, self.texts),
                ranking.kinds,
                self.values(),
                self._lines(),
                strict=True,
            )
        ]

    def count_table(
        self, chosen: Collection[str], *, inside: Sequence[str] = (), timeline: str = ""
    ) -> CountTable:
        """Return the regions as a table whose rows can be chosen, the highest first.

        Args:
            chosen: The regions that the filters choose.
            inside: The regions whose parts alone are listed.
            timeline: Names the years that may change its numbers.
        """
        texts, ranking = self.texts, self.ranking
        counts = ranking.table["practices"]
        labels = listed_labels(ranking.table.index, ranking.level, inside, texts)
        values = zip(
            ranking.table.index, labels, self.values(), ranking.lengths(), counts, strict=True
        )
        with_count = ranking.measure.key != PracticeMeasure.PRACTICES
        count = ranking.measures[PracticeMeasure.PRACTICES]
        columns = [ranking.measure, *([count] if with_count else [])]
        rows = [
            CountRow(
                key=key,
                label=label,
                choosable=True,
                pressed=key in chosen,
                cells=(
                    Cell(text=value, share=share),
                    *((Cell(text=texts.number(count)),) if with_count else ()),
                ),
            )
            for key, label, value, share, count in values
        ]
        return CountTable(
            kind="bars",
            caption=texts("coverage-ranking"),
            corner=texts(f"filter-{self.ranking.level.value}"),
            columns=tuple(
                Heading(key=each.key, label=short_label(each, texts)) for each in columns
            ),
            rows=tuple(rows),
            timeline=timeline,
        )

    @property
    def title(self) -> str:
        """What is measured, and until when."""
        if self.ranking.two is not None:
            return two_title(self.ranking, self.ranking.two, self.texts)
        return title_words(self.ranking.measure, self.ranking.scale.max_year, self.texts)

    def values(self) -> list[str]:
        """Return the measure of each region, in words."""
        return self.words(self.ranking.measure)

    def words(self, measure: Measure) -> list[str]:
        """Return a measure of each region, in words; no newest year where there is no practice."""
        values = measure.of(self.ranking.table).tolist()
        said = {value: value_words(value, measure, self.texts) for value in set(values)}
        words = [said[value] for value in values]
        if measure.format is not ValueFormat.YEAR:
            return words
        none = self.texts("coverage-none")
        has_any = self.ranking.table["practices"].tolist()
        return [word if any_ else none for word, any_ in zip(words, has_any, strict=True)]

    @property
    def _zero(self) -> str:
        """The measure of a region without any practice, in words."""
        if self.ranking.measure.format is ValueFormat.YEAR:
            return self.texts("coverage-none")
        return value_words(0, self.ranking.measure, self.texts)

    def _bounds(self, each: Class) -> str:
        """Return '3–7', or '3' where both bounds read the same, or 'up to 7'."""
        if each.least == 0 and self.ranking.measure.is_of_practices:
            most = value_words(each.most, self.ranking.measure, self.texts)
            return self.texts("coverage-up-to", most=most)
        words = [
            value_words(end, self.ranking.measure, self.texts) for end in (each.least, each.most)
        ]
        return "–".join(dict.fromkeys(words))

    def _lines(self) -> list[list[str]]:
        """Return everything that is known of each region."""
        shown = [
            (short_label(each, self.texts), self.words(each))
            for each in self.ranking.measures.values()
        ]
        return [
            [f"{name}: {words[at]}" for name, words in shown]
            for at in range(len(self.ranking.table))
        ]
