"""The panel of one region in the slide show: its name, all its numbers, its newest practices."""

import numpy as np

from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.filters.years import introduction_years
from dashboard.locale import Texts
from dashboard.views.coverage.measure_words import measure_label
from dashboard.views.coverage.region_names import region_title
from dashboard.views.coverage.shading import Shading
from dashboard.views.templating import render


def region_html(answer: CoverageAnswer, region: str, texts: Texts) -> str:
    """Give the panel of a region, as HTML.

    Args:
        answer: The regions, the region among them.
        region: As the filter names it.
        texts: The language.
    """
    shading = Shading(answer.ranking, texts)
    at = answer.ranking.table.index.get_loc(region)
    found = answer.profile(region)
    years = introduction_years(answer.catalog)[found.newest]
    titles = answer.catalog.practices["title"].iloc[found.newest]
    return render(
        "region.html",
        {
            "texts": texts,
            "name": region_title(region, texts),
            "place": place_words(shading, region),
            "measures": [
                (measure_label(each, texts), shading.words(each)[at])
                for each in answer.ranking.measures.values()
            ],
            "newest": [
                (title, "" if np.isnan(year) else f"{year:.0f}")
                for title, year in zip(titles, years, strict=True)
            ],
            "themes": [(name, texts.number(count)) for name, count in found.themes],
        },
    )


def place_words(shading: Shading, region: str) -> str:
    """Say where a region stands in the ranking: '3 z 16'."""
    names = list(shading.ranking.table.index)
    return shading.texts("coverage-place", at=str(names.index(region) + 1), of=str(len(names)))
