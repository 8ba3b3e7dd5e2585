"""What the search field suggests: the values of the filters, each with its number of practices."""

import json
from collections.abc import Sequence
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import SEPARATOR, Facet
from dashboard.explore.search.search_text import SearchText
from dashboard.locale import LANGUAGES, Texts, texts_in

_SUGGESTED: Final = (
    *(Facet.SUBSECTION, Facet.SECTION, Facet.VOIVODESHIP, Facet.COUNTY, Facet.COMMUNE),
    Facet.UNIT_TYPE,
)


Suggestions = dict[str, tuple[Facet, str]]
"""The value of a filter by its label."""

_made: Final = WeakKeyDictionary[SearchText, dict[str, Suggestions]]()
"""By the texts of a catalogue, as long as these live, and by language: made once for all visits."""


def search_suggestions(catalog: Catalog, texts: Texts) -> Suggestions:
    """Give by label ('Poddział: Transport (40)') the value of a filter, the most practices first.

    A value that no practice has is left out.
    """
    made = _made.setdefault(catalog.search_text, {})
    if texts.language not in made:
        made[texts.language] = _suggestions(catalog, texts)
    return made[texts.language]


def _suggestions(catalog: Catalog, texts: Texts) -> Suggestions:
    every = np.ones(len(catalog), dtype=bool)
    counted = [
        (count, facet, value)
        for facet in _SUGGESTED
        for value, count in catalog.facets[facet].counts(every).items()
        if count
    ]
    counted.sort(key=lambda each: -each[0])
    return {
        texts(
            "suggest-search-value",
            filter=texts(f"filter-{facet.value}"),
            value=_name(value, catalog.facets[facet].values),
            count=count,
        ): (facet, value)
        for count, facet, value in counted
    }


def suggestions_file(catalog: Catalog, texts: Texts) -> bytes:
    """Give the labels as the field in the browser reads them: a JSON list."""
    return json.dumps(list(search_suggestions(catalog, texts)), ensure_ascii=False).encode()


def suggested(catalog: Catalog, label: str) -> tuple[Facet, str] | None:
    """Give the value of a filter that a label of any language stands for; None for other texts."""
    found = (search_suggestions(catalog, texts_in(language)).get(label) for language in LANGUAGES)
    return next(filter(None, found), None)


def _name(value: str, values: Sequence[str]) -> str:
    """Give the name of a value, with its parent's where others have it: 'bielski (śląskie)'."""
    parent, _, name = value.rpartition(SEPARATOR)
    is_clear = sum(each.endswith(SEPARATOR + name) for each in values) <= 1
    return name if is_clear or not parent else f"{name} ({parent})"
