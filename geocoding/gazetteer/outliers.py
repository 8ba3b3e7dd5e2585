"""Wrong rows of GeoNames: points of a city's codes that lie apart, places under a wrong code.

Postal codes of a city are numbered along its streets, so neighbours in number are neighbours
on the ground. Where GeoNames' point of a code is off from its neighbours' middle, while they
keep together and OpenStreetMap's point of the code is with them, the latter is taken.
"""

from dataclasses import replace

import numpy as np

from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.codes import Codes
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.places import MANY_CODES, Places, Settlements
from geocoding.gazetteer.reference import Reference
from geocoding.gazetteer.units import Units

_NEAR_KM = 10.0
_FAR_KM = 20.0
_STEPS = np.array([-4, -3, -2, -1, 1, 2, 3, 4])
_FEWEST_NEIGHBOURS = 3
_OFF_KM = 2.0
_TOGETHER_KM = 1.0
_TIMES_NEARER = 3.0


def corrected(rows: Settlements, places: Places, reference: Reference) -> Settlements:
    """Return the settlements with the wrong points of cities' codes replaced."""
    table, codes = reference.postal_codes, reference.codes
    number = codes.find(table.texts("postal_code"))
    other = np.full((2, len(codes.texts)), np.nan)
    other[:, number] = table.numbers("lat"), table.numbers("lon")
    quarter = np.flatnonzero(places.codes[rows.place] >= MANY_CODES)
    quarter = quarter[np.lexsort((rows.code[quarter], rows.place[quarter]))]
    lat, lon = rows.lat[quarter], rows.lon[quarter]
    other_lat, other_lon = other[:, rows.code[quarter]]
    wrong = _wrong(rows.place[quarter], (lat, lon), (other_lat, other_lon))
    mended_lat, mended_lon = rows.lat.copy(), rows.lon.copy()
    mended_lat[quarter[wrong]] = other_lat[wrong]
    mended_lon[quarter[wrong]] = other_lon[wrong]
    return replace(rows, lat=mended_lat, lon=mended_lon)


def of_their_codes(rows: Settlements, code: Codes, units: Units) -> Bools:
    """Return which settlements have the postal code that they are listed with.

    A row is wrong that lies far from where its code is, in a county that no place near there is
    in: GeoNames lists Mielec with the code of Gorlice, 80 km away. Where the code is has to be
    known from other rows or from OpenStreetMap.
    """
    km = distance_km(rows.lat, rows.lon, code.lat[rows.code], code.lon[rows.code])
    county = units.county_number[rows.unit]
    pair = rows.code * len(units.first_of_county) + county
    near = np.unique(pair[km <= _NEAR_KM])
    placed = ~np.isnan(code.disagreement_km)
    placed[rows.code[km <= _NEAR_KM]] = True
    own: Bools = (km <= _FAR_KM) | np.isin(pair, near)
    own |= ~(placed & code.sound)[rows.code]
    return own


def _wrong(place: Ints, point: tuple[Floats, Floats], other: tuple[Floats, Floats]) -> Bools:
    """Return which points contradict their neighbours in a list ordered by place and code.

    Args:
        place: Number of the place of each row.
        point: Latitudes and longitudes of the rows.
        other: The other source's, NaN where it has none.
    """
    near = np.clip(np.arange(len(place))[:, None] + _STEPS, 0, max(len(place) - 1, 0))
    same = (place[near] == place[:, None]) & (near != np.arange(len(place))[:, None])
    same &= same.sum(axis=1, keepdims=True) >= _FEWEST_NEIGHBOURS
    lat, lon = (_row_medians(values[near], same) for values in point)
    spread = _row_medians(
        distance_km(point[0][near], point[1][near], lat[:, None], lon[:, None]), same
    )
    off = distance_km(*point, lat, lon)
    other_off = distance_km(*other, lat, lon)
    return (off > _OFF_KM) & (spread < _TOGETHER_KM) & (other_off * _TIMES_NEARER < off)


def _row_medians(values: Floats, wanted: Bools) -> Floats:
    """Return the (lower) median of the wanted values of each row; NaN where none is wanted."""
    ordered = np.sort(np.where(wanted, values, np.inf), axis=1)
    count = wanted.sum(axis=1)
    middle = ordered[np.arange(len(values)), np.maximum(count - 1, 0) // 2]
    return np.where(count > 0, middle, np.nan)
