"""The density of a PNG, so that it prints in its own size."""

import struct
import zlib
from typing import Final

_MM_PER_INCH: Final = 25.4
_HEAD_END: Final = 33
"""Where the header chunk ends: signature 8, length 4, name 4, content 13, checksum 4."""
_PER_METRE: Final = 1


def with_density(image: bytes, ppi: float) -> bytes:
    """Give the same PNG with its pixels per inch in a pHYs chunk (PNG specification, 11.3.4.3)."""
    per_metre = round(ppi / _MM_PER_INCH * 1000)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, _PER_METRE)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return image[:_HEAD_END] + chunk + image[_HEAD_END:]
