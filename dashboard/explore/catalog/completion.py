"""Which populations are not the record cards': those of the practices' units, from the table.

A catalogue has them completed. Who wants only what the cards state takes them away again.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask


def with_stated_population(catalog: Catalog) -> Catalog:
    """Give the same catalogue with the populations of the record cards alone."""
    return replace(catalog, population=np.where(completed(catalog), np.nan, catalog.population))


def completed(catalog: Catalog) -> Mask:
    """Give one entry a practice: whether its population does not come from its record card."""
    stated = catalog.practices["population"].notna().to_numpy()
    mask: Mask = ~np.isnan(catalog.population) & ~stated
    return mask


def completed_population(catalog: Catalog, row: int) -> int | None:
    """Give the population of one practice that its record card does not state; None else."""
    population = float(catalog.population[row])
    is_stated = pd.notna(catalog.practices["population"].iloc[row])
    return None if is_stated or np.isnan(population) else int(population)
