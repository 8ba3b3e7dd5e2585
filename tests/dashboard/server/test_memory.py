import subprocess
import sys

import pyarrow as pa
import pytest

from dashboard.server.memory import give_memory_back

HEAPS = """
import ctypes, threading
from dashboard.server.memory import give_memory_back

give_memory_back()
together = threading.Barrier(16)

def take():
    taken = bytes(100_000)
    together.wait()

threads = [threading.Thread(target=take) for _ in range(together.parties)]
for each in threads:
    each.start()
for each in threads:
    each.join()
libc = ctypes.CDLL(None)
if hasattr(libc, "malloc_info"):  # of glibc alone
    libc.fopen.restype = ctypes.c_void_p
    told = ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w"))
    libc.malloc_info(0, told)
    libc.fclose(told)
"""
"""Many threads that take memory at once, and then what heaps there are."""


@pytest.fixture
def kept_pool():
    """Arrow's memory pool, which is another one for a test alone."""
    pool = pa.default_memory_pool()
    yield pool
    pa.set_memory_pool(pool)


def test_tables_are_made_in_memory_of_the_system(kept_pool):
    give_memory_back()
    before = kept_pool.bytes_allocated()
    table = pa.table({"title": [f"Praktyka {number}" for number in range(10_000)]})
    assert table.nbytes > 100_000
    assert pa.default_memory_pool().backend_name == "system"
    assert pa.total_allocated_bytes() >= table.nbytes
    assert kept_pool.backend_name == "system" or kept_pool.bytes_allocated() == before


def test_threads_share_heaps():
    command = [sys.executable, "-c", HEAPS]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    assert told.stdout.count("<heap nr=") <= 2
