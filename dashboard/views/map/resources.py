"""The scripts, styles and data of the map, as files that a server or an export can hand out.

folium links its scripts from the Internet; the folium-offline package carries the text of
every one of them under the very address that folium names. Nothing is fetched.

Our own scripts in `assets` are modules with imports; `npm run build` makes one plain script of each
map's into `assets/bundles`, since folium writes its scripts as plain ones and a page of its own,
without a server, can import nothing.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import folium
import pandas as pd
from folium.plugins import Draw

from dashboard.views.map.folium_private import packaged_text
from geocoding.added import boundaries_file, cached_with_added
from geocoding.resources import data_dir

_OWN: Final = Path(__file__).parents[1] / "assets"
_LEAFLET: Final = ("leaflet.js", "leaflet.css", "leaflet.draw.js")
GROUND: Final = "ground.js"
COUNTIES: Final = "counties.js"
"""The areas of the counties, which only the map of coverage loads."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one kind of map loads: one script and one style, each made of several files.

    One file each, since the frame of streamlit-folium waits for a script before it asks for
    the next one.

    Attributes:
        name: What both are called, before the ending.
        scripts: The names of the script's parts, in the order in which they have to run.
        styles: The names of the style's parts.
    """

    name: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]

    @property
    def script(self) -> str:
        """The name of the whole script."""
        return f"{self.name}.js"

    @property
    def style(self) -> str:
        """The name of the whole style."""
        return f"{self.name}.css"

    def texts(self) -> dict[str, str]:
        """Return the text of the script and of the style, by their names."""
        return {
            self.script: "\n;\n".join(map(text_of, self.scripts)),
            self.style: "\n".join(map(text_of, self.styles)),
        }


_SCRIPTS: Final = ("leaflet.js", GROUND)
_STYLES: Final = ("leaflet.css", "map.css")

PRACTICES: Final = Bundle(
    name="practices-map",
    scripts=(*_SCRIPTS, "bundles/practices-map.js"),
    styles=_STYLES,
)
REVIEW: Final = Bundle(
    name="review-map", scripts=(*_SCRIPTS, "bundles/review-map.js"), styles=_STYLES
)
COVERAGE: Final = Bundle(
    name="coverage-map",
    scripts=(*_SCRIPTS, COUNTIES, "bundles/coverage-map.js"),
    styles=(*_STYLES, "coverage.css"),
)
DETAIL: Final = Bundle(
    name="map-detail", scripts=("leaflet.draw.js", "bundles/map-detail.js"), styles=()
)
"""What a map loads when its marks are drawn."""
BUNDLES: Final = (PRACTICES, REVIEW, COVERAGE, DETAIL)


@cached_with_added
def text_of(name: str) -> str:
    """Return the text of one part of a bundle; it follows the borders that were added."""
    if name == GROUND:
        return _as_script("ground", _ground())
    if name == COUNTIES:
        return _as_script("counties", _boundaries("counties"))
    if name in _LEAFLET:
        return _packaged()[name]
    return (_OWN / name).read_text(encoding="utf-8")


@cache
def _packaged() -> dict[str, str]:
    """Return Leaflet's files by their last path part, found by the addresses in folium."""
    addresses = [
        address
        for _, address in (*folium.Map.default_js, *folium.Map.default_css, *Draw.default_js)
    ]
    return {
        name: packaged_text(address)
        for address in addresses
        if (name := address.rsplit("/", 1)[-1]) in _LEAFLET
    }


def _as_script(name: str, value: dict[str, Any]) -> str:
    """Return a script that hands a value to ours under a name; safe inside a page.

    A browser reads JSON in half of the time that it takes to read the same as a script.
    """
    value_json = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = json.dumps(value_json, ensure_ascii=False).replace("</", "<\\/")
    return f"(window.mapaPraktyk = window.mapaPraktyk || {{}}).{name} = JSON.parse({text});"


def _ground() -> dict[str, Any]:
    """Return voivodeships, neighbours and cities."""
    path = data_dir() / "boundaries" / "cities.csv"
    cities = pd.read_csv(path).sort_values("population", ascending=False)
    return {
        "voivodeships": _boundaries("voivodeships"),
        "neighbours": _boundaries("neighbours"),
        "cities": cities[["name", "lat", "lon", "population"]].to_dict(orient="records"),
    }


def _boundaries(name: str) -> dict[str, Any]:
    """Return the areas of a level, added or shipped, as GeoJSON."""
    path = boundaries_file(name)
    areas: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return areas
