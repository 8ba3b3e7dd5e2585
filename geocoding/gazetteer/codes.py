"""Postal codes: a point for each, out of two sources that may both be wrong.

GeoNames' points of a code's settlements and OpenStreetMap's point of the code are compared
with the area of the first three digits: where they contradict each other the one nearer to it
holds, and where both are far off neither does.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.dispersion import medians, radii_km
from geocoding.gazetteer.lookup import Bools, Ints, NumberIndex
from geocoding.gazetteer.places import Places, Settlements, nearest_namesake
from geocoding.gazetteer.reference import Reference
from geocoding.gazetteer.units import Units

_AREAS = 1000
_CODES_PER_AREA = 100
_FAR_KM = 20.0
_OUTSIDE_KM = 70.0
_NAMESAKE_KM = 20.0
_OWN_PLACE_KM = 15.0
_PLACES_AROUND_KM = 5.0
_KM_EAST_BY_KM_NORTH = 0.616  # of a degree, in the middle of Poland


@dataclass(frozen=True)
class Codes:
    """One row per postal code.

    Attributes:
        number: Its five digits as a number; the codes are in this order.
        place: The largest place that has it, or the place of its name near it; -1 for none, and
            where OpenStreetMap names it after a locality that GeoNames lacks.
        name: Number of the locality's name that OpenStreetMap gives it, -1 for none.
        named_place: The place of that name near OpenStreetMap's point, -1 for none.
        settlements: How many settlements have it.
        lat: Latitude of its middle.
        lon: Longitude of its middle.
        reach_km: Within this distance of its middle lie nine tenths of its settlements; NaN where
            none is known for it.
        disagreement_km: Between the two sources; NaN where only one has it.
        sound: Whether its point is within reach of its area.
        area_lat: Middle of the area of the first three digits, by number; NaN for none.
        area_lon: The same, longitude.
    """

    number: Ints
    place: Ints
    name: Ints
    named_place: Ints
    settlements: Ints
    lat: Floats
    lon: Floats
    reach_km: Floats
    disagreement_km: Floats
    sound: Bools
    area_lat: Floats
    area_lon: Floats

    @cached_property
    def of_digits(self) -> Ints:
        """The number of the code of any five digits, -1 for none."""
        codes = np.full(_AREAS * _CODES_PER_AREA, -1)
        codes[self.number] = np.arange(len(self.number))
        return codes

    @property
    def area(self) -> Ints:
        """The first three digits of each code, as a number."""
        return self.number // _CODES_PER_AREA


@dataclass(frozen=True)
class CodeCounties:
    """Pairs of a postal code and a county that a place of it lies in, as code * count + county.

    A code of which no place is known may lie in the county of any place near it.
    """

    pairs: NumberIndex
    count: int

    @classmethod
    def of(cls, rows: Settlements, units: Units, code: "Codes", places: Places) -> "CodeCounties":
        """Return the pairs that the settlements, and the places around other codes make."""
        count, county = len(units.first_of_county), units.county_number
        pairs = [rows.code * count + county[rows.unit]]
        for number in np.flatnonzero((code.place < 0) & ~np.isnan(code.lat)).tolist():
            km = distance_km(code.lat[number], code.lon[number], places.lat, places.lon)
            pairs.append(number * count + county[places.unit[km <= _PLACES_AROUND_KM]])
        return cls(NumberIndex(np.unique(np.concatenate(pairs))), count)

    def find(self, code: Ints, county: Ints) -> Bools:
        """Return for each pair of numbers whether a place of the code lies in the county."""
        return self.pairs.find(code * self.count + county) >= 0


def code_points(reference: Reference, rows: Settlements, places: Places) -> Codes:
    """Return the points of all codes that one of the sources has."""
    codes = reference.codes
    count = len(codes.texts)
    digits = pc.replace_substring(codes.texts, "-", "").cast(pa.int64())
    number = np.asarray(digits)
    area = number // _CODES_PER_AREA
    area_lat, area_lon = medians(area[rows.code], rows.lat, rows.lon, count=_AREAS)
    lat, lon = medians(rows.code, rows.lat, rows.lon, count=count)
    table = reference.postal_codes
    row = codes.find(table.texts("postal_code"))
    other_lat, other_lon = np.full(count, np.nan), np.full(count, np.nan)
    other_lat[row], other_lon[row] = table.numbers("lat"), table.numbers("lon")
    name = np.full(count, -1)
    name[row] = reference.names.find(table.texts("key"))
    off = distance_km(lat, lon, area_lat[area], area_lon[area])
    other_off = distance_km(other_lat, other_lon, area_lat[area], area_lon[area])
    apart = distance_km(lat, lon, other_lat, other_lon)
    settled = np.bincount(rows.code, minlength=count)
    named, km = nearest_namesake(name, other_lat, other_lon, places)
    named = np.where((km <= _NAMESAKE_KM) & ~(other_off > _OUTSIDE_KM), named, -1)
    take_other = np.isnan(lat) | ((apart > _FAR_KM) & (other_off < off))
    take_other |= (settled > 1) & (apart <= _FAR_KM)
    renamed = _named_otherwise(rows, name, named) & (settled == 1) & (apart <= _FAR_KM)
    take_other |= renamed
    lat, lon = np.where(take_other, other_lat, lat), np.where(take_other, other_lon, lon)
    sound = ~(np.where(take_other, other_off, off) > _OUTSIDE_KM)
    reach = radii_km(rows.code, rows.lat, rows.lon, middle=(lat, lon), share=0.9)
    largest = _largest_place(rows, places, np.where(sound, named, -1), (lat, lon))
    largest[renamed] = -1
    return Codes(
        number=number,
        place=largest,
        name=name,
        named_place=named,
        settlements=settled,
        lat=lat,
        lon=lon,
        reach_km=reach,
        disagreement_km=apart,
        sound=sound,
        area_lat=area_lat,
        area_lon=area_lon,
    )


def _named_otherwise(rows: Settlements, name: Ints, named_place: Ints) -> Bools:
    """Return which codes OpenStreetMap names after a locality that GeoNames does not know there.

    Args:
        rows: The settlements.
        name: Number of the name that OpenStreetMap gives each code, -1 for none.
        named_place: The place of that name near the code, -1 for none.
    """
    otherwise: Bools = (name >= 0) & (named_place < 0)
    otherwise[rows.code[rows.name == name[rows.code]]] = False
    return otherwise


def _largest_place(
    rows: Settlements, places: Places, otherwise: Ints, point: tuple[Floats, Floats]
) -> Ints:
    """Return the most populous place of each code that is near its point.

    Where none is near, the nearest; `otherwise` where no settlement is known for the code.
    """
    lat, lon = (values[rows.code] for values in point)
    km = distance_km(lat, lon, places.lat[rows.place], places.lon[rows.place])
    near = km <= _OWN_PLACE_KM
    order = np.lexsort((np.where(near, places.population[rows.place], -km), near))
    largest = otherwise.copy()
    largest[rows.code[order]] = rows.place[order]
    return largest


def units_of_codes(code: Codes, places: Places) -> Ints:
    """Return the commune that each code lies in: its place's, or that of the nearest place."""
    unit = np.where(code.place >= 0, places.unit[code.place], -1)
    for number in np.flatnonzero((code.place < 0) & ~np.isnan(code.lat)).tolist():
        north = places.lat - code.lat[number]
        east = _KM_EAST_BY_KM_NORTH * (places.lon - code.lon[number])
        unit[number] = places.unit[np.argmin(north**2 + east**2)]
    return unit
