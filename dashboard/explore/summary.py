"""Counts of practices: by one facet, by two, by year, per 100,000 inhabitants.

What is not known is counted too: it stands last, under the empty value.
"""

from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.facets import FacetIndex, Mask

UNKNOWN: Final = ""
"""Stands for practices whose value is not known."""

PER_INHABITANTS: Final = 100_000


def counts(index: FacetIndex, among: Mask) -> pd.Series:
    """How many of the practices in the mask have each value; UNKNOWN last.

    A practice with several values counts under each of them.
    """
    unknown = int(np.count_nonzero(among & ~index.known))
    return pd.Series([*index.counts(among).values(), unknown], index=_labels(index))


def cross(rows: FacetIndex, columns: FacetIndex, among: Mask) -> pd.DataFrame:
    """How many of the practices in the mask have each value of one facet and of another.

    Returns:
        One row a value of the first facet, one column a value of the second; UNKNOWN last.
    """
    pairs = _pairs(rows, among).merge(_pairs(columns, among), on="row")
    shape = (len(rows.values) + 1, len(columns.values) + 1)
    places = np.ravel_multi_index((pairs["code_x"], pairs["code_y"]), shape)
    return pd.DataFrame(
        np.bincount(places, minlength=shape[0] * shape[1]).reshape(shape),
        index=_labels(rows),
        columns=_labels(columns),
    )


def _labels(index: FacetIndex) -> list[str]:
    """The values of a facet, then UNKNOWN."""
    return [*index.values, UNKNOWN]  # noqa: PD011  no pandas object


def _pairs(index: FacetIndex, among: Mask) -> pd.DataFrame:
    """`row` and `code` of the practices in the mask, the unknown with the code after the last."""
    kept = among[index.rows]
    unknown = np.flatnonzero(among & ~index.known)
    rows = np.concatenate([index.rows[kept], unknown])
    codes = np.concatenate([index.codes[kept], np.full(len(unknown), len(index.values))])
    return pd.DataFrame({"row": rows, "code": codes.astype(np.int64)})


def years(index: FacetIndex, among: Mask) -> pd.Series:
    """How many of the practices in the mask each year brought, years without any included."""
    found = counts(index, among).drop(UNKNOWN)
    if found.empty:
        return found
    first, last = int(min(found.index)), int(max(found.index))
    return found.reindex([str(year) for year in range(first, last + 1)], fill_value=0)


def rates(found: pd.Series, inhabitants: pd.Series) -> pd.DataFrame:
    """Practices per 100,000 inhabitants.

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
