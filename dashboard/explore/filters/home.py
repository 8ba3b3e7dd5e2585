"""The reader's own unit: how far practices are from it, and how like it theirs are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet
from geocoding import Match, Status
from geocoding.distance import distance_km

Floats = npt.NDArray[np.float64]

WEIGHTS: Final[Mapping[str, float]] = {"population": 0.4, "type": 0.35, "theme": 0.25}
"""How much each side of likeness counts; only the sides that the reader stated take part."""

_RELATED_TYPE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeQuery:
    """What the reader says of their own unit; unknown is empty or None.

    Attributes:
        place: A locality, a postal code, or a commune with its county, in words.
        radius_km: Only practices within this distance; None for no bound.
        unit_type: Kind of the unit, as the metryka names it.
        population: Inhabitants of the unit.
        sections: Sections that matter to the unit.
    """

    place: str = ""
    radius_km: int | None = None
    unit_type: str = ""
    population: int | None = None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeUnit:
    """The reader's own unit, located.

    Attributes:
        label: Its name with county and voivodeship.
        point: (lat, lon), degrees.
        query: What was stated of it; the population may come from the gazetteer.
    """

    label: str
    point: tuple[float, float]
    query: HomeQuery


def located_home(match: Match, query: HomeQuery) -> HomeUnit | None:
    """The unit where the geocoder found it; None where it did not, or not for certain."""
    if match.status is not Status.OK or match.point is None:
        return None
    point = (match.point.lat, match.point.lon)
    return HomeUnit(label=match.matched_label, point=point, query=query)


def distances_km(catalog: Catalog, point: tuple[float, float]) -> Floats:
    """One entry a practice: km from the point to its nearest place, NaN where none is located."""
    places = catalog.places
    lat, lon = places["lat"].to_numpy(np.float64), places["lon"].to_numpy(np.float64)
    away = distance_km(np.full_like(lat, point[0]), np.full_like(lon, point[1]), lat, lon)
    nearest = np.full(len(catalog), np.inf)
    np.minimum.at(nearest, places["row"].to_numpy(), np.where(np.isnan(away), np.inf, away))
    return np.where(np.isinf(nearest), np.nan, nearest)


def likeness_parts(catalog: Catalog, query: HomeQuery) -> dict[str, Floats]:
    """The sides of likeness that the reader stated: one entry a practice, 0 to 1, NaN unknown."""
    parts: dict[str, Floats] = {}
    if query.population:
        ratio = np.where(catalog.population > 0, catalog.population / query.population, np.nan)
        parts["population"] = np.clip(1 - np.abs(np.log10(ratio)), 0, 1)
    if query.unit_type:
        types = catalog.facets[Facet.UNIT_TYPE]
        alike = [_type_likeness(each, query.unit_type) for each in types.values]
        parts["type"] = np.full(len(catalog), np.nan)
        parts["type"][types.rows] = np.array(alike)[types.codes]
    if query.sections:
        wanted = catalog.practices["section"].isin(query.sections)
        parts["theme"] = wanted.to_numpy().astype(np.float64)
    return parts


def likeness(parts: Mapping[str, Floats]) -> Floats:
    """One entry a practice, 0 to 1: the weighted mean of the stated sides, unknown as 0."""
    total = sum(WEIGHTS[name] for name in parts)
    weighted = [WEIGHTS[name] * np.nan_to_num(values) for name, values in parts.items()]
    result: Floats = np.sum(weighted, axis=0) / total
    return result


def _type_likeness(one: str, other: str) -> float:
    """How like two kinds of unit are: 1 the same, less where both are communes, else 0."""
    if one == other:
        return 1.0
    return _RELATED_TYPE if _is_commune(one) and _is_commune(other) else 0.0


def _is_commune(unit_type: str) -> bool:
    """Whether a kind of unit is a commune, also a city with county rights."""
    return unit_type.startswith(("gmina", "miasto"))
