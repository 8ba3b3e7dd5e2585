"""Problems of a visitor's files as a table in words."""

from typing import Final

import pandas as pd

from dashboard.explore.catalog.readable import readable
from dashboard.locale import Texts
from dashboard.practices.reading import Problem

_SHOWN: Final = 300
"""Characters of a value."""


def problem_table(problems: tuple[Problem, ...], texts: Texts) -> pd.DataFrame:
    """Return a row a problem: where, column, value, what was expected, what became of it."""
    rows = [
        (
            readable(_where(each, texts)),
            texts(f"column-{each.column.replace('_', '-')}") if each.column else "",
            _beginning(readable(each.value)),
            each.expected.worded(texts),
            texts(f"effect-{each.effect.value}"),
        )
        for each in problems
    ]
    names = ("where", "column", "value", "expected", "effect")
    return pd.DataFrame(rows, columns=[texts(f"add-problem-{name}") for name in names])


def _where(problem: Problem, texts: Texts) -> str:
    """Return the row, or the page with the line."""
    if not problem.line:
        return problem.place
    return texts("add-line", file=problem.place, line=problem.line)


def _beginning(text: str) -> str:
    """Return a text, cut where it is longer than anybody reads in a table."""
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
