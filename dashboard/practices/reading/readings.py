"""Readings of all visitors: each in a worker process, as many at a time as there are processors.

The others wait in the order in which they came, and know their place.
"""

import atexit
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from typing import Any, Final, Generic, TypeVar

from dashboard.errors import WorkerError
from dashboard.practices.reading.in_worker import new_worker
from dashboard.practices.worker import Worker

_T = TypeVar("_T")

PROCESSES: Final = max(1, os.cpu_count() or 1)
"""Worker processes at the same time."""
_READY: Final = 2
"""Processes that go on without work, so that the next reading need not wait for one."""
_IDLE_S: Final = 20
"""Seconds that idle processes wait; then they end and free their memory."""

_pool: Final = ThreadPoolExecutor(PROCESSES, thread_name_prefix="reading")
_lock: Final = threading.Lock()
_waiting: Final[list["Reading[Any]"]] = []
_running: Final[list[Worker]] = []
_idle: Final[list[tuple[float, Worker]]] = []  # since when, by the monotonic clock


class Reading(Generic[_T]):
    """Something to be read that a visit waits for."""

    def __init__(self, read: Callable[[Worker], _T]) -> None:
        """Put it at the end of the queue.

        Args:
            read: Reads it with a worker.
        """
        self._read = read
        self._worker = new_worker()
        self._is_given_up = False
        with _lock:
            _waiting.append(self)
        self._future: Future[_T] = _pool.submit(self._run)

    @property
    def place(self) -> int:
        """Its place in the queue, from 1; 0 while it is being read and afterwards."""
        with _lock:
            return _waiting.index(self) + 1 if self in _waiting else 0

    def wait(self, seconds: float) -> bool:
        """Wait for its end, but not longer than this; whether it has ended."""
        return bool(wait([self._future], timeout=seconds).done)

    def result(self) -> _T:
        """Return what was read.

        Raises:
            DashboardError: It could not be read.
        """
        return self._future.result()

    def give_up(self) -> None:
        """Read it no further; nothing happens where it has ended."""
        with _lock:
            self._is_given_up = True
            if self._future.cancel():
                _forget(self)
            elif not self._future.done():
                self._worker.stop()

    def _run(self) -> _T:
        """Read it with a process that is ready, or a new one."""
        with _lock:
            _forget(self)
            if self._is_given_up:
                raise WorkerError("stopped")
            if _idle:
                _, self._worker = _idle.pop()
            _running.append(self._worker)
        try:
            return self._read(self._worker)
        finally:
            self._put_back()

    def _put_back(self) -> None:
        """Keep a process for the next reading, or end it where enough are idle."""
        with _lock:
            _running.remove(self._worker)
            worker, self._worker = self._worker, new_worker()
            is_ready = worker.is_running and not worker.is_stopped and len(_idle) < _READY
            if is_ready:
                _idle.append((time.monotonic(), worker))
        if not is_ready:
            worker.close()
            return
        timer = threading.Timer(_IDLE_S, end_idle, (_IDLE_S - 1,))
        timer.daemon = True
        timer.start()


def make_ready() -> None:
    """Start a process ahead of a reading, unless one is idle."""
    with _lock:
        is_ready = bool(_idle or _running or _waiting)
    if not is_ready:
        with suppress(RuntimeError):  # the program is ending
            Reading(Worker.start)


def end_idle(unused_s: float) -> None:
    """End the processes that have had no work for some seconds."""
    latest = time.monotonic() - unused_s
    with _lock:
        unused = [entry for entry in _idle if entry[0] <= latest]
        for entry in unused:
            _idle.remove(entry)
    for _, worker in unused:
        worker.close()


@atexit.register
def close() -> None:
    """Give up all readings and end all processes, so that the program can end."""
    _pool.shutdown(wait=False, cancel_futures=True)
    with _lock:
        for worker in _running:
            worker.stop()
        while _idle:
            _idle.pop()[1].close()


def _forget(reading: Reading[Any]) -> None:
    """Take a reading out of the queue."""
    if reading in _waiting:
        _waiting.remove(reading)
