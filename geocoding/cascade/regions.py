"""Candidates without a code: places inside what is stated of the region, or the region itself.

A stated commune, county or voivodeship is never overruled by a like name elsewhere: where no place
of the name lies in it, the region itself is the answer.
"""

import numpy as np

from geocoding.cascade.candidates import (
    Candidates,
    Named,
    codes_themselves,
    communes_named,
    in_region,
    namesakes,
    places_of,
)
from geocoding.cascade.evidence import voivodeship_evidence
from geocoding.cascade.questions import Questions
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Groups, Ints
from geocoding.gazetteer.targets import Kind
from geocoding.gazetteer.towns_alike import TOWN_INHABITANTS as TOWN_INHABITANTS_ALIKE

_TOWN_ALIKE = 0.99
"""How alike the name of such a town is: so much that it is a tie."""

TOWN_INHABITANTS = 5000
"""A place with so many inhabitants is a town that people know from afar."""


def by_commune(questions: Questions, rows: Ints) -> Ints:
    """Return the rows that state a commune."""
    return rows[questions.known["commune"][rows]]


def by_county(questions: Questions, rows: Ints) -> Ints:
    """Return the rows that state a county, and no commune."""
    known = questions.known
    return rows[known["county"][rows] & ~known["commune"][rows]]


def by_voivodeship(questions: Questions, rows: Ints) -> Ints:
    """Return the rows that state a voivodeship, and no commune or county."""
    known = questions.known
    finer = known["commune"][rows] | known["county"][rows]
    return rows[known["voivodeship"][rows] & ~finer]


def without_region(questions: Questions, rows: Ints) -> Ints:
    """Return the rows that state no unit that is known."""
    known = questions.known
    return rows[~(known["commune"][rows] | known["county"][rows] | known["voivodeship"][rows])]


def locality_in_commune(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the places of the name in the stated commune."""
    return _inside(questions, gazetteer, by_commune(questions, rows))


def locality_in_county(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the places of the name in the stated county."""
    return _inside(questions, gazetteer, by_county(questions, rows))


def locality_in_voivodeship(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the places of the name in the stated voivodeship."""
    return _inside(questions, gazetteer, by_voivodeship(questions, rows))


def locality(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the places of the name, where no unit is stated, and towns of much the same name."""
    found = _inside(questions, gazetteer, without_region(questions, rows))
    is_district = gazetteer.targets.kind[found.target] == Kind.FURTHER_PLACE
    rows = np.unique(found.row[~is_district])  # a city's district is as well known as a town
    return Candidates.joined(found, _towns_alike(questions, gazetteer, rows))


def _towns_alike(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the much larger towns that the names of some rows may be misspelt from."""
    names, name_of_row = np.unique(questions.name[rows], return_inverse=True)
    towns = [gazetteer.towns_alike(name) for name in names.tolist()]
    sizes = np.array([len(each) for each in towns], dtype=np.int64)
    several = Groups(
        np.concatenate(([0], np.cumsum(sizes))),
        np.array([number for each in towns for number in each], dtype=np.int64),
    )
    owner, name = several.expand(name_of_row)
    named = Named(rows[owner], name, np.full(len(owner), _TOWN_ALIKE))
    found = places_of(gazetteer, named)
    return found.where(gazetteer.targets.population[found.target] >= TOWN_INHABITANTS_ALIKE)


def commune(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the communes whose name stands as the locality, in what is stated of the region."""
    return in_region(questions, gazetteer, communes_named(questions, gazetteer, rows))


def town_or_county(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the towns of the name in another county of the voivodeship, and the stated county.

    One of them is wrong, and nothing tells which.
    """
    rows = by_county(questions, rows)
    found = namesakes(questions, gazetteer, rows)
    found = found.where(gazetteer.targets.population[found.target] >= TOWN_INHABITANTS)
    found = found.where(near_county(questions, gazetteer, found))
    return Candidates.joined(found, county(questions, gazetteer, np.unique(found.row)))


def near_county(questions: Questions, gazetteer: Gazetteer, found: Candidates) -> Bools:
    """Return whether candidates lie in a voivodeship of a county of the stated name."""
    units = gazetteer.units
    voivodeship_of = units.voivodeship_number[units.first_of_county]
    names, name_of_row = np.unique(questions.county[found.row], return_inverse=True)
    home = np.zeros((len(names), len(units.first_of_voivodeship)), dtype=np.bool_)
    name, number = np.nonzero(gazetteer.county_names.means[names])
    home[name, voivodeship_of[number]] = True
    unit = gazetteer.targets.unit[found.target]
    near: Bools = home[name_of_row, units.voivodeship_number[unit]]
    return near & (unit >= 0)


def code_or_region(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the codes that lie in another voivodeship than the stated one, and that one."""
    codes = codes_themselves(questions, gazetteer, rows)
    return Candidates.joined(codes, voivodeship(questions, gazetteer, codes.row))


def stated_commune(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the communes that are stated, in the stated county and voivodeship."""
    rows = by_commune(questions, rows)
    owner, unit = np.nonzero(gazetteer.commune_names.means[questions.commune[rows]])
    target = gazetteer.targets.first(Kind.COMMUNE) + unit
    found = Candidates(rows[owner], target, np.zeros(len(owner)))
    return in_region(questions, gazetteer, found)


def county(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the counties that are stated, in the stated voivodeship."""
    rows = rows[questions.county[rows] >= 0]
    owner, number = np.nonzero(gazetteer.county_names.means[questions.county[rows]])
    target = gazetteer.targets.first(Kind.COUNTY) + number
    found = Candidates(rows[owner], target, np.zeros(len(owner)))
    held, _ = voivodeship_evidence(questions, gazetteer, row=found.row, target=found.target)
    return found.where(held | ~questions.known["voivodeship"][found.row])


def voivodeship(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the voivodeships that are stated."""
    rows = rows[questions.voivodeship[rows] >= 0]
    owner, number = np.nonzero(gazetteer.voivodeship_names.means[questions.voivodeship[rows]])
    target = gazetteer.targets.first(Kind.VOIVODESHIP) + number
    return Candidates(rows[owner], target, np.zeros(len(owner)))


def _inside(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the places of the name that lie in every unit that is stated."""
    return in_region(questions, gazetteer, namesakes(questions, gazetteer, rows))
