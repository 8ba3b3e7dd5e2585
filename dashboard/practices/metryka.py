"""The metryka, a practice's record card: what its fields say as typed values.

What cannot be read as its type stays in the field's text and is told in a remark.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace

from dashboard.practices.fields import MetrykaField, Remark, fields_to_json
from dashboard.practices.values import (
    read_count,
    read_day,
    read_emails,
    read_list,
    read_voivodeship,
    read_website,
)
from geocoding import fold
from geocoding.text import read_post, split_localities
from geocoding.text.folding import tidy
from geocoding.text.streets import read_street

_LABELS = {
    "data wprowadzenia do bdp": "introduced",
    "data aktualizacji": "updated",
    "typ jednostki": "unit_type",
    "miejscowosc": "locality",
    "powiat": "county",
    "wojewodztwo": "voivodeship",
    "kod pocztowy i poczta": "post",
    "kod pocztowy": "post",
    "jednostka wdrazajaca": "unit",
    "ulica": "street",
    "witryna internetowa": "website",
    "wirtyna internetowa": "website",
    "liczba mieszkancow": "population",
    "osoby kontaktowe": "contacts",
    "osoba kontaktowa": "contacts",
    "e@mail": "emails",
    "e-mail": "emails",
    "email": "emails",
}
_PHONE = re.compile(r"(tel|telefon|tel\./ ?fax|tel\. kom)\.?")
_NUMBER_WORD = re.compile(r"(?<![\s,])[\s,]*+\b(?:nr|numer|n-r|dom|d)\b\.?\s*$", re.IGNORECASE)
_NOTHING = {"", "-", "brak", "b.d.", "bd", "brak danych", "nie dotyczy"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metryka:
    """A practice's record card; an unknown value is empty, or None for a date or a number.

    Attributes:
        fields: All fields in the page's order, as printed.
        introduced: Day on which the practice entered the database.
        updated: Day of its last update.
        unit_type: Kind of the local government ('gmina miejska').
        locality: Where it is; empty where there are several (see places).
        county: Powiat, as printed: the adjective or the seat.
        voivodeship: Województwo, lower case.
        postal_code: '32-700'.
        post_town: Town of the post office; need not be the locality.
        unit: The implementing unit.
        street: Street with its prefix, without the number.
        number: House number, and flat after a slash.
        website: Address with its scheme.
        population: Number of inhabitants.
        contacts: Names of persons.
        phones: As printed.
        emails: Addresses.
        places: Localities, where the practice has several.
    """

    fields: tuple[MetrykaField, ...] = ()
    introduced: dt.date | None = None
    updated: dt.date | None = None
    unit_type: str = ""
    locality: str = ""
    county: str = ""
    voivodeship: str = ""
    postal_code: str = ""
    post_town: str = ""
    unit: str = ""
    street: str = ""
    number: str = ""
    website: str = ""
    population: int | None = None
    contacts: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def cells(self) -> dict[str, str]:
        """The card as cells of the practices table, by column; `fields` is column metryka."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        pairs = values.pop("fields")
        return {
            **{column: _cell(value) for column, value in values.items()},
            "metryka": fields_to_json(pairs),
        }


def _cell(value: str | int | dt.date | tuple[str, ...] | None) -> str:
    """A typed value as the table's text."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def read_metryka(pairs: Iterable[MetrykaField]) -> tuple[Metryka, tuple[Remark, ...]]:
    """The card with its typed values, and a remark for each value that could not be read.

    Where a known label stands several times, its texts are read as one list.
    """
    printed = tuple(pairs)
    known: dict[str, list[MetrykaField]] = {}
    for field in printed:
        if not is_unknown(field.text):
            known.setdefault(meaning(field.label), []).append(field)
    card = Metryka(fields=printed)
    remarks = []
    for name, same in known.items():
        try:
            card = _READERS[name](card, "; ".join(tidy(field.text) for field in same))
        except ValueError as error:
            remarks.append(Remark(same[0], str(error)))
    return card, tuple(remarks)


def is_unknown(text: str) -> bool:
    """Whether a field's text says that its value is not known, as 'brak danych' does."""
    return fold(text) in _NOTHING


def meaning(label: str) -> str:
    """What a label stands for: 'phones' for 'tel.'; 'unknown' for a label nobody knows."""
    folded = fold(label)
    return "phones" if _PHONE.fullmatch(folded) else _LABELS.get(folded, "unknown")


def _read_post(card: Metryka, text: str) -> Metryka:
    """'32-700 Bochnia' into code and post town."""
    post = read_post(text)
    return replace(card, postal_code=post.postal_code, post_town=post.town)


def _read_street(card: Metryka, text: str) -> Metryka:
    """'ul. Kazimierza Wielkiego 2' into the street as printed and the number."""
    line = read_street(text)
    if not line.number:
        return replace(card, street=text)
    printed = re.compile(r"\s*".join(map(re.escape, re.sub(r"\s", "", line.number))), re.IGNORECASE)
    starts = [match.start() for match in printed.finditer(text)]
    street = text[: starts[-1]] if starts else line.street
    number = f"{line.number}/{line.flat}" if line.flat else line.number
    return replace(card, street=_NUMBER_WORD.sub("", street).strip(" ,"), number=number)


def _read_places(card: Metryka, text: str) -> Metryka:
    """One locality, or several places."""
    places = split_localities(text)
    if len(places) > 1:
        return replace(card, places=places)
    return replace(card, locality=places[0] if places else text)


_READERS: dict[str, Callable[[Metryka, str], Metryka]] = {
    "introduced": lambda card, text: replace(card, introduced=read_day(text)),
    "updated": lambda card, text: replace(card, updated=read_day(text)),
    "unit_type": lambda card, text: replace(card, unit_type=text),
    "locality": _read_places,
    "county": lambda card, text: replace(card, county=text),
    "voivodeship": lambda card, text: replace(card, voivodeship=read_voivodeship(text)),
    "post": _read_post,
    "unit": lambda card, text: replace(card, unit=text),
    "street": _read_street,
    "website": lambda card, text: replace(card, website=read_website(text)),
    "population": lambda card, text: replace(card, population=read_count(text)),
    "contacts": lambda card, text: replace(card, contacts=read_list(text)),
    "phones": lambda card, text: replace(card, phones=read_list(text)),
    "emails": lambda card, text: replace(card, emails=read_emails(text)),
    "unknown": lambda card, _text: card,
}
