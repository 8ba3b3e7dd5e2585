"""Which column of a file holds what: guessed from headings, Polish or English, and from cells."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import pandas as pd

from dashboard.locale import LANGUAGES, texts_in
from dashboard.practices.reading.cell_kinds import FITS, TOLD_BY_CELLS
from dashboard.practices.record_card import LABELS
from dashboard.practices.schema import COLUMNS
from geocoding.tables.matching import HeadingMatcher, Target

POSITION_TARGETS: Final = ("lat", "lon", "position")
"""What holds a practice's own coordinates: latitude, longitude, or both in one cell."""

TARGETS: Final = (*COLUMNS, *POSITION_TARGETS)
"""What a column of a file may hold: a column of the practices table, or coordinates."""

_OTHER_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "art": ("lp", "l.p.", "nr praktyki", "numer praktyki", "article"),
    "url": ("link", "adres www praktyki", "url praktyki"),
    "section": ("obszar", "dziedzina", "kategoria", "temat", "theme", "category", "area"),
    "subsection": ("podkategoria", "subcategory"),
    "title": (
        "nazwa",
        "nazwa praktyki",
        "tytul praktyki",
        "nazwa projektu",
        "tytul projektu",
        "nazwa inicjatywy",
        "name",
        "practice",
    ),
    "summary": ("opis", "streszczenie", "skrot", "opis praktyki", "description", "abstract"),
    "introduced": ("data", "data wdrozenia", "data dodania", "rok", "date"),
    "unit_type": ("rodzaj jednostki", "typ", "rodzaj jst", "typ jst", "unit type", "type"),
    "locality": ("miasto", "miejsce", "siedziba", "nazwa miejscowosci", "city", "town", "place"),
    "county": ("powiat", "pow"),
    "voivodeship": ("woj", "woj.", "region", "province"),
    "postal_code": (
        "kod",
        "kod pocztowy",
        "kod i miejscowosc",
        "kod i miasto",
        "kod i poczta",
        "kod pocztowy i miejscowosc",
        "postcode",
        "zip",
        "post code",
    ),
    "unit": (
        "jednostka",
        "jst",
        "samorzad",
        "gmina",
        "nazwa jednostki",
        "nazwa gminy",
        "municipality",
    ),
    "street": (
        "ul",
        "ulica nr domu",
        "ulica i nr domu",
        "nazwa ulicy",
        "adres siedziby",
        "ulica i numer",
        "address",
    ),
    "number": ("nr domu", "nr budynku", "numer budynku", "nr lokalu"),
    "website": ("www", "strona", "strona www", "strona internetowa", "web", "homepage"),
    "population": ("ludnosc", "mieszkancy", "liczba ludnosci", "inhabitants"),
    "contacts": ("kontakt", "osoba", "contact", "contact person"),
    "phones": ("telefon", "tel", "tel fax", "phone", "telephone"),
    "emails": ("email", "e-mail", "mail", "poczta elektroniczna"),
    "places": ("miejscowosci", "gminy", "localities"),
    "lat": ("latitude", "szerokosc", "szer geogr", "wspolrzedna n", "northing"),
    "lon": ("lng", "long", "longitude", "dlugosc", "dl geogr", "wspolrzedna e", "easting"),
    "position": ("wspolrzedne", "wspolrzedne gps", "gps", "coordinates", "lokalizacja gps", "wkt"),
}

_UNSURE_NAMES: Final = {
    "art": ("nr", "numer", "id", "no"),
    "url": ("adres",),
    "street": ("adres",),
    "number": ("numer", "nr"),
    "lat": ("x", "y", "n"),
    "lon": ("y", "x", "e"),
    "position": ("lokalizacja", "polozenie", "geom", "geometry"),
}
"""Names that mean other things, too, so that neighbours and cells decide."""

_BESIDE: Final = {
    "number": frozenset({"street"}),
    "street": frozenset({"locality", "postal_code", "post_town"}),
}
"""What an unsure name of one column needs beside it."""

_OTHER_THINGS: Final = ("country", "kraj", "państwo", "powierzchnia")
"""Names that look like one of a column and are none."""


def guess_mapping(
    headings: Sequence[str], cells: pd.DataFrame | None = None, *, are_named: bool = True
) -> dict[str, str]:
    """Guess the heading for each of TARGETS that one names; a heading is used once.

    Args:
        headings: The headings of a table, each once.
        cells: The cells under them, which decide where headings are unsure.
        are_named: Whether the headings are the file's own; else the cells alone decide.
    """
    columns = None if cells is None else {name: cells[name].tolist() for name in headings}
    if not are_named and columns is not None:
        return _matcher().match_cells(headings, columns, TOLD_BY_CELLS)
    return _matcher().match(headings, columns)


def is_heading(text: str) -> bool:
    """Say whether a cell's text is a heading that is known."""
    return _matcher().is_known(text)


@cache
def _matcher() -> HeadingMatcher:
    """Make the matcher of all targets."""
    return HeadingMatcher(
        (
            Target(
                name=name,
                aliases=_aliases(name),
                fits=FITS.get(name),
                unsure_aliases=_UNSURE_NAMES.get(name, ()),
                beside=_BESIDE.get(name, frozenset()),
            )
            for name in TARGETS
        ),
        other_names=_OTHER_THINGS,
    )


def _aliases(target: str) -> tuple[str, ...]:
    """Give every name that a column goes by: its own, the interface's, a record card's, others."""
    key = f"column-{target.replace('_', '-')}"
    labels = [texts_in(language)(key) for language in LANGUAGES]
    printed = LABELS.get({"postal_code": "post"}.get(target, target))
    return (target, *labels, *([printed] if printed else []), *_OTHER_NAMES.get(target, ()))
