"""The practices as a table to sort, to choose columns of, and to open a practice from."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed
from dashboard.explore.catalog.facets import Mask, Rows, by_alphabet
from dashboard.explore.counts.sizes import size_index
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import size_label
from dashboard.views.practice.relation import Relations, relation_words
from geocoding.distance import Floats

SEPARATOR: Final = ", "
COLUMN_WORDS: Final = {
    "number": "nr",
    "title": "tytul",
    "section": "dzial",
    "subsection": "poddzial",
    "unit-type": "typ",
    "locality": "miejscowosc",
    "county": "powiat",
    "voivodeship": "wojewodztwo",
    "population": "mieszkancy",
    "population-source": "zrodlo",
    "size": "wielkosc",
    "introduced": "wprowadzona",
    "updated": "aktualizowana",
    "precision": "polozenie",
}
"""The columns, and what an address calls each of them."""

COLUMNS: Final = tuple(COLUMN_WORDS)
FIRST_COLUMNS: Final = (
    "number",
    "title",
    "section",
    "locality",
    "voivodeship",
    "population",
    "population-source",
    "introduced",
)
"""What is shown until the reader chooses other columns."""

RELATION_COLUMNS: Final = ("away", "likeness", "relation")
"""What is shown besides where the reader has named their own unit."""

_OF_PRACTICE: Final = {
    "number": "art",
    "title": "title",
    "section": "section",
    "subsection": "subsection",
    "unit-type": "unit_type",
    "introduced": "introduced",
    "updated": "updated",
}
_OF_PLACES: Final = {
    "locality": "place",
    "county": "county",
    "voivodeship": "voivodeship",
    "precision": "precision",
}


def practice_table(catalog: Catalog, rows: Sequence[int] | Rows, texts: Texts) -> pd.DataFrame:
    """Return the practices at the given positions, in their order.

    Returns:
        COLUMNS: texts, with an empty one for the unknown; population and its source ('record
        card', 'gazetteer' or 'no data'); dates. Index 0..n-1.
    """
    rows = np.asarray(rows, dtype=np.int64)
    population = catalog.population[rows]
    places = catalog.places.take(np.flatnonzero(np.isin(catalog.places["row"].to_numpy(), rows)))
    of_place = places["row"].tolist()
    of_places = {
        name: _joined(of_place, places[column].tolist(), rows.tolist())
        for name, column in _OF_PLACES.items()
    }
    kinds = {kind: _precisions(kind, texts) for kind in set(of_places["precision"])}
    columns = {
        **{name: catalog.practices[column].array[rows] for name, column in _OF_PRACTICE.items()},
        **of_places,
        "precision": [kinds[kind] for kind in of_places["precision"]],
        "population": pd.Series(population).astype("Int64").array,
        "population-source": _sources(population, completed(catalog)[rows], texts),
        "size": _sizes(population, texts),
    }
    return pd.DataFrame({name: columns[name] for name in COLUMNS})


def table_order(
    catalog: Catalog, rows: Rows, column: str, texts: Texts, *, is_descending: bool = False
) -> Rows:
    """Return the same positions in the order of a column; what is not known comes last.

    Args:
        catalog: All practices.
        rows: Positions of practices; those with equal values stay in this order.
        column: One of COLUMNS; texts are ordered by the Polish alphabet.
        texts: The language of what the column says in words.
        is_descending: Whether the greatest comes first.
    """
    values = _sortable(catalog, rows, column, texts)
    order: Rows = rows[np.argsort(-values if is_descending else values, kind="stable")]
    return order


def _sortable(catalog: Catalog, rows: Rows, column: str, texts: Texts) -> Floats:
    """Return numbers in the order of a column's values, NaN where nothing is known."""
    if column in ("population", "size"):  # a class is a range of populations
        return catalog.population[rows]
    if column in _OF_PLACES:
        places = catalog.places[np.isin(catalog.places["row"].to_numpy(), rows)]
        words = places[_OF_PLACES[column]].tolist()
        return _alphabetical(_joined(places["row"].tolist(), words, rows.tolist()))
    if column == "population-source":
        return _alphabetical(_sources(catalog.population[rows], completed(catalog)[rows], texts))
    values = catalog.practices[_OF_PRACTICE[column]].iloc[rows]
    if pd.api.types.is_datetime64_any_dtype(values):
        days = values.to_numpy("datetime64[D]")
        return np.where(np.isnat(days), np.nan, days.astype(np.int64))
    if pd.api.types.is_numeric_dtype(values):
        return values.to_numpy(np.float64)
    return _alphabetical(values.tolist())


def _alphabetical(words: Sequence[str]) -> Floats:
    """Return the place of each text in the Polish alphabet, NaN for an empty one."""
    place = {word: at for at, word in enumerate(sorted(set(words) - {""}, key=by_alphabet))}
    return np.array([place.get(word, np.nan) for word in words], dtype=np.float64)


def relation_columns(
    catalog: Catalog, rows: Sequence[int] | Rows, relations: Relations, texts: Texts
) -> pd.DataFrame:
    """Return how the practices at the given positions stand to the reader's own unit.

    Returns:
        RELATION_COLUMNS: distance in km and likeness from 0 to 1, NaN where not known, and both
        with their reasons in words. Index 0..n-1.
    """
    rows = np.asarray(rows, dtype=np.int64)
    alike = relations.comparison.alike[rows] if relations.comparison else np.full(len(rows), np.nan)
    return pd.DataFrame(
        {
            "away": np.round(relations.away_km[rows]),
            "likeness": np.round(alike, 2),
            "relation": [relation_words(catalog, relations, int(row), texts) for row in rows],
        }
    )


def _joined(of_place: list[int], words: list[str], rows: list[int]) -> list[str]:
    """Return the distinct words of the places of each practice at these rows, in their order.

    Args:
        of_place: The row of the practice that each place is of.
        words: What is said of each place; empty where nothing is known.
        rows: Positions of practices.
    """
    distinct: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for row, word in zip(of_place, words, strict=True):
        if word:
            distinct[row][word] = None
    return [SEPARATOR.join(distinct[row]) for row in rows]


def _sources(population: Floats, is_completed: Mask, texts: Texts) -> list[str]:
    """Return where each population comes from, in words."""
    words = np.where(is_completed, texts("analysis-completed"), texts("analysis-stated"))
    return list(np.where(np.isnan(population), texts("missing"), words))


def _sizes(population: Floats, texts: Texts) -> list[str]:
    """Return the size class of each population, in words."""
    index = size_index(population)
    labels = np.array([size_label(key, texts) for key in index.values], dtype=object)  # noqa: PD011  no pandas object
    words = np.full(len(population), texts("missing"), dtype=object)
    words[index.rows] = labels[index.codes]
    return list(words)


def _precisions(kinds: str, texts: Texts) -> str:
    """Return what the points of a practice stand for, in words."""
    known = [kind for kind in kinds.split(SEPARATOR) if kind]
    return SEPARATOR.join(texts(f"position-{kind}") for kind in known)
