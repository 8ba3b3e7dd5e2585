"""What regions are compared by: a number of each region, and how that number is read.

    measures = measures_of(table, Level.COUNTY, sources)
    measures["na100tys"].by_region   # by region

`PracticeMeasure` lists what the practices themselves give. Other data join through
`MeasureSource`: a figure that someone brings shades the same map, stands in the same ranking and
leaves in the same files.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final, Protocol

import numpy as np
import pandas as pd

from dashboard.explore.catalog.facets import Mask
from dashboard.explore.coverage.levels import Level
from geocoding.distance import Floats


class ValueFormat(Enum):
    """How the values of a measure are written."""

    WHOLE = "a whole number"
    DECIMAL = "a number with two decimals"
    SHARE = "a part of 1, written in percent"
    YEAR = "a year"

    @property
    def is_whole(self) -> bool:
        """Whether values are whole numbers."""
        return self in (ValueFormat.WHOLE, ValueFormat.YEAR)


class PracticeMeasure(StrEnum):
    """What can be measured of the practices; the value is what the address bar says."""

    PRACTICES = "praktyki"
    RATE = "na100tys"
    SHARE = "powiaty"
    COMMUNE_SHARE = "gminy"
    UNITS = "jednostki"
    YEAR = "rok"

    @property
    def column(self) -> str:
        """The column of `coverage` that holds it."""
        return self.name.lower()


_FORMATS: Final = {
    PracticeMeasure.PRACTICES: ValueFormat.WHOLE,
    PracticeMeasure.RATE: ValueFormat.DECIMAL,
    PracticeMeasure.SHARE: ValueFormat.SHARE,
    PracticeMeasure.COMMUNE_SHARE: ValueFormat.SHARE,
    PracticeMeasure.UNITS: ValueFormat.WHOLE,
    PracticeMeasure.YEAR: ValueFormat.YEAR,
}

MEASURES: Final = {
    Level.VOIVODESHIP: tuple(PracticeMeasure),
    Level.COUNTY: (
        PracticeMeasure.PRACTICES,
        PracticeMeasure.RATE,
        PracticeMeasure.COMMUNE_SHARE,
        PracticeMeasure.UNITS,
        PracticeMeasure.YEAR,
    ),
    Level.COMMUNE: (PracticeMeasure.PRACTICES, PracticeMeasure.RATE, PracticeMeasure.YEAR),
}
"""What can be measured of the practices on each level."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Measure:
    """A number of each region of one level, and how it is read.

    Attributes:
        key: Names it in the address: 'na100tys'.
        by_region: The values, by region as the filter names it; `regions.by_region` gives it for
            values by TERYT code. NaN where it is not known; a region that is missing counts so.
        format: How a value is written.
        label: What is measured, in words; '' where the texts have `coverage-measure-KEY`.
        short_label: The same for a heading; '' where the texts have `coverage-short-KEY`.
        unit: Of the values, in words; '' for none.
        note: What a reader should know of it: its source, its day; '' for nothing.
        is_of_practices: Whether a region without practices has nothing of it, whatever its value.
    """

    key: str
    by_region: pd.Series
    format: ValueFormat
    label: str = ""
    short_label: str = ""
    unit: str = ""
    note: str = ""
    is_of_practices: bool = False

    def of(self, table: pd.DataFrame) -> Floats:
        """Give the values of the regions of a table, in its order."""
        return self.by_region.reindex(table.index).to_numpy(np.float64)

    def has_nothing(self, table: pd.DataFrame) -> Mask:
        """Say of each region of a table whether it has nothing of what is measured."""
        if not self.is_of_practices:
            return np.zeros(len(table), dtype=bool)
        nothing: Mask = (table["practices"].to_numpy() == 0) | (self.of(table) == 0)
        return nothing


class MeasureSource(Protocol):
    """Further data of regions by which they can be compared."""

    @property
    def key(self) -> str:
        """Names the measure in the address; other data have another key."""

    @property
    def version(self) -> str:
        """Changes with the data."""

    def measure(self, table: pd.DataFrame, level: Level) -> Measure | None:
        """Give the measure of the regions of a level; None where the data have none there.

        Args:
            table: What each region has of the practices, as `coverage` gives it: what a rate
                divides.
            level: Which regions they are.
        """


def measures_of(
    table: pd.DataFrame, level: Level, sources: Iterable[MeasureSource] = ()
) -> dict[str, Measure]:
    """Give all measures of the regions of a table by their keys, in the order of their offer.

    Args:
        table: As `coverage` gives it.
        level: Which regions.
        sources: Further data.
    """
    own = [_of_practices(table, each) for each in MEASURES[level]]
    further = [source.measure(table, level) for source in sources]
    return {each.key: each for each in (*own, *further) if each is not None}


def keys_of(level: Level, sources: Sequence[MeasureSource] = ()) -> tuple[str, ...]:
    """Give the keys of what may be measured on a level."""
    return (*MEASURES[level], *(source.key for source in sources))


def _of_practices(table: pd.DataFrame, which: PracticeMeasure) -> Measure:
    """Give a measure of the practices themselves."""
    return Measure(
        key=which.value,
        by_region=table[which.column],
        format=_FORMATS[which],
        is_of_practices=True,
    )
