"""The slide with the map of coverage: a picture, and its legend as a native table."""

import io
from typing import Final

from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_PATTERN

from dashboard.explore.coverage.classes import UNKNOWN, ZERO
from dashboard.export.deck.drawing_ml import describe
from dashboard.export.deck.regions import Regions
from dashboard.export.deck.sheet import Book
from dashboard.export.deck.tables import Column, NativeTable, insert
from dashboard.export.deck.template import Box, SlideKind
from dashboard.export.deck.words import filters_line
from dashboard.export.print.frame_words import sources_line
from dashboard.export.print.picture import Marginalia, PictureLayout, coverage_picture
from dashboard.views.map.colours import light_colours
from dashboard.views.practice.card import Part

_NAMES_PT: Final = 13
_LEGEND_PT: Final = 14
_PATTERNS: Final = {ZERO: MSO_PATTERN.WIDE_UPWARD_DIAGONAL, UNKNOWN: MSO_PATTERN.PERCENT_20}


def write_map(book: Book, regions: Regions) -> None:
    """Add the slide with the map."""
    request = regions.request
    with book.sheet(SlideKind.MAP) as sheet:
        sheet.write_title(f"{regions.measure}: {regions.scope}")
        sheet.write_fitted(Box.ABOVE_TITLE, filters_line(request), size_pt=14)
        box = sheet.fill(Box.MAIN)
        layout = PictureLayout(
            width_mm=box.width.mm,
            height_mm=box.height.mm,
            text_pt=_NAMES_PT,
            marginalia=Marginalia.NOTHING,
        )
        image = coverage_picture(request, layout, "png")
        describe(box.insert_picture(io.BytesIO(image)), _alternative(regions))
        legend = insert(sheet.fill(Box.BESIDE), _legend(regions), language=sheet.language)
        for at, row in enumerate(regions.shading.legend().rows, start=1):
            _paint(legend.cell(at, 0).fill, row.kind)
        dots = [request.texts("deck-dots")] if request.question.has_points else []
        sheet.write(Box.NOTE, " ".join([*dots, *regions.notes()]), sources_line(request))


def _legend(regions: Regions) -> NativeTable:
    """Return the classes: a swatch to be painted, bounds, and how many regions."""
    texts, legend = regions.request.texts, regions.shading.legend()
    return NativeTable(
        columns=[
            Column(heading=texts("deck-legend-shade"), share=0.17),
            Column(heading=legend.title, share=0.6),
            Column(heading=texts("deck-legend-regions"), share=0.23, is_number=True),
        ],
        rows=[[Part(""), Part(row.label), Part(row.count.strip("()"))] for row in legend.rows],
        alternative=texts("deck-legend", measure=legend.title),
        size_pt=_LEGEND_PT,
    )


def _paint(fill: FillFormat, kind: str) -> None:
    """Fill a swatch as the map fills a region of a kind."""
    if kind in _PATTERNS:
        fill.patterned()
        fill.pattern = _PATTERNS[kind]
        fill.fore_color.rgb = _colour("hatch")
        fill.back_color.rgb = _colour("land")
    else:
        fill.solid()
        fill.fore_color.rgb = _colour(f"shade-{kind}")


def _colour(name: str) -> RGBColor:
    """Return a colour of the map."""
    return RGBColor(*bytes.fromhex(light_colours()[name].lstrip("#")))


def _alternative(regions: Regions) -> str:
    """Return the map for who does not see it: its classes.

    Every number is in the ranking's tables.
    """
    legend = regions.shading.legend()
    classes = "; ".join(f"{row.label} {row.count}" for row in legend.rows)
    return regions.request.texts(
        "deck-map-alternative", scope=regions.scope, measure=regions.measure, classes=classes
    )
