"""Practices by theme and voivodeship: where which theme has practices, and where it has none.

A theme is a subsection, or a section that has no two of them. What a section has outside of its
subsections is a theme of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import SEPARATOR, Facet, Mask
from dashboard.explore.counts.summary import cross
from dashboard.explore.filters.filters import Filters, matches
from dashboard.explore.filters.years import introduced_by


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme and its practices.

    Attributes:
        facet: What it is filtered by: the section or the subsection.
        value: The value of that filter.
        name: What it is called.
        section: The section that it is a part of; empty where it is a whole one.
        total: How many practices.
        by_voivodeship: How many in each of the 16, those without any included.
    """

    facet: Facet
    value: str
    name: str
    section: str
    total: int
    by_voivodeship: pd.Series


def mask_for_themes(catalog: Catalog, filters: Filters, max_year: int | None) -> Mask:
    """Give one entry a practice: whether it passes the filters but those on region and theme."""
    for facet in (Facet.VOIVODESHIP, Facet.COUNTY, Facet.SECTION, Facet.SUBSECTION):
        filters = filters.without(facet)
    mask = matches(catalog, filters)
    return mask if max_year is None else mask & introduced_by(catalog, max_year)


def themes(catalog: Catalog, mask: Mask) -> list[Theme]:
    """Give the themes that the catalogue knows, in its order, those without practices included."""
    return [*_themes(catalog, mask)]


def chosen_theme(filters: Filters) -> tuple[Facet, str] | None:
    """Give the theme that the filters choose alone; None where they choose none or several."""
    for facet in (Facet.SUBSECTION, Facet.SECTION):
        values = filters.chosen.get(facet, ())
        if values:
            return (facet, values[0]) if len(values) == 1 else None
    return None


def with_theme(filters: Filters, facet: Facet, value: str) -> Filters:
    """Give the filters after a theme is chosen: that alone, or none where it is the chosen one."""
    others = filters.without(Facet.SECTION).without(Facet.SUBSECTION)
    if chosen_theme(filters) == (facet, value):
        return others
    return replace(others, chosen={**others.chosen, facet: (value,)})


def _themes(catalog: Catalog, mask: Mask) -> Iterator[Theme]:
    parts = _Counted.of(catalog, Facet.SUBSECTION, mask)
    wholes = _Counted.of(catalog, Facet.SECTION, mask)
    for section in wholes.totals:
        inside = [name for name in parts.totals if name.split(SEPARATOR, 1)[0] == section]
        if len(inside) < 2:  # noqa: PLR2004  one part is the whole
            yield wholes.theme(section, name=section, section="")
            continue
        yield from (parts.theme(n, name=n.split(SEPARATOR, 1)[1], section=section) for n in inside)
        rest = wholes.totals[section] - sum(parts.totals[name] for name in inside)
        if rest:
            spread = wholes.spreads[section].sub(sum(parts.spreads[name] for name in inside))
            yield Theme(Facet.SECTION, section, section, "", rest, spread)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The practices of every value of a facet: in all, and by voivodeship."""

    facet: Facet
    totals: dict[str, int]
    spreads: dict[str, pd.Series]

    @classmethod
    def of(cls, catalog: Catalog, facet: Facet, mask: Mask) -> "_Counted":
        """Count the practices in the mask."""
        index = catalog.facets[facet]
        names = regions.labels(Facet.VOIVODESHIP)
        found = cross(index, catalog.facets[Facet.VOIVODESHIP], mask)
        rows = zip(found.index, found.reindex(columns=names, fill_value=0).to_numpy(), strict=True)
        spreads = {value: pd.Series(row, index=names) for value, row in rows}
        return cls(facet, index.counts(mask), spreads)

    def theme(self, value: str, *, name: str, section: str) -> Theme:
        """Give the theme that one value is."""
        return Theme(self.facet, value, name, section, self.totals[value], self.spreads[value])
