"""Problems of a visitor's files as a table in words."""

import pandas as pd

from dashboard.explore.readable import readable
from dashboard.locale import Texts
from dashboard.practices.reading import Problem


def problem_table(problems: tuple[Problem, ...], texts: Texts) -> pd.DataFrame:
    """One row a problem: where, column, what stood there, what was expected, what became of it."""
    rows = [
        (
            readable(_where(each, texts)),
            texts(f"column-{each.column.replace('_', '-')}") if each.column else "",
            readable(each.value),
            texts(f"rule-{each.rule.replace('_', '-')}"),
            texts(f"effect-{each.effect.value}"),
        )
        for each in problems
    ]
    names = ("where", "column", "value", "expected", "effect")
    return pd.DataFrame(rows, columns=[texts(f"add-problem-{name}") for name in names])


def _where(problem: Problem, texts: Texts) -> str:
    """The row, or the page with the line."""
    if not problem.line:
        return problem.place
    return texts("add-line", file=problem.place, line=problem.line)
