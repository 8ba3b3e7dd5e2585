"""Address points as a file has them, before they are checked and put on the map."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import pyarrow as pa

from geocoding.distance import Floats

FIELDS: Final = ("commune", "simc", "place", "ulic", "street", "number", "postal_code")
"""The fields of a point that are texts."""


class Plane(Enum):
    """What a file says its coordinates are, in either order."""

    METRES = auto()
    DEGREES = auto()


@dataclass(frozen=True)
class RawPoints:
    """Some points of a file.

    Attributes:
        texts: For each of FIELDS a column of texts, encoded as a dictionary: code of the commune,
            symbol and name of the locality, symbol and name of the street (empty for none), house
            number, postal code.
        first: The coordinate that stands first (the x of a shapefile).
        second: The other one.
        row: Number of the first of the points in its file, from 1.
    """

    texts: dict[str, pa.DictionaryArray]
    first: Floats
    second: Floats
    row: int

    def __len__(self) -> int:
        """Return the number of points."""
        return len(self.first)
