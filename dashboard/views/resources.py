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
OWN: Final = ("basemap.js", "practices.js", "review.js", "map.css")
GROUND: Final = "ground.js"


def names() -> tuple[str, ...]:
    """The file names that a map needs, in the order in which they have to be loaded."""
    return (*LEAFLET, *MARKERCLUSTER, GROUND, *OWN)


@cache
def text_of(name: str) -> str:
    """The text of one of the files in `names`."""
    if name == GROUND:
        return f"(window.mapaPraktyk = window.mapaPraktyk || {{}}).ground = {_ground()};"
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


def _ground() -> str:
    """Voivodeships, neighbours and cities as one JSON text; safe inside a script."""
    folder = data_dir() / "boundaries"
    cities = pd.read_csv(folder / "cities.csv").sort_values("population", ascending=False)
    ground: dict[str, Any] = {
        "voivodeships": json.loads((folder / "voivodeships.geojson").read_text("utf-8")),
        "neighbours": json.loads((folder / "neighbours.geojson").read_text("utf-8")),
        "cities": cities[["name", "lat", "lon", "population"]].to_dict(orient="records"),
    }
    text = json.dumps(ground, ensure_ascii=False, separators=(",", ":"))
    return text.replace("</", "<\\/")
