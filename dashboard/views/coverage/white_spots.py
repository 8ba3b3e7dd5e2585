"""What is missing: counties, types of commune and themes without any practice."""

from collections.abc import Collection

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.coverage.coverage import uncovered_counties, uncovered_types
from dashboard.explore.coverage.themes import themes
from dashboard.locale import Texts
from dashboard.views.templating import render


def white_spots_html(
    catalog: Catalog,
    voivodeships: Collection[str],
    texts: Texts,
    *,
    mask: Mask,
    theme_mask: Mask,
) -> str:
    """The counties, the types of commune and the themes without any practice, as HTML.

    Args:
        catalog: All practices.
        voivodeships: Where to look; everywhere where none is named.
        texts: The language.
        mask: The practices that count.
        theme_mask: Those that count for the themes, whatever theme is chosen.
    """
    inside = _inside(catalog, voivodeships)
    empty = uncovered_counties(catalog, mask)
    shown = {
        name: names for name, names in empty.items() if not voivodeships or name in voivodeships
    }
    return render(
        "white_spots.html",
        {
            "texts": texts,
            "total": sum(map(len, shown.values())),
            "counties": {name: names for name, names in shown.items() if names},
            "is_open": len(shown) == 1,
            "types": uncovered_types(catalog, mask & inside),
            "themes": [
                f"{theme.section}: {theme.name}" if theme.section else theme.name
                for theme in themes(catalog, theme_mask & inside)
                if not theme.total
            ],
        },
    )


def _inside(catalog: Catalog, voivodeships: Collection[str]) -> Mask:
    """Which practices lie in the voivodeships; all where none is named."""
    if not voivodeships:
        return np.ones(len(catalog), dtype=bool)
    return catalog.facets[Facet.VOIVODESHIP].mask(tuple(voivodeships))
