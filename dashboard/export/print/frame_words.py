"""What a printed map says of itself: title, legend, filters, date, sources, and all in a line."""

from typing import Any, Final

import numpy as np

from dashboard.explore.coverage import Level, Measure, counted, outside
from dashboard.export.print.coverage_map import chosen_regions, shown, zoomed_into
from dashboard.export.request import Order
from dashboard.locale import Texts
from dashboard.views.shading import ZERO, Shading, title_words
from dashboard.views.sources import sources

_LONGEST_FACT: Final = 240
_SOURCES: Final = ("boundaries/voivodeships", "boundaries/counties", "gazetteer/")
_INHABITANTS: Final = {
    Level.VOIVODESHIP: "population/voivodeships",
    Level.COUNTY: "population/counties",
}


def title(order: Order) -> str:
    """What the map shows."""
    return title_words(order.question.measure, order.question.max_year, order.texts)


def head_content(order: Order) -> dict[str, Any]:
    """The words around a map that stands alone."""
    texts = order.texts
    return {
        "warning": texts("demo-banner") if order.provenance.has_examples else "",
        "scope": _scope(order),
        "facts": [[name, _shortened(value)] for name, value in _facts(order)],
        "notes": _notes(order),
        "sources": texts("printing-sources", sources=sources_line(order)),
        "made": made_words(order),
    }


def legend_content(order: Order, shading: Shading) -> dict[str, Any]:
    """What shades, outline and dots mean."""
    legend, texts = shading.legend(), order.texts
    return {
        "title": legend.title,
        "note": legend.note,
        "rows": [{"kind": row.kind, "label": row.label, "count": row.count} for row in legend.rows],
        "chosen": texts("printing-chosen") if chosen_regions(order) else "",
        "dot": texts("printing-dot") if order.question.has_points else "",
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


def made_words(order: Order) -> str:
    """When and with what the file was made."""
    made_at = order.provenance.made_at
    return order.texts(
        "printing-made",
        day=order.texts.date(made_at.date()),
        time=f"{made_at:%H:%M}",
        program=order.texts("app-name"),
    )


def sources_line(order: Order) -> str:
    """The attribution of all data that the map is made from."""
    practices = () if order.provenance.has_examples else ("practices",)
    inhabitants = _INHABITANTS[order.question.level]
    population = (inhabitants,) if order.question.measure is Measure.RATE else ()
    used = (*_SOURCES, *practices, *population)
    return " · ".join(
        source.attribution
        for source in sources()
        if any(file.path.startswith(used) for file in source.files)
    )


def _scope(order: Order) -> str:
    """Which part of the country, by which regions."""
    inside = zoomed_into(order)
    if inside:
        return order.texts("printing-scope-inside", names=", ".join(inside), count=len(inside))
    return order.texts(f"printing-scope-{order.question.level.value}")


def _facts(order: Order) -> list[tuple[str, str]]:
    """(name, value): how many practices of which, and by which filters."""
    texts, about = order.texts, order.provenance
    count = int(np.count_nonzero(shown(order)))
    return [
        (texts("export-dataset"), about.dataset),
        (texts("printing-count"), texts("count", shown=count, total=about.total)),
        *(about.filters or ((texts("export-filters"), texts("export-no-filter")),)),
    ]


def _shortened(text: str) -> str:
    """A text of a length that the page has room for; one that was cut says so."""
    return text if len(text) <= _LONGEST_FACT else f"{text[:_LONGEST_FACT].rstrip()} […]"


def _notes(order: Order) -> list[str]:
    """What a reader should know of the numbers."""
    texts, question = order.texts, order.question
    among = counted(order.catalog, order.filters, question.max_year)
    lost = outside(order.catalog, among, question.level)
    notes = [texts("printing-several")]
    if lost:
        notes.append(texts(f"coverage-outside-{question.level.value}", count=lost))
    if question.measure is Measure.RATE:
        notes.append(texts(f"coverage-rates-how-{question.level.value}"))
    return notes
