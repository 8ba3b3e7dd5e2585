"""The levels of regions that are compared, and the level that follows from the filters."""

from enum import StrEnum

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.filters import Filters


class Level(StrEnum):
    """Which regions are compared; the value is what the address bar says."""

    VOIVODESHIP = "woj"
    COUNTY = "powiat"

    @property
    def facet(self) -> Facet:
        """The filter that chooses such a region."""
        return Facet(self.value)


def level_shown(asked: Level | None, filters: Filters) -> Level:
    """Give the level asked for; else counties inside one chosen voivodeship."""
    if asked is not None:
        return asked
    one = len(filters.chosen.get(Facet.VOIVODESHIP, ())) == 1
    return Level.COUNTY if one else Level.VOIVODESHIP
