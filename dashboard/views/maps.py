"""The map of practices, as folium elements that load nothing from outside.

The map is the same to the byte on every run; what changes (points, selection, view) travels
in a separate feature group, so that the page never builds the map anew.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import folium
from branca.element import MacroElement
from folium.template import Template
from jinja2.utils import htmlsafe_json_dumps

from dashboard.views import resources

POLAND: Final = ((49.0, 14.05), (54.9, 24.2))
"""South-west and north-east corner of the view that shows the whole country, degrees."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One mark: a practice at one of its places.

    Attributes:
        practice: Number of the practice.
        lat: Latitude, degrees.
        lon: Longitude, degrees.
        section: Index into the map's symbols.
        precision: 'exact', 'near' or 'area', see precision.py.
        title: Plain text, shown on hover and to screen readers.
        note: Plain text that says what the position is.
    """

    practice: int
    lat: float
    lon: float
    section: int
    precision: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class MapHome:
    """The reader's own unit on the map: its place, its name, and a circle around it.

    Attributes:
        point: (lat, lon), degrees.
        label: Plain text.
        radius_m: Radius of the circle in metres; None for no circle.
    """

    point: tuple[float, float]
    label: str
    radius_m: float | None


@dataclass(frozen=True, slots=True)
class MapState:
    """Everything on the map that may change between two runs.

    Attributes:
        points: The marks.
        selected: Number of the selected practice; None where none is.
        circles: (lat, lon, radius in metres) of each position of the selected practice.
        move_number: Counts deliberate moves; the view moves when it changes.
        move_points: (lat, lon) of what the move is to show.
        home: The reader's own unit; None where none is stated.
    """

    points: Sequence[MapPoint] = ()
    selected: int | None = None
    circles: Sequence[tuple[float, float, float]] = ()
    move_number: int = 0
    move_points: Sequence[tuple[float, float]] = field(default=())
    home: MapHome | None = None

    def message(self) -> dict[str, Any]:
        """The state as the map's script reads it."""
        rows = [
            [
                mark_id(point.practice),
                round(point.lat, 5),
                round(point.lon, 5),
                point.section,
                point.precision,
                point.title,
                point.note,
            ]
            for point in self.points
        ]
        return {
            "points": rows,
            "selected": None if self.selected is None else mark_id(self.selected),
            "circles": [list(circle) for circle in self.circles],
            "move": {"number": self.move_number, "points": [list(at) for at in self.move_points]},
            "home": None if self.home is None else asdict(self.home),
        }


def mark_id(practice: int) -> str:
    """The name of a practice in the map's script: 'P-150'.

    streamlit-folium drops everything that looks like '_150' before it compares two maps,
    hence the dash.
    """
    return f"P-{practice}"


def practice_of(mark: str) -> int:
    """The practice number in a mark's name.

    Raises:
        ValueError: The text is no mark's name.
    """
    return int(mark.removeprefix("P-"))


def script_json(value: object) -> str:
    """The value as JSON that is safe inside a script and inside folium's templates.

    branca renders a script as a template once more, so that '{{ ... }}' in a text would be
    evaluated; a brace that could open a tag is therefore written as an escape.
    """
    return re.sub(r"\{(?=[{%#])", r"\\u007b", htmlsafe_json_dumps(value))


class OfflineMap(folium.Map):
    """A folium map of Poland whose scripts and styles come from `base`.

    Attributes:
        layer: The function of the scripts that adds the layer over the ground.
        files: The names of the files that it loads.

    Args:
        base: Address prefix of the files, ending with a slash.
        options: What the scripts need besides: language, words, symbols, see `map_options`.
        attribution: Plain text shown in the map's corner.
    """

    layer = "addPractices"
    files = resources.names()

    def __init__(self, *, base: str, options: dict[str, Any], attribution: str) -> None:
        """Make the map with its base layer, the layer over it, and no tile server."""
        super().__init__(
            location=[52.1, 19.3],
            zoom_start=6,
            tiles=None,
            minZoom=5,
            maxZoom=15,
            maxBounds=[[44.5, 4.0], [59.5, 34.0]],
            zoomSnap=0.25,
            zoomDelta=0.75,
            wheelPxPerZoomLevel=110,
        )
        self.default_js = [(name, base + name) for name in self.files if name.endswith(".js")]
        self.default_css = [(name, base + name) for name in self.files if name.endswith(".css")]
        told = {**options, "country": POLAND, "attribution": attribution}
        _Base(told, layer=self.layer).add_to(self)


class _Base(MacroElement):
    """Tells the scripts to draw the ground and to add the layer over it."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        mapaPraktyk.drawBase({{ this._parent.get_name() }}, {{ this.options }});
        mapaPraktyk.{{ this.layer }}({{ this._parent.get_name() }}, {{ this.options }});
        {% endmacro %}
    """)

    def __init__(self, options: dict[str, Any], *, layer: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca gives it no types
        self._name = "MapaBase"
        self.layer = layer
        self.options = script_json(options)


class PracticeState(folium.FeatureGroup):
    """The changing part of the map: a feature group that hands a state to the practice layer."""

    def __init__(self, state: MapState) -> None:
        """Carry the state to the map's script as JSON."""
        super().__init__(control=False)
        StateMessage(state.message(), layer="mpPractices").add_to(self)


class StateMessage(MacroElement):
    """Tells a layer of the map, by the name it has there, what to show."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        {{ this._parent._parent.get_name() }}.{{ this.layer }}.show({{ this.message }});
        {% endmacro %}
    """)

    def __init__(self, message: dict[str, Any], *, layer: str) -> None:
        """Carry the message to the script as JSON."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca gives it no types
        self._name = "MapaState"
        self.layer = layer
        self.message = script_json(message)
