"""How like two local government units are: a number from 0 to 1, and what it is made of.

Units of one level are compared, a commune with communes and a county with counties. Each side gives
a number from 0 (unlike) to 1 (the same); likeness is their mean, weighted by WEIGHTS, over the
sides that the own unit has. A side that is not known of the other unit counts as 0.

* size: 1 less the decimal logarithm of the ratio of the populations: half as many is 0.7, a tenth
  is 0;
* kind: the same is 1; an urban-rural commune is half like an urban and half like a rural one;
* urbanisation: Eurostat's degree (DEGURBA): the same is 1, the next 0.5, city and rural 0;
* density: as size, of inhabitants a square kilometre;
* urban area: the same functional urban area, or both outside of any, is 1; two areas 0.5; else 0;
* figure: a figure that the reader chose: 1 less the share of the units of the level between both;
* theme: of a practice only: 1 where its section is one that matters to the reader.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt

from dashboard.explore.units.local_units import LocalUnit, LocalUnits, UnitLevel
from geocoding.communes import CommuneKind
from geocoding.distance import Floats

Texts = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]


class Side(StrEnum):
    """What units are compared by; the value is the word in the address bar."""

    SIZE = "wielkosc"
    KIND = "rodzaj"
    URBANISATION = "urbanizacja"
    DENSITY = "gestosc"
    AREA = "obszar"
    FIGURE = "wskaznik"
    THEME = "dzial"


WEIGHTS: Final[Mapping[Side, float]] = {
    Side.SIZE: 0.3,
    Side.KIND: 0.25,
    Side.URBANISATION: 0.15,
    Side.DENSITY: 0.1,
    Side.AREA: 0.2,
    Side.FIGURE: 0.25,
    Side.THEME: 0.25,
}
"""How much each side counts."""

_HALF: Final = 0.5
_PLACES: Final = {
    kind.value: place
    for place, kind in enumerate((CommuneKind.URBAN, CommuneKind.MIXED, CommuneKind.RURAL))
}
"""The kinds of commune in the order from the town to the village."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a unit is compared by; empty or None where it is not known.

    Attributes:
        level: Only units of this level are compared with it.
        kind: A CommuneKind.
        population: Inhabitants.
        density: Inhabitants a square kilometre.
        urbanisation: Eurostat's degree, 1 to 3.
        urban_area: Name of its functional urban area; empty for outside of any.
        has_area: Whether it is known in which area it is, or that it is in none.
    """

    level: str
    kind: str = ""
    population: int | None = None
    density: float | None = None
    urbanisation: int | None = None
    urban_area: str = ""
    has_area: bool = False

    @classmethod
    def of(cls, unit: LocalUnit) -> Self:
        """Give the profile of a unit."""
        return cls(
            level=unit.level.value,
            kind=unit.kind,
            population=unit.population,
            density=unit.density,
            urbanisation=unit.urbanisation,
            urban_area=unit.urban_area,
            has_area=unit.level is UnitLevel.COMMUNE,
        )

    @classmethod
    def of_row(cls, figures: "Figures", row: int) -> Self:
        """Give the profile of one of many units."""
        population, density = float(figures.population[row]), float(figures.density[row])
        urbanisation = float(figures.urbanisation[row])
        return cls(
            level=str(figures.level[row]),
            kind=str(figures.kind[row]),
            population=int(population) if population > 0 else None,
            density=density if density > 0 else None,
            urbanisation=int(urbanisation) if urbanisation > 0 else None,
            urban_area=str(figures.urban_area[row]),
            has_area=bool(figures.has_area[row]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What many units are compared by, one entry a unit; empty, NaN or 0 where it is not known.

    Attributes:
        level: A UnitLevel.
        kind: A CommuneKind.
        population: Inhabitants.
        density: Inhabitants a square kilometre.
        urbanisation: Eurostat's degree, 1 to 3.
        urban_area: Name of the functional urban area.
        has_area: Whether it is known in which area it is.
    """

    level: Texts
    kind: Texts
    population: Floats
    density: Floats
    urbanisation: Floats
    urban_area: Texts
    has_area: Mask

    @classmethod
    def of(cls, units: LocalUnits) -> Self:
        """Give the figures of all units."""
        table = units.table
        level = table["level"].to_numpy(dtype=object)
        return cls(
            level=level,
            kind=table["kind"].to_numpy(dtype=object),
            population=table["population"].to_numpy(np.float64),
            density=units.density,
            urbanisation=table["urbanisation"].to_numpy(np.float64),
            urban_area=table["urban_area"].to_numpy(dtype=object),
            has_area=np.asarray(level == UnitLevel.COMMUNE.value, dtype=bool),
        )

    def with_unknown(self) -> Self:
        """Give the same with one more unit of which nothing is known: `take` finds it at -1."""
        blank: dict[str, Any] = {"level": "", "kind": "", "urban_area": "", "has_area": False}
        return type(self)(
            **{
                each.name: np.append(getattr(self, each.name), blank.get(each.name, np.nan))
                for each in fields(self)
            }
        )

    def take(self, rows: Sequence[int] | npt.NDArray[np.int64]) -> Self:
        """Give the figures of the units in some rows."""
        at = np.asarray(rows, dtype=np.int64)
        return type(self)(**{each.name: getattr(self, each.name)[at] for each in fields(self)})


def compared(profile: Profile, others: Figures) -> dict[Side, Floats]:
    """Compare a unit with others: for each side that it has, one entry a unit, NaN unknown."""
    sides: dict[Side, Floats] = {}
    if profile.population:
        sides[Side.SIZE] = _by_ratio(others.population, profile.population)
    if profile.kind:
        sides[Side.KIND] = _by_kind(others.kind, profile.kind)
    if profile.urbanisation:
        steps = np.abs(others.urbanisation - profile.urbanisation)
        sides[Side.URBANISATION] = np.where(others.urbanisation > 0, 1 - _HALF * steps, np.nan)
    if profile.density:
        sides[Side.DENSITY] = _by_ratio(others.density, profile.density)
    if profile.has_area:
        sides[Side.AREA] = _by_area(others, profile.urban_area)
    return sides


def is_comparable(profile: Profile, others: Figures) -> Mask:
    """Say of each unit whether it is of the level of another."""
    return np.asarray(others.level == profile.level, dtype=bool)


def likeness(sides: Mapping[Side, Floats], comparable: Mask) -> Floats:
    """Give one entry a unit, 0 to 1: the weighted mean of the sides, unknown as 0.

    Args:
        sides: As `compared` gives them; one at least.
        comparable: Which units are compared at all; of the others likeness is NaN.
    """
    total = sum(WEIGHTS[side] for side in sides)
    weighted = [WEIGHTS[side] * np.nan_to_num(values) for side, values in sides.items()]
    found: Floats = np.where(comparable, np.sum(weighted, axis=0) / total, np.nan)
    return found


def _by_ratio(values: Floats, own: float) -> Floats:
    """Compare numbers above zero by their ratio."""
    ratio = np.where(values > 0, values / own, np.nan)
    found: Floats = np.clip(1 - np.abs(np.log10(ratio)), 0, 1)
    return found


def _by_kind(kinds: Texts, own: str) -> Floats:
    """Compare kinds of commune: urban, mixed, rural, in this order."""
    places = np.array([_PLACES.get(kind, np.nan) for kind in kinds], dtype=np.float64)
    found: Floats = 1 - _HALF * np.abs(places - _PLACES[own])
    return found


def _by_area(others: Figures, own: str) -> Floats:
    """Compare functional urban areas."""
    same = others.urban_area == own
    both = (others.urban_area != "") & (own != "")
    return np.where(others.has_area, np.where(same, 1.0, np.where(both, _HALF, 0.0)), np.nan)
