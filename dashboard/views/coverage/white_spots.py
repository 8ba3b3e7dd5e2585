"""What is missing, in words: counties, types of commune and themes without any practice."""

from dashboard.explore.coverage.answer import WhiteSpots
from dashboard.locale import Texts
from dashboard.views.templating import render


def white_spots_html(spots: WhiteSpots, texts: Texts) -> str:
    """Give the counties, the types of commune and the themes without any practice, as HTML."""
    return render(
        "white_spots.html",
        {
            "texts": texts,
            "total": sum(map(len, spots.counties.values())),
            "counties": {name: names for name, names in spots.counties.items() if names},
            "is_open": len(spots.counties) == 1,
            "types": spots.types,
            "themes": [
                f"{theme.section}: {theme.name}" if theme.section else theme.name
                for theme in spots.themes
            ],
        },
    )
