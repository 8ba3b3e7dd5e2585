"""Answers made finer by the register's address points: the locality, its street, the house number.

The locality comes first: every place of the stated name that lies where the cascade's answer does.
Its streets come next, then the number. Where nothing fits, the cascade's answer stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pyarrow as pa

from geocoding.address_points.index import AddressPoints
from geocoding.cascade.checks import holds
from geocoding.cascade.evidence import lies_in_region
from geocoding.cascade.point_numbers import AT_POINT, MIDDLE, Located, locate
from geocoding.cascade.point_questions import (
    NO_STREET,
    PointQuestions,
    StreetCell,
    read_point_questions,
)
from geocoding.cascade.questions import Questions
from geocoding.cascade.register_places import RegisterPlaces, register_places
from geocoding.cascade.rules import Decisions
from geocoding.distance import distance_km
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Groups, Ints
from geocoding.gazetteer.targets import PRECISIONS
from geocoding.model import Precision

_NEAR_KM: Final = 8.0
_VILLAGE_KM: Final = 15.0
_SAME_POINT_KM: Final = 0.3
_SAME_TOWN_KM: Final = 3.0
_NONE: Final = -1
_LOCALITY: Final = PRECISIONS.index(Precision.LOCALITY)


@dataclass(frozen=True)
class PointAnswers:
    """What the address points say of some addresses, in the order of their rows.

    Attributes:
        row: Number of the address.
        label: Number of the label that was found.
        located: Where the points are.
        code: The five digits of the stated postal code, -1 for none.
        has_code: Whether the cascade's answer has the stated postal code.
        target: The gazetteer's place that the locality is, -1 where it has none.
        unit: Number of the locality's commune, -1 where it is not known.
        has_number: Whether a house number is stated.
        has_street: Whether a street is stated.
        without: Numbers of the addresses whose street is none of the locality's.
        points: The index.
    """

    row: Ints
    label: Ints
    located: Located
    code: Ints
    has_code: Bools
    target: Ints
    unit: Ints
    has_number: Bools
    has_street: Bools
    without: Ints
    points: AddressPoints

    @cached_property
    def point_code(self) -> Ints:
        """The five digits of the postal code of each point, -1 where there is none."""
        point = self.located.point
        code = np.where(point >= 0, self.points.code[point], _NONE)
        return code.astype(np.int64)


@dataclass(frozen=True)
class _Pairs:
    """Pairs of an address and a locality that it may mean.

    Attributes:
        row: Number of the address.
        place: Number of the locality.
        is_village: Whether the locality stands in the street's cell, so that there is no street.
    """

    row: Ints
    place: Ints
    is_village: Bools

    def at(self, positions: Ints) -> "_Pairs":
        """Return the pairs at some positions."""
        return _Pairs(self.row[positions], self.place[positions], self.is_village[positions])

    @classmethod
    def joined(cls, *parts: "_Pairs") -> "_Pairs":
        """Return the pairs of all parts."""
        return cls(
            np.concatenate([part.row for part in parts]),
            np.concatenate([part.place for part in parts]),
            np.concatenate([part.is_village for part in parts]),
        )


def find_points(
    questions: Questions,
    gazetteer: Gazetteer,
    decisions: Decisions,
    points: AddressPoints,
    columns: Mapping[str, pa.Array],
) -> PointAnswers:
    """Return the address points that addresses mean.

    Args:
        questions: The addresses.
        gazetteer: The gazetteer.
        decisions: What the cascade decided.
        points: The index.
        columns: The addresses as stated; street and number are read, where they are there.
    """
    stated = read_point_questions(columns, points, count=len(questions))
    case = _Case(questions, gazetteer, decisions, stated, register_places(points, gazetteer))
    rows = np.flatnonzero(stated.says_something)
    known = case.near(case.localities(rows))
    found, label = case.labels(known)
    further, further_label = case.labels(case.near(case.villages(np.setdiff1d(rows, found.row))))
    found, label = _Pairs.joined(found, further), np.concatenate((label, further_label))
    located = locate(points, label, stated.numbers[found.row])
    best = case.best(found, label, located)
    row, place = found.row[best], found.place[best]
    return PointAnswers(
        row=row,
        label=label[best],
        located=located.at(best),
        code=questions.digits[row],
        has_code=holds(decisions.checks[row], "postal_code"),
        target=case.places.target[place],
        unit=case.places.unit[place],
        has_number=stated.numbers[row, 0] >= 0,
        has_street=stated.has_street[row],
        without=np.setdiff1d(known.row[stated.has_street[known.row]], row),
        points=points,
    )


@dataclass(frozen=True)
class _Case:
    """Addresses, what the cascade decided, and the localities of the index."""

    questions: Questions
    gazetteer: Gazetteer
    decisions: Decisions
    stated: PointQuestions
    places: RegisterPlaces

    def localities(self, rows: Ints) -> _Pairs:
        """Return the localities of the stated names and of the cascade's answers.

        A village that stands as the street has no street.
        """
        questions, places = self.questions, self.places
        row, name = questions.names(rows[questions.name[rows] >= 0])
        own = rows[self.decisions.target[rows] >= 0]
        own_name = self.gazetteer.targets.name[self.decisions.target[own]]
        village = rows[questions.street_name[rows] >= 0]
        row = np.concatenate((row, own, village))
        name = np.concatenate((name, own_name, questions.street_name[village]))
        is_village = np.arange(len(row)) >= len(row) - len(village)
        owner, place = places.of_name.expand(name)
        pairs = _Pairs(row[owner], place, is_village[owner])
        key = (pairs.row * len(places.codes) + place) * 2 + pairs.is_village
        return pairs.at(np.unique(key, return_index=True)[1])

    def villages(self, rows: Ints) -> _Pairs:
        """Return the localities whose name stands in the street's cell, with a number."""
        stated = self.stated
        found = [
            (row, place)
            for row in rows[stated.numbers[rows, 0] >= 0].tolist()
            for place in self.places.by_key.get(stated.cells[stated.cell[row]].key, ())
        ]
        row, place = np.array(found, dtype=np.int64).reshape(-1, 2).T
        return _Pairs(row, place, np.ones(len(row), dtype=np.bool_))

    def near(self, pairs: _Pairs) -> _Pairs:
        """Return the pairs whose localities lie where the cascade's answer does.

        Where the cascade has no answer, or two, they lie in every unit that is stated.
        """
        targets, target = self.gazetteer.targets, self.decisions.target[pairs.row]
        decided = (target >= 0) & ~self.decisions.ambiguous[pairs.row]
        decided &= targets.precision[target] <= _LOCALITY
        lat, lon, reach_km = (each[pairs.place] for each in self.places.points.place_points)
        km = distance_km(lat, lon, targets.lat[target], targets.lon[target])
        farthest = np.where(pairs.is_village, _VILLAGE_KM, _NEAR_KM) + reach_km
        near = decided & (km <= farthest)
        own = self.places.target[pairs.place]
        rest = np.flatnonzero(~decided & (own >= 0))
        if rest.size:
            near[rest] = lies_in_region(
                self.questions, self.gazetteer, row=pairs.row[rest], target=own[rest]
            )
        return pairs.at(np.flatnonzero(near))

    def labels(self, pairs: _Pairs) -> tuple[_Pairs, Ints]:
        """Return the pairs whose localities have the stated street, and the labels of it."""
        cells = [*self.stated.cells, NO_STREET]
        cell = np.where(pairs.is_village, len(cells) - 1, self.stated.cell[pairs.row])
        distinct, inverse = np.unique(pairs.place * len(cells) + cell, return_inverse=True)
        places, numbers = (each.tolist() for each in np.divmod(distinct, len(cells)))
        found = [
            _labels_of(self.places.points, place, cells[number])
            for place, number in zip(places, numbers, strict=True)
        ]
        sizes = np.array([len(labels) for labels in found], dtype=np.int64)
        flat = [label for labels in found for label in labels]
        groups = Groups(np.append(0, np.cumsum(sizes)), np.array(flat, dtype=np.int64))
        owner, label = groups.expand(inverse)
        return pairs.at(owner), label

    def best(self, pairs: _Pairs, label: Ints, located: Located) -> Ints:
        """Return the positions of the best pair of each address; none where two are equally good.

        Finer comes first, then the stated postal code, the likelier reading of the number, and
        what lies nearer to the cascade's answer.
        """
        if not label.size:
            return label
        row, points = pairs.row, self.places.points
        is_open, away = self._away(row, located)
        columns = (away, located.reading, self._has_other_code(row, located), located.rule)
        order = np.lexsort((*columns, row))
        first = np.flatnonzero(np.diff(row[order], prepend=_NONE))
        one, two = order[first], order[np.minimum(first + 1, len(order) - 1)]
        tied = (row[one] == row[two]) & (one != two)
        for column in columns:
            tied &= column[one] == column[two]
        lat, lon = located.lat, located.lon
        tied &= distance_km(lat[one], lon[one], lat[two], lon[two]) > _SAME_POINT_KM
        is_street = points.label["street"][label[one]] > 0
        useful = ~tied & (is_street | (located.rule[one] < MIDDLE))
        useful &= ~is_open[one] | (located.rule[one] == AT_POINT)
        chosen: Ints = one[useful]
        return chosen

    def _away(self, row: Ints, located: Located) -> tuple[Bools, Ints]:
        """Return which pairs' addresses the cascade left open, and how far the others lie from it.

        In steps of a town's size; 0 where it is open.
        """
        targets, target = self.gazetteer.targets, self.decisions.target[row]
        is_open = (target < 0) | self.decisions.ambiguous[row]
        km = distance_km(located.lat, located.lon, targets.lat[target], targets.lon[target])
        steps = np.floor(km / _SAME_TOWN_KM).astype(np.int64)
        return is_open, np.where(is_open, 0, steps)

    def _has_other_code(self, row: Ints, located: Located) -> Bools:
        """Return whether the points have another postal code than the stated one."""
        code = np.where(located.point >= 0, self.places.points.code[located.point], _NONE)
        stated = self.questions.digits[row]
        other: Bools = (stated >= 0) & (code >= 0) & (code != stated)
        return other


def _labels_of(points: AddressPoints, place: int, cell: StreetCell) -> tuple[int, ...]:
    """Return the labels of a cell's street in a locality; of a corner those of the first street."""
    if not cell.streets or cell.key == points.place_keys[place]:
        return points.find_labels(place, "")
    return next(filter(None, (points.find_labels(place, name) for name in cell.streets)), ())
