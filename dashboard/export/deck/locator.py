"""The small map on a practice's slide: the country lies in the layout, marks on the slide."""

from collections.abc import Sequence
from typing import Final

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.util import Emu, Pt

from dashboard.explore.catalog.catalog import Place
from dashboard.export.deck.drawing_ml import describe, draw_rings
from dashboard.poland.mini_map import Fit, country, fit_country
from dashboard.poland.outlines import to_plane
from dashboard.practices import OTHER_KEY, section_key
from dashboard.views.precision import MarkKind, mark_kind
from dashboard.views.symbols import symbol_of

MAX_MARKS: Final = 50
"""Marks that such a small map can hold."""

_GROUND: Final = "Obszar Polski"
_TOLERANCE_KM: Final = 3.0
_MARK: Final = Pt(13)
_SHAPES: Final = {
    "social": MSO_SHAPE.OVAL,
    "technical": MSO_SHAPE.RECTANGLE,
    "institutional": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "energy": MSO_SHAPE.DIAMOND,
    "ngo": MSO_SHAPE.REGULAR_PENTAGON,
    "cooperation": MSO_SHAPE.HEXAGON,
    "dialogue": MSO_SHAPE.CROSS,
    "monitoring": MSO_SHAPE.FLOWCHART_MERGE,
    OTHER_KEY: MSO_SHAPE.OVAL,
}
"""The office's own shapes for the marks of `symbols`."""


def draw_country(layout: SlideLayout) -> None:
    """Give the layout's shape for it the outline of the voivodeships, once for all slides."""
    ground = _ground(layout)
    fit = _fit(layout)
    rings = [
        [fit.at(point) for point in ring]
        for area in country(_TOLERANCE_KM).values()
        for ring in area
    ]
    draw_rings(ground, rings)


def mark_places(slide: Slide, places: Sequence[Place], *, section: str, alternative: str) -> None:
    """Put a mark of the section on each place that has a point, drawn as exact as it is."""
    located = [place for place in places if place.point is not None][:MAX_MARKS]
    if not located:
        return
    ground, fit = _ground(slide.slide_layout), _fit(slide.slide_layout)
    group = slide.shapes.add_group_shape()
    points = to_plane([place.point for place in located if place.point is not None])
    for place, point in zip(located, points, strict=True):
        x, y = fit.at(point)
        left = Emu(round(ground.left + x - _MARK / 2))
        top = Emu(round(ground.top + y - _MARK / 2))
        mark = group.shapes.add_shape(_SHAPES[section_key(section)], left, top, _MARK, _MARK)
        _paint(mark, symbol_of(section).colour, mark_kind(place.precision))
        describe(mark, place.name)
    describe(group, alternative)


def _paint(mark: Shape, colour: str, kind: MarkKind) -> None:
    """Fill a mark of an exact position; a mark of any other one is an outline."""
    paint = RGBColor(*bytes.fromhex(colour.lstrip("#")))
    mark.shadow.inherit = False
    mark.fill.solid()
    if kind == "exact":
        mark.fill.fore_color.rgb = paint
        mark.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        mark.line.width = Pt(1)
        return
    mark.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    mark.line.color.rgb = paint
    mark.line.width = Pt(2.25)
    if kind == "area":
        mark.line.dash_style = MSO_LINE.SQUARE_DOT


def _fit(layout: SlideLayout) -> Fit:
    """Return the country within the layout's shape for it."""
    ground = _ground(layout)
    return fit_country(ground.width, ground.height)


def _ground(layout: SlideLayout) -> BaseShape:
    """Return the layout's shape that the country is drawn in."""
    (ground,) = (shape for shape in layout.shapes if shape.name == _GROUND)
    return ground
