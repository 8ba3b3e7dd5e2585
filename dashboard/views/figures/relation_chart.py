"""Practices per inhabitants against a figure: the chart, its sentence, its table."""

from typing import Any, Final

import pandas as pd

from dashboard.explore.catalog.readable import readable
from dashboard.explore.catalog.regions import teryt_codes
from dashboard.explore.figures.figure import FigureKind
from dashboard.explore.relation.figure_measures import value_format
from dashboard.explore.relation.relation import Direction, Relation
from dashboard.locale import Texts
from dashboard.views.coverage.measure_words import TERYT_COLUMN, number_words
from dashboard.views.coverage.region_names import region_titles
from dashboard.views.figures.words import figure_label, figure_title

_POINT: Final = "#2b8591"
_MEAN: Final = "#a03c1e"
_HEIGHT_PX: Final = 420
_NUMBERS: Final = {
    "pl": {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}
"""How the axes write numbers (Vega's number locale)."""


def relation_chart(relation: Relation, texts: Texts) -> dict[str, Any]:
    """Return the specification of the chart: a point a unit, a line a group's mean.

    Its data are datasets 'points' and 'groups' of it, so that nothing else is needed.
    """
    x = {
        "field": "figure",
        "type": "quantitative",
        "title": figure_title(relation.figure),
        "scale": {"zero": False, "nice": True},
    }
    y = {"field": "rate", "type": "quantitative", "title": texts("figures-rate-axis")}
    points = relation_points(relation, texts)
    return {
        "datasets": {"points": points.to_dict("records"), "groups": _groups(relation, texts)},
        "height": _HEIGHT_PX,
        "config": {"locale": {"number": _NUMBERS[texts.language]}},
        "layer": [
            {
                "data": {"name": "points"},
                "mark": {"type": "circle", "size": 46, "opacity": 0.65, "color": _POINT},
                "encoding": {
                    "x": x,
                    "y": y,
                    "tooltip": {
                        "field": "words",
                        "type": "nominal",
                        "title": texts("figures-unit-of"),
                    },
                },
            },
            {
                "data": {"name": "groups"},
                "mark": {"type": "rule", "color": _MEAN, "strokeWidth": 3},
                "encoding": {
                    "x": {"field": "least", "type": "quantitative"},
                    "x2": {"field": "most"},
                    "y": y,
                    "tooltip": {
                        "field": "words",
                        "type": "nominal",
                        "title": texts("figures-group"),
                    },
                },
            },
        ],
    }


def relation_points(relation: Relation, texts: Texts) -> pd.DataFrame:
    """Return a row a point: TERYT code, name, figure, rate, practices, and all of it in words."""
    points = relation.points
    written = value_format(relation.figure)
    codes = teryt_codes(relation.level.facet).loc[points.index]
    names = region_titles(points.index, texts)
    columns_of_numbers = (points[name].tolist() for name in ("figure", "rate", "practices"))
    rows = []
    for code, name, figure, rate, practices in zip(codes, names, *columns_of_numbers, strict=True):
        words = texts(
            "figures-point",
            name=name,
            figure=number_words(figure, written, texts),
            rate=texts.decimal(rate, places=2),
        )
        rows.append((code, name, figure, rate, int(practices), words))
    columns = ["teryt", "name", "figure", "rate", "practices", "words"]
    return pd.DataFrame(rows, columns=columns)


def relation_table(relation: Relation, texts: Texts) -> pd.DataFrame:
    """Return the points as a table with headings, as the page shows it and files hold it."""
    points = relation_points(relation, texts)
    headings = {
        "teryt": TERYT_COLUMN,
        "name": texts("figures-unit-of"),
        "figure": readable(figure_title(relation.figure)),
        "practices": texts("analysis-practices"),
        "rate": texts("figures-rate-axis"),
    }
    return points[list(headings)].rename(columns=headings)


def finding_words(relation: Relation, texts: Texts) -> str:
    """Return an honest sentence of what the points show: together is not because of."""
    finding = relation.finding
    units = texts(f"figures-units-of-{relation.level.value}", count=finding.units)
    values = {"units": units, "name": figure_label(relation.figure)}
    if finding.direction in (Direction.FEW, Direction.EVEN):
        return texts(f"figures-finding-{finding.direction.value}", **values)
    number = texts.decimal(finding.coefficient, places=2)
    strength = texts(f"figures-strength-{finding.strength}") if finding.strength else ""
    said = texts(
        f"figures-finding-{finding.direction.value}", **values, number=number, strength=strength
    )
    parts = [said, texts("figures-no-cause")]
    if relation.figure.caption.kind is FigureKind.COUNT:
        parts.append(texts("figures-count-grows"))
    return " ".join(parts)


def group_rows(relation: Relation, texts: Texts) -> pd.DataFrame:
    """Return the groups as a table: bounds of the figure, units, mean rate, units with practice."""
    written = value_format(relation.figure)
    rows = [
        (
            f"{number_words(each.least, written, texts)}–{number_words(each.most, written, texts)}",
            each.units,
            texts.decimal(each.rate, places=2),
            each.with_practice,
        )
        for each in relation.groups
    ]
    names = ("bounds", "units", "rate", "with-practice")
    return pd.DataFrame(rows, columns=[texts(f"figures-group-{name}") for name in names])


def _groups(relation: Relation, texts: Texts) -> list[dict[str, Any]]:
    """Return the lines of the groups' means."""
    return [
        {
            "least": each.least,
            "most": each.most,
            "rate": each.rate,
            "words": texts(
                "figures-group-words", count=each.units, rate=texts.decimal(each.rate, places=2)
            ),
        }
        for each in relation.groups
    ]
