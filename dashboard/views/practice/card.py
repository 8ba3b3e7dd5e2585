"""The card of one practice: its title, theme, summary and metryka, as safe HTML.

Every text comes from a page that somebody else wrote; the template escapes all of it, and
only web, mail and telephone addresses become links.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed_population
from dashboard.locale import Texts
from dashboard.practices import (
    MetrykaField,
    email_link,
    fields_from_json,
    meaning,
    phone_link,
    practice_link,
    website_link,
)
from dashboard.practices.field_model import Field
from dashboard.practices.fields import CARD_FIELDS, FIELD
from dashboard.practices.value_types import Storage
from dashboard.views.found_words import Parts, found_parts
from dashboard.views.practice.positions import positions_of
from dashboard.views.symbols import symbol_image, symbol_of
from dashboard.views.templating import render
from dashboard.views.units.unit_words import completed_words, unit_lines

STANDARD_LABELS: Final = tuple(field.label for field in CARD_FIELDS)
"""The metryka's labels as the database prints them, in its order."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a value: its text, and the address it leads to (empty for none)."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the card.

    Attributes:
        label: As the page prints it, in Polish.
        heading: What is shown: the label, or in English what a known one means.
        parts: Its value; none where that is not known.
    """

    label: str
    heading: str
    parts: tuple[Part, ...]

    @property
    def is_printed(self) -> bool:
        """Whether the heading is the page's own, and so Polish."""
        return bool(self.label) and self.heading == self.label


@dataclass(frozen=True, slots=True)
class CardContext:
    """What the page that shows a card knows of the practice.

    Attributes:
        relation: Its distance and likeness to the reader's own unit; empty without one.
        found: The folded words that a search found; they are marked.
        has_map: Whether a map stands beside the card; its places then lead there.
    """

    relation: str = ""
    found: frozenset[str] = frozenset()
    has_map: bool = False


_NO_CONTEXT: Final = CardContext()


def card_html(
    catalog: Catalog,
    row: int,
    texts: Texts,
    context: CardContext = _NO_CONTEXT,
) -> str:
    """Return the card of the practice at a position of the catalogue, as an HTML fragment.

    Args:
        catalog: The practices.
        row: The position of one.
        texts: The language.
        context: What the page knows of the practice besides.
    """
    practice = catalog.practices.iloc[row]
    values = {
        "texts": texts,
        "number": int(practice["art"]),
        "title": _marked(practice["title"], context.found),
        "theme": [name for name in (practice["section"], practice["subsection"]) if name],
        "symbol": symbol_image(symbol_of(str(practice["section"]))),
        "summary": [
            _marked(text, context.found) for text in str(practice["summary"]).split("\n\n") if text
        ],
        "contacts": tuple(contact_links(practice, texts)),
        "rows": metryka_rows(practice, texts, completed_population(catalog, row)),
        "has_metryka": bool(practice["metryka"]),
        "has_map": context.has_map,
        "relation": context.relation,
        "unit": unit_lines(catalog, row, texts),
        "positions": positions_of(catalog.places_of(row), texts),
        "source": practice_link(str(practice["url"])),
    }
    return render("card.html", values)


def _marked(text: str, found: frozenset[str]) -> Parts:
    """Cut a text at the words that were searched; one part where it has none of them."""
    return found_parts(text, found) or ((text, False),)


def contact_links(practice: "pd.Series[Any]", texts: Texts) -> Iterator[Part]:
    """Yield ways to ask about the practice: a letter with its subject, a call, the pages."""
    subject = quote(texts("contact-subject", number=str(practice["art"]), title=practice["title"]))
    for address in filter(None, map(email_link, str(practice["emails"]).split("; "))):
        yield Part(texts("contact-email"), f"{address}?subject={subject}")
    for call in filter(None, map(phone_link, str(practice["phones"]).split("; "))):
        yield Part(texts("contact-phone", number=call.removeprefix("tel:")), call)
    if page := website_link(str(practice["website"])):
        yield Part(texts("contact-website"), page)


def metryka_rows(
    practice: "pd.Series[Any]", texts: Texts, completed: int | None = None
) -> tuple[Row, ...]:
    """Return the fields in the order of the page, then those that the page does not have.

    Args:
        practice: One row of the practices table.
        texts: The language of headings, numbers and dates; values stay as printed.
        completed: The population of the unit where the page states none; it is marked as such.
            None where none is shown.
    """
    printed = fields_from_json(str(practice["metryka"]))
    present = {meaning(field.label) for field in printed}
    absent = [MetrykaField(label, "") for label in STANDARD_LABELS if meaning(label) not in present]
    return tuple(
        Row(
            field.label,
            _heading(field.label, texts),
            tuple(_parts(field, practice, texts, completed)),
        )
        for field in (*printed, *absent)
    )


def _heading(label: str, texts: Texts) -> str:
    """Return a label as the language has it; as printed in Polish, and where nobody knows it."""
    field = FIELD.get(meaning(label))
    if texts.language == "pl" or field is None:
        return label
    return texts(field.heading or field.message)


def _parts(
    line: MetrykaField, practice: "pd.Series[Any]", texts: Texts, completed: int | None
) -> Iterator[Part]:
    """Yield the value of a line: typed where that helps the reader, else the text as printed."""
    field = FIELD.get(meaning(line.label))
    value: Any = _value(field, practice) if field else ""
    if field is None or pd.isna(value) or value == "":
        if line.text:
            yield Part(line.text)
        if field and field.name == "population" and completed is not None:
            yield Part(completed_words(completed, texts))
    elif link := field.type.link:
        yield from (Part(text, link(text)) for text in value.split("; "))
    elif field.type.storage is Storage.DAY:
        yield Part(texts.date(value.date()))
    elif field.type.storage is Storage.NUMBER:
        yield Part(texts.number(int(value)))
    else:
        yield Part(line.text or value)


def _value(field: Field, practice: "pd.Series[Any]") -> Any:  # noqa: ANN401  of any type
    """Return the value of a field; of its other column where the line lists several."""
    value = practice.get(field.name, "")
    if field.several and not value:
        return FIELD[field.several].type.printed(practice[field.several])
    return value
