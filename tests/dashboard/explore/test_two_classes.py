"""Two measures in one map: classes, legend, and colours that the colour-blind tell apart."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.measures import Measure, ValueFormat
from dashboard.explore.coverage.question import Question
from dashboard.explore.coverage.two_classes import two_classes
from dashboard.explore.figures.figure import Figure, FigureCaption, FigureKind
from dashboard.explore.filters.filters import Filters
from dashboard.locale import texts_in
from dashboard.views.coverage.shading import Shading
from dashboard.views.figures.words import measure_sources_of
from dashboard.views.map.colours import light_colours

MEASURE = Measure(key="x", by_region=pd.Series(dtype=float), format=ValueFormat.DECIMAL)
NAN = float("nan")

TO_LINEAR = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])
SIGHTS = {
    "usual": np.eye(3),
    "deuteranopia": np.array(
        [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]
    ),
    "protanopia": np.array(
        [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]
    ),
    "tritanopia": np.array(
        [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]
    ),
}
"""How colours look (Machado, Oliveira and Fernandes 2009, severity 1), in linear RGB."""


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        pytest.param(
            [1, 2, 3, 4, 5, 6],
            [6, 5, 4, 3, 2, 1],
            ["13", "13", "22", "22", "31", "31"],
            id="thirds",
        ),
        pytest.param(
            [0, 0, 0, 0, 5, 6], [1, 1, 2, 2, 3, 3], ["11", "11", "12", "12", "23", "33"], id="zeros"
        ),
        pytest.param([1, NAN, 3], [1, 2, NAN], ["11", "unknown", "unknown"], id="unknown"),
        pytest.param([2, 2, 2], [1, 1, 1], ["11", "11", "11"], id="all-equal"),
        pytest.param([NAN], [NAN], ["unknown"], id="nothing"),
    ],
)
def test_regions_are_in_thirds_of_both_measures(first, second, kinds):
    found = two_classes(np.array(first, float), np.array(second, float), MEASURE)
    assert found.kinds == kinds
    assert len(found.first_bounds) == len(found.second_bounds) == 3


def test_the_map_and_its_legend_have_the_colours_of_both(catalog):
    caption = FigureCaption(name="żłobki", unit="", year=2023, source="GUS", kind=FigureKind.RATE)
    codes = [f"{number:02d}" for number in range(2, 31, 2)]
    figure = Figure(caption=caption, by_code={code: float(code) for code in codes})
    texts = texts_in("pl")
    question = Question(measure="praktyki", second=figure.key)
    answer = CoverageAnswer(catalog, Filters(), question, measure_sources_of([figure], texts))
    legend = Shading(answer.ranking, texts).legend()
    assert "Liczba praktyk oraz żłobki, 2023" in legend.title
    assert legend.grid is not None
    assert legend.grid.up_bounds == ["2–10", "12–20", "22–30"]
    kinds = {region.key: region.kind for region in Shading(answer.ranking, texts).regions(())}
    assert kinds["zachodniopomorskie"] == "unknown", "it has no figure"
    assert {row.kind for row in legend.rows} == set(kinds.values())
    assert all(f"shade-{kind}" in light_colours() for kind in kinds.values() if kind != "unknown")


@pytest.mark.parametrize(
    "sight", [pytest.param(matrix, id=name) for name, matrix in SIGHTS.items()]
)
def test_the_nine_colours_are_told_apart_with_any_colour_sight(sight):
    colours = light_colours()
    kinds = [f"{across}{up}" for across in "123" for up in "123"]
    seen = {kind: lab(colours[f"shade-{kind}"], sight) for kind in kinds}
    nearest = min(
        (float(np.linalg.norm(seen[one] - seen[other])), one, other)
        for one, other in combinations(kinds, 2)
    )
    assert nearest[0] > 10, nearest


def lab(colour: str, sight) -> np.ndarray:
    """Return a colour as it is seen, in CIELAB."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    xyz = TO_LINEAR @ np.clip(sight @ linear, 0, 1) / WHITE
    root = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])
