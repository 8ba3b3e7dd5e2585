"""What a reader should know of the numbers of regional coverage, in words."""

from collections.abc import Collection, Iterable

from dashboard.explore.counts.inhabitants import inhabitants_day
from dashboard.explore.coverage.answer import CoverageAnswer, Remark
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import Measure
from dashboard.locale import Texts
from dashboard.views.coverage.region_names import region_titles


def scope_words(answer: CoverageAnswer, texts: Texts) -> str:
    """Say which part of the country is shown, by which regions."""
    level, inside = answer.question.level.value, answer.inside
    if not inside:
        return texts(f"printing-scope-{level}")
    names = ", ".join(region_titles(inside, texts))
    return texts(f"printing-scope-inside-{level}", names=f"{names[:1].upper()}{names[1:]}")


def remark_words(
    answer: CoverageAnswer, texts: Texts, *, without: Collection[Remark] = ()
) -> list[str]:
    """Give a sentence a remark.

    Args:
        answer: The numbers.
        texts: The language.
        without: Remarks that are read elsewhere, such as in a legend.
    """
    level, day = answer.question.level.value, texts.date(inhabitants_day())
    return [
        texts(f"coverage-remark-{remark.value}-{level}", count=answer.outside, day=day)
        for remark in answer.remarks
        if remark not in without
    ]


def legend_note(level: Level, measures: Iterable[Measure], texts: Texts) -> str:
    """Say under a legend that areas are approximate, and where the measures come from."""
    approximate = texts(f"coverage-approximate-{level.value}") if level.is_approximate else ""
    return " ".join(filter(None, (approximate, *(measure.note for measure in measures))))
