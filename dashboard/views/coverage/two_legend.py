"""Two measures in one map, in words: the legend of nine colours, and the title."""

from collections import Counter

from dashboard.explore.coverage.classes import UNKNOWN
from dashboard.explore.coverage.measures import Measure
from dashboard.explore.coverage.ranking import Ranking
from dashboard.explore.coverage.two_classes import THIRDS, Bounds, TwoClasses
from dashboard.locale import Texts
from dashboard.views.coverage.choropleth import Legend, LegendGrid, LegendRow
from dashboard.views.coverage.measure_words import measure_label, title_words, value_words
from dashboard.views.coverage.remarks import legend_note


def two_title(ranking: Ranking, two: TwoClasses, texts: Texts) -> str:
    """Return what both measures are, and until when."""
    first = title_words(ranking.measure, ranking.scale.max_year, texts)
    return texts("coverage-two-title", first=first, second=measure_label(two.second, texts))


def two_legend(ranking: Ranking, two: TwoClasses, texts: Texts) -> Legend:
    """Return what the nine colours mean, and how many regions have each."""
    across = [_bounds(each, ranking.measure, texts) for each in two.first_bounds]
    up = [_bounds(each, two.second, texts) for each in two.second_bounds]
    counts = Counter(two.kinds)
    rows = [
        LegendRow(
            kind=f"{first + 1}{second + 1}",
            label=texts("coverage-two-class", first=across[first], second=up[second]),
            count=f"({texts.number(counts[f'{first + 1}{second + 1}'])})",
        )
        for second in reversed(range(THIRDS))
        for first in range(THIRDS)
        if counts[f"{first + 1}{second + 1}"]
    ]
    if counts[UNKNOWN]:
        number = texts.number(counts[UNKNOWN])
        rows.append(LegendRow(kind=UNKNOWN, label=texts("missing"), count=f"({number})"))
    return Legend(
        title=two_title(ranking, two, texts),
        note=legend_note(ranking.level, [ranking.measure, two.second], texts),
        rows=rows,
        grid=LegendGrid(
            across=f"{measure_label(ranking.measure, texts)} →",
            up=f"{measure_label(two.second, texts)} ↑",
            across_bounds=across,
            up_bounds=up,
        ),
    )


def _bounds(bounds: Bounds | None, measure: Measure, texts: Texts) -> str:
    """Return '3–7', or '3' where both read the same; '' for an empty class."""
    if bounds is None:
        return ""
    words = [value_words(each, measure, texts) for each in (bounds.least, bounds.most)]
    return "–".join(dict.fromkeys(words))
