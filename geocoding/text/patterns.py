"""Regular expressions over columns of texts, as quick for one text as for a million.

Arrow makes each expression ready anew at each call, which takes milliseconds where letters of all
alphabets count: for a few texts Python's own, which stay ready, answer sooner and say the same.
"""

import re
from functools import cache
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

_FEW: Final = 50
_SHORT: Final = 200
"""Characters of a text that Python's expressions take no longer for than Arrow's, at worst."""

_IN_PYTHON: Final = {
    r"\d": "[0-9]",
    r"\W": "[^0-9A-Za-z_]",
    r"\b": r"(?a:\b)",
    r"\s": r"[\t\n\f\r ]",
    r"\pL": r"[^\W\d_]",
}
"""Escapes of RE2 in Python's expressions."""
_CLASS: Final = re.compile(r"\[(?:\\.|[^\]\\]){1,30}\]|\\pL|\\.")
"""A bracket of 30 characters at most, or an escape."""


def replace_pattern(column: pa.Array, pattern: str, replacement: str) -> pa.Array:
    r"""Return the texts with all that a pattern finds replaced; null stays null.

    Args:
        column: The texts.
        pattern: An expression of RE2; of Unicode's classes it may name \pL, \W and \s, outside of
            brackets.
        replacement: What takes the place; \1 stands for the first group.
    """
    if not _are_few_and_short(column):
        return pc.replace_substring_regex(column, pattern, replacement)
    ready = _ready(pattern)
    texts = [None if text is None else ready.sub(replacement, text) for text in column.to_pylist()]
    return pa.array(texts, column.type)


def match_pattern(column: pa.Array, pattern: str) -> pa.Array:
    """Return whether a pattern is found in each text; null stays null.

    Args:
        column: The texts.
        pattern: As for `replace_pattern`.
    """
    if not _are_few_and_short(column):
        return pc.match_substring_regex(column, pattern)
    ready = _ready(pattern)
    found = [None if text is None else bool(ready.search(text)) for text in column.to_pylist()]
    return pa.array(found, pa.bool_())


def _are_few_and_short(column: pa.Array) -> bool:
    """Say whether Python's expressions are the quicker ones; some take the square of a length."""
    if len(column) > _FEW:
        return False
    longest = pc.max(pc.utf8_length(column)).as_py()
    return longest is None or longest <= _SHORT


@cache
def _ready(pattern: str) -> re.Pattern[str]:
    r"""Return an expression of RE2 as Python's.

    There letters are no class; in RE2 digits, blanks, words and what separates them are ASCII.
    """
    return re.compile(_CLASS.sub(lambda found: _in_python(found[0]), pattern))


def _in_python(part: str) -> str:
    """Return an escape or a bracket of RE2 as Python's."""
    return part.replace(r"\d", "0-9") if part.startswith("[") else _IN_PYTHON.get(part, part)
