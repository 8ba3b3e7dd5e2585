"""The index of address points in memory: its files are mapped, so that servers share them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geocoding.address_points import index_files
from geocoding.address_points.encoding import Encoder, Label, PointColumns
from geocoding.address_points.house_numbers import HouseNumber
from geocoding.address_points.index_files import (
    NUMBER_BITS,
    NUMBER_MASK,
    label_in,
    letters_in,
    number_in,
)
from geocoding.address_points.official_names import OfficialNames, words_in
from geocoding.address_points.streets_of_place import StreetsOfPlace
from geocoding.distance import Floats

MANIFEST: Final = "manifest.json"
_DIGITS_OF_COUNTY: Final = 4
_REMEMBERED: Final = 500_000

Longs = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class AddressPoints:
    """All address points of an index.

    Attributes:
        folder: Where the index is.
        points: Table of the points: key, lat, lon (millionths of a degree), code.
        labels: Table of the labels: place, street, ulic, start, count, lat, lon, reach_m.
        places: Table of the localities: commune, simc, name, key, first (label), lat, lon,
            reach_km.
        streets: Distinct names of streets; the first is empty.
        letters: Distinct endings of house numbers, sorted; the first is empty.
        manifest: What the index was made of.
        names: Official names of streets in parts; None where they are not known.
    """

    folder: Path
    points: pa.Table
    labels: pa.Table
    places: pa.Table
    streets: pa.Array
    letters: pa.Array
    manifest: dict[str, Any]
    names: OfficialNames | None = None

    @classmethod
    def open(cls, folder: Path, names: OfficialNames | None = None) -> "AddressPoints":
        """Open an index, whose files are mapped into memory.

        Args:
            folder: Where the index is.
            names: Official names of streets in parts, where they are known.

        Raises:
            OSError: A file is missing.
            ValueError: A file is damaged.
        """
        return cls(
            folder,
            points=_mapped(folder / index_files.POINTS),
            labels=_mapped(folder / index_files.LABELS),
            places=_mapped(folder / index_files.PLACES),
            streets=_mapped(folder / index_files.STREETS)["name"].chunk(0),
            letters=_mapped(folder / index_files.LETTERS)["letters"].chunk(0),
            manifest=json.loads((folder / MANIFEST).read_text("utf-8")),
            names=names,
        )

    def __len__(self) -> int:
        """Return the number of points."""
        return int(self.points.num_rows)

    @cached_property
    def key(self) -> Longs:
        """The key of each point, ascending."""
        return np.asarray(self.points["key"].chunk(0))

    @cached_property
    def lat(self) -> NDArray[np.int32]:
        """Latitudes in millionths of a degree."""
        return np.asarray(self.points["lat"].chunk(0))

    @cached_property
    def lon(self) -> NDArray[np.int32]:
        """Longitudes in millionths of a degree."""
        return np.asarray(self.points["lon"].chunk(0))

    @cached_property
    def code(self) -> NDArray[np.int32]:
        """Digits of the postal codes, -1 for none."""
        return np.asarray(self.points["code"].chunk(0))

    @cached_property
    def cells(self) -> tuple[Longs, Longs]:
        """The cells that hold points, ascending, and the first of each in `point_by_cell`.

        After the last stands the number of points.
        """
        table = _mapped(self.folder / index_files.CELLS)
        cells, first = (np.asarray(table[name].chunk(0)) for name in ("cell", "first"))
        return cells, np.append(first, len(self))

    @cached_property
    def point_by_cell(self) -> NDArray[np.int32]:
        """The points, those of one cell together."""
        return np.asarray(_mapped(self.folder / index_files.POINTS_BY_CELL)["point"].chunk(0))

    @cached_property
    def label(self) -> dict[str, NDArray[Any]]:
        """The columns of numbers of the labels."""
        names = ("place", "street", "start", "count", "lat", "lon", "reach_m")
        return {name: np.asarray(self.labels[name].chunk(0)) for name in names}

    @cached_property
    def first_label(self) -> Longs:
        """The first label of each locality, and after the last the number of labels."""
        return np.append(np.asarray(self.places["first"].chunk(0)), self.labels.num_rows)

    def is_word(self, word: str) -> bool:
        """Return whether a folded word stands in the name of any street."""
        return word in self._words or (self.names is not None and self.names.has_word(word))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The folded words of all streets' names."""
        return words_in(self.streets)

    @cached_property
    def place_keys(self) -> list[str]:
        """The key of each locality's name."""
        keys: list[str] = self.places["key"].to_pylist()
        return keys

    @cached_property
    def place_points(self) -> tuple[Floats, Floats, Floats]:
        """Latitude, longitude (degrees) and reach (km) of each locality."""
        lat, lon, reach = (
            np.asarray(self.places[name].chunk(0)) for name in ("lat", "lon", "reach_km")
        )
        return lat, lon, reach

    @cached_property
    def _letters_number(self) -> dict[str, int]:
        """The number of each ending of a house number."""
        return {text: number for number, text in enumerate(self.letters.to_pylist())}

    def number_key(self, number: HouseNumber) -> int:
        """Return the part of a point's key that its house number makes.

        An ending that no point has is one after all others.
        """
        letters = self._letters_number.get(number.letters, NUMBER_MASK)
        return (number.number << NUMBER_BITS) | letters

    def letters_of(self, key: Longs) -> pa.Array:
        """Return the endings of the house numbers in keys."""
        return self.letters.take(pa.array(letters_in(key)))

    def find_labels(self, place: int, street: str) -> tuple[int, ...]:
        """Return the labels of the streets that a name means in a locality, most often one.

        Args:
            place: Number of the locality.
            street: The name as an address states it; empty for addresses without a street.
        """
        found = self._labels_of.get((place, street))
        if found is None:
            if len(self._labels_of) >= _REMEMBERED:
                self._labels_of.clear()
            found = self._labels_of[place, street] = tuple(self._find_labels(place, street))
        return found

    def _find_labels(self, place: int, street: str) -> Iterator[int]:
        """Yield the labels of the streets that a name means in a locality."""
        first = int(self.first_label[place])
        if street:
            yield from (first + at for at in self._streets_of[place].find(street))
        elif self.label["street"][first] == 0 and first < self.first_label[place + 1]:
            yield first

    @cached_property
    def _labels_of(self) -> dict[tuple[int, str], tuple[int, ...]]:
        """The labels that were found last."""
        return {}

    @cached_property
    def _streets_of(self) -> "_StreetsByPlace":
        """The streets of localities that were asked for."""
        return _StreetsByPlace(self)

    def encoded(self, encoder: Encoder, *, without: set[str]) -> PointColumns:
        """Return the points as they were before they were sorted, to be put into another index.

        Args:
            encoder: Numbers them; gets their labels and letters.
            without: Codes of counties whose points are left out.
        """
        communes = self.places["commune"].to_pylist()
        names, symbols = self.places["name"].to_pylist(), self.places["simc"].to_pylist()
        streets, ulic = self.streets.to_pylist(), self.labels["ulic"].to_pylist()
        label = np.full(self.labels.num_rows, -1, dtype=np.int32)
        pairs = zip(self.label["place"].tolist(), self.label["street"].tolist(), strict=True)
        for at, (place, street) in enumerate(pairs):
            if communes[place][:_DIGITS_OF_COUNTY] not in without:
                label[at] = encoder.number_of(
                    Label(communes[place], symbols[place], names[place], ulic[at], streets[street])
                )
        letters = np.array(
            [encoder.letters_number(text) for text in self.letters.to_pylist()], dtype=np.int32
        )
        of_point = label[label_in(self.key)]
        columns = PointColumns(
            label=of_point,
            number=number_in(self.key).astype(np.int32),
            letters=letters[letters_in(self.key)],
            code=self.code,
            lat=self.lat,
            lon=self.lon,
        )
        return columns.where(of_point >= 0)


class _StreetsByPlace(dict[int, StreetsOfPlace]):
    """The streets of each locality, read when they are first asked for."""

    def __init__(self, points: AddressPoints) -> None:
        """Begin with none."""
        super().__init__()
        self._points = points

    def __missing__(self, place: int) -> StreetsOfPlace:
        """Read the streets of a locality."""
        points = self._points
        first, end = points.first_label[place : place + 2].tolist()
        names = points.streets.take(pa.array(points.label["street"][first:end])).to_pylist()
        if points.names is None:
            streets = StreetsOfPlace(names, points.is_word)
        else:
            commune = points.places["commune"][place].as_py()
            symbols = points.labels["ulic"].slice(first, end - first).to_pylist()
            official = points.names.names_of(commune, symbols, names)
            streets = StreetsOfPlace(names, points.is_word, official)
        self[place] = streets
        return streets


def _mapped(path: Path) -> pa.Table:
    """Return a table that is mapped into memory."""
    return pa.ipc.open_file(pa.memory_map(str(path))).read_all()
