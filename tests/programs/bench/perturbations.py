"""Addresses written in other ways, each of which must get the same point as the tidy one."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pandas as pd

PARTS: Final = ("street", "number", "city", "postal_code")
_PLAIN: Final = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")

Change = Callable[[pd.DataFrame], pd.DataFrame]


def _cells(**cells: Callable[[pd.DataFrame], object]) -> Change:
    """Make a change that fills cells from the tidy ones."""
    return lambda tidy: tidy.assign(**{name: fill(tidy) for name, fill in cells.items()})


def _nothing(_: pd.DataFrame) -> str:
    return ""


def _line(tidy: pd.DataFrame) -> "pd.Series[str]":
    """Street and number in one cell; a village's house number with the village."""
    named = tidy["street"].where(tidy["street"] != "", tidy["city"])
    return (named + " " + tidy["number"]).str.strip()


def _with_prefix(tidy: pd.DataFrame) -> "pd.Series[str]":
    """Streets as 'ul. X', except those that have another word before them."""
    has_word = tidy["street"].str.match(r"(?i)(al|aleja|os|osiedle|pl|plac|rynek|ul)\b")
    return tidy["street"].where(has_word | (tidy["street"] == ""), "ul. " + tidy["street"])


CHANGES: Final[dict[str, Change]] = {
    "code and town in the town's cell": _cells(
        city=lambda tidy: tidy["postal_code"] + " " + tidy["city"], postal_code=_nothing
    ),
    "town, code in the town's cell": _cells(
        city=lambda tidy: tidy["city"] + ", " + tidy["postal_code"], postal_code=_nothing
    ),
    "code and town in the code's cell": _cells(
        city=_nothing, postal_code=lambda tidy: tidy["postal_code"] + " " + tidy["city"]
    ),
    "cells of code and town swapped": _cells(
        city=lambda tidy: tidy["postal_code"], postal_code=lambda tidy: tidy["city"]
    ),
    **{
        f"code as {f'32{sign}700'}": _cells(
            postal_code=lambda tidy, sign=sign: tidy["postal_code"].str.replace("-", sign)
        )
        for sign in (".", "_", " ", "")
    },
    "O for 0 in the code": _cells(
        postal_code=lambda tidy: tidy["postal_code"].str.replace("0", "O")
    ),
    "upper case": lambda tidy: tidy.apply(lambda column: column.str.upper()),
    "lower case": lambda tidy: tidy.apply(lambda column: column.str.lower()),
    "without diacritics": lambda tidy: tidy.apply(lambda column: column.str.translate(_PLAIN)),
    "ul. before the street": _cells(street=_with_prefix),
    "number in the street's cell": _cells(street=_line, number=_nothing),
    "village and number in the street's cell, no town": _cells(
        street=_line, number=_nothing, city=lambda tidy: tidy["city"].mask(tidy["street"] == "", "")
    ),
    "village, ul. street and number in one cell": _cells(
        street=lambda tidy: np.where(
            tidy["street"] == "",
            _line(tidy),
            tidy["city"] + ", " + _with_prefix(tidy) + " " + tidy["number"],
        ),
        number=_nothing,
        city=_nothing,
    ),
    "village repeated as the street": _cells(
        street=lambda tidy: tidy["street"].where(tidy["street"] != "", tidy["city"])
    ),
    "ul. before a village": _cells(
        street=lambda tidy: tidy["street"].where(tidy["street"] != "", "ul. " + tidy["city"])
    ),
}
"""What is done to addresses: its words -> the change."""


def same_points(
    locate: Callable[[pd.DataFrame], pd.DataFrame], addresses: pd.DataFrame
) -> dict[str, float]:
    """Give the share of addresses, in per cent, that have the same point after each change.

    Addresses with a village in the street's cell are left out: with 'ul.' it would be a street.

    Args:
        locate: Answers a table of addresses.
        addresses: With the columns PARTS, as texts.
    """
    tidy = addresses[list(PARTS)].reset_index(drop=True)
    points = locate(tidy)
    usable = ~points["decided_by"].str.startswith("village_in_street")
    tidy, points = tidy[usable], points.loc[usable, ["lat", "lon"]]
    shares = {}
    for words, change in CHANGES.items():
        changed = change(tidy)
        found = locate(changed)[["lat", "lon"]]
        is_same = ((found == points) | (found.isna() & points.isna())).all(axis="columns")
        is_changed = (changed != tidy).any(axis="columns")
        shares[words] = 100 * float(is_same[is_changed].mean())
    return shares
