"""The regions year by year, as one message: the browser plays it without asking again."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.coverage import MEASURES, Question, everywhere
from dashboard.explore.coverage.timeline import coverage_by_year
from dashboard.explore.filters.filters import Filters
from dashboard.explore.filters.years import introduced_until, introduction_years, years_of
from dashboard.locale import Texts
from dashboard.views.coverage.coverage import answer, inhabitants_of, scale_until, shade_by, shown
from dashboard.views.coverage.shading import Shading, region_label


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the regions have in each year, and in all.

    Attributes:
        years: Those that can be shown.
        labels: For each year what is counted, in words; at last for everything.
        unknown: How many practices are of no known date.
        message: The same with the regions, as the page's script plays it.
    """

    years: range
    labels: Sequence[str]
    unknown: int
    message: dict[str, Any]

    @property
    def digest(self) -> str:
        """Names the message: another one has another name."""
        text = json.dumps(self.message, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]


def timeline(catalog: Catalog, filters: Filters, question: Question, texts: Texts) -> Timeline:
    """The regions that a question asks about, at the end of each year, and at last in all.

    The classes are those of the newest year, so that shades compare; the last frame has the
    classes of everything.
    """
    years, level, measure = years_of(catalog), question.level, question.measure
    mask = everywhere(catalog, filters)
    tables = coverage_by_year(
        catalog, mask, years=years, level=level, inhabitants=inhabitants_of(level)
    )
    chosen = filters.chosen.get(Facet.VOIVODESHIP, ())
    tables = [shown(table, level=level, voivodeships=chosen) for table in tables]
    shadings = [
        shade_by(
            scale_until(year, tables[-1], years, question),
            table,
            level=level,
            measure=measure,
            texts=texts,
        )
        for year, table in zip(years, tables, strict=True)
    ]
    shadings.append(answer(catalog, filters, replace(question, max_year=None), texts))
    counts = [int((mask & introduced_until(catalog, year)).sum()) for year in years]
    labels = [
        texts("coverage-time-until", year=str(year), count=count)
        for year, count in zip(years, counts, strict=True)
    ]
    labels.append(texts("coverage-time-all", count=int(mask.sum())))
    unknown = int((mask & np.isnan(introduction_years(catalog))).sum())
    return Timeline(years, labels, unknown, _message(shadings, texts))


def _message(shadings: Sequence[Shading], texts: Texts) -> dict[str, Any]:
    """The shadings with every word written once.

    Returns:
        `regions`: (key, name); `words`: the texts that the frames number; `measures`: the
        names of all, `shown` the number of the one that is asked for; `frames`: title, legend
        rows without their counts, and by region, in the order of `regions`, the kind, the words
        and the length of the bar, then the regions in the order of the ranking.
    """
    regions = list(shadings[-1].table.index)
    number_of = {region: number for number, region in enumerate(regions)}
    level, measure = shadings[-1].level, shadings[-1].measure
    measures = MEASURES[level]
    words: dict[str, int] = {}

    def frame(shading: Shading) -> dict[str, Any]:
        order = [number_of[region] for region in shading.table.index]
        at = np.argsort(order).tolist()
        said = [shading.words(each) for each in measures]
        shares = shading.shares()
        legend = shading.legend()
        return {
            "title": legend.title,
            "legend": [[row.kind, row.label] for row in legend.rows],
            "kinds": [shading.kinds[row] for row in at],
            "words": [[words.setdefault(each[row], len(words)) for row in at] for each in said],
            "shares": [round(shares[row], 3) for row in at],
            "order": order,
        }

    frames = [frame(shading) for shading in shadings]
    return {
        "level": level.value,
        "regions": [[region, region_label(region, level, texts)] for region in regions],
        "measures": [texts(f"coverage-short-{each.value}") for each in measures],
        "shown": measures.index(measure),
        "note": shadings[-1].legend().note,
        "frames": frames,
        "words": list(words),
    }
