"""Points as numbers: twenty-four bytes each, however long their names are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geocoding.address_points.entries import Entry
from geocoding.address_points.house_numbers import read_registered
from geocoding.address_points.placement import Bools, Order, lies_in_commune
from geocoding.address_points.problems import Problem, ProblemList
from geocoding.address_points.raw_points import RawPoints
from geocoding.distance import Floats
from geocoding.text.folding import tidy
from geocoding.text.streets import full_street_name

Numbers = NDArray[np.int32]

PER_DEGREE: Final = 1_000_000
"""Points are stored in millionths of a degree, a tenth of a metre."""
NO_STREET: Final = "99999"
"""The symbol of the register for an address without a street."""
_DIGITS_OF_COMMUNE: Final = 6
_CODE: Final = re.compile(r"(\d{2})-?(\d{3})")
_NONE: Final = -1


class Label(NamedTuple):
    """A street of a locality, or the locality for the addresses without a street.

    Attributes:
        commune: Six digits of the commune's code.
        simc: Symbol of the locality.
        place: Name of the locality.
        ulic: Symbol of the street, empty for none.
        street: Name of the street with its kind, without 'ul.'; empty for none.
    """

    commune: str
    simc: str
    place: str
    ulic: str
    street: str


@dataclass(frozen=True, slots=True)
class PointColumns:
    """One row per point.

    Attributes:
        label: Number of its label.
        number: House number.
        letters: Number of what follows the house number.
        code: Five digits of the postal code as a number, -1 for none.
        lat: Latitude in millionths of a degree.
        lon: Longitude in millionths of a degree.
    """

    label: Numbers
    number: Numbers
    letters: Numbers
    code: Numbers
    lat: Numbers
    lon: Numbers

    def where(self, wanted: Bools) -> "PointColumns":
        """Return the rows that are wanted."""
        return PointColumns(*(getattr(self, each.name)[wanted] for each in fields(self)))

    @classmethod
    def joined(cls, parts: list["PointColumns"]) -> "PointColumns":
        """Return the rows of all parts."""
        empty = [np.zeros(0, dtype=np.int32)]
        return cls(
            *(
                np.concatenate(empty + [getattr(p, each.name) for p in parts])
                for each in fields(cls)
            )
        )


class Encoder:
    """Numbers points, and the labels and letters that they have in common.

    Attributes:
        labels: Number of each label.
        letters: Number of each text that follows a house number.
    """

    def __init__(self) -> None:
        """Begin without points."""
        self.labels: dict[Label, int] = {}
        self.letters: dict[str, int] = {"": 0}
        self._numbers: dict[str, tuple[int, int]] = {}

    def encode(
        self, points: RawPoints, order: Order, entry: Entry, problems: ProblemList
    ) -> PointColumns:
        """Return points as numbers; those that cannot be used are listed.

        Args:
            points: The points.
            order: How the file has its coordinates.
            entry: The file.
            problems: Where to list what is not used.
        """
        lat, lon = order.degrees(points)
        pairs = [self._number(text) for text in points.texts["number"].dictionary.to_pylist()] or [
            (_NONE, 0)
        ]
        number, letters = np.array(pairs, dtype=np.int32)[_indices(points, "number")].T
        located = np.isfinite(lat) & np.isfinite(lon)
        inside = lies_in_commune(points, lat, lon)
        usable = np.ones(len(points), dtype=np.bool_)
        for problem, wrong in (
            (Problem.NUMBER, number == _NONE),
            (Problem.COORDINATES, ~located),
            (Problem.OUTSIDE, located & ~inside),
        ):
            listed = np.flatnonzero(wrong & usable)
            problems.add(problem, _described(points, listed, entry))
            usable &= ~wrong
        columns = PointColumns(
            label=self._labels(points),
            number=number,
            letters=letters,
            code=_codes(points),
            lat=_scaled(lat),
            lon=_scaled(lon),
        )
        return columns.where(usable)

    def number_of(self, label: Label) -> int:
        """Return the number of a label, a new one where it has none."""
        return self.labels.setdefault(label, len(self.labels))

    def letters_number(self, letters: str) -> int:
        """Return the number of what follows a house number, a new one where it has none."""
        return self.letters.setdefault(letters, len(self.letters))

    def _number(self, text: str) -> tuple[int, int]:
        """Return a house number and the number of what follows it; -1 where it is unreadable."""
        if text not in self._numbers:
            read = read_registered(text)
            self._numbers[text] = (
                (read.number, self.letters_number(read.letters)) if read else (_NONE, 0)
            )
        return self._numbers[text]

    def _labels(self, points: RawPoints) -> Numbers:
        """Return the number of each point's label."""
        group = np.zeros(len(points), dtype=np.int64)
        for name in Label._fields:
            column = points.texts[name]
            group = group * max(len(column.dictionary), 1) + _indices(points, name)
            _, group = np.unique(group, return_inverse=True)
        _, first = np.unique(group, return_index=True)
        texts = {
            name: points.texts[name].take(pa.array(first)).to_pylist() for name in Label._fields
        }
        numbers = [self.number_of(_label(*values)) for values in zip(*texts.values(), strict=True)]
        return np.array(numbers, dtype=np.int32)[group]


def _label(commune: str, simc: str, place: str, ulic: str, street: str) -> Label:
    """Return a label in the form that all files' labels have."""
    named = "" if ulic.strip() == NO_STREET else full_street_name(street)
    code = commune.strip().zfill(_DIGITS_OF_COMMUNE)[:_DIGITS_OF_COMMUNE]
    return Label(code, simc.strip(), tidy(place), ulic.strip() if named else "", named)


def _indices(points: RawPoints, name: str) -> Numbers:
    """Return the position of each point's text among the distinct ones."""
    return np.asarray(points.texts[name].indices)


def _codes(points: RawPoints) -> Numbers:
    """Return the digits of the points' postal codes, -1 for none."""
    found = (_CODE.fullmatch(text.strip()) for text in _distinct(points, "postal_code"))
    digits = [int(code[1] + code[2]) if code else _NONE for code in found] or [_NONE]
    return np.array(digits, dtype=np.int32)[_indices(points, "postal_code")]


def _distinct(points: RawPoints, name: str) -> list[str]:
    """Return the distinct texts of a column."""
    texts: list[str] = points.texts[name].dictionary.to_pylist()
    return texts


def _scaled(degrees: Floats) -> Numbers:
    """Return millionths of degrees."""
    return np.nan_to_num(np.rint(degrees * PER_DEGREE)).astype(np.int32)


def _described(
    points: RawPoints, rows: NDArray[np.intp], entry: Entry
) -> Iterator[tuple[object, ...]]:
    """Yield points as a list of problems has them."""
    taken = pa.array(rows)
    texts = [points.texts[name].take(taken).to_pylist() for name in ("place", "street", "number")]
    for at, place, street, number in zip(rows.tolist(), *texts, strict=True):
        pair = f"{points.first[at]:.10g} {points.second[at]:.10g}"
        yield entry.source.name, entry.name, points.row + at, place, street, number, pair
