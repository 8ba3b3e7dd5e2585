"""Address points as a shapefile by county: its records and shapes are read as arrays."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geocoding.address_points.columns import are_address_points, columns_of, missing
from geocoding.address_points.entries import Entry, damaged, reading
from geocoding.address_points.raw_points import FIELDS, Plane, RawPoints
from geocoding.distance import Floats
from geocoding.errors import AddedDataError
from geocoding.locale import message

_ROWS: Final = 100_000
_DBF_HEADER: Final = struct.Struct("<xxxxIHH20x")
_DBF_FIELD: Final = struct.Struct("<11sc4xB15x")
_DBF_END: Final = 0x0D
_DELETED: Final = ord("*")
_SHP_HEADER: Final = 100
_SHP_MAGIC: Final = 9994
_SHAPE_BYTES: Final = {1: 28, 11: 44, 21: 36}
"""Length of a point's record by the type of shape: point, point with a height, with a measure."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the records of a table are laid out.

    Attributes:
        count: How many records there are.
        start: Where the first begins.
        length: Length of each.
        columns: Offset and length of each column by its heading.
    """

    count: int
    start: int
    length: int
    columns: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A shapefile of address points.

    Attributes:
        records: The table of its points (.dbf).
        shapes: The points themselves (.shp).
        plane: What its .prj says its coordinates are.
        encoding: What its .cpg says its texts are in.
    """

    records: Entry
    shapes: Entry
    plane: Plane
    encoding: str


def layers(entries: list[Entry]) -> list[Layer]:
    """Return the layers of address points among some files.

    Raises:
        AddedDataError: A table of address points is without its shapes.
    """
    found = []
    for records in entries:
        if records.ending != ".dbf":
            continue
        layout = _layout(records.head())
        if layout is None or not are_address_points(columns_of(layout.columns)):
            continue
        beside = {each.ending: each for each in entries if each.stem == records.stem}
        if ".shp" not in beside:
            words = {"path": str(records.source), "entry": records.name}
            raise AddedDataError(message("points-no-shapes", **words))
        plane = Plane.DEGREES if _states_degrees(beside.get(".prj")) else Plane.METRES
        encoding = _encoding(beside.get(".cpg"))
        found.append(Layer(records, beside[".shp"], plane, encoding))
    return found


def read_points(layer: Layer) -> Iterator[RawPoints]:
    """Yield the points of a layer, block after block.

    Raises:
        AddedDataError: It lacks a column, is cut off, or holds other shapes than points.
    """
    layout = _layout(layer.records.head())
    columns = columns_of(layout.columns) if layout else {}
    lacking = missing(columns, with_coordinates=False)
    if layout is None or lacking:
        words = {"path": str(layer.records.source), "entry": layer.records.name}
        raise AddedDataError(message("points-columns", columns=", ".join(lacking), **words))
    with reading(layer.records) as records, reading(layer.shapes) as shapes:
        stride = _stride(layer, shapes, layout.count)
        _exactly(records, layout.start, layer.records)
        for first in range(0, layout.count, _ROWS):
            count = min(_ROWS, layout.count - first)
            rows = _exactly(records, count * layout.length, layer.records)
            table = np.frombuffer(rows, dtype=np.uint8).reshape(count, layout.length)
            x, y = _positions(_exactly(shapes, count * stride, layer.shapes), stride)
            alive = table[:, 0] != _DELETED
            texts = {
                field: _texts(table[alive], layout.columns[columns[field]], layer)
                if field in columns
                else pa.array([""] * int(alive.sum()), pa.string()).dictionary_encode()
                for field in FIELDS
            }
            yield RawPoints(texts, x[alive], y[alive], first + 1)


def _layout(head: bytes) -> _Layout | None:
    """Return how the records of a table are laid out; None where it is no table."""
    if len(head) < _DBF_HEADER.size:
        return None
    count, start, length = _DBF_HEADER.unpack_from(head)
    columns, at, offset = {}, _DBF_HEADER.size, 1
    while at + _DBF_FIELD.size <= min(len(head), start) and head[at] != _DBF_END:
        name, _, width = _DBF_FIELD.unpack_from(head, at)
        columns[name.split(b"\0")[0].decode("ascii", "replace").strip()] = (offset, width)
        offset, at = offset + width, at + _DBF_FIELD.size
    return _Layout(count, start, length, columns) if columns and offset == length else None


def _stride(layer: Layer, shapes: IO[bytes], count: int) -> int:
    """Return the length of each point's record, and leave the file at the first.

    Raises:
        AddedDataError: The shapes are other than points, or fewer or more than the records.
    """
    head = _exactly(shapes, _SHP_HEADER, layer.shapes)
    magic, words = struct.unpack_from(">i20xi", head)
    (kind,) = struct.unpack_from("<i", head, 32)
    stride = _SHAPE_BYTES.get(kind, 0)
    if magic != _SHP_MAGIC or not stride:
        raise damaged(layer.shapes, message("points-other-shapes"))
    if 2 * words != _SHP_HEADER + count * stride:
        raise damaged(layer.shapes, message("points-shapes-do-not-fit", count=count))
    return stride


def _positions(content: bytes, stride: int) -> tuple[Floats, Floats]:
    """Return x and y of points in records of one length."""
    table = np.frombuffer(content, dtype=np.uint8).reshape(-1, stride)
    x, y = (np.ascontiguousarray(table[:, at : at + 8]).view("<f8").ravel() for at in (12, 20))
    return x, y


def _texts(table: NDArray[np.uint8], column: tuple[int, int], layer: Layer) -> pa.DictionaryArray:
    """Return the texts of a column, encoded as a dictionary."""
    offset, width = column
    content = np.ascontiguousarray(table[:, offset : offset + width])
    fixed = pa.FixedSizeBinaryArray.from_buffers(
        pa.binary(width), len(table), [None, pa.py_buffer(content)]
    )
    encoded = fixed.dictionary_encode()
    texts = [_decoded(each, layer.encoding) for each in encoded.dictionary.to_pylist()]
    return pa.DictionaryArray.from_arrays(encoded.indices, pa.array(texts, pa.string()))


def _decoded(content: bytes, encoding: str) -> str:
    """Return a text without the blanks that fill its column."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1250", "replace")
    return text.strip(" \0")


def _encoding(entry: Entry | None) -> str:
    """Return the encoding that a .cpg names, UTF-8 where it names none that is known."""
    named = entry.head().decode("ascii", "replace").strip().lower() if entry else ""
    return {"1250": "cp1250", "cp1250": "cp1250", "windows-1250": "cp1250"}.get(named, "utf-8")


def _states_degrees(entry: Entry | None) -> bool:
    """Return whether a .prj states degrees."""
    return entry is not None and not entry.head().lstrip().upper().startswith(b"PROJCS")


def _exactly(file: IO[bytes], count: int, entry: Entry) -> bytes:
    """Read a number of bytes.

    Raises:
        AddedDataError: The file ends before.
    """
    content = bytearray()
    while len(content) < count:
        part = file.read(count - len(content))
        if not part:
            raise damaged(entry, message("points-cut-off"))
        content += part
    return bytes(content)
