"""What the cells of addresses say of the street and the house number, read once for each text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.address_points.house_numbers import readings
from geocoding.address_points.index import AddressPoints
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.text.folding import distinct
from geocoding.text.localities import locality_key
from geocoding.text.streets import full_street_name, read_street

MAX_READINGS: Final = 4
_REMEMBERED: Final = 200_000
_CORNER: Final = re.compile(
    r"(?<!\s)\s+(?:róg|rog|naroż\w*|przy)\s+|(?<!\s)\s*[/\\]\s*(?=[^\W\d]{3})",
    re.IGNORECASE,
)
_NONE: Final = -1


class StreetCell(NamedTuple):
    """What a street's cell says.

    Attributes:
        streets: The street; of a corner both. Where a number ends the cell the first is the name
            with it ('Dywizjonu 303'), which a town may have.
        number: The house number, empty where none is stated.
        key: Key of the street as the name of a locality.
    """

    streets: tuple[str, ...]
    number: str
    key: str


NO_STREET: Final = StreetCell((), "", "")
"""The cell of an address without a street."""


@dataclass(frozen=True)
class PointQuestions:
    """Streets and house numbers of some addresses.

    Attributes:
        cells: The distinct cells of streets; the last is an empty one.
        cell: For each address the number of its cell.
        numbers: For each address the readings of its house number as parts of a key, -1 for none.
    """

    cells: list[StreetCell]
    cell: Ints
    numbers: Ints

    @cached_property
    def has_street(self) -> Bools:
        """Whether each address states a street."""
        stated = np.array([bool(cell.streets) for cell in self.cells])
        return stated[self.cell]

    @property
    def says_something(self) -> Bools:
        """Whether each address states a street or a house number."""
        stated: Bools = self.has_street | (self.numbers[:, 0] >= 0)
        return stated


def read_point_questions(
    columns: Mapping[str, pa.Array], points: AddressPoints, *, count: int
) -> PointQuestions:
    """Read the cells of streets and house numbers.

    Args:
        columns: The addresses; street and number are read, where they are there.
        points: The index whose keys are meant.
        count: Number of addresses.
    """
    texts, cell = _encoded(columns.get("street"), count)
    cells = [read_cell(text) for text in texts]
    number_texts, of_number = _encoded(columns.get("number"), count)
    own = _keys(number_texts, points)
    of_cells = _keys([each.number for each in cells], points)
    numbers = own[of_number]
    without = np.flatnonzero(numbers[:, 0] < 0)
    numbers[without] = of_cells[cell[without]]
    return PointQuestions(cells, cell, numbers)


@lru_cache(_REMEMBERED)
def read_cell(text: str) -> StreetCell:
    """Return what a street's cell says: 'Sławkowska 8/Św.Tomasza' are two streets and a number."""
    if not text:
        return NO_STREET
    lines = [read_street(part) for part in _CORNER.split(text) if part]
    number = next((_whole(line.number, line.flat, text) for line in lines if line.number), "")
    streets = list(dict.fromkeys(line.street for line in lines if line.street))
    key = locality_key(streets[0]) if streets else ""
    if number and streets and len(lines) == 1:
        streets.insert(0, full_street_name(text))
    return StreetCell(tuple(streets), number, key)


def _whole(number: str, flat: str, text: str) -> str:
    """Return a number with the second one after a stroke, which may be that of a building."""
    return f"{number}/{flat}" if flat and re.search(r"\d\s*[/\\]", text) else number


def _encoded(column: pa.Array | None, count: int) -> tuple[list[str], Ints]:
    """Return the distinct texts of a column and an empty one, and the number of each row's."""
    if column is None or column.null_count == len(column):
        return [""], np.zeros(count, dtype=np.int64)
    encoded = distinct(column)
    texts = [*encoded.dictionary.to_pylist(), ""]
    number = np.asarray(pc.fill_null(encoded.indices, len(texts) - 1), dtype=np.int64)
    return texts, number


def _keys(texts: list[str], points: AddressPoints) -> Ints:
    """Return the readings of house numbers as parts of a key, -1 for none."""
    keys = np.full((len(texts), MAX_READINGS), _NONE, dtype=np.int64)
    for at, text in enumerate(texts):
        for place, reading in enumerate(readings(text)[:MAX_READINGS]):
            keys[at, place] = points.number_key(reading)
    return keys
