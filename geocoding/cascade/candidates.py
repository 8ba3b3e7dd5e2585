"""Where candidates come from: for some rows of the addresses, the targets that they may mean."""

from dataclasses import dataclass

import numpy as np

from geocoding.cascade.evidence import from_code_km, lies_in_region, voivodeship_evidence
from geocoding.cascade.questions import Questions
from geocoding.distance import Floats
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.places import MANY_CODES
from geocoding.gazetteer.targets import Kind

_NEAR_CODE_KM = 25.0
_NEAR_AREA_KM = 45.0
_SAME_CODE_KM = 5.0
_NEXT_NUMBERS = 10
LESS_LIKELY = 0.97


@dataclass(frozen=True)
class Candidates:
    """Pairs of an address and a target.

    Attributes:
        row: Number of the address.
        target: Number of the target.
        similarity: How alike the stated and the target's name are, 0 to 1.
    """

    row: Ints
    target: Ints
    similarity: Floats

    def where(self, wanted: Bools) -> "Candidates":
        """Give the pairs that are wanted."""
        if wanted.all():
            return self
        return Candidates(self.row[wanted], self.target[wanted], self.similarity[wanted])

    def at(self, positions: Ints) -> "Candidates":
        """Give the pairs at some positions."""
        return Candidates(self.row[positions], self.target[positions], self.similarity[positions])

    @classmethod
    def joined(cls, *parts: "Candidates") -> "Candidates":
        """Give the pairs of all parts."""
        return cls(
            np.concatenate([part.row for part in parts]),
            np.concatenate([part.target for part in parts]),
            np.concatenate([part.similarity for part in parts]),
        )


@dataclass(frozen=True)
class Named:
    """Pairs of an address and the name of a locality that it may mean.

    Attributes:
        row: Number of the address.
        name: Number of the name.
        similarity: How alike the stated and this name are, 0 to 1.
    """

    row: Ints
    name: Ints
    similarity: Floats

    def where(self, wanted: Bools) -> "Named":
        """Give the pairs that are wanted."""
        if wanted.all():
            return self
        return Named(self.row[wanted], self.name[wanted], self.similarity[wanted])


def code_and_locality(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Give the settlements that have both the code and the name."""
    rows = rows[questions.code[rows] >= 0]
    return settlements_of(questions, gazetteer, _named(questions, rows))


def nearest_code_of_city(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the code of the stated city that is nearest in number to one that is not known.

    Codes of a city are numbered along its streets.
    """
    rows = rows[(questions.code[rows] < 0) & (questions.digits[rows] >= 0)]
    named = _named(questions, rows)
    owner, target = gazetteer.quarters_of_name.expand(named.name)
    row, number = named.row[owner], gazetteer.code.number[gazetteer.targets.code[target]]
    apart = np.abs(number - questions.digits[row])
    near = np.flatnonzero(apart <= _NEXT_NUMBERS)
    near = near[np.lexsort((apart[near], row[near]))]
    first = near[np.flatnonzero(np.diff(row[near], prepend=-1))]
    return Candidates(row[first], target[first], named.similarity[owner[first]])


def code_of_city(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Give the codes that belong to the stated city, where only the source of codes knows them."""
    return codes_of_cities(questions, gazetteer, _named(questions, rows))


def locality_near_code(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the places of the name near the code, or near its area if it is unknown."""
    return near_code(questions, gazetteer, namesakes(questions, gazetteer, rows))


def commune_near_code(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the communes of the name near the code."""
    return near_code(questions, gazetteer, communes_named(questions, gazetteer, rows))


def namesakes(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return all places and districts of the name."""
    return places_of(gazetteer, _named(questions, rows))


def communes_named(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the communes of the name that stands as the locality."""
    named = _named(questions, rows)
    owner, target = gazetteer.commune_of_name.expand(named.name)
    return Candidates(named.row[owner], target, named.similarity[owner])


def locality_or_code(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the places of the name and the code: they are far apart, one of them is wrong."""
    rows = rows[(questions.code[rows] >= 0) & (questions.name[rows] >= 0)]
    found = in_region(questions, gazetteer, namesakes(questions, gazetteer, rows))
    return Candidates.joined(found, codes_themselves(questions, gazetteer, rows))


def code(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the codes themselves, where nothing is known of the locality."""
    found = codes_themselves(questions, gazetteer, rows)
    return found.where(_fits_voivodeship(questions, gazetteer, found))


def neighbouring_code(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the code nearest in number to one that is not known, if three digits are the same."""
    rows = rows[(questions.code[rows] < 0) & (questions.digits[rows] >= 0)]
    digits, numbers = questions.digits[rows], gazetteer.code.number
    after = np.minimum(np.searchsorted(numbers, digits), len(numbers) - 1)
    before = np.maximum(after - 1, 0)
    nearer = np.abs(numbers[before] - digits) <= np.abs(numbers[after] - digits)
    code = np.where(nearer, before, after)
    near = (gazetteer.code.area[code] == questions.area[rows]) & gazetteer.code.sound[code]
    target = gazetteer.targets.first(Kind.CODE) + code[near]
    found = Candidates(rows[near], target, np.zeros(len(target)))
    return found.where(_fits_voivodeship(questions, gazetteer, found))


def locality_or_neighbouring_code(
    questions: Questions, gazetteer: Gazetteer, rows: Ints
) -> Candidates:
    """Return the places of the name and the neighbour of an unknown code: they are far apart."""
    neighbours = neighbouring_code(questions, gazetteer, rows[questions.name[rows] >= 0])
    found = in_region(questions, gazetteer, namesakes(questions, gazetteer, neighbours.row))
    return Candidates.joined(found, neighbours.where(np.isin(neighbours.row, found.row)))


def codes_themselves(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return the stated codes that have a sound point."""
    code = questions.code[rows]
    rows = rows[(code >= 0) & gazetteer.code.sound[code]]
    target = gazetteer.targets.first(Kind.CODE) + questions.code[rows]
    return Candidates(rows, target, np.zeros(len(rows)))


def settlements_of(questions: Questions, gazetteer: Gazetteer, named: Named) -> Candidates:
    """Give the settlements that have both the stated code and one of the names."""
    named = named.where(questions.code[named.row] >= 0)
    pair = questions.code[named.row] * len(gazetteer.names.texts) + named.name
    owner, target = gazetteer.of_pair.expand(gazetteer.pairs.find(pair))
    return Candidates(named.row[owner], target, named.similarity[owner])


def codes_of_cities(questions: Questions, gazetteer: Gazetteer, named: Named) -> Candidates:
    """Return the stated codes that the source of codes alone gives one of the names.

    A code that other places have as well, of a town or village that has few, means the place.
    """
    code, of, places = questions.code[named.row], gazetteer.code, gazetteer.places
    wanted = (code >= 0) & (of.name[code] == named.name)
    place = of.named_place[code]
    is_place = (place >= 0) & (places.codes[place] < MANY_CODES) & (of.settlements[code] > 0)
    near_own_point = (of.settlements[code] == 0) | (of.disagreement_km[code] <= _SAME_CODE_KM)
    wanted &= is_place | (of.sound[code] & near_own_point)
    first_code, first_place = map(gazetteer.targets.first, (Kind.CODE, Kind.PLACE))
    target = np.where(is_place, first_place + place, first_code + code)
    return Candidates(named.row[wanted], target[wanted], named.similarity[wanted])


def places_of(gazetteer: Gazetteer, named: Named) -> Candidates:
    """Give the places and districts of the names."""
    owner, target = gazetteer.of_name.expand(named.name)
    return Candidates(named.row[owner], target, named.similarity[owner])


def near_code(questions: Questions, gazetteer: Gazetteer, found: Candidates) -> Candidates:
    """Return the candidates near the stated codes.

    Those in another voivodeship than the stated one stay only where the code lies there too.
    """
    km = from_code_km(questions, gazetteer, row=found.row, target=found.target)
    known = questions.code[found.row] >= 0
    near = km <= np.where(known, _NEAR_CODE_KM, _NEAR_AREA_KM)
    agrees = _fits_voivodeship(questions, gazetteer, found)
    if not agrees.all():
        codes = codes_themselves(questions, gazetteer, np.unique(found.row[known]))
        elsewhere = codes.row[~_fits_voivodeship(questions, gazetteer, codes)]
        agrees |= np.isin(found.row, elsewhere)
    return found.where(near & agrees)


def in_region(questions: Questions, gazetteer: Gazetteer, found: Candidates) -> Candidates:
    """Return the candidates that lie in every unit that is stated."""
    return found.where(lies_in_region(questions, gazetteer, row=found.row, target=found.target))


def _fits_voivodeship(questions: Questions, gazetteer: Gazetteer, found: Candidates) -> Bools:
    """Return whether candidates lie in the stated voivodeship, true where none is known."""
    held, _ = voivodeship_evidence(questions, gazetteer, row=found.row, target=found.target)
    fits: Bools = held | ~questions.known["voivodeship"][found.row]
    return fits


def _named(questions: Questions, rows: Ints) -> Named:
    """Give names that the localities may mean, the others a little less likely than the first."""
    rows = rows[questions.name[rows] >= 0]
    row, name = questions.names(rows)
    similarity = np.ones(len(row))
    similarity[len(rows) :] = LESS_LIKELY
    return Named(row, name, similarity)
