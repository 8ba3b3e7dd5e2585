"""How each kind of target is made: its point, its radius, the words that name it."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.distance import Floats, distance_km
from geocoding.gazetteer import radius
from geocoding.gazetteer.codes import Codes, units_of_codes
from geocoding.gazetteer.dispersion import medians, radii_km
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.places import MANY_CODES, Places, Settlements
from geocoding.gazetteer.reference import Reference
from geocoding.gazetteer.targets import PRECISIONS, Kind, Targets
from geocoding.gazetteer.units import Units, county_numbers
from geocoding.model import Precision
from geocoding.text.localities import locality_key

_NUMBER = {precision: number for number, precision in enumerate(PRECISIONS)}
_PRECISION_OF_UNIT = {
    Kind.COMMUNE: Precision.COMMUNE,
    Kind.COUNTY: Precision.COUNTY,
    Kind.VOIVODESHIP: Precision.VOIVODESHIP,
}
_NINE_TENTHS = 0.9
_MIDDLE_KM = 1.5
_FAR_FROM_MIDDLE_KM = 3.0


def of_settlements(rows: Settlements, places: Places, code: Codes) -> Targets:
    """Return a target for each settlement: the quarter of a city, or the village or town itself."""
    fine = (places.codes[rows.place] >= MANY_CODES) & (code.settlements[rows.code] == 1)
    fine &= ~_of_whole_city(rows, places, code)
    population = places.population[rows.place]
    return Targets(
        kind=np.full(len(rows.lat), Kind.SETTLEMENT),
        precision=np.where(fine, _NUMBER[Precision.POSTAL_CODE], _NUMBER[Precision.LOCALITY]),
        lat=rows.lat,
        lon=rows.lon,
        radius_m=np.where(
            fine,
            radius.of_quarter(code.disagreement_km[rows.code]),
            radius.of_locality(population),
        ),
        unit=rows.unit,
        code=rows.code,
        name=rows.name,
        population=population,
        label=rows.label,
    )


def _of_whole_city(rows: Settlements, places: Places, code: Codes) -> Bools:
    """Return whether the code of each settlement stands for a city as a whole, not for a quarter.

    It does where GeoNames gives it the city's middle and OpenStreetMap a point far from there.
    """
    km = distance_km(rows.lat, rows.lon, places.lat[rows.place], places.lon[rows.place])
    whole: Bools = (km < _MIDDLE_KM) & (code.disagreement_km[rows.code] > _FAR_FROM_MIDDLE_KM)
    return whole


def of_places(places: Places) -> Targets:
    """Return a target for each place."""
    return Targets(
        kind=np.full(len(places.lat), Kind.PLACE),
        precision=np.full(len(places.lat), _NUMBER[Precision.LOCALITY]),
        lat=places.lat,
        lon=places.lon,
        radius_m=radius.of_locality(places.population),
        unit=places.unit,
        code=places.code,
        name=places.name,
        population=places.population,
        label=places.label,
    )


def of_further_places(reference: Reference, units: Units) -> Targets:
    """Return a target for each place that no postal code leads to."""
    table = reference.further_places
    count = len(table)
    population = table.numbers("population").astype(np.int64)
    return Targets(
        kind=np.full(count, Kind.FURTHER_PLACE),
        precision=np.full(count, _NUMBER[Precision.LOCALITY]),
        lat=table.numbers("lat"),
        lon=table.numbers("lon"),
        radius_m=radius.of_locality(population),
        unit=units.find(*(table.texts(name) for name in ("commune", "county", "voivodeship"))),
        code=np.full(count, -1),
        name=reference.names.find(table.texts("key")),
        population=population,
        label=table.texts("name"),
    )


def of_codes(reference: Reference, code: Codes, places: Places) -> Targets:
    """Return a target for each postal code."""
    place = np.maximum(code.place, 0)
    table = reference.postal_codes
    row = pc.index_in(reference.codes.texts, value_set=table.texts("postal_code"))
    own_name = pc.fill_null(table.texts("locality").take(row), "")
    town = pc.if_else(pa.array(code.place >= 0), places.label.take(pa.array(place)), own_name)
    label = pc.utf8_rtrim_whitespace(pc.binary_join_element_wise(reference.codes.texts, town, " "))
    return Targets(
        kind=np.full(len(code.lat), Kind.CODE),
        precision=np.full(len(code.lat), _NUMBER[Precision.POSTAL_CODE]),
        lat=code.lat,
        lon=code.lon,
        radius_m=radius.of_code(code.reach_km, code.disagreement_km, code.settlements),
        unit=units_of_codes(code, places),
        code=np.arange(len(code.lat)),
        name=np.full(len(code.lat), -1),
        population=np.zeros(len(code.lat), dtype=np.int64),
        label=label,
    )


def of_communes(reference: Reference, places: Places, units: Units) -> Targets:
    """Return a target for each commune, in the middle of its places."""
    keys = {name: locality_key(name) for name in pc.unique(units.commune).to_pylist()}
    named = pa.array([keys[name] for name in units.commune.to_pylist()], pa.string())
    kind = _UnitKind(Kind.COMMUNE, places.unit, np.arange(len(units.commune)))
    label = pc.binary_join_element_wise("gmina", units.commune, " ")
    found = _of_units(kind, places, label, middle=_middles(kind, places))
    inhabitants = np.zeros(len(units.commune), dtype=np.int64)
    np.maximum.at(inhabitants, places.unit, places.population)
    radius_m = np.maximum(found.radius_m, radius.of_locality(inhabitants))
    return replace(found, name=reference.names.find(named), radius_m=radius_m)


def of_counties(places: Places, units: Units, seat: Ints) -> Targets:
    """Return a target for each county, at its seat (number of a place, -1 where none is known)."""
    kind = _UnitKind(Kind.COUNTY, units.county_number[places.unit], units.first_of_county)
    label = pc.binary_join_element_wise("powiat", units.county.take(pa.array(kind.unit)), " ")
    lat, lon = (
        np.where(seat >= 0, of_places[seat], middle)
        for of_places, middle in zip((places.lat, places.lon), _middles(kind, places), strict=True)
    )
    found = _of_units(kind, places, label, middle=(lat, lon))
    own = (seat >= 0) & (units.county_number[places.unit[seat]] == np.arange(len(seat)))
    inhabitants = np.where(own, places.population[seat], 0)  # of its seat, if that is its own
    radius_m = np.maximum(found.radius_m, radius.of_locality(inhabitants))
    return replace(found, population=inhabitants, radius_m=radius_m)


def of_voivodeships(places: Places, units: Units) -> Targets:
    """Return a target for each voivodeship, in the middle of its places."""
    group = units.voivodeship_number[places.unit]
    kind = _UnitKind(Kind.VOIVODESHIP, group, units.first_of_voivodeship)
    names = units.voivodeship.take(pa.array(kind.unit))
    label = pc.binary_join_element_wise("województwo", names, " ")
    return _of_units(kind, places, label, middle=_middles(kind, places))


class _UnitKind(NamedTuple):
    """One kind of units: the unit that each place lies in, and a commune of each unit."""

    kind: Kind
    group: Ints
    unit: Ints


def _middles(kind: _UnitKind, places: Places) -> tuple[Floats, Floats]:
    """Return the middle of the places of each unit."""
    return medians(kind.group, places.lat, places.lon, count=len(kind.unit))


def _of_units(
    kind: _UnitKind, places: Places, label: pa.Array, *, middle: tuple[Floats, Floats]
) -> Targets:
    """Return a target for each unit of a kind, at a point of it."""
    reach = radii_km(kind.group, places.lat, places.lon, middle=middle, share=_NINE_TENTHS)
    count = len(kind.unit)
    none = np.full(count, -1)
    return Targets(
        kind=np.full(count, kind.kind),
        precision=np.full(count, _NUMBER[_PRECISION_OF_UNIT[kind.kind]]),
        lat=middle[0],
        lon=middle[1],
        radius_m=radius.of_unit(reach),
        unit=kind.unit,
        code=none,
        name=none,
        population=np.zeros(count, dtype=np.int64),
        label=label,
    )


def seats(reference: Reference, places: Places, units: Units) -> Ints:
    """Return the place that is the seat of each county, -1 where none is known.

    A city with county rights is its own seat.
    """
    table = reference.county_names
    county = county_numbers(table.texts("county"), table.texts("voivodeship"), units)
    keys = pa.array([locality_key(name) for name in table.texts("name").to_pylist()])
    wanted = np.asarray(pc.not_equal(table.texts("kind"), "former"))
    row, place = places.of_name.expand(np.where(wanted, reference.names.find(keys), -1))
    unit = units.first_of_county[county[row]]
    same = units.voivodeship_number[unit] == units.voivodeship_number[places.unit[place]]
    row, place = row[same], place[same]
    order = np.argsort(places.population[place], kind="stable")
    seat = np.full(len(units.first_of_county), -1)
    seat[county[row[order]]] = place[order]
    return seat


def seated_counties(places: Places, units: Units, seat: Ints) -> Ints:
    """Return for each commune the other county whose seat (a place) it holds, -1 for none."""
    county = np.flatnonzero(seat >= 0)
    unit = places.unit[seat[county]]
    elsewhere = units.county_number[unit] != county
    found = np.full(len(units.commune), -1)
    found[unit[elsewhere]] = county[elsewhere]
    return found
