"""How much memory the dashboard takes."""

from typing import Final

_MEBIBYTE: Final = 2**20
_PROGRAM_MIB: Final = 300
_TIMES_ITS_SIZE: Final = 6
"""Measured: 360 MiB for a table of 18 MiB, 756 MiB for one of 90 MiB."""


def memory_mib(size_bytes: int) -> int:
    """Return the memory (MiB) that preparing a table of a size takes at most, program included."""
    return _PROGRAM_MIB + _TIMES_ITS_SIZE * -(-size_bytes // _MEBIBYTE)
