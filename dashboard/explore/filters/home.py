"""The reader's own unit: how far practices are from it, and how like it theirs are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from geocoding import Match, Precision, Status
from geocoding.distance import distance_km

Floats = npt.NDArray[np.float64]

WEIGHTS: Final[Mapping[str, float]] = {"population": 0.4, "type": 0.35, "theme": 0.25}
"""How much each side of likeness counts; only the sides that the reader stated take part."""

AREAS: Final = (Precision.COUNTY, Precision.VOIVODESHIP)
"""Precisions of positions that are the middle of an area: too coarse for a distance."""

_METRES_PER_KM: Final = 1000
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
    """One entry a practice: km from the point to its nearest place.

    NaN where no place is located, or each only by its county or voivodeship: the middle of one says
    nothing of a distance.
    """
    away = np.where(_is_area(catalog), np.nan, _places_away_km(catalog, point))
    nearest = np.full(len(catalog), np.inf)
    rows = catalog.places["row"].to_numpy()
    np.minimum.at(nearest, rows, np.where(np.isnan(away), np.inf, away))
    return np.where(np.isinf(nearest), np.nan, nearest)


def in_circle(catalog: Catalog, point: tuple[float, float], radius_km: float) -> Mask:
    """One entry a practice: whether it has a place that lies in a circle.

    A place does whose distance is known and whose position is at least as exact as the circle.
    """
    away = _places_away_km(catalog, point)
    exact = catalog.places["accuracy_m"].to_numpy(np.float64) <= radius_km * _METRES_PER_KM
    return _has_place(catalog, (away <= radius_km) & exact & ~_is_area(catalog))


def near_circle(catalog: Catalog, point: tuple[float, float], radius_km: float) -> Mask:
    """One entry a practice: whether it may lie in a circle, and is not exact enough to say so."""
    reach_km = catalog.places["accuracy_m"].to_numpy(np.float64) / _METRES_PER_KM
    may_lie = _places_away_km(catalog, point) <= radius_km + reach_km
    inexact = (reach_km > radius_km) | _is_area(catalog)
    may: Mask = _has_place(catalog, may_lie & inexact) & ~in_circle(catalog, point, radius_km)
    return may


def _places_away_km(catalog: Catalog, point: tuple[float, float]) -> Floats:
    """One entry a place: its distance in km from a point, NaN where it is not located."""
    places = catalog.places
    lat, lon = places["lat"].to_numpy(np.float64), places["lon"].to_numpy(np.float64)
    return distance_km(np.full_like(lat, point[0]), np.full_like(lon, point[1]), lat, lon)


def _is_area(catalog: Catalog) -> Mask:
    """One entry a place: whether only its county or voivodeship is known."""
    is_area: Mask = catalog.places["precision"].isin(AREAS).to_numpy()
    return is_area


def _has_place(catalog: Catalog, wanted: Mask) -> Mask:
    """One entry a practice: whether any of its places is wanted."""
    has = np.zeros(len(catalog), dtype=np.bool_)
    has[catalog.places["row"].to_numpy()[wanted]] = True
    return has


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
