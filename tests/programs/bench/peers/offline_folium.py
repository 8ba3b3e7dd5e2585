"""Lets folium's maps load their scripts and styles from the folder beside the program."""

from pathlib import Path

import folium
from folium.plugins import MarkerCluster
from offlinefolium.elements import _res as texts

FOLDER = "static"  # which Streamlit serves
KINDS = (folium.Map, MarkerCluster)


def link_files_beside() -> None:
    """Name the files beside the program instead of those on the Internet."""
    for kind in KINDS:
        kind.default_js = [(name, _address(name, "js")) for name, _ in kind.default_js]
        kind.default_css = [(name, _address(name, "css")) for name, _ in kind.default_css]


def write_files(folder: Path) -> None:
    """Write the files that the maps name."""
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    for kind in KINDS:
        for links, ending in ((kind.default_js, "js"), (kind.default_css, "css")):
            for name, url in links:
                text = texts.get(url, "")
                (target / f"{name}.{ending}").write_text(text, encoding="utf-8")


def _address(name: str, ending: str) -> str:
    return f"/app/{FOLDER}/{name}.{ending}"
