"""The panel of one region in the slide show: its name, all its numbers, its newest practices."""

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.coverage.coverage import MEASURES
from dashboard.explore.coverage.region_profile import profile
from dashboard.explore.filters.years import introduction_years
from dashboard.views.coverage.shading import Shading, region_label
from dashboard.views.templating import render


def region_html(catalog: Catalog, mask: Mask, shading: Shading, region: str) -> str:
    """The panel of a region, as HTML.

    Args:
        catalog: All practices.
        mask: One entry a practice: whether it counts.
        shading: The regions, the region among them.
        region: As the filter names it.
    """
    texts, level = shading.texts, shading.level
    at = shading.table.index.get_loc(region)
    found = profile(catalog, mask, level=level, region=region)
    years = introduction_years(catalog)[found.newest]
    titles = catalog.practices["title"].iloc[found.newest]
    return render(
        "region.html",
        {
            "texts": texts,
            "name": region_label(region, level, texts),
            "place": place_words(shading, region),
            "measures": [
                (texts(f"coverage-measure-{each.value}"), shading.words(each)[at])
                for each in MEASURES[level]
            ],
            "newest": [
                (title, "" if np.isnan(year) else f"{year:.0f}")
                for title, year in zip(titles, years, strict=True)
            ],
            "themes": [(name, texts.number(count)) for name, count in found.themes],
        },
    )


def place_words(shading: Shading, region: str) -> str:
    """Where a region stands in the ranking: '3 z 16'."""
    at = list(shading.table.index).index(region) + 1
    return shading.texts("coverage-place", at=str(at), of=str(len(shading.table)))
