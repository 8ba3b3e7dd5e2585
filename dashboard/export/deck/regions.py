"""The regions of a deck, computed once: labels, highlighted regions, notes."""

from dataclasses import dataclass, replace
from functools import cached_property
from textwrap import shorten
from typing import Final

from dashboard.export.request import ExportRequest
from dashboard.views.coverage.region_names import listed_labels, region_titles
from dashboard.views.coverage.remarks import remark_words, scope_words
from dashboard.views.coverage.shading import Shading

_LONGEST_NAMES: Final = 160
_MAX_LISTED: Final = 100
"""Regions of which each is listed; of more, those with practices."""


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
        """The regions in the ranking: all, but of too many those with any practice."""
        shading = self.shading
        if not self._has_too_many:
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
        return scope_words(self.request.coverage, self.request.texts)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The regions that the filters choose."""
        return self.request.coverage.chosen

    @property
    def _has_too_many(self) -> bool:
        """Whether there are too many regions to list each."""
        return len(self.shading.ranking.table) > _MAX_LISTED

    def labels(self) -> list[str]:
        """Return each region's name, with what it is part of where parts of others stand there."""
        level, inside = self.request.question.level, self.request.coverage.inside
        return listed_labels(self.listed.ranking.table.index, level, inside, self.request.texts)

    def notes(self) -> list[str]:
        """Return what a reader should know of the numbers."""
        texts = self.request.texts
        notes = remark_words(self.request.coverage, texts)
        if self.unlisted:
            notes.append(texts("deck-unlisted", count=self.unlisted))
        if self.chosen:
            names = ", ".join(region_titles(self.chosen, texts))
            names = shorten(names, _LONGEST_NAMES, placeholder=" […]")
            notes.append(texts("deck-chosen", names=names, count=len(self.chosen)))
        return notes
