"""The small map of Poland: its voivodeships, and where they lie in a box.

Cards, slides and the themes of coverage each draw it by their own means; what is drawn, and
where, is said here alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.explore.coverage.levels import Level
from dashboard.poland.outlines import Outline, Ring, Viewport, frame_of, outlines
from geocoding.added import cached_with_added

_GROUND_TOLERANCE_KM: Final = 0.6
"""What a map of ten centimetres cannot show at 300 dots per inch."""
_REGION_TOLERANCE_KM: Final = 1.2
"""What a region within it cannot show, whose borders are no lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The country in a box, as large as the box allows and in its middle.

    Attributes:
        frame: The part of the plane that the box shows, in km.
        left: Where the frame begins in the box, in the box's units.
        top: The same, from above.
        scale: Units of the box in a kilometre.
    """

    frame: Viewport
    left: float
    top: float
    scale: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the frame in the box's units."""
        return self.scale * self.frame.width, self.scale * self.frame.height

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point (x, y) of the plane lies in the box."""
        x, y = point
        return (
            self.left + self.scale * (x - self.frame.left),
            self.top + self.scale * (y - self.frame.top),
        )


def fit_country(width: float, height: float | None = None, *, margin: float = 0.0) -> Fit:
    """Fit the whole country into a box of a size.

    Args:
        width: Of the box, in its own units.
        height: The same; None is as high as the country needs at that width.
        margin: What is left free on every side, as a part of the country's size.
    """
    frame = frame_of(list(outlines(Level.VOIVODESHIP).values()), margin=margin)
    scale = width / frame.width
    height = scale * frame.height if height is None else height
    scale = min(scale, height / frame.height)
    return Fit(
        frame=frame,
        left=(width - scale * frame.width) / 2,
        top=(height - scale * frame.height) / 2,
        scale=scale,
    )


@cached_with_added
def country(tolerance_km: float) -> Mapping[str, Sequence[Ring]]:
    """Return the lines of each voivodeship by its name, in km of the plane.

    They are simplified together, so that no gap opens between them; parts too small to be seen
    are left out.

    Args:
        tolerance_km: How far a line may be off.
    """
    found = outlines(Level.VOIVODESHIP)
    areas = shapely.coverage_simplify([each.area for each in found.values()], tolerance_km)
    return {
        name: Outline(area=_seen(area, tolerance_km), middle=found[name].middle).rings()
        for name, area in zip(found, areas, strict=True)
    }


@cached_with_added
def region(level: Level, name: str) -> Sequence[Ring]:
    """Return the lines of a region as coarse as a small map; none where no map knows it."""
    found = outlines(level).get(name)
    return found.rings(tolerance_km=_REGION_TOLERANCE_KM) if found else ()


def svg_path(rings: Sequence[Ring], fit: Fit) -> str:
    """Return closed lines as the path of an SVG, in the box's units."""
    lines = (
        "L".join("{:.1f} {:.1f}".format(*fit.at(point)) for point in ring[:-1]) for ring in rings
    )
    return "".join(f"M{line}Z" for line in lines)


def country_svg(width: float, *, margin: float, fill: str, line: str) -> str:
    """Return the voivodeships as an SVG.

    Args:
        width: Of the picture, in its own units; its height follows, and borders are 1 wide.
        margin: As in `fit_country`.
        fill: Colour of the areas: '#rrggbb'.
        line: Colour of their borders.
    """
    fit = fit_country(width, margin=margin)
    paths = "".join(
        f'<path d="{svg_path(rings, fit)}"/>' for rings in country(_GROUND_TOLERANCE_KM).values()
    )
    across, down = fit.size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:.1f} {down:.1f}">'
        f'<g fill="{fill}" stroke="{line}" fill-rule="evenodd">{paths}</g></svg>'
    )


def _seen(area: BaseGeometry, tolerance_km: float) -> BaseGeometry:
    """Return the parts of an area that a map of this tolerance can show."""
    parts = shapely.get_parts(area)
    return shapely.MultiPolygon(parts[shapely.area(parts) > tolerance_km**2].tolist())
