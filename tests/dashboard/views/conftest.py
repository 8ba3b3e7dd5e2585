"""What the tests of the views read files with."""

import gzip
import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

DTYPES = {"u1": "u1", "i4": "<i4", "delta": "<i4"}


@pytest.fixture
def read_columns() -> Callable[[bytes], dict[str, Any]]:
    """A function that reads a column file as its documentation says: columns, further values."""

    def read(file: bytes) -> dict[str, Any]:
        content = gzip.decompress(file)
        length = int.from_bytes(content[:4], "little")
        header = json.loads(content[4 : 4 + length])
        at = 4 + length
        found = {name: value for name, value in header.items() if name != "columns"}
        for name, kind, rows in header["columns"]:
            found[name], size = _read_column(kind, rows, content[at:])
            at += -(-size // 4) * 4
        assert at == len(content)
        return found

    return read


def _read_column(kind: str, rows: int, content: bytes) -> tuple[list[Any], int]:
    """The values of the column that begins a content, and how many bytes they take."""
    if kind != "text":
        values = np.frombuffer(content, DTYPES[kind], count=rows)
        return (np.cumsum(values) if kind == "delta" else values).tolist(), values.nbytes
    lengths = np.frombuffer(content, "<u4", count=rows)
    ends = [lengths.nbytes, *(lengths.nbytes + np.cumsum(lengths)).tolist()]
    return [content[start:end].decode() for start, end in pairwise(ends)], ends[-1]
