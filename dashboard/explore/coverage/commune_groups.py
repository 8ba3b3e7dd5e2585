"""Communes by their kind and size: how many of each group have no practice."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.counts.sizes import SIZE_CLASSES
from geocoding.added import cached_with_added
from geocoding.communes import CommuneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneGroup:
    """The communes of one kind in one size class.

    Attributes:
        kind: A CommuneKind.
        size: The key of a SizeClass.
        total: How many there are.
        without: How many of them have no practice.
    """

    kind: CommuneKind
    size: str
    total: int
    without: int


def commune_groups(catalog: Catalog, mask: Mask, inside: tuple[str, ...]) -> list[CommuneGroup]:
    """Give the communes of every kind and size class that has any, the small ones first.

    Args:
        catalog: All practices.
        mask: One entry a practice: whether it counts.
        inside: The regions whose communes are meant; those of the country where none is named.
    """
    found = catalog.facets[Facet.COMMUNE].counts(mask)
    table = _grouped()
    names = [name for name in table.index if not inside or regions.is_part(name, inside)]
    table = table.loc[names].assign(without=[not found.get(name) for name in names])
    groups = table.groupby(["kind", "size"])["without"].agg(["size", "sum"])
    counted = {key: (int(total), int(without)) for key, total, without in groups.itertuples()}
    return [
        CommuneGroup(kind=kind, size=each.key, total=total, without=without)
        for kind in CommuneKind
        for each in SIZE_CLASSES
        if (kind.value, each.key) in counted
        for total, without in [counted[kind.value, each.key]]
    ]


@cached_with_added
def _grouped() -> pd.DataFrame:
    """Give the kind and the key of the size class of each commune by its name in the filter."""
    by_name = regions.communes_by_name()
    communes = list(by_name.values())
    least = [each.least for each in SIZE_CLASSES]
    at = np.searchsorted(least, [each.population for each in communes], side="right") - 1
    return pd.DataFrame(
        {
            "kind": [each.kind.value for each in communes],
            "size": [SIZE_CLASSES[each].key for each in at.tolist()],
        },
        index=list(by_name),
    )
