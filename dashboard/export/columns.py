"""The columns of CSV and XLSX: their headings in the reader's language, their cells as text."""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from dashboard.locale import Texts
from dashboard.practices.cells import neutralize

_CODES: Final = {
    "status": "status",
    "precision": "precision",
    "unit_level": "unit",
    "teryt_known_by": "unit-known",
}
"""The columns that hold codes, and how the messages of their words begin."""
_PARTS: Final = 10
"""Steps of a rounded coordinate within its accuracy."""
_LEAST_M: Final = 10.0
"""The least accuracy that coordinates are rounded by, in metres."""
_DEGREES: Final = {"lat": 5, "lon": 5}
"""Digits of a degree that are about a metre (1.1 m from north to south)."""
_METRES: Final = {"east_2180": 0, "north_2180": 0}
"""Digits of a metre."""


def to_accuracy(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with coordinates rounded to about a tenth of their accuracy.

    A step is a power of ten of metres, and as many digits of a degree: 1.8 km gives steps of 100 m
    and three digits. Positions without an accuracy are those of a person, and stay to the metre.

    Args:
        table: Columns lat, lon, east_2180, north_2180, accuracy_m (metres); others stay; a table
            without positions stays as it is.
    """
    if "accuracy_m" not in table:
        return table
    accuracy = table["accuracy_m"].astype("float64").fillna(0.0).clip(lower=_LEAST_M).to_numpy()
    powers = np.floor(np.log10(accuracy / _PARTS)).astype(np.int64)
    rounded = table.copy()
    for power in np.unique(powers):
        rows = powers == power
        for name, digits in {**_DEGREES, **_METRES}.items():
            values = table.loc[rows, name].astype("float64")
            rounded.loc[rows, name] = values.round(int(digits - power))
    return rounded.assign(**{name: rounded[name].round().astype("Int64") for name in _METRES})


def with_words(table: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Return the table with its codes in words and no text that a spreadsheet would run."""
    codes = {
        name: _words(table[name], partial(_word, texts, kind))
        for name, kind in _CODES.items()
        if name in table
    }
    table = table.assign(**codes)
    if "place_no" in table:
        table = table.assign(place_no=table["place_no"] + 1)  # people count from one
    text = table.select_dtypes(include=["str", "object"]).columns
    return table.assign(**{name: neutralize(table[name].astype("str")) for name in text})


def _word(texts: Texts, kind: str, code: str) -> str:
    """Return a code in words."""
    return texts(f"{kind}-{code}")


def _words(codes: pd.Series, words_of: Callable[[str], str]) -> pd.Series:
    """Return each code in words; no code, no words."""
    words = {code: words_of(code.replace("_", "-")) for code in codes.unique() if code}
    return codes.map({**words, "": ""})


def headings(table: pd.DataFrame, texts: Texts) -> list[str]:
    """Return the columns' names in words."""
    return [texts(f"column-{name.replace('_', '-')}") for name in table.columns]
