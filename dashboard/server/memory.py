"""Settings of memory allocation, so that freed memory goes back to the system."""

import ctypes
import gc
import platform
from typing import Final

import pyarrow as pa

_M_ARENA_MAX: Final = -8
"""The number of that option in glibc's malloc.h."""
_HEAPS: Final = 2
_HAS_GLIBC: Final = platform.libc_ver()[0] == "glibc"


def give_memory_back() -> None:
    """Let memory that work has freed be used again or go back to the system.

    Arrow's own pools keep it for later: some 30 MiB after a table of 100,000 practices is opened.
    And glibc gives threads heaps of their own, up to eight a core, whose free pieces are of no use
    to other threads: Streamlit starts a thread a visitor, so they grow for hours. After 30
    visits of three pages the server holds 275 MiB and not 299.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    if _HAS_GLIBC:
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _HEAPS)


def trim() -> None:
    """Give free pages back to the system at once, after something large was dropped.

    glibc keeps free pieces between those in use, and a visit leaves many of them.
    """
    gc.collect()
    if _HAS_GLIBC:
        ctypes.CDLL(None).malloc_trim(0)
