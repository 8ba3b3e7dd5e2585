"""Hands the column files of the map's marks to the browser, from this server's memory.

Streamlit serves what its media manager holds under a name made of the content, to whoever knows
that name, and only as long as a visit uses it. The names of a visitor's own practices cannot be
guessed, since a secret is part of the content, and the browser is told not to keep them.
"""

import secrets
import threading
import weakref
from collections.abc import Callable
from typing import Final

from dashboard.explore.catalog.catalog import Catalog
from dashboard.locale import Texts
from dashboard.ui.streamlit_private import serve_media
from dashboard.ui.visit import data
from dashboard.url import Dataset
from dashboard.views.map.maps import MapPoints, ServedFile
from dashboard.views.map.points import located_places, positions_file, words_file

_TYPE: Final = "application/gzip"
_FROM_FRAME: Final = "../.."
"""From the map's frame to the root of this server, whatever its base path is."""

_lock: Final = threading.Lock()
_made: Final[dict[int, dict[str, bytes]]] = {}
"""The files by the identity of the catalogue's places, as long as these live."""


def map_points(catalog: Catalog, texts: Texts) -> MapPoints:
    """Return the marks of a catalogue for this visit, with words in its language.

    The files are made by the first visit that needs them and shared by all.
    """
    is_own = data.dataset() is Dataset.OWN
    salt = secrets.token_hex(16) if is_own else ""
    files = {
        "positions": lambda: positions_file(catalog, located_places(catalog), salt=salt),
        f"words-{texts.language}": lambda: words_file(
            catalog, located_places(catalog), texts, salt=salt
        ),
    }
    positions, words = (
        ServedFile(
            address=_serve(name, _cached(catalog, name, make)),
            cache="no-store" if is_own else "force-cache",
        )
        for name, make in files.items()
    )
    return MapPoints(positions=positions, words=words)


def _cached(catalog: Catalog, name: str, make: Callable[[], bytes]) -> bytes:
    """Return a file of a catalogue, made once and dropped together with the catalogue."""
    # A DataFrame is not hashable: its identity is the key, and the entry goes with it, before
    # another object can get the same identity.
    places = catalog.places
    with _lock:
        if id(places) not in _made:
            _made[id(places)] = {}
            weakref.finalize(places, _made.pop, id(places), None)
        files = _made[id(places)]
        if name not in files:
            files[name] = make()
        return files[name]


def _serve(name: str, content: bytes) -> str:
    """Offer a file to the browser of this visit; gives its address relative to the map's frame."""
    return _FROM_FRAME + serve_media(content, _TYPE, name=f"mapa-praktyk-{name}")
