"""Column files: numbers and texts of many rows as one compact file that a script reads at once.

A file is gzip-compressed as a whole; inside, everything is little-endian:

    uint32    length of the header in bytes, a multiple of four
    header    JSON in UTF-8, padded with spaces: {"columns": [[name, kind, rows], ...], ...}
    columns   one after another, each padded with zeros to a multiple of four bytes

Kinds: 'u1' and 'i4' are plain numbers, 'delta' are int32 differences from the row before (a
rising column becomes a constant one, which compresses to nothing), 'text' is the length of each
text in bytes as uint32, then all texts in UTF-8. The scripts' side of it is assets/columns.js.
"""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dashboard.explore.catalog.facets import Mask

Kind: TypeAlias = Literal["u1", "i4", "delta", "text"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: how it is written, its number of rows, and its bytes."""

    kind: Kind
    rows: int
    content: bytes

    @classmethod
    def of_small(cls, values: npt.NDArray[np.integer[Any]]) -> "Column":
        """Return numbers from 0 to 255."""
        return cls("u1", len(values), values.astype("u1").tobytes())

    @classmethod
    def of_numbers(cls, values: npt.NDArray[np.integer[Any]]) -> "Column":
        """Return numbers of 32 bits with a sign."""
        return cls("i4", len(values), values.astype("<i4").tobytes())

    @classmethod
    def of_rising(cls, values: npt.NDArray[np.integer[Any]]) -> "Column":
        """Return numbers of 32 bits that mostly rise by the same amount from row to row."""
        steps = np.diff(values.astype("<i4"), prepend=np.int32(0))
        return cls("delta", len(values), steps.astype("<i4").tobytes())

    @classmethod
    def of_texts(cls, values: Sequence[str] | pd.Series) -> "Column":
        """Return texts of any length; those of a series never become objects of Python."""
        texts = pa.table({"texts": values})["texts"].combine_chunks().cast(pa.large_string())
        _, where, content = texts.buffers()
        ends = np.frombuffer(where, dtype="<i8")[texts.offset :][: len(texts) + 1]
        packed = content.slice(ends[0], ends[-1] - ends[0]).to_pybytes()
        return cls("text", len(texts), np.diff(ends).astype("<u4").tobytes() + packed)


def pack_columns(columns: Mapping[str, Column], further: Mapping[str, object]) -> bytes:
    """Return a column file, the same to the byte for the same input.

    Args:
        columns: The columns by their names.
        further: What else the header says, as JSON can hold it.
    """
    named = [[name, column.kind, column.rows] for name, column in columns.items()]
    header = json.dumps({"columns": named, **further}, ensure_ascii=False).encode()
    header = header.ljust(_padded(len(header)))
    contents = [each.content.ljust(_padded(len(each.content)), b"\0") for each in columns.values()]
    return _zip(b"".join([len(header).to_bytes(4, "little"), header, *contents]))


def pack_mask(mask: Mask) -> str | None:
    """Return a mask as text: a bit a row, compressed, in base64.

    None where it is true everywhere.
    """
    if mask.all():
        return None
    bits = np.packbits(mask, bitorder="little").tobytes()
    return base64.b64encode(_zip(bits)).decode()


def _padded(length: int) -> int:
    """Return the next multiple of four."""
    return -(-length // 4) * 4


def _zip(content: bytes) -> bytes:
    """Return compressed, without the time of day in it."""
    return gzip.compress(content, compresslevel=6, mtime=0)
