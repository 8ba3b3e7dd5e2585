"""One writer at a time: all others wait, in this process and in every other one."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

_PATIENCE_S: Final = 30.0


@contextmanager
def alone_with(table: Path, *, patience_s: float = _PATIENCE_S) -> Iterator[None]:
    """Keep all other writers away from a table and what belongs to it.

    The lock is an empty file beside the table, `.NAME.lock`, which stays there; a process that
    ends, however it ends, lets go of it.

    Args:
        table: The table's file, which need not exist.
        patience_s: Seconds to wait for another writer.

    Raises:
        OSError: Another writer takes longer than that, or the folder cannot be written.
    """
    if not table.parent.is_dir():  # FileLock would make it
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(table.parent))
    lock = FileLock(table.with_name(f".{table.name}.lock"), timeout=patience_s)
    try:
        lock.acquire()
    except Timeout as error:
        said = f"another program has been writing it for {patience_s:.0f} s"
        raise TimeoutError(errno.ETIMEDOUT, said, str(table)) from error
    try:
        yield
    finally:
        lock.release()
