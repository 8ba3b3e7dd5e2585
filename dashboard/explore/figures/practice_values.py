"""The number that a figure has for the unit of each practice."""

from dataclasses import dataclass

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.figures.figure import DIGITS, Figure
from dashboard.explore.units.local_units import LocalUnits
from geocoding.distance import Floats


@dataclass(frozen=True, slots=True)
class FigureRange:
    """A range of a figure that the units of practices are to be in; both bounds are inside.

    Attributes:
        figure: The figure, completed with its sums.
        label: What it measures, in words.
        least: The least number; None for no bound.
        most: The greatest; None for no bound.
    """

    figure: Figure
    label: str
    least: float | None
    most: float | None

    def __repr__(self) -> str:
        """Give a text that another range has not, nor one of other numbers."""
        bounds = f"{self.least}..{self.most}"
        return f"FigureRange({self.figure.key} {self.figure.version} {bounds})"

    def values(self, catalog: Catalog) -> Floats:
        """Give one entry a practice: the number of its unit; NaN where it is not known."""
        of_unit = np.append(unit_values(self.figure, catalog.all_units), np.nan)
        found: Floats = of_unit[catalog.unit_rows]
        return found

    def practices(self, catalog: Catalog) -> Mask:
        """Say of each practice whether its unit is in the range; one without a number is not."""
        values = self.values(catalog)
        least = -np.inf if self.least is None else self.least
        most = np.inf if self.most is None else self.most
        inside: Mask = (values >= least) & (values <= most)
        return inside


def unit_values(figure: Figure, units: LocalUnits) -> Floats:
    """Give one entry a unit: its number; NaN where it is not known.

    Where a figure is of no communes, a commune has the number of its county; where it is of no
    counties either, that of its voivodeship.
    """
    finest = max((DIGITS[level] for level in figure.levels()), default=0)
    numbers: dict[str, float] = {}
    for level in figure.levels():
        numbers |= figure.at(level)
    return np.array(
        [numbers.get(code[:finest], np.nan) for code in units.columns["teryt"]], dtype=np.float64
    )
