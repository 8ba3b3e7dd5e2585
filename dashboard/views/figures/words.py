"""Figures in words: what each is called, from where it is, who sees it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from dashboard.explore.catalog.readable import readable
from dashboard.explore.coverage.measures import MeasureSource
from dashboard.explore.figures.figure import Figure, FigureKind
from dashboard.explore.figures.problems import FigureProblem
from dashboard.explore.relation.figure_measures import FigureMeasure, FigureRate, denominator
from dashboard.locale import Texts

_SHOWN: Final = 200
"""Characters of a value."""


def figure_label(figure: Figure) -> str:
    """Return what a figure measures, with its year: 'Żłobki, 2023'."""
    caption = figure.caption
    return f"{caption.name}, {caption.year}" if caption.year else caption.name


def figure_title(figure: Figure) -> str:
    """Return what a figure measures, with its year and its unit: 'Żłobki, 2023 (szt.)'."""
    label, unit = figure_label(figure), figure.caption.unit
    return f"{label} ({unit})" if unit else label


def figure_note(figure: Figure, texts: Texts) -> str:
    """Return from where a figure is, and that a visitor's own is seen by them alone."""
    caption = figure.caption
    words = texts("figure-source-is", name=figure_label(figure), source=caption.source)
    return f"{words} {texts('figure-own')}" if figure.is_own else words


def rate_label(figure: Figure, texts: Texts) -> str:
    """Return what a rate of practices measures: 'Praktyki na 1000: żłobki, 2023'."""
    number = texts.number(denominator(figure))
    return texts("figure-rate", number=number, name=figure_label(figure))


def measure_sources_of(figures: Iterable[Figure], texts: Texts) -> tuple[MeasureSource, ...]:
    """Return figures as measures of regions: each itself, and a count as a denominator, too."""
    found: list[MeasureSource] = []
    for figure in figures:
        note = figure_note(figure, texts)
        found.append(FigureMeasure(figure=figure, label=figure_label(figure), note=note))
        if figure.caption.kind is FigureKind.COUNT:
            label = rate_label(figure, texts)
            found.append(FigureRate(figure=figure, label=label, note=note))
    return tuple(found)


def problem_counts(problems: Sequence[FigureProblem], texts: Texts) -> list[str]:
    """Return a line a rule: how many rows there are of it, and what became of them."""
    counts = Counter(problem.rule for problem in problems)
    outcomes = {problem.rule: problem.outcome for problem in problems}
    return [
        texts(
            "figure-problem-count",
            count=count,
            rule=texts(f"figure-rule-{rule.value}"),
            outcome=texts(f"figure-outcome-{outcomes[rule].value}"),
        )
        for rule, count in counts.most_common()
    ]


def problem_rows(problems: Sequence[FigureProblem], texts: Texts) -> pd.DataFrame:
    """Return a row a problem: where, value, what is wrong, unit, what became of it, remedy."""
    rows = [
        (
            str(each.row),
            readable(each.column),
            readable(each.value)[:_SHOWN],
            texts(f"figure-rule-{each.rule.value}"),
            _detail(each, texts),
            texts(f"figure-outcome-{each.outcome.value}"),
            texts(f"figure-remedy-{each.rule.value}"),
        )
        for each in problems
    ]
    names = ("row", "column", "value", "rule", "detail", "outcome", "remedy")
    return pd.DataFrame(rows, columns=[texts(f"figure-column-{name}") for name in names])


def _detail(problem: FigureProblem, texts: Texts) -> str:
    """Return the unit that a problem is about, and the row that it does not agree with."""
    other = texts("figure-other-row", row=str(problem.other_row)) if problem.other_row else ""
    return ", ".join(filter(None, (readable(problem.detail)[:_SHOWN], other)))
