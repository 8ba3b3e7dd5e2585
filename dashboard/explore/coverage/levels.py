"""The levels of regions that are compared, and the level that follows from the filters."""

from enum import StrEnum
from typing import Final

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.filters import Filters
from geocoding.added import has_borders

REGIONS: Final = (Facet.VOIVODESHIP, Facet.COUNTY, Facet.COMMUNE)
"""The filters on a region, the larger ones first."""


class Level(StrEnum):
    """Which regions are compared; the value is what the address bar says."""

    VOIVODESHIP = "woj"
    COUNTY = "powiat"
    COMMUNE = "gmina"

    @property
    def is_approximate(self) -> bool:
        """Whether its areas follow from the places of settlements: no real borders were added."""
        return self is not Level.VOIVODESHIP and not has_borders()

    @property
    def facet(self) -> Facet:
        """The filter that chooses such a region."""
        return Facet(self.value)


_ABOVE: Final = {
    Level.VOIVODESHIP: (),
    Level.COUNTY: (Facet.VOIVODESHIP,),
    Level.COMMUNE: (Facet.COUNTY, Facet.VOIVODESHIP),
}
"""Which larger regions can be entered to see those of a level; the smallest first."""


def level_shown(asked: Level | None, filters: Filters) -> Level:
    """Give the level asked for; else the parts of the one county or voivodeship that is chosen.

    A city with county rights is a county of one commune, and has no parts to compare.
    """
    if asked is not None:
        return asked
    county, voivodeship = (
        filters.chosen.get(facet, ()) for facet in (Facet.COUNTY, Facet.VOIVODESHIP)
    )
    if len(county) == 1 and county[0] in regions.divided_counties():
        return Level.COMMUNE
    return Level.COUNTY if len(voivodeship) == 1 else Level.VOIVODESHIP


def inside_of(level: Level, filters: Filters) -> tuple[str, ...]:
    """Give the regions whose parts alone are shown; none where the whole country is."""
    for above in _ABOVE[level]:
        if chosen := filters.chosen.get(above, ()):
            return chosen
    return ()


def facet_inside(level: Level, filters: Filters) -> Facet:
    """Give the filter that names `inside_of`."""
    found = (above for above in _ABOVE[level] if filters.chosen.get(above))
    return next(found, Facet.VOIVODESHIP)
