"""The small map on a practice's slide: the country lies in the layout, marks on the slide."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.util import Emu, Length, Pt

from dashboard.explore.catalog import Place
from dashboard.explore.coverage import Level
from dashboard.export.deck.writing import describe
from dashboard.poland.outlines import Frame, Ring, frame_of, outlines, to_plane
from dashboard.practices import OTHER_KEY, section_key
from dashboard.views.precision import MarkKind, mark_kind
from dashboard.views.symbols import symbol_of

MOST_MARKS: Final = 50
"""Marks that such a small map can hold."""

_GROUND: Final = "Obszar Polski"
_TOLERANCE_KM: Final = 3.0
_MARK: Final = Pt(13)
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """Where the plane is on a slide: a frame of it fills a box as far as its shape allows."""

    frame: Frame
    left: Length
    top: Length
    scale: float

    def at(self, x_km: float, y_km: float) -> tuple[int, int]:
        """A point of the plane on the slide."""
        right, down = x_km - self.frame.left, y_km - self.frame.top
        return round(self.left + self.scale * right), round(self.top + self.scale * down)


def draw_country(layout: SlideLayout) -> None:
    """Give the layout's shape for it the outline of the voivodeships, once for all slides."""
    ground = _ground(layout)
    window = _window(layout)
    paths = [
        _path([window.at(x, y) for x, y in ring], left=ground.left, top=ground.top)
        for ring in _country()
    ]
    listed = "".join(paths).replace("<a:path>", f'<a:path w="{ground.width}" h="{ground.height}">')
    geometry = parse_xml(
        f'<a:custGeom xmlns:a="{_DRAWING}"><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>'
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{listed}</a:pathLst></a:custGeom>'
    )
    (plain,) = ground.element.xpath(".//a:prstGeom")
    plain.getparent().replace(plain, geometry)


def mark_places(slide: Slide, places: Sequence[Place], *, section: str, alternative: str) -> None:
    """Put a mark of the section on each place that has a point, drawn as exact as it is."""
    located = [place for place in places if place.point is not None][:MOST_MARKS]
    if not located:
        return
    window, group = _window(slide.slide_layout), slide.shapes.add_group_shape()
    points = to_plane([place.point for place in located if place.point is not None])
    for place, point in zip(located, points, strict=True):
        x, y = window.at(*point)
        left, top = Emu(x - _MARK // 2), Emu(y - _MARK // 2)
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


def _window(layout: SlideLayout) -> _Window:
    """The country within the layout's shape for it."""
    ground, frame = _ground(layout), frame_of(list(outlines(Level.VOIVODESHIP).values()), margin=0)
    scale = min(ground.width / frame.width, ground.height / frame.height)
    return _Window(
        frame=frame,
        left=Emu(ground.left + round((ground.width - scale * frame.width) / 2)),
        top=Emu(ground.top + round((ground.height - scale * frame.height) / 2)),
        scale=scale,
    )


def _ground(layout: SlideLayout) -> BaseShape:
    """The layout's shape that the country is drawn in."""
    (ground,) = (shape for shape in layout.shapes if shape.name == _GROUND)
    return ground


@cache
def _country() -> list[Ring]:
    """The lines of the voivodeships, as fine as so small a map can show."""
    areas = outlines(Level.VOIVODESHIP).values()
    return [ring for area in areas for ring in area.rings(tolerance_km=_TOLERANCE_KM)]


def _path(points: Sequence[tuple[int, int]], *, left: int, top: int) -> str:
    """A closed line within a shape, as DrawingML."""
    first, *others = (f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others[:-1])
    return f"<a:path><a:moveTo>{first}</a:moveTo>{lines}<a:close/></a:path>"
