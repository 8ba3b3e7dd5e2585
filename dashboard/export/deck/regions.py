"""The regions that a deck shows, asked once: their labels, which stand out, what to know."""

from dataclasses import dataclass, replace
from functools import cached_property
from textwrap import shorten
from typing import Final

from dashboard.explore.catalog.regions import voivodeship_of
from dashboard.explore.coverage.levels import Level
from dashboard.export.request import ExportRequest
from dashboard.views.coverage.remarks import remark_words
from dashboard.views.coverage.shading import Shading, region_label

_LONGEST_NAMES: Final = 160


@dataclass(frozen=True)
class Regions:
    """The answer to a request's question."""

    request: ExportRequest

    @cached_property
    def shading(self) -> Shading:
        """The regions in their classes, the highest first."""
        return Shading(self.request.coverage.ranking, self.request.texts)

    @cached_property
    def listed(self) -> Shading:
        """The regions in the ranking: all, but of the whole country's counties those with any."""
        shading = self.shading
        if not self._is_country_by_county:
            return shading
        return replace(shading, ranking=shading.ranking.with_practices())

    @property
    def has_any(self) -> bool:
        """Whether any region has a practice: without one there is nothing to rank."""
        return bool((self.shading.ranking.table["practices"] > 0).any())

    @property
    def unlisted(self) -> int:
        """How many regions the ranking leaves out."""
        return len(self.shading.ranking.table) - len(self.listed.ranking.table)

    @property
    def measure(self) -> str:
        """What is measured, in words."""
        return self.shading.title

    @property
    def scope(self) -> str:
        """Which part of the country, by which regions."""
        inside = self.request.coverage.voivodeships
        if inside:
            names = ", ".join(inside)
            return self.request.texts("printing-scope-inside", names=names, count=len(inside))
        return self.request.texts(f"printing-scope-{self.request.question.level.value}")

    @property
    def chosen(self) -> tuple[str, ...]:
        """The regions that the filters choose."""
        return self.request.coverage.chosen

    @property
    def _is_country_by_county(self) -> bool:
        """Whether there are too many regions to list each."""
        coverage = self.request.coverage
        return coverage.question.level is Level.COUNTY and not coverage.voivodeships

    def labels(self) -> list[str]:
        """Return each region's name.

        A county's with its voivodeship, where others are shown too.
        """
        level = self.request.question.level
        is_bare = level is Level.VOIVODESHIP or len(self.request.coverage.voivodeships) == 1
        return [
            name if is_bare else f"{name} ({voivodeship_of(key)})"
            for key in self.listed.ranking.table.index
            for name in [region_label(key, level, self.request.texts)]
        ]

    def notes(self) -> list[str]:
        """Return what a reader should know of the numbers."""
        texts, level = self.request.texts, self.request.question.level
        notes = remark_words(self.request.coverage, texts)
        if self.unlisted:
            notes.append(texts("deck-unlisted", count=self.unlisted))
        if self.chosen:
            names = ", ".join(region_label(key, level, texts) for key in self.chosen)
            names = shorten(names, _LONGEST_NAMES, placeholder=" […]")
            notes.append(texts("deck-chosen", names=names, count=len(self.chosen)))
        return notes
