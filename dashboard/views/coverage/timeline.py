"""The regions year by year, as one message: the browser plays it without asking again."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.locale import Texts
from dashboard.views.coverage.measure_words import short_label
from dashboard.views.coverage.region_names import region_label
from dashboard.views.coverage.shading import Shading


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


def timeline(answer: CoverageAnswer, texts: Texts) -> Timeline | None:
    """Give the regions at the end of each year, and at last in all; None without any date."""
    found = answer.by_year
    if found is None:
        return None
    labels = [
        texts("coverage-time-until", year=str(year), count=count)
        for year, count in zip(found.years, found.counts, strict=False)
    ]
    labels.append(texts("coverage-time-all", count=found.counts[-1]))
    shadings = [Shading(ranking, texts) for ranking in found.rankings]
    return Timeline(found.years, labels, found.undated, _message(shadings, texts))


def _message(shadings: Sequence[Shading], texts: Texts) -> dict[str, Any]:
    """Return the shadings with every word written once.

    Returns:
        `regions`: (key, name); `words`: the texts that the frames number; `measures`: the
        names of all, `shown` the number of the one that is asked for; `frames`: title, legend
        rows without their counts, and by region, in the order of `regions`, the kind, the words
        and the length of the bar, then the regions in the order of the ranking.
    """
    regions = list(shadings[-1].ranking.table.index)
    number_of = {region: number for number, region in enumerate(regions)}
    ranking = shadings[-1].ranking
    level, measures = ranking.level, list(ranking.measures)
    words: dict[str, int] = {}

    def frame(shading: Shading) -> dict[str, Any]:
        order = [number_of[region] for region in shading.ranking.table.index]
        at = np.argsort(order).tolist()
        said = [shading.words(each) for each in shading.ranking.measures.values()]
        shares = shading.ranking.lengths()
        legend = shading.legend()
        return {
            "title": legend.title,
            "legend": [[row.kind, row.label] for row in legend.rows],
            "kinds": [shading.ranking.kinds[row] for row in at],
            "words": [[words.setdefault(each[row], len(words)) for row in at] for each in said],
            "shares": [round(shares[row], 3) for row in at],
            "order": order,
        }

    frames = [frame(shading) for shading in shadings]
    return {
        "level": level.value,
        "regions": [[region, region_label(region, level, texts)] for region in regions],
        "measures": [short_label(each, texts) for each in ranking.measures.values()],
        "shown": measures.index(ranking.measure.key),
        "note": shadings[-1].legend().note,
        "frames": frames,
        "words": list(words),
    }
