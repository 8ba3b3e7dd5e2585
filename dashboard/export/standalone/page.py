"""The page of a standalone file: its data, its words, and everything that it needs inlined."""

from typing import Any, Final

from jinja2.utils import htmlsafe_json_dumps

from dashboard.errors import OrderError
from dashboard.export.request import Order, Progress
from dashboard.export.standalone import files
from dashboard.export.standalone.records import MOST_PRACTICES, records
from dashboard.views.maps import POLAND, OfflineMap
from dashboard.views.points import map_options
from dashboard.views.sources import licence_words, map_attribution, sources
from dashboard.views.templating import render

_WORDS: Final = {
    "all": "filter-placeholder",
    "more": "card-more",
    "noSummary": "card-no-summary",
    "position": "card-position",
    "card": "card-metryka",
    "noCard": "card-no-metryka",
    "unlabelled": "card-unlabelled",
    "missing": "missing",
    "source": "card-source",
    "noSource": "card-no-source",
    "close": "card-close",
    "nothing": "standalone-nothing",
}


def map_html(order: Order, progress: Progress) -> bytes:
    """The file: the map, the list, the filters and the cards of the practices in the order.

    Args:
        order: What the file holds, and what it says of itself.
        progress: Told after every hundred practices.

    Raises:
        OrderError: There are more practices than a browser opens in one file.
        Cancelled: The progress is not wanted any more.
    """
    texts, provenance = order.texts, order.provenance
    if provenance.shown > MOST_PRACTICES:
        raise OrderError(texts("standalone-too-many", count=provenance.shown, most=MOST_PRACTICES))
    scripts, style = files.scripts(), files.style()
    page = render(
        "standalone.html",
        {
            "texts": texts,
            "policy": files.security_policy(scripts, style),
            "scripts": scripts,
            "style": style,
            "data": htmlsafe_json_dumps(_data(order, progress), ensure_ascii=False),
            "filters": provenance.filters,
            "made_on": texts.date(provenance.made_at.date()),
            "has_examples": provenance.has_examples,
            "count": texts("count", shown=provenance.shown, total=provenance.total),
            "lines": [
                line for line in provenance.lines(texts) if line[0] != texts("export-source")
            ],
            "sources": [(source, licence_words(source, texts)) for source in sources()],
        },
    )
    return page.encode("utf-8")


def _data(order: Order, progress: Progress) -> dict[str, Any]:
    """What the page's script reads."""
    shown = order.provenance.shown
    return {
        "language": order.texts.language,
        "map": _map(order),
        "words": {
            **{name: order.texts(message) for name, message in _WORDS.items()},
            "count": order.texts("count", shown="{shown}", total=shown),
            "matched": order.texts("card-matched", label="{label}"),
            "number": order.texts("card-number", number="{number}"),
            "chosen": order.texts("standalone-chosen", title="{title}"),
            "further": order.texts("standalone-further", count="{count}"),
        },
        "practices": records(order, progress),
    }


def _map(order: Order) -> dict[str, Any]:
    """How the map is made, as on the page 'Mapa', and what its layers need."""
    told = {
        **map_options(order.catalog, order.texts),
        "country": POLAND,
        "attribution": map_attribution(),
    }
    model = OfflineMap(base="", options=told, attribution=map_attribution())
    return {"made": {"center": model.location, **model.options}, "told": told}
