"""Where the data comes from, as the footer and the map show it; read from data/sources.toml."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache

from dashboard.locale import Texts
from dashboard.poland.added_map import ADDED_MAP, OPENSTREETMAP
from geocoding.added import Record, added, cached_with_added, is_reference
from geocoding.errors import AddedDataError
from geocoding.resources import data_dir

_ON_MAP = (
    *("added/address_points", "added/borders"),
    *("boundaries/", "gazetteer/", "practices"),
)
_PUBLIC_INFORMATION_URL = "https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20210001641"

_NOT_STATED = "not stated"
_PRACTICES = "practices.csv"


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of the data.

    Attributes:
        path: Where it is in the data folder; 'added/borders' for what was added.
        title: What it holds, in English.
        day: The day of its data.
        source: Name of the file that it was added from; empty for what is shipped.
        sha256: Checksum of that file; empty likewise.
    """

    path: str
    title: str
    day: date
    source: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher's data under one licence.

    Attributes:
        attribution: What has to be shown.
        publisher: Who publishes it.
        publisher_url: The publisher's address; empty of figures that an office added.
        licence: Its identifier (SPDX), or a few English words where it has none.
        licence_url: Where its text is.
        files: What is used of it.
    """

    attribution: str
    publisher: str
    publisher_url: str
    licence: str
    licence_url: str
    files: tuple[DataFile, ...]

    @property
    def is_licence_stated(self) -> bool:
        """Whether the publisher says under which licence the data stands."""
        return self.licence != _NOT_STATED


def sources() -> tuple[Source, ...]:
    """Return the publishers of all data that pages show: of what was added, then of the shipped.

    Figures that were added are left out, since few pages show any: see `figure_sources`.
    """
    return (*_added_sources(_Content.REFERENCE), *_added_sources(_Content.MAP), *_shipped_sources())


def figure_sources() -> tuple[Source, ...]:
    """Return the publishers of the figures that were added."""
    return _added_sources(_Content.FIGURE)


def practice_source() -> Source:
    """Return the publisher of the practices that come with the program."""
    return next(one for one in sources() if any(each.path == _PRACTICES for each in one.files))


class _Content(Enum):
    """What an added file holds, and under which licence that stands: its name and address."""

    REFERENCE = ("public sector information", _PUBLIC_INFORMATION_URL)
    MAP = ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/")
    FIGURE = (_NOT_STATED, "")


def _content_of(record: Record) -> _Content:
    if is_reference(record):
        return _Content.REFERENCE
    return _Content.MAP if record.kind == ADDED_MAP else _Content.FIGURE


@cached_with_added
def _added_sources(content: _Content) -> tuple[Source, ...]:
    """Return the publishers of what was added of a kind; none where its list cannot be read."""
    try:
        records = [each for each in added() if _content_of(each) is content]
    except AddedDataError:  # `mapa-praktyk data list` says so
        return ()
    grouped: dict[str, list[Record]] = {}
    for record in records:
        grouped.setdefault(record.attribution, []).append(record)
    return tuple(_added_source(files, content) for files in grouped.values())


def _added_source(records: Sequence[Record], content: _Content) -> Source:
    """Return the publisher of some added files with one attribution."""
    first = records[0]
    is_other_map = content is _Content.MAP and OPENSTREETMAP not in first.attribution
    licence, licence_url = (_Content.FIGURE if is_other_map else content).value
    return Source(
        attribution=first.attribution,
        publisher=first.publisher,
        publisher_url=first.publisher_url,
        licence=licence,
        licence_url=licence_url,
        files=tuple(
            DataFile(
                path=f"added/{record.kind}",
                title=record.title,
                day=date.fromisoformat(record.day),
                source=record.source,
                sha256=record.sha256,
            )
            for record in records
        ),
    )


@cache
def _shipped_sources() -> tuple[Source, ...]:
    """Return the publishers of all shipped files, each once, in the order of their list."""
    entries = tomllib.loads((data_dir() / "sources.toml").read_text(encoding="utf-8"))["files"]
    grouped: dict[str, list[dict[str, str]]] = {}
    for entry in entries:
        grouped.setdefault(entry["attribution"], []).append(entry)
    return tuple(
        Source(
            attribution=attribution,
            publisher=files[0]["publisher"],
            publisher_url=files[0]["publisher_url"],
            licence=files[0]["licence"],
            licence_url=files[0]["licence_url"],
            files=tuple(
                DataFile(
                    path=entry["file"],
                    title=entry["title"],
                    day=date.fromisoformat(entry["data_date"]),
                )
                for entry in files
            ),
        )
        for attribution, files in grouped.items()
    )


def licence_words(source: Source, texts: Texts) -> str:
    """Return the licence in the texts' language; an identifier is the same in every language."""
    return _words(f"licence-{_slug(source.licence)}", source.licence, texts)


def publisher_words(source: Source, texts: Texts) -> str:
    """Return the publisher as the texts' language calls it.

    Most have one name in every language.
    """
    return _words(f"publisher-{_slug(source.publisher)}", source.publisher, texts)


def _words(message: str, name: str, texts: Texts) -> str:
    """Return a message where there is one, else the name as it is."""
    return texts(message) if message in texts else name


def _slug(name: str) -> str:
    """Return a name as a part of a message's name: 'Natural Earth public domain'."""
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def map_attribution() -> str:
    """Return the line in the map's corner: whose ground, positions and practices it shows."""
    shown = [source for source in sources() if any(_is_on_map(each.path) for each in source.files)]
    return " · ".join(dict.fromkeys(source.attribution for source in shown))


def _is_on_map(path: str) -> bool:
    """Say whether a file's content can be seen on the map."""
    return path.startswith(_ON_MAP)
