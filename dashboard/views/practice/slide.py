"""One practice as a slide that a room can read: few words, and nobody's name or number."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Any, Final

import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed_population
from dashboard.locale import Texts
from dashboard.views.precision import position_note
from dashboard.views.symbols import symbol_image, symbol_of
from dashboard.views.templating import render
from dashboard.views.units.unit_words import completed_words

_LONGEST_SUMMARY: Final = 300
"""Characters that a room reads while somebody speaks; the card has the whole text."""

_LONG_TITLE: Final = 70
"""Characters from which on a title is set smaller, so that it leaves room for the rest."""


def slide_html(catalog: Catalog, row: int, place: str, texts: Texts) -> str:
    """Return the slide of the practice at a position of the catalogue, as an HTML fragment.

    Args:
        catalog: The practices.
        row: Position of the practice.
        place: Where in the show the slide stands, in words ('3 z 11').
        texts: The language.
    """
    practice = catalog.practices.iloc[row]
    values = {
        "texts": texts,
        "place": place,
        "theme": [name for name in (practice["section"], practice["subsection"]) if name],
        "symbol": symbol_image(symbol_of(str(practice["section"]))),
        "title": practice["title"],
        "is_long": len(practice["title"]) > _LONG_TITLE,
        "unit": practice["unit"],
        "places": ", ".join(each.name for each in catalog.places_of(row) if each.name),
        "summary": _excerpt(str(practice["summary"])),
        "facts": tuple(_facts(catalog, row, practice, texts)),
    }
    return render("slide.html", values)


def _excerpt(summary: str) -> str:
    """Return the first paragraph that says something, cut at a word where it is long."""
    first = next(filter(None, summary.split("\n\n")), "")
    return shorten(first, _LONGEST_SUMMARY, placeholder=" …")


def _facts(
    catalog: Catalog, row: int, practice: "pd.Series[Any]", texts: Texts
) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of what is known and worth a look from afar."""
    for name in ("unit_type", "county", "voivodeship"):
        if practice[name]:
            yield texts(f"column-{name.replace('_', '-')}"), str(practice[name])
    completed = completed_population(catalog, row)
    if catalog.population[row] > 0:
        population = texts.number(int(catalog.population[row]))
        words = population if completed is None else completed_words(completed, texts)
        yield texts("column-population"), words
    if pd.notna(practice["introduced"]):
        yield texts("column-introduced"), texts.date(practice["introduced"].date())
    places = catalog.places_of(row)
    if places:
        yield texts("card-position"), position_note(places[0], texts)
