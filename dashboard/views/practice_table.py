"""The practices as a table to sort, to choose columns of, and to open a practice from."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog import Catalog
from dashboard.explore.completion import completed
from dashboard.explore.sizes import size_index
from dashboard.locale import Texts
from dashboard.views.count_tables import size_label

SEPARATOR: Final = ", "
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
_OF_PLACES: Final = {
    "locality": "place",
    "county": "county",
    "voivodeship": "voivodeship",
    "precision": "precision",
}


def practice_table(catalog: Catalog, rows: Sequence[int], texts: Texts) -> pd.DataFrame:
    """The practices at the given positions, in their order.

    Returns:
        COLUMNS: texts, with an empty one for the unknown; population and its source ('record
        card', 'gazetteer' or 'no data'); dates. Index 0..n-1.
    """
    table = pd.DataFrame(
        {name: catalog.practices[column] for name, column in _OF_PRACTICE.items()}
        | {name: _joined(catalog, column) for name, column in _OF_PLACES.items()}
        | {
            "population": pd.Series(catalog.population).astype("Int64"),
            "population-source": _sources(catalog, texts),
            "size": _sizes(catalog, texts),
        }
    )
    table = table.iloc[list(rows)].reset_index(drop=True)
    kinds = {kind: _precisions(kind, texts) for kind in table["precision"].unique()}
    table["precision"] = table["precision"].map(kinds)
    return table[list(COLUMNS)]


def _joined(catalog: Catalog, column: str) -> pd.Series:
    """The distinct words of each practice's places, in their order."""
    places = catalog.places[["row", column]]
    known = places[places[column] != ""].drop_duplicates()
    several = known["row"].duplicated(keep=False)
    single = known[~several].set_index("row")[column]
    joined = known[several].groupby("row")[column].agg(SEPARATOR.join)
    words: pd.Series = pd.concat([single, joined])
    return words.reindex(catalog.practices.index, fill_value="")


def _sources(catalog: Catalog, texts: Texts) -> pd.Series:
    """Where the population of each practice comes from, in words."""
    words = pd.Series(texts("analysis-stated"), index=catalog.practices.index)
    words = words.mask(completed(catalog), texts("analysis-completed"))
    return words.mask(np.isnan(catalog.population), texts("missing"))


def _sizes(catalog: Catalog, texts: Texts) -> pd.Series:
    """The size class of each practice's unit, in words."""
    index = size_index(catalog.population)
    labels = np.array([size_label(key, texts) for key in index.values])  # noqa: PD011  no pandas object
    known = pd.Series(labels[index.codes], index=index.rows)
    return known.reindex(catalog.practices.index, fill_value=texts("missing"))


def _precisions(kinds: str, texts: Texts) -> str:
    """What the points of a practice stand for, in words."""
    known = [kind for kind in kinds.split(SEPARATOR) if kind]
    return SEPARATOR.join(texts(f"position-{kind}") for kind in known)
