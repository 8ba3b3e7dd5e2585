"""Which column of a file holds what: guessed from the headings, Polish or English."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.locale import LANGUAGES, texts_in
from dashboard.practices.metryka import meaning
from dashboard.practices.schema import COLUMNS
from geocoding import fold

TARGETS: Final = COLUMNS
"""The columns of the practices table that a file may fill."""

_OTHER_NAMES: Final = {
    "art": ("nr", "numer", "lp", "l.p.", "id", "nr praktyki", "numer praktyki", "article", "no"),
    "url": ("link", "adres www praktyki", "adres", "url praktyki"),
    "section": ("obszar", "dziedzina", "kategoria", "temat", "theme", "category", "area"),
    "subsection": ("podkategoria", "subcategory"),
    "title": ("nazwa", "nazwa praktyki", "tytul praktyki", "name", "practice"),
    "summary": ("streszczenie", "skrot", "opis praktyki", "description", "abstract"),
    "introduced": ("data", "data wdrozenia", "rok", "date"),
    "unit_type": ("rodzaj jednostki", "typ", "rodzaj jst", "typ jst", "unit type", "type"),
    "locality": ("miasto", "miejsce", "siedziba", "city", "town", "place"),
    "county": ("powiat",),
    "voivodeship": ("woj", "woj.", "region", "province"),
    "postal_code": ("kod", "postcode", "zip", "post code"),
    "unit": ("jednostka", "jst", "samorzad", "gmina", "nazwa jednostki", "municipality"),
    "street": ("adres siedziby", "ulica i numer", "address"),
    "number": ("nr domu", "nr budynku", "numer budynku"),
    "website": ("www", "strona", "strona www", "strona internetowa", "web", "homepage"),
    "population": ("ludnosc", "mieszkancy", "liczba ludnosci", "inhabitants"),
    "contacts": ("kontakt", "osoba", "contact", "contact person"),
    "phones": ("telefon", "tel", "phone", "telephone"),
    "emails": ("email", "e-mail", "mail", "poczta elektroniczna"),
    "places": ("miejscowosci", "gminy", "localities"),
}


def guess_mapping(headings: Sequence[str]) -> dict[str, str]:
    """For each of TARGETS that a heading names, that heading; a heading is used once."""
    names = _names()
    chosen: dict[str, str] = {}
    for heading in headings:
        target = names.get(_key(heading)) or _by_label(heading)
        if target:
            chosen.setdefault(target, heading)
    return {target: chosen[target] for target in TARGETS if target in chosen}


def _names() -> Mapping[str, str]:
    """Every name that a column goes by, folded; its own name and the interface's come first."""
    names: dict[str, str] = {}
    for target in TARGETS:
        labels = [texts_in(each)(f"column-{target.replace('_', '-')}") for each in LANGUAGES]
        for name in (target, *labels):
            names[_key(name)] = target
    for target, others in _OTHER_NAMES.items():
        for name in others:
            names.setdefault(_key(name), target)
    return names


def _by_label(heading: str) -> str:
    """The column that a label of a record card fills; empty for any other heading."""
    known = meaning(heading)
    return {"unknown": "", "post": "postal_code"}.get(known, known)


def _key(heading: str) -> str:
    """A heading as it is compared: folded, words only."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(heading)))
