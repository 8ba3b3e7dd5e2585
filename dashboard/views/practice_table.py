"""The practices as a table to sort, to choose columns of, and to open a practice from."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog import Catalog
from dashboard.explore.completion import completed
from dashboard.explore.sizes import size_index
from dashboard.explore.summary import UNKNOWN
from dashboard.locale import Texts
from dashboard.views.count_tables import size_label

COLUMNS: Final = (
    "number",
    "title",
    "section",
    "subsection",
    "unit-type",
    "locality",
    "county",
    "voivodeship",
    "population",
    "population-source",
    "size",
    "introduced",
    "updated",
    "precision",
)
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

_OF_PRACTICE: Final = {
    "number": "art",
    "title": "title",
    "section": "section",
    "subsection": "subsection",
    "unit-type": "unit_type",
    "introduced": "introduced",
    "updated": "updated",
}


def practice_table(catalog: Catalog, rows: Sequence[int], texts: Texts) -> pd.DataFrame:
    """The practices at the given positions, in their order.

    Returns:
        COLUMNS: texts, with an empty one for the unknown; population and its source ('record
        card', 'gazetteer' or 'no data'); dates. Index 0..n-1.
    """
    chosen = list(rows)
    practices = catalog.practices.iloc[chosen]
    table = pd.DataFrame({name: practices[column] for name, column in _OF_PRACTICE.items()})
    for name, column in (
        ("locality", "place"),
        ("county", "county"),
        ("voivodeship", "voivodeship"),
    ):
        table[name] = _joined(catalog, chosen, column)
    table["population"] = pd.array(catalog.population[chosen], dtype="Int64")
    table["population-source"] = _sources(catalog, texts)[chosen]
    table["size"] = _sizes(catalog, texts)[chosen]
    table["precision"] = _joined(catalog, chosen, "precision").map(
        lambda kinds: _precisions(kinds, texts)
    )
    return table[list(COLUMNS)].reset_index(drop=True)


def _joined(catalog: Catalog, rows: Sequence[int], column: str) -> pd.Series:
    """The distinct words of a practice's places, in their order; index the positions."""
    places = catalog.places.loc[catalog.places["row"].isin(rows), ["row", column]]
    known = places[places[column] != ""].drop_duplicates()
    return known.groupby("row")[column].agg(", ".join).reindex(rows, fill_value="")


def _sources(catalog: Catalog, texts: Texts) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    """Where the population of each practice comes from, in words."""
    words = [texts(name) for name in ("analysis-completed", "analysis-stated", "missing")]
    return np.select(
        [completed(catalog), ~np.isnan(catalog.population)], words[:2], default=words[2]
    ).astype(object)


def _sizes(catalog: Catalog, texts: Texts) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    """The size class of each practice's unit, in words."""
    index = size_index(catalog.population)
    labels = np.array([size_label(key, texts) for key in (*index.values, UNKNOWN)], dtype=object)  # noqa: PD011  no pandas object
    codes = np.full(len(catalog), len(index.values))
    codes[index.rows] = index.codes
    return labels[codes]


def _precisions(kinds: str, texts: Texts) -> str:
    """What the points of a practice stand for, in words."""
    return "; ".join(texts(f"position-{kind}") for kind in kinds.split(", ") if kind)
