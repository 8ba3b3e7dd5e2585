"""What slides need and python-pptx has no call for: the one module that writes DrawingML.

Each function asks for exactly what it changes, so that a version of the library that writes its
shapes otherwise is refused here and not found out by who opens the deck.
Source: ECMA-376, part 1, chapters 19 to 21.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from pptx.oxml import parse_xml
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.placeholder import LayoutPlaceholder, SlidePlaceholder
from pptx.slide import Slide

from dashboard.export.deck.fitting import clean

_NAMESPACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"


def describe(shape: BaseShape, alternative: str) -> None:
    """Give a shape the text that is read out in its place."""
    shape.element.xpath(".//p:cNvPr")[0].set("descr", clean(alternative))


def draw_rings(shape: BaseShape, rings: Sequence[Sequence[tuple[float, float]]]) -> None:
    """Give a plain shape the outline of closed lines.

    Args:
        shape: One of a preset geometry; a layout's cannot be built by `build_freeform`.
        rings: Points in EMU from the shape's corner; the last of each is its first.
    """
    paths = "".join(_path(ring, shape) for ring in rings)
    geometry = parse_xml(
        f'<a:custGeom xmlns:a="{_NAMESPACE}"><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>'
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
    )
    (plain,) = shape.element.xpath(".//a:prstGeom")
    plain.getparent().replace(plain, geometry)


def set_table_style(frame: GraphicFrame, style_id: str) -> None:
    """Give a native table a style of the template's."""
    (style,) = frame.element.xpath(".//a:tableStyleId")
    style.text = style_id


def add_placeholder(slide: Slide, box: LayoutPlaceholder) -> SlidePlaceholder:
    """Add a layout's box to a slide: footer, day and number come to none by themselves."""
    slide.shapes.clone_placeholder(box)
    added: SlidePlaceholder = slide.placeholders[box.placeholder_format.idx]
    return added


def copy_fields(box: LayoutPlaceholder, to: BaseShape) -> None:
    """Copy what a layout's box counts, the number of the slide, to a box of a slide."""
    for field in box.element.xpath(".//a:fld"):
        (paragraph,) = to.element.xpath(".//a:p")
        paragraph[:] = [deepcopy(field)]


def remove(shape: BaseShape) -> None:
    """Take a shape off its slide."""
    shape.element.getparent().remove(shape.element)


def _path(ring: Sequence[tuple[float, float]], shape: BaseShape) -> str:
    """Return a closed line in the coordinates of a shape."""
    first, *others = (f'<a:pt x="{round(x)}" y="{round(y)}"/>' for x, y in ring[:-1])
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    return (
        f'<a:path w="{shape.width}" h="{shape.height}"><a:moveTo>{first}</a:moveTo>{lines}'
        "<a:close/></a:path>"
    )
