"""Disks that are full and folders that nobody may enter, for whoever runs the tests.

Neither asks for a right that a test may lack. A full disk is a limit to the size of files. Where
the tests run as root, to whom every folder is open, the thread lays that privilege down.
"""

import ctypes
import os
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

LINUX_CAPABILITY_VERSION_3 = 0x20080522
PASSES_OVER_MODES = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Capabilities(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


@contextmanager
def _room_of(size_bytes: int) -> Iterator[None]:
    """Let no file grow beyond a size meanwhile."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def little_room() -> Callable[[int], AbstractContextManager[None]]:
    """What stands for a full disk: in its block no file grows beyond a size in bytes."""
    return _room_of


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Modes of files and folders count during the test, also for root."""
    if os.geteuid() or sys.platform != "linux":
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, parts = _Header(LINUX_CAPABILITY_VERSION_3, 0), (_Capabilities * 2)()
    assert libc.capget(ctypes.byref(header), parts) == 0
    before = parts[0].effective
    parts[0].effective = before & ~PASSES_OVER_MODES
    assert libc.capset(ctypes.byref(header), parts) == 0
    yield
    parts[0].effective = before
    assert libc.capset(ctypes.byref(header), parts) == 0


@pytest.fixture
def closed(tmp_path: Path, unprivileged: None) -> Iterator[Callable[[Path, int], None]]:
    """A function that gives a path another mode; it has its own again when the test is done."""
    del unprivileged
    modes: list[tuple[Path, int]] = []

    def close(path: Path, mode: int) -> None:
        modes.append((path, path.stat().st_mode))
        path.chmod(mode)

    yield close
    for path, mode in reversed(modes):
        path.chmod(mode)
    assert tmp_path.exists()
