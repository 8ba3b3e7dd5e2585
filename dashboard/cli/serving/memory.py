"""How the server holds memory."""

import pyarrow as pa


def give_memory_back() -> None:
    """Let what the work on tables took go back to the system once it is done.

    Arrow's own pools keep it for later: some 30 MiB after a table of 100,000 practices is opened.
    """
    pa.set_memory_pool(pa.system_memory_pool())
