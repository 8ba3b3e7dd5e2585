"""The page of a standalone file: its data, its words, and everything that it needs inlined."""

from typing import Any, Final

from jinja2.utils import htmlsafe_json_dumps

from dashboard.errors import ExportError
from dashboard.export.request import ExportRequest, Progress
from dashboard.export.standalone import files
from dashboard.export.standalone.records import MAX_PRACTICES, records
from dashboard.views.map.maps import POLAND, OfflineMap
from dashboard.views.map.points import map_options
from dashboard.views.sources import licence_words, map_attribution, sources
from dashboard.views.templating import render

_WORDS: Final = {
    "all": "filter-placeholder",
    "more": "card-more",
    "noSummary": "card-no-summary",
    "position": "card-position",
    "showPlace": "card-show-place",
    "card": "card-metryka",
    "noCard": "card-no-metryka",
    "unlabelled": "card-unlabelled",
    "missing": "missing",
    "source": "card-source",
    "noSource": "card-no-source",
    "presentation": "card-tab-presentation",
    "attachments": "printing-attachments",
    "close": "card-close",
    "nothing": "standalone-nothing",
}


def map_html(request: ExportRequest, progress: Progress) -> bytes:
    """Give the file: the map, the list, the filters and the cards of the practices in the request.

    Args:
        request: What the file holds, and what it says of itself.
        progress: Called after every hundred practices.

    Raises:
        ExportError: There are more practices than a browser opens in one file.
        Cancelled: The progress is not wanted any more.
    """
    texts, provenance = request.texts, request.provenance
    if provenance.shown > MAX_PRACTICES:
        raise ExportError(texts("standalone-too-many", count=provenance.shown, most=MAX_PRACTICES))
    scripts, style = files.scripts(), files.style()
    page = render(
        "standalone.html",
        {
            "texts": texts,
            "policy": files.security_policy(scripts, style),
            "scripts": scripts,
            "style": style,
            "data": htmlsafe_json_dumps(_data(request, progress), ensure_ascii=False),
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


def _data(request: ExportRequest, progress: Progress) -> dict[str, Any]:
    """Return what the page's script reads."""
    shown = request.provenance.shown
    return {
        "language": request.texts.language,
        "map": _map(request),
        "words": {
            **{name: request.texts(message) for name, message in _WORDS.items()},
            "count": request.texts("count", shown="{shown}", total=shown),
            "matched": request.texts("card-matched", label="{label}"),
            "number": request.texts("card-number", number="{number}"),
            "chosen": request.texts("standalone-chosen", title="{title}"),
            "further": request.texts("standalone-further", count="{count}"),
        },
        "practices": records(request, progress),
    }


def _map(request: ExportRequest) -> dict[str, Any]:
    """Return how the map is made, as on the page 'Mapa', and what its layers need."""
    options = {
        **map_options(request.catalog, request.texts),
        "country": POLAND,
        "attribution": map_attribution(),
    }
    model = OfflineMap(base="", options=options, attribution=map_attribution())
    return {"made": {"center": model.location, **model.options}, "told": options}
