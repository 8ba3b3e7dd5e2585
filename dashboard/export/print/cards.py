"""The record cards of practices as a document to print: contents, then a sheet a practice."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.errors import ExportError
from dashboard.explore.catalog.catalog import Place, as_places
from dashboard.export.full_texts import full_text
from dashboard.export.print.engine import typeset
from dashboard.export.print.frame_words import made_words
from dashboard.export.print.locator import ground, locator
from dashboard.export.request import ExportRequest, Progress
from dashboard.export.tables import FROM_TABLE, tables_for
from dashboard.practices import practice_link
from dashboard.practices.metryka import may_leave
from dashboard.views.map.colours import light_colours
from dashboard.views.practice.card import metryka_rows
from dashboard.views.practice.positions import positions_of
from dashboard.views.symbols import Symbol, symbol_of

MAX_CARDS: Final = 1_000
"""Practices in one document. More are no reading, and take gigabytes to set."""

_SETTING: Final = 4
"""How many times as long a practice takes to be set as to be gathered."""


def cards_pdf(request: ExportRequest, progress: Progress) -> bytes:
    """Return a PDF of the practices in the mask; several come with a title page and contents.

    The progress is reported practice by practice while they are gathered; while they are set it
    stands still, but is reported again and again.

    Raises:
        ExportError: There are more than MAX_CARDS practices.
    """
    count, texts = int(np.count_nonzero(request.mask)), request.texts
    if count > MAX_CARDS:
        raise ExportError(texts("printing-too-many", count=count, most=MAX_CARDS))
    steps = (1 + _SETTING) * count + 1
    practices = []
    for at, practice in enumerate(_practices(request)):
        progress(at, steps)
        practices.append(practice)
    made = typeset(
        "cards.typ",
        _content(request, practices),
        "pdf",
        made_at=request.provenance.made_at,
        meanwhile=lambda: progress(count, steps),
    )
    progress(steps, steps)
    return made


def _content(request: ExportRequest, practices: list[dict[str, Any]]) -> dict[str, Any]:
    """Return everything that the template shows."""
    texts = request.texts
    words = (
        *("card-metryka", "card-position", "missing", "printing-contents", "printing-about"),
        *("card-tab-presentation", "printing-attachments"),
    )
    return {
        "language": texts.language,
        "title": _title(request, practices),
        "warning": texts("demo-banner") if request.provenance.has_examples else "",
        "about": _about(request),
        "made": made_words(request),
        "page": texts("printing-page", page="{page}", pages="{pages}"),
        "words": {name: texts(name) for name in words},
        "left_out": "" if request.provenance.has_contacts else texts("printing-left-out"),
        "nothing": texts("printing-nothing"),
        "colours": light_colours(),
        "ground": ground(),
        "practices": practices,
    }


def _about(request: ExportRequest) -> list[tuple[str, str]]:
    """Return (name, value) of what the file says of itself; values of one name stand under it."""
    values: dict[str, list[str]] = {}
    for name, value in request.provenance.lines(request.texts):
        values.setdefault(name, []).append(value)
    values.pop(request.texts("export-warning"), None)
    return [(name, "\n".join(lines)) for name, lines in values.items()]


def _title(request: ExportRequest, practices: list[dict[str, Any]]) -> str:
    """Return the title of the document: that of its practice where there is one alone."""
    if len(practices) == 1:
        return str(practices[0]["title"])
    return request.texts("printing-cards")


def _practices(request: ExportRequest) -> Iterator[dict[str, Any]]:
    """Yield the practices in the mask, one after the other, as the template shows them."""
    tables = tables_for(request)
    places = _places(request)
    for at, row in enumerate(np.flatnonzero(request.mask).tolist()):
        made = _practice(request, tables.practices.iloc[at], places.get(row, []))
        yield made | full_text(request, row)


def _places(request: ExportRequest) -> dict[int, list[tuple[Place, tuple[str, str]]]]:
    """Return, by practice in the mask, its places, each with its (voivodeship, county)."""
    table = request.catalog.places
    table = table[request.mask[table["row"].to_numpy()]]
    areas = zip(table["voivodeship"].tolist(), table["county"].tolist(), strict=True)
    found: dict[int, list[tuple[Place, tuple[str, str]]]] = {}
    for place, area in zip(as_places(table), areas, strict=True):
        found.setdefault(place.row, []).append((place, area))
    return found


def _practice(
    request: ExportRequest, practice: "pd.Series[Any]", located: list[tuple[Place, tuple[str, str]]]
) -> dict[str, Any]:
    """Return one practice, with its places and their (voivodeship, county)."""
    texts = request.texts
    places = [place for place, _ in located]
    positions = positions_of(places, texts)
    section = str(practice["section"])
    source = practice_link(str(practice["url"]))
    summary = [text for text in str(practice["summary"]).split("\n\n") if text]
    return {
        "number": texts("card-number", number=str(practice["art"])),
        "title": practice["title"],
        "theme": " · ".join(filter(None, (section, practice["subsection"]))),
        "symbol": _drawing(symbol_of(section)),
        "summary": summary or [texts("card-no-summary")],
        "remark": "" if practice["metryka"] else texts("card-no-metryka"),
        "rows": _rows(request, practice),
        "positions": [
            {
                "number": position.number,
                "place": position.place,
                "note": position.note,
                "matched": position.matched and texts("card-matched", label=position.matched),
            }
            for position in positions
        ],
        "locator": locator(places, [area for _, area in located]),
        "source": [texts("card-source"), source] if source else [texts("card-no-source"), ""],
    }


def _rows(request: ExportRequest, practice: "pd.Series[Any]") -> list[dict[str, Any]]:
    """Return the fields of the record card that may leave in a file."""
    texts = request.texts
    with_contacts = request.provenance.has_contacts
    found = practice[FROM_TABLE]
    completed = None if pd.isna(found) else int(found)
    return [
        {
            "label": field.heading or texts("card-unlabelled"),
            "printed": field.is_printed,
            "parts": [[part.text, part.href] for part in field.parts],
        }
        for field in metryka_rows(practice, texts, completed)
        if may_leave(field.label, with_contacts=with_contacts)
    ]


def _drawing(symbol: Symbol) -> str:
    """Return the mark of a section as an SVG."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-14 -14 28 28">'
        f'<path d="{symbol.path}" fill="{symbol.colour}"/></svg>'
    )
