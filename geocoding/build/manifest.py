"""data/sources.toml: what each data file is, where it comes from, and its checksum.

The entries of files that the build does not make are kept as they are.
"""

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from geocoding.build.packages import Package

_HEAD = """\
# One entry for each data file. Entries with made_by = "python -m geocoding.build" are
# written by that program; rows counts records (features of a GeoJSON file).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence: its short name, its official address, and our notice of it."""

    licence: str
    licence_url: str
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published the data, under which terms, and what must be shown for it.

    Attributes:
        publisher: Name of the publisher.
        publisher_url: Its address.
        attribution: The words to show beside what is made of the data.
        licence: The terms.
        data_date: ISO date of the data; empty where the publisher gives none.
    """

    publisher: str
    publisher_url: str
    attribution: str
    licence: Licence
    data_date: str


GEONAMES = Publisher(
    publisher="GeoNames",
    publisher_url="https://www.geonames.org/",
    attribution="© GeoNames, CC BY 4.0",
    licence=Licence(
        licence="CC-BY-4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        notice="LICENSES/CC-BY-4.0.txt",
    ),
    data_date="2025-12-30",
)
OPENSTREETMAP = Publisher(
    publisher="OpenStreetMap, through the Countries States Cities Database",
    publisher_url="https://www.openstreetmap.org/copyright",
    attribution="© OpenStreetMap contributors, ODbL 1.0",
    licence=Licence(
        licence="ODbL-1.0",
        licence_url="https://opendatacommons.org/licenses/odbl/1-0/",
        notice="LICENSES/ODbL-1.0.txt",
    ),
    data_date="2026-10-12",
)
NATURAL_EARTH = Publisher(
    publisher="Natural Earth",
    publisher_url="https://www.naturalearthdata.com/",
    attribution="Made with Natural Earth",
    licence=Licence(
        licence="Natural Earth public domain",
        licence_url="https://www.naturalearthdata.com/about/terms-of-use/",
        notice="LICENSES/Natural-Earth.txt",
    ),
    data_date="2024-11-22",
)
EUROSTAT = Publisher(
    publisher="Eurostat, from Statistics Poland (GUS)",
    publisher_url="https://ec.europa.eu/eurostat/web/nuts/local-administrative-units",
    attribution="© European Union (Eurostat), CC BY 4.0; GUS; © GeoNames, CC BY 4.0",
    licence=GEONAMES.licence,
    data_date="2018-12-31",
)
WORLD_DATA_BANK = Publisher(
    publisher="GSHHG and World Data Bank II, through Matplotlib's Basemap",
    publisher_url="https://www.soest.hawaii.edu/pwessel/gshhg/",
    attribution="GSHHG, LGPL 3.0",
    licence=Licence(
        licence="LGPL-3.0-or-later",
        licence_url="https://www.gnu.org/licenses/lgpl-3.0.html",
        notice="LICENSES/LGPL-3.0.txt",
    ),
    data_date="2017-06-15",
)

Entry = dict[str, str | int | list[str]]
"""An entry of the list of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a built file comes from: its title, its publisher, the packages it was made of."""

    title: str
    publisher: Publisher
    packages: tuple[Package, ...]


def entry(path: Path, origin: Origin, *, root: Path, rows: int) -> Entry:
    """Give the entry of one built file, with the checksum of what stands on the disk."""
    publisher = origin.publisher
    licence = asdict(publisher.licence)
    stated = {key: value for key, value in asdict(publisher).items() if key != "licence"}
    return {
        "file": path.relative_to(root).as_posix(),
        "title": origin.title,
        **stated,
        **licence,
        "packages": [f"{package.name} {package.version}" for package in origin.packages],
        "made_by": "python -m geocoding.build",
        "rows": rows,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


def text(manifest: Path, entries: list[Entry]) -> str:
    """Give a manifest with some entries, in order of file name, beside what others wrote."""
    kept: dict[str, Entry] = {}
    if manifest.is_file():
        kept = {item["file"]: item for item in tomllib.loads(manifest.read_text("utf-8"))["files"]}
    kept |= {str(item["file"]): item for item in entries}
    return "\n".join([_HEAD, *(_block(kept[name]) for name in sorted(kept))])


def _block(item: Entry) -> str:
    """Give one entry as TOML; for texts, numbers and lists JSON's notation is TOML's."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in item.items()]
    return "\n".join(["[[files]]", *lines]) + "\n"
