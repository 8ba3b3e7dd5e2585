"""The chart of the view of relation as a picture: PNG at 300 dpi, or SVG."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, Literal

import numpy as np

from dashboard.explore.coverage.measures import ValueFormat
from dashboard.explore.relation.figure_measures import value_format
from dashboard.explore.relation.relation import Relation
from dashboard.export.print.engine import PPI, typeset
from dashboard.export.print.png import with_density
from dashboard.export.print.svg import with_words
from dashboard.locale import Texts
from dashboard.views.coverage.measure_words import number_words
from dashboard.views.figures.words import figure_label, figure_note, figure_title
from geocoding.distance import Floats

_TICKS: Final = 6
_STEPS: Final = (1, 2, 2.5, 5, 10)


def relation_picture(
    relation: Relation, sentence: str, kind: Literal["png", "svg"], texts: Texts
) -> bytes:
    """Return the chart with its title, its sentence and its source.

    Args:
        relation: The units with both numbers.
        sentence: What they show, in words.
        kind: The kind of file.
        texts: The language.
    """
    title = texts("figures-relation-of", name=figure_label(relation.figure))
    content = _content(relation, sentence, title, texts)
    made_at = dt.datetime.now(dt.UTC)
    made = typeset("relation.typ", content, kind, made_at=made_at)
    if kind == "png":
        return with_density(made, PPI)
    return with_words(made, title=title, description=sentence, language=texts.language)


def _content(relation: Relation, sentence: str, title: str, texts: Texts) -> dict[str, object]:
    """Return what the template shows; positions are parts of the axes, 0 to 1."""
    points = relation.points
    figures: Floats = points["figure"].to_numpy(np.float64)
    rates: Floats = points["rate"].to_numpy(np.float64)
    x_ticks = nice_ticks(float(figures.min()), float(figures.max()))
    y_ticks = nice_ticks(0.0, float(rates.max()))
    written = value_format(relation.figure)
    is_whole = all(float(tick).is_integer() for tick in x_ticks)
    x_format = ValueFormat.WHOLE if is_whole else written
    return {
        "language": texts.language,
        "title": title,
        "sentence": sentence,
        "source": figure_note(relation.figure, texts),
        "alt": sentence,
        "x-title": figure_title(relation.figure),
        "y-title": texts("figures-rate-axis"),
        "x-ticks": [
            (at, number_words(tick, x_format, texts))
            for tick, at in zip(x_ticks, _parts(x_ticks, x_ticks), strict=True)
        ],
        "y-ticks": [
            (at, texts.decimal(tick, places=1))
            for tick, at in zip(y_ticks, _parts(y_ticks, y_ticks), strict=True)
        ],
        "points": list(zip(_parts(figures, x_ticks), _parts(rates, y_ticks), strict=True)),
        "groups": [
            (*_parts([each.least, each.most], x_ticks), *_parts([each.rate], y_ticks))
            for each in relation.groups
        ],
        "groups-words": texts("figures-group-means"),
    }


def nice_ticks(least: float, most: float) -> list[float]:
    """Give round numbers from one at or below the least to one at or above the most."""
    span = most - least or abs(most) or 1.0
    raw = span / _TICKS
    power = 10.0 ** np.floor(np.log10(raw))
    step = float(next(each for each in _STEPS if each * power >= raw) * power)
    first, last = np.floor(least / step), np.ceil(most / step)
    return [
        round(float(number * step), 10) for number in np.arange(first, max(last, first + 1) + 1)
    ]


def _parts(values: Sequence[float] | Floats, ticks: Sequence[float]) -> list[float]:
    """Give where values lie between the first tick and the last, 0 to 1."""
    return [(float(value) - ticks[0]) / (ticks[-1] - ticks[0]) for value in values]
