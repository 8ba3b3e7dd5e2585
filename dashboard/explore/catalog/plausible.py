"""Which dates and numbers of inhabitants a practice can have; the one home of these bounds.

What is outside is a slip in the source. It is shown as it is stated and is listed among the
contradictions, but no axis, slider, year or class is made for it.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

FIRST_YEAR: Final = 1990
"""The year in which Poland's communes got their self-government back (act of 8 March 1990)."""

LEAST_INHABITANTS: Final = 1
MAX_INHABITANTS: Final = 40_000_000
"""More than Poland ever had (38.7 million in 1998, Statistics Poland)."""

DATES: Final = ("introduced", "updated")
"""The columns of the practices table that hold dates."""

JUDGED: Final = (*DATES, "population")
"""The columns of the practices table that have bounds."""


def plausible_years(today: dt.date) -> range:
    """Give the years that a date can be of: from FIRST_YEAR to the next year."""
    return range(FIRST_YEAR, today.year + 2)


def plausible_dates(dates: "pd.Series[pd.Timestamp]", today: dt.date) -> "pd.Series[pd.Timestamp]":
    """Give the dates of one column, NaT where there is none that can be."""
    years = plausible_years(today)
    return dates.where(dates.dt.year.between(years[0], years[-1]))


def plausible_population(population: pd.Series) -> npt.NDArray[np.float64]:
    """Give the numbers of inhabitants, NaN where there is none that can be."""
    numbers: npt.NDArray[np.float64] = population.to_numpy(dtype=np.float64, na_value=np.nan)
    can_be = (numbers >= LEAST_INHABITANTS) & (numbers <= MAX_INHABITANTS)
    return np.where(can_be, numbers, np.nan)


def implausible(
    practices: pd.DataFrame, today: dt.date
) -> Iterator[tuple[str, npt.NDArray[np.bool_]]]:
    """Give for each of JUDGED: its name, and which practices state what cannot be.

    Args:
        practices: Columns as `load_practices` gives them.
        today: The day by which dates are judged.
    """
    for name in DATES:
        can_be = plausible_dates(practices[name], today).notna()
        yield name, (practices[name].notna() & ~can_be).to_numpy(dtype=bool)
    stated = practices["population"].notna().to_numpy(dtype=bool)
    yield "population", stated & np.isnan(plausible_population(practices["population"]))


def bounds_words(name: str, today: dt.date) -> str:
    """Give the bounds of one of JUDGED, in figures: '1990-2027' with a dash."""
    if name in DATES:
        years = plausible_years(today)
        return f"{years[0]}–{years[-1]}"
    return f"{LEAST_INHABITANTS}–{MAX_INHABITANTS:_}".replace("_", "\N{NO-BREAK SPACE}")
