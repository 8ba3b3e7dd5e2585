"""What a printed map says of itself: title, legend, filters, date, sources, and all in a line."""

from typing import Any, Final

import numpy as np

from dashboard.explore.coverage import Measure, counted, outside
from dashboard.explore.inhabitants import inhabitants_day
from dashboard.export.print.coverage_map import chosen_regions, shown, zoomed_into
from dashboard.export.request import ExportRequest
from dashboard.locale import Texts
from dashboard.views.shading import ZERO, Shading, title_words
from dashboard.views.sources import sources

_LONGEST_FACT: Final = 240
_SOURCES: Final = ("added/borders", "boundaries/voivodeships", "boundaries/counties", "gazetteer/")
_INHABITANTS: Final = ("added/population", "communes")


def title(request: ExportRequest) -> str:
    """What the map shows."""
    return title_words(request.question.measure, request.question.max_year, request.texts)


def head_content(request: ExportRequest) -> dict[str, Any]:
    """The words around a map that stands alone."""
    texts = request.texts
    return {
        "warning": texts("demo-banner") if request.provenance.has_examples else "",
        "scope": _scope(request),
        "facts": [[name, _shortened(value)] for name, value in _facts(request)],
        "notes": _notes(request),
        "sources": texts("printing-sources", sources=sources_line(request)),
        "made": made_words(request),
    }


def legend_content(request: ExportRequest, shading: Shading) -> dict[str, Any]:
    """What shades, outline and dots mean."""
    legend, texts = shading.legend(), request.texts
    return {
        "title": legend.title,
        "note": legend.note,
        "rows": [{"kind": row.kind, "label": row.label, "count": row.count} for row in legend.rows],
        "chosen": texts("printing-chosen") if chosen_regions(request) else "",
        "dot": texts("printing-dot") if request.question.has_points else "",
    }


def alternative(shading: Shading, texts: Texts) -> str:
    """The map for a reader who does not see it: every region that has anything, and its number."""
    regions = shading.regions(())
    told = [f"{each.name}: {each.value}" for each in regions if each.kind != ZERO]
    measure = texts(f"coverage-measure-{shading.measure.value}")
    none = texts("printing-zero", count=len(regions) - len(told))
    return ". ".join(
        (texts("printing-map", measure=measure), *filter(None, ["; ".join(told)]), none)
    )


def made_words(request: ExportRequest) -> str:
    """When and with what the file was made."""
    made_at = request.provenance.made_at
    return request.texts(
        "printing-made",
        day=request.texts.date(made_at.date()),
        time=f"{made_at:%H:%M}",
        program=request.texts("app-name"),
    )


def sources_line(request: ExportRequest) -> str:
    """The attribution of all data that the map is made from."""
    practices = () if request.provenance.has_examples else ("practices",)
    population = _INHABITANTS if request.question.measure is Measure.RATE else ()
    used = (*_SOURCES, *practices, *population)
    return " · ".join(
        source.attribution
        for source in sources()
        if any(file.path.startswith(used) for file in source.files)
    )


def _scope(request: ExportRequest) -> str:
    """Which part of the country, by which regions."""
    inside = zoomed_into(request)
    if inside:
        return request.texts("printing-scope-inside", names=", ".join(inside), count=len(inside))
    return request.texts(f"printing-scope-{request.question.level.value}")


def _facts(request: ExportRequest) -> list[tuple[str, str]]:
    """(name, value): how many practices of which, and by which filters."""
    texts, about = request.texts, request.provenance
    count = int(np.count_nonzero(shown(request)))
    return [
        (texts("export-dataset"), about.dataset),
        (texts("printing-count"), texts("count", shown=count, total=about.total)),
        *(about.filters or ((texts("export-filters"), texts("export-no-filter")),)),
    ]


def _shortened(text: str) -> str:
    """A text of a length that the page has room for; one that was cut says so."""
    return text if len(text) <= _LONGEST_FACT else f"{text[:_LONGEST_FACT].rstrip()} […]"


def _notes(request: ExportRequest) -> list[str]:
    """What a reader should know of the numbers."""
    texts, question = request.texts, request.question
    mask = counted(request.catalog, request.filters, question.max_year)
    lost = outside(request.catalog, mask, question.level)
    notes = [texts("printing-several")]
    if lost:
        notes.append(texts(f"coverage-outside-{question.level.value}", count=lost))
    if question.measure is Measure.RATE:
        notes.append(
            texts(f"coverage-rates-how-{question.level.value}", day=texts.date(inhabitants_day()))
        )
    return notes
