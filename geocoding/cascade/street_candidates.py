"""Candidates that a street's cell names: a village in its place, or the town it leads to."""

import numpy as np
import pyarrow as pa

from geocoding.cascade.candidates import (
    LESS_LIKELY,
    Candidates,
    Named,
    codes_of_cities,
    codes_themselves,
    in_region,
    places_of,
    settlements_of,
)
from geocoding.cascade.evidence import from_code_km
from geocoding.cascade.questions import Questions
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.text.patterns import match_pattern

_AROUND_CODE_KM = 16.0
_AROUND_AREA_KM = 30.0
_ADJECTIVE = r"^\S+(na|wa|[sc]ka|dzka)$"


def village_in_street(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Give the villages that stand in place of a street, with their post town as the locality."""
    rows = rows[questions.street_name[rows] >= 0]
    rows = rows[questions.street_name[rows] != questions.name[rows]]
    similarity = np.full(len(rows), LESS_LIKELY)
    named = Named(rows, questions.street_name[rows], similarity)
    return settlements_of(questions, gazetteer, named)


def village_in_street_near_code(
    questions: Questions, gazetteer: Gazetteer, rows: Ints
) -> Candidates:
    """Return the places near the code that stand in place of a street, where no town is stated.

    Adjectives are names of streets ('Polna 5'), though some villages have them, too.
    """
    rows = rows[(questions.street_name[rows] >= 0) & ~questions.has_city[rows]]
    if not rows.size:
        return Candidates(rows, rows, np.zeros(0))
    name = questions.street_name[rows]
    texts = gazetteer.names.texts.take(pa.array(name))
    rows = rows[~np.asarray(match_pattern(texts, _ADJECTIVE))]
    named = Named(rows, questions.street_name[rows], np.full(len(rows), LESS_LIKELY))
    own = codes_of_cities(questions, gazetteer, named)
    found = places_of(gazetteer, named.where(~np.isin(rows, own.row)))
    km = from_code_km(questions, gazetteer, row=found.row, target=found.target)
    known = questions.code[found.row] >= 0
    found = found.where(km <= np.where(known, _AROUND_CODE_KM, _AROUND_AREA_KM))
    return in_region(questions, gazetteer, Candidates.joined(own, found))


def code_of_street_named_after_town(
    questions: Questions, gazetteer: Gazetteer, rows: Ints
) -> Candidates:
    """Return the codes of towns whose own name the street bears: it leads there from elsewhere.

    'ul. Złotowska, 77-400 Złotów' is in none but another village of the code: of 7 such streets
    among 2,100 surveyed addresses none was in the town, and they lay 2 to 14 km from it.
    """
    of, names = gazetteer.code, gazetteer.places.name
    rows = rows[(questions.stem[rows] >= 0) | (questions.leads_to[rows] >= 0)]
    code = questions.code[rows]
    rows = rows[(code >= 0) & (of.settlements[code] > 1) & (of.place[code] >= 0)]
    rows = rows[names[of.place[questions.code[rows]]] == questions.name[rows]]
    town = of.place[questions.code[rows]]
    owner, place = questions.of_stem.expand(questions.stem[rows])
    of_words = match_pattern(gazetteer.places.label.take(pa.array(place)), "[ -]")
    place = np.where(np.asarray(of_words), -1, place)
    own = np.isin(np.arange(len(rows)), owner[place == town[owner]])
    own |= _is_seat(gazetteer, questions.leads_to[rows], town)
    found = codes_themselves(questions, gazetteer, rows[own])
    return Candidates(found.row, found.target, np.ones(len(found.row)))


def _is_seat(gazetteer: Gazetteer, county_name: Ints, place: Ints) -> Bools:
    """Return whether places are seats of counties that the names beside them mean (-1: none)."""
    owner, county = np.nonzero(gazetteer.county_names.means[county_name])
    same = gazetteer.seat_of_county[county] == place[owner]
    is_seat: Bools = np.isin(np.arange(len(place)), owner[same]) & (county_name >= 0)
    return is_seat
