"""What a printed map says of itself: title, legend, filters, date, sources, and all in a line."""

from typing import Any, Final

import numpy as np

from dashboard.explore.coverage.answer import Remark
from dashboard.explore.coverage.classes import ZERO
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.export.print.coverage_map import shown
from dashboard.export.request import ExportRequest
from dashboard.locale import Texts
from dashboard.views.coverage.measure_words import measure_label
from dashboard.views.coverage.remarks import remark_words, scope_words
from dashboard.views.coverage.shading import Shading
from dashboard.views.sources import sources

_LONGEST_FACT: Final = 240
_SOURCES: Final = ("added/borders", "boundaries/voivodeships", "boundaries/counties", "gazetteer/")
_COMMUNES: Final = ("boundaries/communes",)
_INHABITANTS: Final = ("added/population", "communes")


def title(request: ExportRequest) -> str:
    """Return what the map shows."""
    return Shading(request.coverage.ranking, request.texts).title


def head_content(request: ExportRequest) -> dict[str, Any]:
    """Return the words around a map that stands alone."""
    texts = request.texts
    return {
        "warning": texts("demo-banner") if request.provenance.has_examples else "",
        "scope": scope_words(request.coverage, texts),
        "facts": [[name, _shortened(value)] for name, value in _facts(request)],
        "notes": remark_words(request.coverage, texts, without=[Remark.APPROXIMATE]),
        "sources": texts("printing-sources", sources=sources_line(request)),
        "made": made_words(request),
    }


def legend_content(request: ExportRequest, shading: Shading) -> dict[str, Any]:
    """Return what shades, outline and dots mean."""
    legend, texts = shading.legend(), request.texts
    return {
        "title": legend.title,
        "note": legend.note,
        "rows": [{"kind": row.kind, "label": row.label, "count": row.count} for row in legend.rows],
        "chosen": texts("printing-chosen") if request.coverage.chosen else "",
        "dot": texts("printing-dot") if request.question.has_points else "",
    }


def alternative(shading: Shading, texts: Texts) -> str:
    """Return the map in words: every region that has anything, and its number."""
    regions = shading.regions(())
    labels = [f"{each.name}: {each.value}" for each in regions if each.kind != ZERO]
    measure = measure_label(shading.ranking.measure, texts)
    none = texts("printing-zero", count=len(regions) - len(labels))
    return ". ".join(
        (texts("printing-map", measure=measure), *filter(None, ["; ".join(labels)]), none)
    )


def made_words(request: ExportRequest) -> str:
    """Return when and with what the file was made."""
    made_at = request.provenance.made_at
    return request.texts(
        "printing-made",
        day=request.texts.date(made_at.date()),
        time=f"{made_at:%H:%M}",
        program=request.texts("app-name"),
    )


def sources_line(request: ExportRequest) -> str:
    """Return the attribution of all data that the map is made from."""
    practices = () if request.provenance.has_examples else ("practices",)
    population = _INHABITANTS if request.question.measure == PracticeMeasure.RATE else ()
    communes = _COMMUNES if request.question.level is Level.COMMUNE else ()
    used = (*_SOURCES, *communes, *practices, *population)
    return " · ".join(
        source.attribution
        for source in sources()
        if any(file.path.startswith(used) for file in source.files)
    )


def _facts(request: ExportRequest) -> list[tuple[str, str]]:
    """Return (name, value): how many practices of which, and by which filters."""
    texts, about = request.texts, request.provenance
    count = int(np.count_nonzero(shown(request)))
    return [
        (texts("export-dataset"), about.dataset),
        (texts("printing-count"), texts("count", shown=count, total=about.total)),
        *(about.filters or ((texts("export-filters"), texts("export-no-filter")),)),
    ]


def _shortened(text: str) -> str:
    """Return a text of a length that the page has room for; one that was cut says so."""
    return text if len(text) <= _LONGEST_FACT else f"{text[:_LONGEST_FACT].rstrip()} […]"
