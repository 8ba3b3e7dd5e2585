"""The localities of the register of address points, by what the gazetteer knows of them."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pyarrow as pa

from geocoding.address_points.index import AddressPoints
from geocoding.communes import load_communes
from geocoding.distance import distance_km
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Groups, Ints

_SAME_PLACE_KM = 12.0
_NONE = -1


@dataclass(frozen=True, eq=False)
class RegisterPlaces:
    """The localities of an index of address points.

    Attributes:
        points: The index.
        of_name: The localities by the number of their name in the gazetteer.
        by_key: The localities by the key of their name.
        target: For each locality the place of the gazetteer that it is, -1 for none.
        unit: For each locality the number of its commune, -1 for none.
        codes: For each locality the code of its commune.
    """

    points: AddressPoints
    of_name: Groups
    by_key: dict[str, list[int]]
    target: Ints
    unit: Ints
    codes: list[str]


@lru_cache(2)
def register_places(points: AddressPoints, gazetteer: Gazetteer) -> RegisterPlaces:
    """Return the localities of an index; made once for each index and gazetteer."""
    keys: pa.Array = points.places["key"].chunk(0)
    name = gazetteer.names.find(keys)
    by_key: dict[str, list[int]] = {}
    for place, key in enumerate(keys.to_pylist()):
        by_key.setdefault(key, []).append(place)
    codes = points.places["commune"].to_pylist()
    return RegisterPlaces(
        points=points,
        of_name=Groups.of(name, count=len(gazetteer.names.texts)),
        by_key=by_key,
        target=_targets(points, gazetteer, name),
        unit=_units(codes, gazetteer),
        codes=codes,
    )


def _targets(points: AddressPoints, gazetteer: Gazetteer, name: Ints) -> Ints:
    """Return for each locality the nearest place of its name, -1 where none is near."""
    targets = gazetteer.targets
    lat, lon, _ = points.place_points
    place, target = gazetteer.of_name.expand(name)
    km = distance_km(lat[place], lon[place], targets.lat[target], targets.lon[target])
    order = np.lexsort((km, place))
    first = order[np.flatnonzero(np.diff(place[order], prepend=_NONE))]
    found = np.full(len(name), _NONE)
    near = first[km[first] <= _SAME_PLACE_KM]
    found[place[near]] = target[near]
    return found


def _units(codes: list[str], gazetteer: Gazetteer) -> Ints:
    """Return for each code of a commune the number of the gazetteer's unit, -1 for none."""
    communes = {each.teryt: each for each in load_communes().rows}
    distinct = sorted(set(codes))
    known = [communes.get(code) for code in distinct]
    columns = (
        pa.array([getattr(each, part) if each else "" for each in known], pa.string())
        for part in ("name", "county", "voivodeship")
    )
    unit = dict(zip(distinct, gazetteer.units.find(*columns).tolist(), strict=True))
    return np.array([unit[code] for code in codes], dtype=np.int64)
