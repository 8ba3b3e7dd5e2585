"""What is missing: counties, types of commune and themes without any practice."""

from collections.abc import Collection

from dashboard.explore.catalog import Catalog
from dashboard.explore.coverage import uncovered_counties, uncovered_types
from dashboard.explore.facets import Mask
from dashboard.locale import Texts
from dashboard.views.templating import render


def white_spots_html(
    catalog: Catalog, among: Mask, voivodeships: Collection[str], texts: Texts
) -> str:
    """The counties without any practice and the types of commune without one, as HTML.

    Args:
        catalog: All practices.
        among: Those that count.
        voivodeships: Where the counties lie; everywhere where none is named.
        texts: The language.
    """
    empty = uncovered_counties(catalog, among)
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
            "types": uncovered_types(catalog, among),
        },
    )
