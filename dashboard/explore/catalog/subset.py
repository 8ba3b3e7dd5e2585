"""A catalogue of some practices alone, chosen one by one."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dashboard.explore.catalog.catalog import Catalog, build_catalog


def subset(catalog: Catalog, rows: Sequence[int]) -> Catalog:
    """Give the catalogue of the practices at these positions, in this order, and of no others."""
    chosen = np.array(rows, dtype=np.int64)
    places = catalog.places[np.isin(catalog.places["row"].to_numpy(), chosen)]
    narrowed = build_catalog(catalog.practices.take(chosen), places, today=catalog.today)
    return replace(
        narrowed, population=catalog.population[chosen], dates=catalog.dates.take(chosen)
    )
