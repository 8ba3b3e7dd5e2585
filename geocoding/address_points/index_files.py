"""The index of address points on disk: what its files are called, and how they are written."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geocoding.address_points.encoding import (
    PER_DEGREE,
    Encoder,
    Label,
    Numbers,
    PointColumns,
)
from geocoding.distance import EARTH_RADIUS_KM
from geocoding.errors import AddedDataError
from geocoding.locale import message
from geocoding.text.localities import locality_key

POINTS: Final = "points.arrow"
LABELS: Final = "labels.arrow"
PLACES: Final = "places.arrow"
STREETS: Final = "streets.arrow"
LETTERS: Final = "letters.arrow"
CELLS: Final = "cells.arrow"
POINTS_BY_CELL: Final = "points_by_cell.arrow"
LABEL_BITS: Final = 32
NUMBER_BITS: Final = 16
NUMBER_MASK: Final = (1 << NUMBER_BITS) - 1
CELL_LAT: Final = 2_000
CELL_LON: Final = 3_000
"""Size of a cell in millionths of a degree: about 220 by 210 metres."""
CELLS_IN_A_ROW: Final = 1 << 14
_MAX_LETTERS: Final = NUMBER_MASK  # the last number is for an ending that none has
_NINE_TENTHS: Final = 0.9

Longs = NDArray[np.int64]


def point_key(label: Longs, number: Longs, letters: Longs) -> Longs:
    """Return the number by which points are sorted and found."""
    key: Longs = (label << LABEL_BITS) | (number << NUMBER_BITS) | letters
    return key


def label_in(key: Longs) -> Longs:
    """Return the numbers of the labels in keys of points."""
    label: Longs = key >> LABEL_BITS
    return label


def number_in(key: Longs) -> Longs:
    """Return the house numbers in keys of points, without what follows them."""
    number: Longs = (key >> NUMBER_BITS) & NUMBER_MASK
    return number


def letters_in(key: Longs) -> Longs:
    """Return the numbers of what follows the house numbers in keys of points."""
    letters: Longs = key & NUMBER_MASK
    return letters


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


def write_index(folder: Path, encoder: Encoder, parts: list[PointColumns]) -> None:
    """Write the files of an index.

    Args:
        folder: Where to write them; it exists and is empty.
        encoder: The labels and letters that the points have.
        parts: The points; the list is emptied, so that they are not in memory twice.

    Raises:
        OSError: There is no room.
        AddedDataError: House numbers have more endings than the index can hold.
    """
    if len(encoder.letters) > _MAX_LETTERS:
        words = {"count": len(encoder.letters), "limit": _MAX_LETTERS}
        raise AddedDataError(message("points-too-many-endings", **words))
    points = PointColumns.joined(parts)
    parts.clear()
    numbering = _number(list(encoder.labels), np.unique(points.label))
    letters = sorted(encoder.letters)
    key = _keys(points, numbering, [encoder.letters[text] for text in letters])
    order = np.argsort(key, kind="stable").astype(np.int32)
    key, lat, lon, code = key[order], points.lat[order], points.lon[order], points.code[order]
    del points, order
    _write(folder / POINTS, key=key, lat=lat, lon=lon, code=code)
    del code
    label = label_in(key).astype(np.int32)
    del key
    _write_cells(folder, lat, lon)
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
        reach_m=reach_m,
    )
    _write_places(folder, numbering, label, lat, lon)
    _write(folder / STREETS, name=numbering.streets)
    _write(folder / LETTERS, letters=letters)


def _keys(points: PointColumns, numbering: _Numbering, letters: list[int]) -> Longs:
    """Return the key of each point.

    Args:
        points: The points.
        numbering: Their labels in the order of the index.
        letters: The numbers of the endings of house numbers in the order of the index.
    """
    rank_of_letters = np.empty(len(letters), dtype=np.int64)
    rank_of_letters[letters] = np.arange(len(letters))
    key: Longs = numbering.rank[points.label] << LABEL_BITS
    key |= points.number.astype(np.int64) << NUMBER_BITS
    key |= rank_of_letters[points.letters]
    return key


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
    label: Numbers, starts: Longs, lat: Numbers, lon: Numbers
) -> tuple[Longs, NDArray[np.float32]]:
    """Return the point of each label that is nearest to the mean of its points, and its reach.

    The reach is the radius in metres around that point that holds nine tenths of the others.
    """
    first, count = starts[:-1], np.diff(starts)
    mean_lat = (np.add.reduceat(lat, first, dtype=np.int64) / count).astype(np.int32)
    mean_lon = (np.add.reduceat(lon, first, dtype=np.int64) / count).astype(np.int32)
    apart = _metres(lat - mean_lat[label], lon - mean_lon[label], lat)
    middle = np.lexsort((apart, label))[first]
    apart = _metres(lat - lat[middle][label], lon - lon[middle][label], lat)
    outward = np.lexsort((apart, label))
    nine_tenths = first + np.floor(_NINE_TENTHS * (count - 1) + 0.5).astype(np.int64)
    return middle, apart[outward[nine_tenths]]


def _metres(north: Numbers, east: Numbers, lat: Numbers) -> NDArray[np.float32]:
    """Return the lengths in metres of short ways, whose ends are given in millionths of a degree.

    Args:
        north: How far each leads to the north.
        east: How far each leads to the east.
        lat: Where each begins.
    """
    per_step = np.float32(np.radians(1000 * EARTH_RADIUS_KM / PER_DEGREE))
    narrower = np.cos(lat * np.float32(np.radians(1 / PER_DEGREE)), dtype=np.float32)
    length: NDArray[np.float32] = per_step * np.hypot(
        north.astype(np.float32), east.astype(np.float32) * narrower
    )
    return length


def _write_places(
    folder: Path, numbering: _Numbering, label: Numbers, lat: Numbers, lon: Numbers
) -> None:
    """Write the localities, each with the middle of its points and how far they reach."""
    place = numbering.place.astype(np.int32)[label]
    count = np.bincount(place, minlength=len(numbering.places))
    mean_lat = np.bincount(place, lat, minlength=len(count)) / count
    mean_lon = np.bincount(place, lon, minlength=len(count)) / count
    apart = _metres(
        lat - mean_lat.astype(np.int32)[place], lon - mean_lon.astype(np.int32)[place], lat
    )
    spread_m = np.sqrt(np.bincount(place, apart**2, minlength=len(count)) / count)
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
        reach_km=2 * spread_m / 1000,
    )


def cell_of(lat: NDArray[Any], lon: NDArray[Any]) -> Longs:
    """Return the number of the cell that each point lies in, given in millionths of a degree."""
    row, column = lat.astype(np.int64) // CELL_LAT, lon.astype(np.int64) // CELL_LON
    cell: Longs = row * CELLS_IN_A_ROW + column
    return cell


def _write_cells(folder: Path, lat: Numbers, lon: Numbers) -> None:
    """Write which points lie in each cell, by which the nearest to a position is found."""
    cell = cell_of(lat, lon)
    order = np.argsort(cell, kind="stable").astype(np.int32)
    cells, first = np.unique(cell[order], return_index=True)
    _write(folder / CELLS, cell=cells, first=first)
    _write(folder / POINTS_BY_CELL, point=order)


def _write(path: Path, **columns: Any) -> None:  # noqa: ANN401  arrays and lists of texts
    """Write a table that can be mapped into memory."""
    table = pa.table({name: pa.array(values) for name, values in columns.items()})
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table.combine_chunks())
