"""The map of regional coverage as a picture: PNG at 300 dpi, SVG and PDF.

    legend = Marginalia.LEGEND
    layout = PictureLayout(width_mm=200, height_mm=150, text_pt=12, marginalia=legend)
    coverage_picture(request, layout, "png")

is a map of that size with its legend and nothing else, its words 12 points large where it is
shown in its own size; `A4` is the sheet with title, filters, date and attribution.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dashboard.export.print.coverage_map import map_content
from dashboard.export.print.engine import PPI, Kind, typeset, unwatched
from dashboard.export.print.frame_words import alternative, head_content, legend_content, title
from dashboard.export.print.png import with_density
from dashboard.export.print.svg import with_words
from dashboard.export.request import ExportRequest, Progress
from dashboard.views.coverage.shading import Shading
from dashboard.views.map.colours import light_colours


class Marginalia(StrEnum):
    """The texts around the map."""

    ALL = "all"
    """Title, legend, filters, date and attribution."""
    LEGEND = "legend"
    """The legend, at the right."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLayout:
    """How a picture is laid out.

    Attributes:
        width_mm: Its width.
        height_mm: Its height.
        text_pt: Size of the legend's words; names, titles and lines follow it.
        marginalia: What stands around the map.
    """

    width_mm: float
    height_mm: float
    text_pt: float
    marginalia: Marginalia


A4: Final = PictureLayout(width_mm=297, height_mm=210, text_pt=10, marginalia=Marginalia.ALL)
"""A sheet in landscape with title, legend, scale and sources."""


def picture_png(request: ExportRequest, progress: Progress) -> bytes:
    """Return the sheet as PNG."""
    return _sheet(request, progress, "png")


def picture_svg(request: ExportRequest, progress: Progress) -> bytes:
    """Return the sheet as SVG; its letters are outlines, its words also stand in title and desc."""
    return _sheet(request, progress, "svg")


def picture_pdf(request: ExportRequest, progress: Progress) -> bytes:
    """Return the sheet as PDF."""
    return _sheet(request, progress, "pdf")


def coverage_picture(
    request: ExportRequest,
    layout: PictureLayout,
    kind: Kind,
    meanwhile: Callable[[], None] = unwatched,
) -> bytes:
    """Return the map of coverage that the request's question asks for, laid out as wanted.

    A legend, names and numbers are there in the request's language and in the colours of the
    screen's light theme; the ground is white. Until it is there, `meanwhile` is called again
    and again; what it raises ends the work.
    """
    shading = Shading(request.coverage.ranking, request.texts)
    alt = alternative(shading, request.texts)
    content = {
        "language": request.texts.language,
        "title": title(request),
        "heading": request.texts("page-coverage"),
        "alt": alt,
        "colours": light_colours(),
        "page": {
            "width": layout.width_mm,
            "height": layout.height_mm,
            "text": layout.text_pt,
        },
        "map": map_content(request, shading),
        "legend": None
        if layout.marginalia is Marginalia.NOTHING
        else legend_content(request, shading),
        "head": head_content(request) if layout.marginalia is Marginalia.ALL else None,
        "beside": _beside(request) if layout.marginalia is Marginalia.ALL else None,
    }
    made_at = request.provenance.made_at
    made = typeset("picture.typ", content, kind, made_at=made_at, meanwhile=meanwhile)
    match kind:
        case "png":
            return with_density(made, PPI)
        case "svg":
            return with_words(
                made, title=title(request), description=alt, language=request.texts.language
            )
        case "pdf":
            return made


def _beside(request: ExportRequest) -> dict[str, object] | None:
    """Return the second map with its title and legend; None without one."""
    second = request.second
    if second is None:
        return None
    shading = Shading(second.coverage.ranking, second.texts)
    return {
        "title": title(second),
        "alt": alternative(shading, second.texts),
        "map": map_content(second, shading),
        "legend": legend_content(second, shading),
    }


def _sheet(request: ExportRequest, progress: Progress, kind: Kind) -> bytes:
    """Return the sheet as a file of that kind, in one step."""
    progress(0, 1)
    made = coverage_picture(request, A4, kind, meanwhile=lambda: progress(0, 1))
    progress(1, 1)
    return made
