"""The page about the data: its sources, how positions are found, what the words mean."""

import re
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from dashboard.locale import Texts
from dashboard.poland.map_servers import map_servers
from dashboard.practices import OTHER_KEY
from dashboard.views.precision import mark_kind
from dashboard.views.sources import (
    DataFile,
    Source,
    figure_sources,
    licence_words,
    publisher_words,
    sources,
)
from dashboard.views.symbols import BY_KEY, symbol_image
from dashboard.views.templating import render
from geocoding import Precision, Status

TERMS: Final = (
    "voivodeship",
    "county",
    "city",
    "commune",
    "locality",
    "code",
    "street",
    "card",
    "practice",
    "unit",
    "association",
    "teryt",
    "bdp",
    "smup",
)
"""Keys of the glossary's terms, in its order."""


@dataclass(frozen=True, slots=True)
class _File:
    """One data file: what it holds, in words, and the day of its data."""

    words: str
    day: str


@dataclass(frozen=True, slots=True)
class _Term:
    """One term of the glossary: the Polish words, the English ones, and what they mean."""

    polish: str
    english: str
    meaning: str


@dataclass(frozen=True, slots=True)
class _Class:
    """One line of the classes of precision, or of the outcomes: its mark and its words."""

    words: str
    image: str = ""


def about_html(texts: Texts) -> str:
    """Return the whole page under its heading, as an HTML fragment."""
    values: dict[str, object] = {
        "texts": texts,
        "sources": [
            (
                source,
                publisher_words(source, texts),
                licence_words(source, texts),
                _files(source, texts),
            )
            for source in (*sources(), *figure_sources())
        ],
        "precisions": [
            _Class(texts(f"about-precision-{precision}"), _image(precision))
            for precision in Precision
        ],
        "statuses": [
            _Class(texts(f"about-status-{status}".replace("_", "-"))) for status in Status
        ],
        "terms": glossary(texts),
        "map_servers": _map_servers(texts),
        "version": version("mapa-praktyk"),
    }
    return render("about.html", values)


def _map_servers(texts: Texts) -> str:
    """Return which servers a reader's browser asks for pictures of the ground; empty for none."""
    servers = map_servers()
    if not servers.maps:
        return ""
    names = ", ".join(each.name for each in servers.maps)
    hosts = ", ".join(each.partition("//")[2] for each in servers.origins) or texts(
        "about-own-host"
    )
    return texts("about-map-servers", names=names, hosts=hosts)


def glossary(texts: Texts) -> list[_Term]:
    """Return the Polish terms with their English names and their meaning in the texts' language."""
    return [
        _Term(
            polish=texts(f"about-term-{key}"),
            english=texts(f"about-english-{key}"),
            meaning=texts(f"about-meaning-{key}"),
        )
        for key in TERMS
    ]


def _image(precision: Precision) -> str:
    """Return the mark of a precision, in the colour of no section."""
    return symbol_image(BY_KEY[OTHER_KEY], mark_kind(precision))


def _files(source: Source, texts: Texts) -> list[_File]:
    """Return the files of one source, in words."""
    return [_File(_title(file, texts), texts.date(file.day)) for file in source.files]


def _title(file: DataFile, texts: Texts) -> str:
    """Return what a file holds; in the words of the list of sources where we have none."""
    message = f"about-file-{message_part(file.path)}"
    words = texts(message) if message in texts else file.title
    if not file.source:
        return words
    return texts("about-file-added", words=words, source=file.source, sha256=file.sha256)


def message_part(path: str) -> str:
    """Return a file's path as a part of a message's name: 'gazetteer/cities.parquet'."""
    return re.sub(r"[\W_]+", "-", path.rsplit(".", 1)[0])
