"""Counts of practices: by one facet, by two, by year, per 100,000 inhabitants.

What is not known is counted too: it stands last, under the empty value.
"""

from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog.facets import FacetIndex, Mask, labels_of

UNKNOWN: Final = ""
"""Stands for practices whose value is not known."""

PER_INHABITANTS: Final = 100_000


def counts(index: FacetIndex, mask: Mask) -> pd.Series:
    """Say how many of the practices in the mask have each value; UNKNOWN last.

    A practice with several values counts under each of them.
    """
    unknown = int(np.count_nonzero(mask & ~index.known))
    return pd.Series([*index.counts(mask).values(), unknown], index=_labels(index))


def cross(rows: FacetIndex, columns: FacetIndex, mask: Mask) -> pd.DataFrame:
    """Say how many of the practices in the mask have each value of one facet and of another.

    Returns:
        One row a value of the first facet, one column a value of the second; UNKNOWN last.
    """
    pairs = _pairs(rows, mask).merge(_pairs(columns, mask), on="row", suffixes=("", "_column"))
    shape = (len(rows.values) + 1, len(columns.values) + 1)
    cells = pairs["code"].to_numpy() * shape[1] + pairs["code_column"].to_numpy()
    found = np.bincount(cells, minlength=shape[0] * shape[1])
    return pd.DataFrame(found.reshape(shape), index=_labels(rows), columns=_labels(columns))


def _labels(index: FacetIndex) -> pd.Index:
    """Give the values of a facet, then UNKNOWN."""
    return labels_of((*index.values, UNKNOWN))  # noqa: PD011  no pandas object


def _pairs(index: FacetIndex, mask: Mask) -> pd.DataFrame:
    """Give a line a value of a practice in the mask: `row`, and `code` of the value.

    Practices without a value have the code behind the last one.
    """
    is_counted = mask[index.rows]
    unknown = np.flatnonzero(mask & ~index.known)
    codes = np.full(len(unknown), len(index.values))
    return pd.DataFrame(
        {
            "row": np.concatenate([index.rows[is_counted], unknown]),
            "code": np.concatenate([index.codes[is_counted], codes]),
        }
    )


def years(index: FacetIndex, mask: Mask) -> pd.Series:
    """Count the practices in the mask by year, years without any included."""
    found = counts(index, mask).drop(UNKNOWN)
    if found.empty:
        return found
    first, last = int(min(found.index)), int(max(found.index))
    return found.reindex([str(year) for year in range(first, last + 1)], fill_value=0)


def rates(found: pd.Series, inhabitants: pd.Series) -> pd.DataFrame:
    """Give practices per 100,000 inhabitants.

    Args:
        found: Number of practices by region.
        inhabitants: Their number by region; regions without any are left out.

    Returns:
        One row a region that has inhabitants: count, inhabitants, rate.
    """
    table = pd.DataFrame({"inhabitants": inhabitants})
    table["count"] = found.reindex(table.index, fill_value=0)
    table["rate"] = table["count"] / table["inhabitants"] * PER_INHABITANTS
    return table[["count", "inhabitants", "rate"]]
