"""Targets: everything that can be an answer, in one numbered list, kind after kind."""

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
import pyarrow as pa

from geocoding.distance import Floats
from geocoding.gazetteer.lookup import Ints
from geocoding.model import Precision

PRECISIONS = tuple(Precision)
"""Precisions by number, from the finest to the coarsest."""


class Kind(IntEnum):
    """What a target is, in the order in which they stand in the list."""

    SETTLEMENT = 0
    PLACE = 1
    FURTHER_PLACE = 2
    CODE = 3
    COMMUNE = 4
    COUNTY = 5
    VOIVODESHIP = 6


@dataclass(frozen=True)
class Targets:
    """One row per target.

    Attributes:
        kind: What it is (Kind).
        precision: Number of its precision in PRECISIONS.
        lat: Latitude in degrees.
        lon: Longitude in degrees.
        radius_m: Radius in metres that holds the true point about 9 times in 10.
        unit: Number of its commune (any one of them for a county or voivodeship).
        code: Number of its postal code, -1 where it has none or several.
        name: Number of its locality's name, -1 where it is no locality.
        population: Inhabitants, 0 where unknown.
        label: Words that name it.
    """

    kind: Ints
    precision: Ints
    lat: Floats
    lon: Floats
    radius_m: Floats
    unit: Ints
    code: Ints
    name: Ints
    population: Ints
    label: pa.Array

    def __len__(self) -> int:
        """Return number of targets."""
        return len(self.lat)

    @classmethod
    def joined(cls, blocks: list["Targets"]) -> "Targets":
        """Return one list of several."""
        arrays = {
            field.name: np.concatenate([getattr(block, field.name) for block in blocks])
            for field in fields(cls)
            if field.name != "label"
        }
        return cls(**arrays, label=pa.concat_arrays([block.label for block in blocks]))

    def first(self, kind: Kind) -> int:
        """Return the number of the first target of a kind."""
        return int(np.searchsorted(self.kind, kind))
