"""Settlements, places, codes: the reference tables joined, numbered, and given their points.

A settlement is a place under one postal code; a place is all settlements of one name in one
commune, so a city is one place with many codes.
"""

from dataclasses import dataclass, fields

import numpy as np
import pyarrow as pa

from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.lookup import Bools, Groups, Ints
from geocoding.gazetteer.reference import Reference
from geocoding.gazetteer.units import Units

MANY_CODES = 6
"""A place with so many codes has codes of streets or quarters, not one of its own."""

_CENTRE_KM = 12.0
_BLEND_KM = 6.0


@dataclass(frozen=True)
class Settlements:
    """One row per settlement: numbers of its code, name, commune and place, and its point."""

    code: Ints
    name: Ints
    unit: Ints
    place: Ints
    lat: Floats
    lon: Floats
    label: pa.Array

    def where(self, wanted: Bools) -> "Settlements":
        """Return the settlements that are wanted."""
        arrays = {
            field.name: getattr(self, field.name)[wanted]
            for field in fields(self)
            if field.name != "label"
        }
        return Settlements(**arrays, label=self.label.filter(pa.array(wanted)))


@dataclass(frozen=True)
class Places:
    """One row per place.

    Attributes:
        name: Number of its name.
        unit: Number of its commune.
        code: Number of its postal code, -1 where it has several.
        codes: How many postal codes it has.
        population: Inhabitants, 0 where unknown (then fewer than some 500).
        lat: Latitude of its middle.
        lon: Longitude of its middle.
        label: Its name.
        of_name: Places by number of their name.
    """

    name: Ints
    unit: Ints
    code: Ints
    codes: Ints
    population: Ints
    lat: Floats
    lon: Floats
    label: pa.Array
    of_name: Groups


def join(reference: Reference) -> tuple[Settlements, Places, Units]:
    """Return the settlements and places of the reference tables, and their communes."""
    table, names, codes = reference.settlements, reference.names, reference.codes
    units, unit = Units.of(
        table.texts("commune"), table.texts("county"), table.texts("voivodeship")
    )
    name, code = names.find(table.texts("key")), codes.find(table.texts("postal_code"))
    lat, lon, label = table.numbers("lat"), table.numbers("lon"), table.texts("place")
    _, first, place = np.unique(
        name * len(units.commune) + unit, return_index=True, return_inverse=True
    )
    count = len(first)
    pairs = np.unique(place * len(codes.texts) + code)
    owned = np.bincount(pairs // len(codes.texts), minlength=count)
    middle = [_mean(place, values, count) for values in (lat, lon)]
    of_name = Groups.of(name[first], count=len(names.texts))
    centre = _centres(reference, of_name=of_name, middle=middle)
    blended = centre.near & (owned < MANY_CODES)
    for values, medians, centres in zip((lat, lon), middle, (centre.lat, centre.lon), strict=True):
        here = blended[place]
        values[here] = (values[here] + centres[place][here]) / 2
        medians[blended] = (medians[blended] + centres[blended]) / 2
        medians[centre.known & ~blended] = centres[centre.known & ~blended]
    own_code = np.where(owned == 1, code[first], -1)
    settlements = Settlements(code, name, unit, place, lat, lon, label)
    places = Places(
        name[first],
        unit[first],
        own_code,
        owned,
        centre.population,
        middle[0],
        middle[1],
        label.take(pa.array(first)),
        of_name,
    )
    return settlements, places, units


@dataclass(frozen=True)
class _Centres:
    """For each place the centre of the city it is: its point, whether known, whether near."""

    lat: Floats
    lon: Floats
    population: Ints
    known: Bools
    near: Bools


def _mean(group: Ints, values: Floats, count: int) -> Floats:
    """Return the mean of the values of each group."""
    return np.bincount(group, values, count) / np.bincount(group, minlength=count)


def _centres(reference: Reference, *, of_name: Groups, middle: list[Floats]) -> _Centres:
    """Return the city that each place is: the nearest one of its name, if it is near enough."""
    cities = reference.cities
    lat, lon = cities.numbers("lat"), cities.numbers("lon")
    name = reference.names.find(cities.texts("key"))
    place, km = _nearest(name, (lat, lon), among=(middle[0], middle[1]), of_name=of_name)
    city = np.argsort(-km, kind="stable")
    city = city[km[city] <= _CENTRE_KM]
    place, km, count = place[city], km[city], len(middle[0])
    found = _Centres(
        lat=np.full(count, np.nan),
        lon=np.full(count, np.nan),
        population=np.zeros(count, dtype=np.int64),
        known=np.zeros(count, dtype=np.bool_),
        near=np.zeros(count, dtype=np.bool_),
    )
    found.lat[place], found.lon[place] = lat[city], lon[city]
    found.population[place] = cities.numbers("population")[city].astype(np.int64)
    found.known[place], found.near[place] = True, km <= _BLEND_KM
    return found


def nearest_namesake(name: Ints, lat: Floats, lon: Floats, places: Places) -> tuple[Ints, Floats]:
    """Return each name's place nearest to a point, -1 for none, and the distance in km."""
    among = (places.lat, places.lon)
    return _nearest(name, (lat, lon), among=among, of_name=places.of_name)


def _nearest(
    name: Ints, point: tuple[Floats, Floats], *, among: tuple[Floats, Floats], of_name: Groups
) -> tuple[Ints, Floats]:
    """Return the nearest of the points that bear each name, -1 for none, and the distance in km."""
    row, place = of_name.expand(name)
    km = distance_km(point[0][row], point[1][row], among[0][place], among[1][place])
    nearest, least = np.full(len(name), -1), np.full(len(name), np.inf)
    order = np.argsort(-km, kind="stable")
    nearest[row[order]], least[row[order]] = place[order], km[order]
    return nearest, least
