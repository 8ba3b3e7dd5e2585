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
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.places import Places, Settlements, nearest_namesake
from geocoding.gazetteer.reference import Reference

_AREAS = 1000
_CODES_PER_AREA = 100
_FAR_KM = 20.0
_OUTSIDE_KM = 70.0
_NAMESAKE_KM = 20.0


@dataclass(frozen=True)
class Codes:
    """One row per postal code.

    Attributes:
        number: Its five digits as a number; the codes are in this order.
        place: The largest place that has it, or the place of its name near it; -1 for none.
        name: Number of the locality's name that OpenStreetMap gives it, -1 for none.
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


def code_points(reference: Reference, rows: Settlements, places: Places) -> Codes:
    """The points of all codes that one of the sources has."""
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
    largest = _largest_place(rows, places, np.where(km <= _NAMESAKE_KM, named, -1))
    take_other = np.isnan(lat) | ((apart > _FAR_KM) & (other_off < off))
    take_other |= (settled > 1) & (apart <= _FAR_KM)
    lat, lon = np.where(take_other, other_lat, lat), np.where(take_other, other_lon, lon)
    sound = ~(np.where(take_other, other_off, off) > _OUTSIDE_KM)
    reach = radii_km(rows.code, rows.lat, rows.lon, middle=(lat, lon), share=0.9)
    return Codes(number, largest, name, settled, lat, lon, reach, apart, sound, area_lat, area_lon)


def _largest_place(rows: Settlements, places: Places, otherwise: Ints) -> Ints:
    """The most populous place of each code; `otherwise` where no settlement is known for it."""
    order = np.argsort(places.population[rows.place], kind="stable")
    largest = otherwise.copy()
    largest[rows.code[order]] = rows.place[order]
    return largest
