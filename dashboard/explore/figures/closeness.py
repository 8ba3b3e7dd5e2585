"""How near units are to one of them by a figure: by their places in the order of all of its level.

The place counts and not the number itself, since figures have any unit and any spread: two units
with as many others between them as half of all have are alike by 0.5.
"""

import numpy as np
import pandas as pd

from dashboard.explore.figures.figure import Figure
from dashboard.explore.figures.practice_values import unit_values
from dashboard.explore.units.local_units import LocalUnit, LocalUnits
from geocoding.distance import Floats


def closeness(figure: Figure, unit: LocalUnit, units: LocalUnits) -> Floats | None:
    """Compare a unit with all others by a figure; None where the unit has no number of it.

    Args:
        figure: The figure, completed with its sums.
        unit: The unit.
        units: All units.

    Returns:
        One entry a unit, 0 to 1; NaN of those of other levels, and of those without a number.
    """
    values = unit_values(figure, units)
    is_of_level = units.table["level"].to_numpy(dtype=object) == unit.level.value
    values = np.where(is_of_level, values, np.nan)
    shares = pd.Series(values).rank(pct=True).to_numpy(np.float64)
    own = shares[units.positions[unit.teryt]]
    if np.isnan(own):
        return None
    near: Floats = 1 - np.abs(shares - own)
    return near
