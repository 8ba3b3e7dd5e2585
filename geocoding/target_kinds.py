"""How each kind of target is made: its point, its radius, the words that name it."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding import radius
from geocoding.codes import Codes
from geocoding.localities import locality_key
from geocoding.lookup import Groups, Ints, TextIndex
from geocoding.model import Precision
from geocoding.places import MANY_CODES, Places, Settlements
from geocoding.reference import Table
from geocoding.spread import middles, reaches_km
from geocoding.targets import PRECISIONS, Kind, Targets
from geocoding.units import Units, county_numbers

_NUMBER = {precision: number for number, precision in enumerate(PRECISIONS)}
_PRECISION_OF_UNIT = {
    Kind.COMMUNE: Precision.COMMUNE,
    Kind.COUNTY: Precision.COUNTY,
    Kind.VOIVODESHIP: Precision.VOIVODESHIP,
}
_NINE_TENTHS = 0.9


def of_settlements(rows: Settlements, places: Places, code: Codes) -> Targets:
    """A target for each settlement: the quarter of a city, or the village or town itself."""
    fine = (places.codes[rows.place] >= MANY_CODES) & (code.settlements[rows.code] == 1)
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


def of_places(places: Places) -> Targets:
    """A target for each place."""
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


def of_further_places(table: Table, *, names: TextIndex, units: Units) -> Targets:
    """A target for each place that no postal code leads to."""
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
        name=names.find(table.texts("key")),
        population=population,
        label=table.texts("name"),
    )


def of_codes(code: Codes, *, codes: TextIndex, places: Places) -> Targets:
    """A target for each postal code."""
    place = np.maximum(code.place, 0)
    town = pc.if_else(pa.array(code.place >= 0), places.label.take(pa.array(place)), "")
    label = pc.utf8_rtrim_whitespace(pc.binary_join_element_wise(codes.texts, town, " "))
    return Targets(
        kind=np.full(len(code.lat), Kind.CODE),
        precision=np.full(len(code.lat), _NUMBER[Precision.POSTAL_CODE]),
        lat=code.lat,
        lon=code.lon,
        radius_m=radius.of_code(code.reach_km, code.disagreement_km, code.settlements),
        unit=np.where(code.place >= 0, places.unit[place], -1),
        code=np.arange(len(code.lat)),
        name=np.full(len(code.lat), -1),
        population=np.zeros(len(code.lat), dtype=np.int64),
        label=label,
    )


def of_all_units(
    county_names: Table, *, names: TextIndex, places: Places, of_name: Groups, units: Units
) -> list[Targets]:
    """The targets of the communes, the counties and the voivodeships."""
    first_county, first_voivodeship = units.first_of_county, units.first_of_voivodeship
    commune = of_units(
        Kind.COMMUNE,
        group=places.unit,
        places=places,
        unit=np.arange(len(units.commune)),
        label=pc.binary_join_element_wise("gmina", units.commune, " "),
    )
    keys = {name: locality_key(name) for name in pc.unique(units.commune).to_pylist()}
    named = pa.array([keys[name] for name in units.commune.to_pylist()], pa.string())
    county = of_units(
        Kind.COUNTY,
        group=units.county_number[places.unit],
        places=places,
        unit=first_county,
        label=pc.binary_join_element_wise("powiat", units.county.take(pa.array(first_county)), " "),
        at=seats(county_names, names=names, places=places, of_name=of_name, units=units),
    )
    voivodeship = of_units(
        Kind.VOIVODESHIP,
        group=units.voivodeship_number[places.unit],
        places=places,
        unit=first_voivodeship,
        label=pc.binary_join_element_wise(
            "województwo", units.voivodeship.take(pa.array(first_voivodeship)), " "
        ),
    )
    return [replace(commune, name=names.find(named)), county, voivodeship]


def of_units(
    kind: Kind, *, group: Ints, places: Places, unit: Ints, label: pa.Array, at: Ints | None = None
) -> Targets:
    """A target for each commune, county or voivodeship.

    Args:
        kind: What kind of unit it is.
        group: Number of the unit that each place lies in.
        places: The places.
        unit: A commune of each unit.
        label: Words for each unit.
        at: The place that stands for each unit, -1 for none; otherwise it is the middle of the
            unit's places.
    """
    lat, lon = middles(group, places.lat, places.lon, count=len(unit))
    if at is not None:
        lat, lon = (
            np.where(at >= 0, own[np.maximum(at, 0)], middle)
            for own, middle in ((places.lat, lat), (places.lon, lon))
        )
    reach = reaches_km(group, places.lat, places.lon, middle=(lat, lon), share=_NINE_TENTHS)
    none = np.full(len(unit), -1)
    return Targets(
        kind=np.full(len(unit), kind),
        precision=np.full(len(unit), _NUMBER[_PRECISION_OF_UNIT[kind]]),
        lat=lat,
        lon=lon,
        radius_m=radius.of_unit(reach),
        unit=unit,
        code=none,
        name=none,
        population=np.zeros(len(unit), dtype=np.int64),
        label=label,
    )


def seats(table: Table, *, names: TextIndex, places: Places, of_name: Groups, units: Units) -> Ints:
    """The place that is the seat of each county, -1 where none is known.

    Args:
        table: The names of counties; the seat's name stands with kind 'seat', and a city with
            county rights is its own.
    """
    kind = table.texts("kind")
    county = county_numbers(table.texts("county"), table.texts("voivodeship"), units)
    keys = pa.array([locality_key(name) for name in table.texts("name").to_pylist()])
    wanted = np.asarray(pc.not_equal(kind, "former"))
    row, place = of_name.expand(np.where(wanted, names.find(keys), -1))
    unit = units.first_of_county[county[row]]
    same = units.voivodeship_number[unit] == units.voivodeship_number[places.unit[place]]
    row, place = row[same], place[same]
    order = np.argsort(places.population[place], kind="stable")
    seat = np.full(len(units.first_of_county), -1)
    seat[county[row[order]]] = place[order]
    return seat
