"""Serves files from this server, whatever its address is: the map's, and the communes' names.

Streamlit serves the folder of a declared component; the frame of streamlit-folium reaches
it one level up from its own, so the addresses hold under any base path and behind a proxy.
"""

import hashlib
import json
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Final

import streamlit.components.v1 as components

from dashboard.explore.units.local_units import local_units
from dashboard.locale import LANGUAGES, Language, texts_in
from dashboard.ui.streamlit_private import text_font
from dashboard.views.map import resources
from dashboard.views.units.unit_words import unit_labels
from geocoding.added import cached_with_added

_NAME: Final = "mapa_praktyk_assets"
_FOLDER: Final = tempfile.TemporaryDirectory(prefix="mapa-praktyk-")
_lock: Final = threading.Lock()


def _units_file(language: Language) -> str:
    return f"units-{language}.json"


def base_address() -> str:
    """Return the address prefix of the map's files, relative to the map's frame."""
    return f"../{_served()}"


def units_address(language: Language) -> str:
    """Return the address of the labels of all units, relative to this server's root."""
    return f"component/{_served()}{_units_file(language)}"


def _served() -> str:
    """Return the address prefix of all files among Streamlit's components."""
    with _lock:  # the first visitors may come at once
        return _written()


@cached_with_added
def _written() -> str:
    """Write the files, and give the address prefix.

    The files are written once a process and state of the added data, to a folder named after their
    content; they go with the process.
    """
    texts = {name: text for each in resources.BUNDLES for name, text in each.texts().items()}
    for language in LANGUAGES:
        labels = unit_labels(local_units(), texts_in(language))
        texts[_units_file(language)] = json.dumps(labels, ensure_ascii=False)
    digest = hashlib.sha256("\0".join(texts.values()).encode()).hexdigest()[:12]
    folder = Path(_FOLDER.name) / digest
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copyfile(text_font(), folder / "source-sans.woff2")
    components.declare_component(_NAME, path=folder.parent)
    return f"{__name__}.{_NAME}/{digest}/"
