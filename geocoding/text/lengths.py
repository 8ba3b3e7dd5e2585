"""The greatest length of what is read of an address, and what is said of longer texts.

Whoever types or uploads a text decides how long it is, and reading a long one as an address takes
time and gives nothing: no part of a real address is longer.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.locale import message
from geocoding.model import ADDRESS_PARTS, Address, Match, Status

LONGEST_LINE: Final = 300
"""Characters of a part of an address, or of a whole address in one text, that are read."""


def readable_address(address: Address) -> tuple[Address, str]:
    """Return the address without the parts that are too long to be read, and words for these parts.

    The words are empty where all can be read.
    """
    lengths = {part: len(getattr(address, part)) for part in ADDRESS_PARTS}
    long = {part: length for part, length in lengths.items() if length > LONGEST_LINE}
    if not long:
        return address, ""
    return replace(address, **dict.fromkeys(long, "")), _words(long)


def readable_columns(
    columns: Mapping[str, pa.Array],
) -> tuple[dict[str, pa.Array], dict[int, str]]:
    """Return the columns without the texts that are too long to be read, and words for their rows.

    Args:
        columns: Columns of texts by the part of an address; null where none is stated.

    Returns:
        The columns, empty where a text is too long; row -> which parts are, in words.
    """
    read = dict(columns)
    long: dict[int, dict[str, int]] = {}
    for part, column in columns.items():
        longest_bytes = pc.max(pc.binary_length(column)).as_py() or 0
        if longest_bytes <= LONGEST_LINE:
            continue
        lengths = pc.fill_null(pc.utf8_length(column), 0)
        is_long = pc.greater(lengths, LONGEST_LINE)
        for row in np.flatnonzero(np.asarray(is_long)).tolist():
            long.setdefault(row, {})[part] = lengths[row].as_py()
        read[part] = pc.if_else(is_long, "", column)
    return read, {row: _words(parts) for row, parts in long.items()}


def with_unread_in_match(match: Match, words: str) -> Match:
    """Return the answer to what could be read of an address, with words for the rest.

    Where there is no point, the address was not read well enough to say that it is nowhere.
    """
    if not words:
        return match
    return replace(match, status=match.status if match.point else Status.ERROR, error=words)


def with_unread_in_table(answers: pd.DataFrame, words: Mapping[int, str]) -> pd.DataFrame:
    """Return the answers to what could be read of some addresses, with words for the rest.

    By row.
    """
    if not words:
        return answers
    rows = list(words)
    status, error = answers["status"].copy(), answers["error"].copy()
    error.iloc[rows] = list(words.values())
    without_point = [row for row in rows if np.isnan(answers["lat"].iloc[row])]
    status.iloc[without_point] = Status.ERROR.value
    return answers.assign(status=status, error=error)


def _words(lengths: Mapping[str, int]) -> str:
    """Return what is said of parts that are too long, by their length in characters."""
    parts = (message("row-long-part", part=part, count=count) for part, count in lengths.items())
    return message("row-not-read", parts=", ".join(parts), limit=LONGEST_LINE)
