"""The reader's own unit: which it is, how far practices are from it, and how like it theirs are."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.figures.closeness import closeness
from dashboard.explore.figures.figure import Figure
from dashboard.explore.filters.groups import DEFAULT_TRAITS, Group, Trait, traits_of
from dashboard.explore.units.likeness import (
    Figures,
    Profile,
    Side,
    compared,
    is_comparable,
    likeness,
)
from dashboard.explore.units.local_units import LocalUnit, LocalUnits, UnitLevel, local_units
from dashboard.explore.units.localities import communes_of_locality
from dashboard.explore.units.statement import kind_of_type, level_of_type
from geocoding import Match, Precision, Status
from geocoding.distance import Floats, distance_km

AREAS: Final = (Precision.COUNTY, Precision.VOIVODESHIP)
"""Precisions of positions that are the middle of an area: too coarse for a distance."""

_METRES_PER_KM: Final = 1000
_CODE: Final = re.compile(r"\d{2}|\d{4}|\d{6,7}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeQuery:
    """What the reader says of their own unit; unknown is empty or None.

    Attributes:
        place: TERYT code of the unit, or in words a locality, a postal code, or a commune.
        radius_km: Only practices within this distance; None for no bound.
        unit_type: Type of the unit, as the metryka names it; empty for the unit's own.
        population: Inhabitants of the unit; None for those that the table has.
        density: Inhabitants a square kilometre; None for those that the table has.
        urbanisation: Eurostat's degree, 1 to 3; None for the one that the table has.
        figure: Key of the figure that it is compared by, too; empty for none.
        sections: Sections that matter to the unit.
        traits: What the units that it is compared with have in common with it.
        is_group_alone: Only practices of these units.
        shows_group: Whether these units are shown, those without practices too.
    """

    place: str = ""
    radius_km: int | None = None
    unit_type: str = ""
    population: int | None = None
    density: int | None = None
    urbanisation: int | None = None
    figure: str = ""
    sections: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = DEFAULT_TRAITS
    is_group_alone: bool = False
    shows_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeUnit:
    """The reader's own unit, found.

    Attributes:
        unit: The unit; None where only a place is known.
        label: What was found, in words; empty where the unit was named by its code.
        point: (lat, lon), degrees.
        query: What was stated of it.
        figure: The figure that it is compared by, too, with its sums; None for none.
    """

    unit: LocalUnit | None
    label: str
    point: tuple[float, float]
    query: HomeQuery
    figure: Figure | None = None

    @property
    def profile(self) -> Profile:
        """What it is compared by: as the table has it, unless the reader says otherwise."""
        query = self.query
        profile = Profile.of(self.unit) if self.unit else Profile(level=UnitLevel.COMMUNE.value)
        if query.unit_type:
            level = level_of_type(query.unit_type)
            if level and level != profile.level:
                profile = Profile(level=level.value)
            profile = replace(profile, kind=kind_of_type(query.unit_type) or profile.kind)
        return replace(
            profile,
            population=query.population or profile.population,
            density=query.density or profile.density,
            urbanisation=query.urbanisation or profile.urbanisation,
        )

    @property
    def group(self) -> Group:
        """The units that it is compared with."""
        profile = self.profile
        possible = traits_of(profile)
        return Group(profile, tuple(each for each in self.query.traits if each in possible))


def find_home(
    query: HomeQuery,
    match: Callable[[str], Match],
    units: LocalUnits | None = None,
    figure: Figure | None = None,
) -> tuple[Match | None, HomeUnit | None]:
    """Find the reader's own unit.

    Args:
        query: What is stated of it.
        match: Asks the geocoder for a place in words.
        units: All units; None for those that ship.
        figure: The figure that the query names, where there is such a one.

    Returns:
        The geocoder's answer, None where it was not asked; and the unit, None where it was not
        found, or not for certain. A locality that the geocoder does not know is looked up in the
        register of localities, where one was added.
    """
    units = units or local_units()
    place = query.place.strip()
    if not place:
        return None, None
    unit = units.find(place) if _CODE.fullmatch(place) else None
    if unit is not None:
        home = HomeUnit(unit=unit, label="", point=unit.point, query=query, figure=figure)
        return None, home
    answer = match(place)
    if answer.status is not Status.OK or answer.point is None:
        communes = communes_of_locality(place, units) if answer.status is Status.NO_MATCH else []
        if len(communes) != 1:
            return answer, None
        (unit,) = communes
        return answer, HomeUnit(
            unit=unit, label=place, point=unit.point, query=query, figure=figure
        )
    return answer, HomeUnit(
        unit=_unit_at(answer, units),
        label=answer.matched_label,
        point=(answer.point.lat, answer.point.lon),
        query=query,
        figure=figure,
    )


def _unit_at(answer: Match, units: LocalUnits) -> LocalUnit | None:
    """Give the unit that a place is, or lies in; of two of one name the town."""
    county, voivodeship = answer.matched_county, answer.matched_voivodeship
    if answer.precision is Precision.VOIVODESHIP:
        rows = units.named(UnitLevel.VOIVODESHIP, voivodeship)
    elif answer.precision is Precision.COUNTY:
        rows = units.named(UnitLevel.COUNTY, county, voivodeship=voivodeship)
    else:
        commune = answer.matched_commune
        rows = units.named(UnitLevel.COMMUNE, commune, county=county, voivodeship=voivodeship)
    return units.at(min(rows, key=lambda row: units.columns["teryt"][row])) if rows else None


def distances_km(catalog: Catalog, point: tuple[float, float]) -> Floats:
    """Give one entry a practice: km from the point to its nearest place.

    NaN where no place is located, or each only by its county or voivodeship: the middle of one says
    nothing of a distance.
    """
    away = np.where(_is_area(catalog), np.nan, _places_away_km(catalog, point))
    nearest = np.full(len(catalog), np.inf)
    rows = catalog.places["row"].to_numpy()
    np.minimum.at(nearest, rows, np.where(np.isnan(away), np.inf, away))
    return np.where(np.isinf(nearest), np.nan, nearest)


def in_circle(catalog: Catalog, point: tuple[float, float], radius_km: float) -> Mask:
    """Give one entry a practice: whether it has a place that lies in a circle.

    A place does whose distance is known and whose position is at least as exact as the circle.
    """
    away = _places_away_km(catalog, point)
    exact = catalog.places["accuracy_m"].to_numpy(np.float64) <= radius_km * _METRES_PER_KM
    return _has_place(catalog, (away <= radius_km) & exact & ~_is_area(catalog))


def near_circle(catalog: Catalog, point: tuple[float, float], radius_km: float) -> Mask:
    """Say of each practice whether it may lie in a circle, and is not exact enough to say so."""
    reach_km = catalog.places["accuracy_m"].to_numpy(np.float64) / _METRES_PER_KM
    may_lie = _places_away_km(catalog, point) <= radius_km + reach_km
    inexact = (reach_km > radius_km) | _is_area(catalog)
    may: Mask = _has_place(catalog, may_lie & inexact) & ~in_circle(catalog, point, radius_km)
    return may


def _places_away_km(catalog: Catalog, point: tuple[float, float]) -> Floats:
    """Give one entry a place: its distance in km from a point, NaN where it is not located."""
    places = catalog.places
    lat, lon = places["lat"].to_numpy(np.float64), places["lon"].to_numpy(np.float64)
    return distance_km(np.full_like(lat, point[0]), np.full_like(lon, point[1]), lat, lon)


def _is_area(catalog: Catalog) -> Mask:
    """Give one entry a place: whether only its county or voivodeship is known."""
    is_area: Mask = catalog.places["precision"].isin(AREAS).to_numpy()
    return is_area


def _has_place(catalog: Catalog, wanted: Mask) -> Mask:
    """Give one entry a practice: whether any of its places is wanted."""
    has = np.zeros(len(catalog), dtype=np.bool_)
    has[catalog.places["row"].to_numpy()[wanted]] = True
    return has


@dataclass(frozen=True, slots=True)
class Comparison:
    """How practices, or units, compare with the reader's own unit.

    Attributes:
        sides: What they are compared by, NaN where it is not known of the other.
        alike: Likeness, 0 to 1; NaN where a unit of another level is not compared.
    """

    sides: Mapping[Side, Floats]
    alike: Floats


def compare(catalog: Catalog, home: HomeUnit) -> Comparison | None:
    """Compare the units of all practices with the reader's own; None where nothing is known."""
    profile, figures = home.profile, practice_figures(catalog)
    sides = compared(profile, figures)
    if home.query.sections:
        wanted = catalog.practices["section"].isin(home.query.sections)
        sides[Side.THEME] = wanted.to_numpy().astype(np.float64)
    near = figure_side(home, catalog.all_units)
    if near is not None:
        sides[Side.FIGURE] = np.append(near, np.nan)[catalog.unit_rows]
    if not sides:
        return None
    return Comparison(sides, likeness(sides, is_comparable(profile, figures)))


def figure_side(home: HomeUnit, units: LocalUnits) -> Floats | None:
    """Compare the reader's own unit with all others by a figure; None where none is chosen."""
    if home.figure is None or home.unit is None:
        return None
    return closeness(home.figure, home.unit, units)


def practice_figures(catalog: Catalog) -> Figures:
    """Give what the practices' units are compared by; what the record cards state comes first."""
    figures = Figures.of(catalog.all_units).with_unknown().take(catalog.unit_rows)
    types = catalog.practices["unit_type"]
    kinds = types.map({each: kind_of_type(each) or "" for each in types.unique()}).to_numpy(object)
    known = ~np.isnan(catalog.population)
    return replace(
        figures,
        level=catalog.local_units["level"].to_numpy(dtype=object),
        kind=np.where(figures.kind == "", kinds, figures.kind),
        population=np.where(known, catalog.population, figures.population),
    )
