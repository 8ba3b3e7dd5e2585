"""From published files to an index: read, checked, put in the place of what they are newer than."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np

from geocoding.address_points import csv_file, gml_file, pack, shapefile
from geocoding.address_points.encoding import Encoder, PointColumns
from geocoding.address_points.entries import Entry, Progress, open_entries
from geocoding.address_points.index import MANIFEST, AddressPoints
from geocoding.address_points.index_files import write_index
from geocoding.address_points.placement import Order, order_of
from geocoding.address_points.problems import Problem, ProblemList
from geocoding.address_points.raw_points import Plane, RawPoints
from geocoding.address_points.sources import PointSource, sha256_of, sources_of
from geocoding.errors import AddedDataError
from geocoding.locale import message

PROBLEMS: Final = "problems.csv"
"""Name of the list of what of the files is not used."""
_VERSION: Final = 1
_ENDINGS_OF_DATA: Final = frozenset({".csv", ".gml", ".xml"})
_LAT_FIRST: Final = Order(Plane.DEGREES, north_first=True)
_DIGITS_OF_COUNTY: Final = 4
_DIGITS_OF_VOIVODESHIP: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import came to.

    Attributes:
        sources: All files that the new index is made of.
        added: Those of them that are new.
        before: Number of points by county in the old index, for the counties of the new files.
        problems: How many points are not used, by the kind of problem.
        problem_list: The list of them.
    """

    sources: tuple[PointSource, ...]
    added: tuple[PointSource, ...]
    before: dict[str, int]
    problems: dict[str, int]
    problem_list: Path

    @property
    def missing_counties(self) -> list[str]:
        """Counties that a new file of their voivodeship lacks, so that they stay as they were."""
        of_several = {
            code[:_DIGITS_OF_VOIVODESHIP]
            for source in self.added
            for code in source.counties
            if len(source.counties) > 1
        }
        new = {code for source in self.added for code in source.counties}
        old = {code for source in self.sources for code in source.counties} - new
        return sorted(code for code in old if code[:_DIGITS_OF_VOIVODESHIP] in of_several)


@dataclass(frozen=True, slots=True)
class _Part:
    """A file, or a layer, that points are read from."""

    entry: Entry
    model: str
    order: Order
    points: Iterator[RawPoints]


def holds_address_points(path: Path) -> bool:
    """Return whether a file holds address points, by its content; it is not read as a whole.

    Raises:
        AddedDataError: It cannot be read, or is an archive that is not to be trusted.
    """
    with open_entries(path, _ignore) as entries:
        if len(entries) == 1 and pack.sources_in(entries[0]) is not None:
            return True
        return bool(
            shapefile.layers(entries)
            or any(gml_file.model_of(entry) or csv_file.holds_points(entry) for entry in entries)
        )


def import_files(
    paths: Sequence[Path],
    folder: Path,
    *,
    old: AddressPoints | None,
    day: date | None,
    progress: Progress,
) -> ImportResult:
    """Write an index of the points of some files, and of the old one's for all other counties.

    Args:
        paths: The files.
        folder: Where to write the index; it exists and is empty.
        old: The index so far.
        day: The day of the files' data, where they state none or another one is right.
        progress: Gets the bytes that were read since its last call.

    Raises:
        AddedDataError: A file is not as it should be, or a county is in two of them.
        OSError: There is no room.
    """
    encoder = Encoder()
    parts: list[PointColumns] = []
    added: list[PointSource] = []
    with ProblemList(folder / PROBLEMS) as problems:
        reader = _FileReader(encoder, problems, progress)
        for path in paths:
            sources, columns = reader.read(path, day)
            for source in sources:
                _require_new_counties(source, added)
                added.append(source)
            parts.append(columns)
            del columns
    replaced = {county for source in added for county in source.counties}
    remaining, before = _remaining(old, replaced)
    if old is not None:
        parts.append(old.encoded(encoder, without=replaced))
    write_index(folder, encoder, parts)
    all_sources = (*remaining, *added)
    manifest = {"version": _VERSION, "sources": [asdict(source) for source in all_sources]}
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")
    return ImportResult(
        sources=all_sources,
        added=tuple(added),
        before=before,
        problems={str(problem): count for problem, count in problems.counts.items()},
        problem_list=folder / PROBLEMS,
    )


@dataclass(frozen=True)
class _FileReader:
    """Reads files, one after the other, into the same numbers.

    Attributes:
        encoder: Numbers the points.
        problems: Where to list what is not used.
        progress: Gets the bytes that were read since its last call.
        file_of_model: The first GML of each model so far.
    """

    encoder: Encoder
    problems: ProblemList
    progress: Progress
    file_of_model: dict[str, str] = field(default_factory=dict)

    def read(self, path: Path, day: date | None) -> tuple[tuple[PointSource, ...], PointColumns]:
        """Return what a file is, and its points as numbers.

        A pack is of the files that it was made of.
        """
        entry_of_county: dict[str, str] = {}
        read, days, kinds = [], [], []
        packed: tuple[PointSource, ...] = ()
        with open_entries(path, self.progress) as entries:
            packed = pack.sources_in(entries[0]) or () if len(entries) == 1 else ()
            self._require_one_model(entries)
            for part in _parts(entries, self.problems):
                columns = self._encoded(part)
                for county in _counties(columns, self.encoder):
                    if county in entry_of_county:
                        words = {"entry": part.entry.name, "other": entry_of_county[county]}
                        raise _county_twice(path.name, county, **words)
                    entry_of_county[county] = part.entry.name
                read.append(columns)
                days.append(part.entry.day)
                kinds.append(part.model)
        points = PointColumns.joined(read)
        if not len(points.label):
            raise AddedDataError(message("points-none", path=str(path)))
        source = PointSource(
            source=path.name,
            sha256=sha256_of(path),
            day=(day or max(days)).isoformat(),
            model=", ".join(dict.fromkeys(kinds)),
            counties=dict(sorted(_counties(points, self.encoder).items())),
        )
        return packed or (source,), points

    def _require_one_model(self, entries: list[Entry]) -> None:
        """Note the models of the GML among entries, and refuse that of 2012 beside that of 2021."""
        for entry in entries:
            if model := gml_file.model_of(entry):
                self.file_of_model.setdefault(model, entry.full_name)
        gml_file.require_one_model(self.file_of_model)

    def _encoded(self, part: _Part) -> PointColumns:
        """Return the points of a file as numbers."""
        blocks, order = [], None
        for points in part.points:
            if len(points):
                order = order or order_of(points, part.order, part.entry)
                blocks.append(self.encoder.encode(points, order, part.entry, self.problems))
        return PointColumns.joined(blocks)


def _parts(entries: list[Entry], problems: ProblemList) -> Iterator[_Part]:
    """Yield the files and layers of address points among some entries; list other files of data."""
    if len(entries) == 1 and pack.sources_in(entries[0]) is not None:
        yield _Part(entries[0], "Parquet", _LAT_FIRST, pack.read_points(entries[0]))
        return
    for layer in shapefile.layers(entries):
        order = Order(layer.plane, north_first=False)
        yield _Part(layer.shapes, "SHP", order, shapefile.read_points(layer))
    for entry in entries:
        if model := gml_file.model_of(entry):
            points = gml_file.read_points(entry, problems)
            order = Order(gml_file.PLANE, north_first=model == "2012")
            yield _Part(entry, f"GML {model}", order, points)
        elif csv_file.holds_points(entry):
            yield _Part(entry, "CSV", _LAT_FIRST, csv_file.read_points(entry))
        elif entry.ending in _ENDINGS_OF_DATA:
            row = (entry.source.name, entry.name, *("",) * 5)
            problems.add(Problem.NO_POINTS, [row])


def _counties(points: PointColumns, encoder: Encoder) -> Counter[str]:
    """Return the number of points by county."""
    count = np.bincount(points.label, minlength=len(encoder.labels))
    counties: Counter[str] = Counter()
    for label, number in zip(encoder.labels, count.tolist(), strict=True):
        if number:
            counties[label.commune[:_DIGITS_OF_COUNTY]] += number
    return counties


def _require_new_counties(source: PointSource, added: list[PointSource]) -> None:
    """Refuse a file with a county that another one of the same command has.

    Raises:
        AddedDataError: There is such a county.
    """
    for other in added:
        if twice := sorted(source.counties.keys() & other.counties.keys()):
            words = {"entry": source.source, "other": other.source}
            raise _county_twice(source.source, ", ".join(twice), **words)


def _county_twice(path: str, county: str, *, entry: str, other: str) -> AddedDataError:
    """Return the error for a county that two files have."""
    words = {"path": path, "county": county, "entry": entry, "other": other}
    return AddedDataError(message("points-county-twice", **words))


def _remaining(
    old: AddressPoints | None, replaced: set[str]
) -> tuple[list[PointSource], dict[str, int]]:
    """Return the old files with the counties that stay, and the old numbers of the others."""
    if old is None:
        return [], {}
    sources: list[PointSource] = []
    before: dict[str, int] = {}
    for source in sources_of(old):
        stay = {code: count for code, count in source.counties.items() if code not in replaced}
        before |= {code: count for code, count in source.counties.items() if code in replaced}
        if stay:
            sources.append(PointSource(**{**asdict(source), "counties": stay}))
    return sources, before


def _ignore(_: int) -> None:
    """Pass over how much was read."""
