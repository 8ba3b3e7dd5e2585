"""The regions that a deck shows, asked once: their labels, which stand out, what to know."""

from dataclasses import dataclass, replace
from functools import cached_property
from textwrap import shorten
from typing import Final

from dashboard.explore.catalog.regions import voivodeship_of
from dashboard.explore.counts.inhabitants import inhabitants_day
from dashboard.explore.coverage.coverage import Level, Measure, counted, outside
from dashboard.export.print.coverage_map import chosen_regions, zoomed_into
from dashboard.export.request import ExportRequest
from dashboard.views.coverage.coverage import answer
from dashboard.views.coverage.shading import Shading, region_label, title_words

_LONGEST_NAMES: Final = 160


@dataclass(frozen=True)
class Regions:
    """The answer to a request's question."""

    request: ExportRequest

    @cached_property
    def shading(self) -> Shading:
        """The regions in their classes, the highest first."""
        request = self.request
        return answer(request.catalog, request.filters, request.question, request.texts)

    @cached_property
    def listed(self) -> Shading:
        """The regions in the ranking: all, but of the whole country's counties those with any."""
        shading = self.shading
        if not self._is_country_by_county:
            return shading
        has_any = (shading.table["practices"] > 0).tolist()
        kinds = [kind for kind, kept in zip(shading.kinds, has_any, strict=True) if kept]
        return replace(shading, table=shading.table[has_any], kinds=kinds)

    @property
    def has_any(self) -> bool:
        """Whether any region has a practice: without one there is nothing to rank."""
        return bool((self.shading.table["practices"] > 0).any())

    @property
    def unlisted(self) -> int:
        """How many regions the ranking leaves out."""
        return len(self.shading.table) - len(self.listed.table)

    @property
    def measure(self) -> str:
        """What is measured, in words."""
        question = self.request.question
        return title_words(question.measure, question.max_year, self.request.texts)

    @property
    def scope(self) -> str:
        """Which part of the country, by which regions."""
        inside = zoomed_into(self.request)
        if inside:
            names = ", ".join(inside)
            return self.request.texts("printing-scope-inside", names=names, count=len(inside))
        return self.request.texts(f"printing-scope-{self.request.question.level.value}")

    @property
    def chosen(self) -> tuple[str, ...]:
        """The regions that the filters choose."""
        return chosen_regions(self.request)

    @property
    def _is_country_by_county(self) -> bool:
        """Whether there are too many regions to list each."""
        return self.request.question.level is Level.COUNTY and not zoomed_into(self.request)

    def labels(self) -> list[str]:
        """Each region's name; a county's with its voivodeship, where others are shown too."""
        level = self.request.question.level
        is_bare = level is Level.VOIVODESHIP or len(zoomed_into(self.request)) == 1
        return [
            name if is_bare else f"{name} ({voivodeship_of(key)})"
            for key in self.listed.table.index
            for name in [region_label(key, level, self.request.texts)]
        ]

    def notes(self) -> list[str]:
        """What a reader should know of the numbers."""
        request, texts, question = self.request, self.request.texts, self.request.question
        level = question.level
        lost = outside(
            request.catalog, counted(request.catalog, request.filters, question.max_year), level
        )
        notes = [self.shading.legend().note, texts("printing-several")]
        if self.unlisted:
            notes.append(texts("deck-unlisted", count=self.unlisted))
        if lost:
            notes.append(texts(f"coverage-outside-{level.value}", count=lost))
        if question.measure is Measure.RATE:
            notes.append(
                texts(f"coverage-rates-how-{level.value}", day=texts.date(inhabitants_day()))
            )
        if self.chosen:
            names = ", ".join(region_label(key, level, texts) for key in self.chosen)
            names = shorten(names, _LONGEST_NAMES, placeholder=" […]")
            notes.append(texts("deck-chosen", names=names, count=len(self.chosen)))
        return list(filter(None, notes))
