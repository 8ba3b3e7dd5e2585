"""The scripts, styles and data of the map, as files that a server or an export can hand out.

folium links its scripts from the Internet; the folium-offline package carries the text of
every one of them under the very address that folium names. Nothing is fetched.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import folium
import pandas as pd
from folium.plugins import MarkerCluster
from offlinefolium import elements

from geocoding.resources import data_dir

_OWN: Final = Path(__file__).parent / "assets"

LEAFLET: Final = ("leaflet.js", "leaflet.css")
MARKERCLUSTER: Final = (
    "leaflet.markercluster.js",
    "MarkerCluster.css",
    "MarkerCluster.Default.css",
)
OWN: Final = (
    "basemap.js",
    "practices.js",
    "review.js",
    "coverage.js",
    "map.css",
    "coverage.css",
)
GROUND: Final = "ground.js"
COUNTIES: Final = "counties.js"
"""The areas of the counties, which only the map of coverage loads."""


def names() -> tuple[str, ...]:
    """The file names that a map needs, in the order in which they have to be loaded."""
    return (*LEAFLET, *MARKERCLUSTER, GROUND, *OWN)


def served() -> tuple[str, ...]:
    """The names of all files that any map may load."""
    return (*names(), COUNTIES)


@cache
def text_of(name: str) -> str:
    """The text of one of the files in `served`."""
    if name == GROUND:
        return _as_script("ground", _ground())
    if name == COUNTIES:
        return _as_script("counties", _boundaries("counties"))
    if name in OWN:
        return (_OWN / name).read_text(encoding="utf-8")
    return _packaged()[name]


@cache
def _packaged() -> dict[str, str]:
    """Leaflet's and markercluster's files by their last path part."""
    wanted = {*LEAFLET, *MARKERCLUSTER}
    found = {}
    for address in _addresses():
        name = address.rsplit("/", 1)[-1]
        if name in wanted:
            found[name] = str(elements._res[address])  # noqa: SLF001  its only door to the texts
    return found


def _addresses() -> Iterator[str]:
    """The addresses that folium itself would link."""
    for part in (folium.Map, MarkerCluster):
        for _, address in (*part.default_js, *part.default_css):
            yield address


def _as_script(name: str, value: dict[str, Any]) -> str:
    """A script that hands a value to ours under a name; safe inside a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"(window.mapaPraktyk = window.mapaPraktyk || {{}}).{name} = {text};"


def _ground() -> dict[str, Any]:
    """Voivodeships, neighbours and cities."""
    path = data_dir() / "boundaries" / "cities.csv"
    cities = pd.read_csv(path).sort_values("population", ascending=False)
    return {
        "voivodeships": _boundaries("voivodeships"),
        "neighbours": _boundaries("neighbours"),
        "cities": cities[["name", "lat", "lon", "population"]].to_dict(orient="records"),
    }


def _boundaries(name: str) -> dict[str, Any]:
    """The areas in one file of data/boundaries, as GeoJSON."""
    path = data_dir() / "boundaries" / f"{name}.geojson"
    areas: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return areas
