import pyarrow as pa
import pytest

from dashboard.cli.serving.memory import give_memory_back


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
