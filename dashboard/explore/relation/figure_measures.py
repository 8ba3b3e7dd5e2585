"""Figures as measures of regions: the figure itself, and practices per so many of it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import Measure, ValueFormat
from dashboard.explore.figures.figure import Figure, FigureKind
from dashboard.explore.units.local_units import UnitLevel

RATE_PREFIX: Final = "na-"
"""Before the key of a figure: practices per so many of it."""

_SMALL: Final = 1_000
_LARGE: Final = 100_000
_LARGE_FROM: Final = 5_000_000
"""A figure whose numbers add up to so many is a denominator of 100,000, others of 1,000."""


def unit_level(level: Level) -> UnitLevel:
    """Give the level of units of a level of regions."""
    return UnitLevel[level.name]


def figure_by_region(figure: Figure, level: Level) -> pd.Series:
    """Give the numbers of a figure by region, in the order of the regions; NaN for none."""
    values = pd.Series(dict(figure.at(unit_level(level))), dtype=np.float64)
    return regions.by_region(values, level.facet)


def value_format(figure: Figure) -> ValueFormat:
    """Say how the numbers of a figure are written: with decimals where one has any."""
    is_whole = all(float(value).is_integer() for value in figure.by_code.values())
    return ValueFormat.WHOLE if is_whole else ValueFormat.DECIMAL


def denominator(figure: Figure) -> int:
    """Give of how many of a figure a rate is: 1,000, or 100,000 of what is counted in millions."""
    sums = [sum(figure.at(level).values()) for level in UnitLevel if level in _LEVELS]
    return _LARGE if max(sums, default=0) >= _LARGE_FROM else _SMALL


_LEVELS: Final = (UnitLevel.COMMUNE, UnitLevel.COUNTY, UnitLevel.VOIVODESHIP)


@dataclass(frozen=True, kw_only=True)
class FigureMeasure:
    """A figure as a measure of regions.

    Attributes:
        figure: The figure, completed with its sums.
        label: What it measures, in words.
        note: What a reader should know of it: source, year, who sees it.
    """

    figure: Figure
    label: str
    note: str

    @property
    def key(self) -> str:
        """Its name in the address."""
        return self.figure.key

    @property
    def version(self) -> str:
        """Changes with the data."""
        return self.figure.version

    def measure(self, table: pd.DataFrame, level: Level) -> Measure | None:  # noqa: ARG002  see MeasureSource
        """Give the measure of the regions of a level; None where no unit of it has a number."""
        values = figure_by_region(self.figure, level)
        if values.isna().all():
            return None
        return Measure(
            key=self.key,
            by_region=values,
            format=value_format(self.figure),
            label=self.label,
            unit=self.figure.caption.unit,
            note=self.note,
        )


@dataclass(frozen=True, kw_only=True)
class FigureRate:
    """Practices per so many of a count, as a measure of regions.

    Attributes:
        figure: A count, completed with its sums.
        label: What it measures, in words.
        note: What a reader should know of it.
    """

    figure: Figure
    label: str
    note: str

    @property
    def key(self) -> str:
        """Its name in the address."""
        return RATE_PREFIX + self.figure.key

    @property
    def version(self) -> str:
        """Changes with the data."""
        return self.figure.version

    def measure(self, table: pd.DataFrame, level: Level) -> Measure | None:
        """Give the rates of the regions of a level; of none where nothing is to divide by.

        A region whose denominator is missing, zero or less has no rate.
        """
        of_region = figure_by_region(self.figure, level).reindex(table.index)
        usable = of_region.where(of_region > 0)
        if self.figure.caption.kind is not FigureKind.COUNT or usable.isna().all():
            return None
        return Measure(
            key=self.key,
            by_region=table["practices"] / usable * denominator(self.figure),
            format=ValueFormat.DECIMAL,
            label=self.label,
            note=self.note,
            is_of_practices=True,
        )
