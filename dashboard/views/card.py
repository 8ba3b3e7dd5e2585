"""The card of one practice: its title, theme, summary and metryka, as safe HTML.

Every text comes from a page that somebody else wrote; the template escapes all of it, and
only web, mail and telephone addresses become links.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jinja2
import pandas as pd

from dashboard.explore.catalog import Catalog
from dashboard.locale import Texts
from dashboard.practices import (
    MetrykaField,
    email_link,
    fields_from_json,
    meaning,
    phone_link,
    website_link,
)
from dashboard.views.precision import is_located, mark_kind, position_note
from dashboard.views.symbols import symbol_image, symbol_of

STANDARD_LABELS: Final = (
    "Data wprowadzenia do BDP",
    "Data aktualizacji",
    "Typ jednostki",
    "Miejscowość",
    "Powiat",
    "Województwo",
    "Kod pocztowy i Poczta",
    "Jednostka wdrażająca",
    "Ulica",
    "Witryna internetowa",
    "Liczba mieszkańców",
    "Osoby kontaktowe",
    "tel.",
    "e@mail",
)
"""The metryka's labels as the database prints them, in its order."""

_ENVIRONMENT: Final = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a value: its text, and the address it leads to (empty for none)."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the card: its label as printed, and its value in parts (none: not known)."""

    label: str
    parts: tuple[Part, ...]


def card_html(catalog: Catalog, row: int, texts: Texts) -> str:
    """The card of the practice at a position of the catalogue, as an HTML fragment."""
    practice = catalog.practices.iloc[row]
    places = catalog.places[catalog.places["row"] == row]
    return _ENVIRONMENT.get_template("card.html").render(
        texts=texts,
        number=int(practice["art"]),
        title=practice["title"],
        theme=[name for name in (practice["section"], practice["subsection"]) if name],
        symbol=symbol_image(symbol_of(str(practice["section"]))),
        summary=[text for text in str(practice["summary"]).split("\n\n") if text],
        rows=metryka_rows(practice, texts),
        has_metryka=bool(practice["metryka"]),
        positions=[_position(place, texts) for _, place in places.iterrows()],
        source=website_link(str(practice["url"])),
    )


def metryka_rows(practice: "pd.Series[Any]", texts: Texts) -> tuple[Row, ...]:
    """The fields in the order of the page, then those that the page does not have.

    Args:
        practice: One row of the practices table.
        texts: The language of numbers and dates; labels and values stay as printed.
    """
    printed = fields_from_json(str(practice["metryka"]))
    present = {meaning(field.label) for field in printed}
    absent = [MetrykaField(label, "") for label in STANDARD_LABELS if meaning(label) not in present]
    return tuple(
        Row(field.label, tuple(_parts(field, practice, texts))) for field in (*printed, *absent)
    )


def _parts(field: MetrykaField, practice: "pd.Series[Any]", texts: Texts) -> Iterator[Part]:
    """The value of a field: typed where that helps the reader, else the text as printed."""
    name = meaning(field.label)
    if name == "website" and practice["website"]:
        yield Part(field.text or practice["website"], website_link(practice["website"]))
    elif name in ("phones", "emails") and practice[name]:
        link = phone_link if name == "phones" else email_link
        for text in practice[name].split("; "):
            yield Part(text, link(text))
    elif name in ("introduced", "updated") and not pd.isna(practice[name]):
        yield Part(texts.date(practice[name].date()))
    elif name == "population" and not pd.isna(practice[name]):
        yield Part(texts.number(int(practice[name])))
    elif field.text:
        yield Part(field.text)
    elif name in _PLAIN_COLUMNS and practice[name]:
        yield Part(practice[name])
    elif name == "locality" and practice["places"]:
        yield Part(practice["places"].replace("; ", ", "))


_PLAIN_COLUMNS: Final = ("unit_type", "locality", "county", "voivodeship", "unit", "contacts")


def _position(place: "pd.Series[Any]", texts: Texts) -> dict[str, Any]:
    """What the card says of one place: its name, what its position stands for, its point."""
    located = is_located(place)
    return {
        "place": place["place"],
        "matched": place["matched_label"] if located else "",
        "note": position_note(place, texts),
        "kind": mark_kind(str(place["precision"])) if located else "none",
    }
