"""The files that points of an index come from: name, checksum, day, counties."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geocoding.address_points.index import AddressPoints

_CHUNK_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSource:
    """A file that points of an index come from.

    Attributes:
        source: Its name.
        sha256: Its checksum.
        day: ISO date of its data.
        model: What it is: 'CSV', 'SHP', 'GML 2021', 'GML 2012'.
        counties: Number of points by the county's code.
    """

    source: str
    sha256: str
    day: str
    model: str
    counties: dict[str, int]


def sources_of(points: AddressPoints) -> tuple[PointSource, ...]:
    """Return the files that an index was made of."""
    return tuple(PointSource(**source) for source in points.manifest["sources"])


def sha256_of(path: Path) -> str:
    """Return the checksum of a file, which is not held in memory."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while content := file.read(_CHUNK_BYTES):
            digest.update(content)
    return digest.hexdigest()
