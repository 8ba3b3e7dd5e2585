"""The index of address points on disk: what its files are called, and how they are written."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geocoding.address_points.encoding import PER_DEGREE, Encoder, Label, PointColumns
from geocoding.distance import Floats, distance_km
from geocoding.text.localities import locality_key

POINTS: Final = "points.arrow"
LABELS: Final = "labels.arrow"
PLACES: Final = "places.arrow"
STREETS: Final = "streets.arrow"
LETTERS: Final = "letters.arrow"
LABEL_BITS: Final = 32
NUMBER_BITS: Final = 16
_MAX_LETTERS: Final = (1 << NUMBER_BITS) - 1  # the last number is for an ending that none has
_NINE_TENTHS: Final = 0.9

Longs = NDArray[np.int64]


def point_key(label: Longs, number: Longs, letters: Longs) -> Longs:
    """Return the number by which points are sorted and found."""
    key: Longs = (label << LABEL_BITS) | (number << NUMBER_BITS) | letters
    return key


@dataclass(frozen=True)
class _Numbering:
    """Labels in the order of the index.

    Attributes:
        rank: For each label as it was encoded its place in the index.
        place: For each label of the index its locality.
        street: For each label of the index its street's name, 0 for none.
        ulic: For each label of the index the symbol of its street.
        places: Commune, symbol, name and key of each locality.
        streets: The distinct names of streets; the first is empty.
    """

    rank: Longs
    place: Longs
    street: Longs
    ulic: list[str]
    places: list[tuple[str, str, str, str]]
    streets: list[str]


def write_index(folder: Path, encoder: Encoder, points: PointColumns) -> int:
    """Write the files of an index.

    Args:
        folder: Where to write them; it exists and is empty.
        encoder: The labels and letters that the points have.
        points: The points.

    Returns:
        The number of points.

    Raises:
        OSError: There is no room.
        ValueError: House numbers have more endings than the index can hold.
    """
    if len(encoder.letters) > _MAX_LETTERS:
        raise ValueError(f"{len(encoder.letters)} endings of house numbers")
    numbering = _number(list(encoder.labels), np.unique(points.label))
    letters = sorted(encoder.letters)
    rank_of_letters = np.empty(len(letters), dtype=np.int64)
    rank_of_letters[[encoder.letters[text] for text in letters]] = np.arange(len(letters))
    key = point_key(
        numbering.rank[points.label],
        points.number.astype(np.int64),
        rank_of_letters[points.letters],
    )
    order = np.argsort(key, kind="stable")
    key, lat, lon = key[order], points.lat[order], points.lon[order]
    _write(folder / POINTS, key=key, lat=lat, lon=lon, code=points.code[order])
    label = key >> LABEL_BITS
    starts = np.searchsorted(label, np.arange(len(numbering.place) + 1))
    middle, reach_m = _middles(label, starts, lat, lon)
    _write(
        folder / LABELS,
        place=numbering.place.astype(np.int32),
        street=numbering.street.astype(np.int32),
        ulic=numbering.ulic,
        start=starts[:-1],
        count=np.diff(starts).astype(np.int32),
        lat=lat[middle],
        lon=lon[middle],
        reach_m=reach_m.astype(np.float32),
    )
    _write_places(folder, numbering, label, lat, lon)
    _write(folder / STREETS, name=numbering.streets)
    _write(folder / LETTERS, letters=letters)
    return len(key)


def _number(labels: list[Label], used: NDArray[np.int32]) -> _Numbering:
    """Return the labels that points have in the order of the index: by locality, by street."""
    in_use = [labels[number] for number in used.tolist()]
    places = sorted(
        {(locality_key(each.place), each.commune, each.simc, each.place) for each in in_use}
    )
    streets = ["", *sorted({each.street for each in in_use} - {""})]
    place_number = {(commune, simc, name): at for at, (_, commune, simc, name) in enumerate(places)}
    street_number = {name: at for at, name in enumerate(streets)}
    pair = np.array(
        [
            place_number[each.commune, each.simc, each.place] * len(streets)
            + street_number[each.street]
            for each in in_use
        ],
        dtype=np.int64,
    )
    pairs, first, rank = np.unique(pair, return_index=True, return_inverse=True)
    whole = np.zeros(len(labels), dtype=np.int64)
    whole[used] = rank
    return _Numbering(
        rank=whole,
        place=pairs // len(streets),
        street=pairs % len(streets),
        ulic=[in_use[at].ulic for at in first.tolist()],
        places=[(commune, simc, name, key) for key, commune, simc, name in places],
        streets=streets,
    )


def _middles(
    label: Longs, starts: Longs, lat: NDArray[np.int32], lon: NDArray[np.int32]
) -> tuple[Longs, Floats]:
    """Return the point of each label that is nearest to the mean of its points, and its reach.

    The reach is the radius in metres around that point that holds nine tenths of the others.
    """
    first, count = starts[:-1], np.diff(starts)
    mean_lat = np.add.reduceat(lat.astype(np.float64), first) / count
    mean_lon = np.add.reduceat(lon.astype(np.float64), first) / count
    apart = _km(lat, lon, mean_lat[label], mean_lon[label])
    middle = np.lexsort((apart, label))[first]
    del apart
    from_middle = _km(lat, lon, lat[middle][label], lon[middle][label])
    outward = np.lexsort((from_middle, label))
    nine_tenths = first + np.floor(_NINE_TENTHS * (count - 1) + 0.5).astype(np.int64)
    return middle, 1000 * from_middle[outward[nine_tenths]]


def _km(lat: Any, lon: Any, other_lat: Any, other_lon: Any) -> Floats:  # noqa: ANN401  any numbers
    """Return kilometres between points in millionths of degrees."""
    return distance_km(*(each / PER_DEGREE for each in (lat, lon, other_lat, other_lon)))


def _write_places(
    folder: Path,
    numbering: _Numbering,
    label: Longs,
    lat: NDArray[np.int32],
    lon: NDArray[np.int32],
) -> None:
    """Write the localities, each with the middle of its points and how far they reach."""
    place = numbering.place[label]
    count = np.bincount(place, minlength=len(numbering.places))
    mean_lat = np.bincount(place, lat, minlength=len(count)) / count
    mean_lon = np.bincount(place, lon, minlength=len(count)) / count
    apart = _km(lat, lon, mean_lat[place], mean_lon[place])
    spread_km = np.sqrt(np.bincount(place, apart**2, minlength=len(count)) / count)
    communes, symbols, names, keys = (list(texts) for texts in zip(*numbering.places, strict=True))
    _write(
        folder / PLACES,
        commune=communes,
        simc=symbols,
        name=names,
        key=keys,
        first=np.searchsorted(numbering.place, np.arange(len(count))),
        lat=mean_lat / PER_DEGREE,
        lon=mean_lon / PER_DEGREE,
        reach_km=2 * spread_km,
    )


def _write(path: Path, **columns: Any) -> None:  # noqa: ANN401  arrays and lists of texts
    """Write a table that can be mapped into memory."""
    table = pa.table({name: pa.array(values) for name, values in columns.items()})
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table.combine_chunks())
