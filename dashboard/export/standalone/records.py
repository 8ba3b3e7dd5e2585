"""The records of a standalone file: the data of its list, filters, map and cards."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dashboard.explore.catalog.catalog import Place
from dashboard.explore.catalog.completion import completed_population
from dashboard.export.full_texts import full_text
from dashboard.export.request import ExportRequest, Progress
from dashboard.export.tables import tables_for
from dashboard.practices import practice_link, section_key
from dashboard.practices.metryka import may_leave
from dashboard.practices.schema import COLUMNS
from dashboard.views.practice.card import Part, Row, contact_links, metryka_rows
from dashboard.views.practice.positions import positions_of
from dashboard.views.precision import mark_kind
from dashboard.views.symbols import ORDER

if TYPE_CHECKING:
    import pandas as pd

MAX_PRACTICES: Final = 20_000
"""Practices in a file of about 30 MB, which browsers still open."""

_TOLD_EVERY: Final = 100


def records(request: ExportRequest, progress: Progress) -> list[dict[str, Any]]:
    """Return one record a practice of the request, in the catalogue's order, ready for JSON.

    Persons, telephone numbers and e-mail addresses are in it only where the request has contacts.

    Raises:
        Cancelled: The progress is not wanted any more.
    """
    rows = np.flatnonzero(request.mask).tolist()
    places, regions = _places(request), _regions(request)
    found = []
    for done, (row, practice) in enumerate(zip(rows, _practices(request), strict=True)):
        if done % _TOLD_EVERY == 0:
            progress(done, len(rows))
        record = _record(request, row, practice, places.get(row, ()))
        texts = full_text(request, row)
        found.append(record | texts | {"regions": regions.get(row, [])})
    progress(len(rows), len(rows))
    return found


def _practices(request: ExportRequest) -> Iterator["pd.Series[Any]"]:
    """Return the rows of the practices table; contacts are empty where they are not wanted."""
    table = tables_for(request).practices.reindex(columns=list(COLUMNS), fill_value="")
    return (row for _, row in table.iterrows())


def _places(request: ExportRequest) -> dict[int, list[Place]]:
    """Return the places of each practice by its position, all at once."""
    found: dict[int, list[Place]] = {}
    for place in request.catalog.places_in(request.mask):
        found.setdefault(place.row, []).append(place)
    return found


def _regions(request: ExportRequest) -> dict[int, list[str]]:
    """Return the voivodeships of each practice by its position."""
    places = request.catalog.places[["row", "voivodeship"]].drop_duplicates()
    known = places[places["voivodeship"] != ""]
    found: dict[int, list[str]] = {}
    for row, region in zip(known["row"].tolist(), known["voivodeship"].tolist(), strict=True):
        found.setdefault(row, []).append(region)
    return found


def _record(
    request: ExportRequest, row: int, practice: "pd.Series[Any]", places: Sequence[Place]
) -> dict[str, Any]:
    texts = request.texts
    fields = metryka_rows(practice, texts, completed_population(request.catalog, row))
    return {
        "number": int(practice["art"]),
        "title": str(practice["title"]),
        "section": str(practice["section"]),
        "subsection": str(practice["subsection"]),
        "symbol": ORDER.index(section_key(str(practice["section"]))),
        "summary": [text for text in str(practice["summary"]).split("\n\n") if text],
        "contacts": _parts(contact_links(practice, texts)),
        "places": [
            {
                "name": place.name,
                "note": position.note,
                "matched": position.matched,
                "mark": mark_kind(place.precision) if place.point else "none",
                "at": [round(degrees, 5) for degrees in place.point or ()],
                "radius": round(place.accuracy_m),
                "number": position.number,
            }
            for place, position in zip(places, positions_of(places, texts), strict=True)
        ],
        "hasCard": bool(practice["metryka"]),
        "fields": [
            [field.heading, _parts(field.parts), field.is_printed]
            for field in _shown(fields, request)
        ],
        "source": practice_link(str(practice["url"])),
    }


def _shown(fields: Iterable[Row], request: ExportRequest) -> Iterator[Row]:
    """Return the fields of the card that may leave in a file."""
    with_contacts = request.provenance.has_contacts
    return (row for row in fields if may_leave(row.label, with_contacts=with_contacts))


def _parts(parts: Iterable[Part]) -> list[list[str]]:
    """Return each part as [text], or as [text, address] where it leads somewhere."""
    return [[part.text, part.href] if part.href else [part.text] for part in parts]
