"""The group of units that a unit is compared with: those that share some traits with it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask, Rows
from dashboard.explore.counts.sizes import SIZE_CLASSES, SizeClass
from dashboard.explore.units.likeness import Figures, Profile
from dashboard.explore.units.local_units import LocalUnits, UnitLevel


class Trait(StrEnum):
    """What the units of a group may have in common; the value is the word in the address bar."""

    SIZE = "wielkosc"
    KIND = "rodzaj"
    URBANISATION = "urbanizacja"
    AREA = "obszar"


DEFAULT_TRAITS: Final = (Trait.SIZE, Trait.KIND)
"""What the units of a group have in common until the reader chooses otherwise."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units.

    Attributes:
        profile: The unit that the others are compared with.
        traits: What they have in common with it, besides the level.
    """

    profile: Profile
    traits: tuple[Trait, ...]

    def members(self, units: LocalUnits) -> Mask:
        """Say of each unit whether it is of the group; the unit itself is."""
        figures = Figures.of(units)
        mask = np.asarray(figures.level == self.profile.level, dtype=bool)
        for trait in self.traits:
            mask &= _shares(trait, self.profile, figures)
        return mask

    def practices(self, catalog: Catalog) -> Mask:
        """Say of each practice whether its unit is of the group."""
        members = np.append(self.members(catalog.all_units), False)
        found: Mask = members[catalog.unit_rows]
        return found


def traits_of(profile: Profile) -> tuple[Trait, ...]:
    """Give the traits of a unit that a group can be made by, in the order of Trait."""
    is_known = {
        Trait.SIZE: bool(profile.population),
        Trait.KIND: bool(profile.kind),
        Trait.URBANISATION: bool(profile.urbanisation),
        Trait.AREA: profile.has_area,
    }
    is_single = profile.level == UnitLevel.VOIVODESHIP  # sixteen units make one group
    return tuple(trait for trait in Trait if is_known[trait] and not is_single)


def size_class_of(population: float) -> SizeClass:
    """Give the size class that a number of inhabitants falls into."""
    return next(each for each in reversed(SIZE_CLASSES) if population >= each.least)


def _shares(trait: Trait, profile: Profile, figures: Figures) -> Mask:
    """Say of each unit whether it has a trait of another."""
    if trait is Trait.SIZE:
        size = size_class_of(profile.population or 0)
        below = np.inf if size.most is None else size.most + 1
        found = (figures.population >= size.least) & (figures.population < below)
    elif trait is Trait.KIND:
        found = figures.kind == profile.kind
    elif trait is Trait.URBANISATION:
        found = figures.urbanisation == profile.urbanisation
    else:
        found = figures.urban_area == profile.urban_area
    return np.asarray(found, dtype=bool)


def group_rows(group: Group, units: LocalUnits) -> Rows:
    """Give the rows of the units of a group."""
    return np.flatnonzero(group.members(units))
