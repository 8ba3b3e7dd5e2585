"""All points of an index in one compact file, to be carried into a closed network.

The file is Parquet; the list of the files that the points came from stands in its metadata, so that
source, day and checksum of each are known where the points are added again.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geocoding.address_points.encoding import PER_DEGREE, Label
from geocoding.address_points.entries import Entry, damaged
from geocoding.address_points.index import AddressPoints
from geocoding.address_points.index_files import label_in, number_in
from geocoding.address_points.raw_points import FIELDS, RawPoints
from geocoding.address_points.sources import PointSource, sources_of

_MAGIC: Final = b"PAR1"
_SOURCES: Final = b"mapa-praktyk.address-points"
_ROWS: Final = 500_000
_LEVEL: Final = 12
_DIGITS_OF_CODE: Final = 5


def write_pack(points: AddressPoints, path: Path) -> None:
    """Write all points of an index to a file.

    Raises:
        OSError: It cannot be written.
    """
    labels = _label_texts(points)
    sources = json.dumps([asdict(source) for source in sources_of(points)], ensure_ascii=False)
    writer: pq.ParquetWriter | None = None
    try:
        for first in range(0, len(points), _ROWS):
            table = _rows(points, labels, first).replace_schema_metadata({_SOURCES: sources})
            writer = writer or pq.ParquetWriter(
                path,
                table.schema,
                compression="zstd",
                compression_level=_LEVEL,
                use_dictionary=[*Label._fields, "letters", "postal_code"],
                column_encoding={"lat": "DELTA_BINARY_PACKED", "lon": "DELTA_BINARY_PACKED"},
            )
            writer.write_table(table)
    finally:
        if writer is not None:
            writer.close()


def sources_in(entry: Entry) -> tuple[PointSource, ...] | None:
    """Return the files that the points of a pack came from; None for any other file."""
    if entry.name != entry.source.name or not entry.head().startswith(_MAGIC):
        return None
    try:
        metadata = pq.read_schema(entry.source).metadata or {}
    except (pa.ArrowInvalid, OSError) as error:
        raise damaged(entry, str(error)) from error
    if _SOURCES not in metadata:
        return None
    try:
        return tuple(PointSource(**each) for each in json.loads(metadata[_SOURCES]))
    except (ValueError, TypeError) as error:
        raise damaged(entry, str(error)) from error


def read_points(entry: Entry) -> Iterator[RawPoints]:
    """Yield the points of a pack.

    Raises:
        AddedDataError: It is damaged.
    """
    row = 1
    try:
        with pq.ParquetFile(entry.source, read_dictionary=[*Label._fields, "letters"]) as file:
            for batch in file.iter_batches(_ROWS):
                yield _raw(batch, row)
                row += batch.num_rows
    except (pa.ArrowInvalid, OSError, KeyError) as error:
        raise damaged(entry, str(error)) from error


def _label_texts(points: AddressPoints) -> dict[str, pa.Array]:
    """Return the texts of each label."""
    place = pa.array(points.label["place"])
    columns = {"commune": "commune", "simc": "simc", "place": "name"}
    texts = {name: points.places[own].chunk(0).take(place) for name, own in columns.items()}
    street = points.streets.take(pa.array(points.label["street"]))
    return {**texts, "ulic": points.labels["ulic"].chunk(0), "street": street}


def _rows(points: AddressPoints, labels: dict[str, pa.Array], first: int) -> pa.Table:
    """Return the points from one on."""
    key = points.key[first : first + _ROWS]
    label = pa.array(label_in(key))
    rows = slice(first, first + _ROWS)
    return pa.table(
        {
            **{name: texts.take(label) for name, texts in labels.items()},
            "number": pa.array(number_in(key).astype(np.int32)),
            "letters": points.letters_of(key),
            "postal_code": pa.array(points.code[rows]),
            "lat": pa.array(points.lat[rows]),
            "lon": pa.array(points.lon[rows]),
        }
    )


def _raw(batch: pa.RecordBatch, row: int) -> RawPoints:
    """Return points of a pack as those of any other file."""
    number = pc.binary_join_element_wise(
        batch.column("number").cast(pa.string()), batch.column("letters").cast(pa.string()), ""
    )
    code = batch.column("postal_code")
    digits = pc.utf8_lpad(pc.max_element_wise(code, 0).cast(pa.string()), _DIGITS_OF_CODE, "0")
    texts = {
        "number": number.dictionary_encode(),
        "postal_code": pc.if_else(pc.less(code, 0), "", digits).dictionary_encode(),
    }
    for name in Label._fields:
        texts[name] = batch.column(name)
    lat, lon = (np.asarray(batch.column(name)) / PER_DEGREE for name in ("lat", "lon"))
    return RawPoints({name: texts[name] for name in FIELDS}, lat, lon, row)
