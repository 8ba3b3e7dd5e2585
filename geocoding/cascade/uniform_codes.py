"""Columns of postal codes that all have the one form '32-700', read as bytes and not as texts."""

import numpy as np
import pyarrow as pa

from geocoding.gazetteer.lookup import Ints

_WIDTH = 6
_DASH = 2
_WEIGHTS = ((0, 10_000), (1, 1_000), (3, 100), (4, 10), (5, 1))
_LARGEST_DIGIT = 9


def uniform_digits(column: pa.Array | pa.ChunkedArray) -> Ints | None:
    """Give the five digits of each code as a number; None unless all are like '32-700'."""
    if column.null_count or not len(column):
        return None
    if isinstance(column, pa.ChunkedArray):  # of a table that was put together from several
        column = column.combine_chunks()
    # Reads the bytes of Arrow's buffers in place: making Python texts of a million codes takes
    # longer than answering them.
    _, offsets, data = column.buffers()
    wide = pa.types.is_large_string(column.type)
    ends = np.frombuffer(offsets, dtype=np.int64 if wide else np.int32)
    ends = ends[column.offset : column.offset + len(column) + 1]
    if data is None or (np.diff(ends) != _WIDTH).any():
        return None
    signs = np.frombuffer(data, dtype=np.uint8, count=ends[-1] - ends[0], offset=ends[0])
    signs = np.ascontiguousarray(signs.reshape(-1, _WIDTH).T)  # one row for each place
    values = signs - np.uint8(ord("0"))  # what is no digit wraps round to a large number
    digits = np.zeros(len(column), dtype=np.int64)
    sound: bool = (signs[_DASH] == ord("-")).all()
    for place, weight in _WEIGHTS:
        sound &= values[place].max() <= _LARGEST_DIGIT
        digits += weight * values[place].astype(np.int64)
    return digits if sound else None
