"""Export jobs: each makes a file in a thread, so that the page goes on and the reader may cancel.

One bounded pool serves all visitors. A visit holds its jobs; when the visit ends, they are
dropped, and one that still runs is cancelled. So are all jobs when the server ends: Python waits
for the threads of a pool before it ends itself.
"""

import logging
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Final

from dashboard.errors import ExportError, trace_of
from dashboard.export.request import Cancelled, Progress
from dashboard.locale import message

_THREADS: Final = 2
_pool: Final = ThreadPoolExecutor(_THREADS, thread_name_prefix="file")
_numbers: Final = count(1)
_held: Final[weakref.WeakSet["Job"]] = weakref.WeakSet()
"""The files that visits hold."""

_unfinished: Final[set[Future[bytes]]] = set()
"""Of all visitors, those that are being made or wait for it."""

_log: Final = logging.getLogger(__name__)


class JobStatus(StrEnum):
    """The progress of a job."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSpec:
    """What a job is to make.

    Attributes:
        name: Its name.
        mime: Its media type.
        make: Makes it.
    """

    name: str
    mime: str
    make: Callable[[Progress], bytes]


class _ProgressReporter:
    """Passes progress from the thread to the job, and its cancelling to the thread."""

    def __init__(self) -> None:
        self.share = 0.0
        self.cancelled = threading.Event()

    def report(self, done: int, of: int) -> None:
        """Record how much is done.

        Raises:
            Cancelled: Nobody waits for the file any more.
        """
        if self.cancelled.is_set():
            raise Cancelled
        self.share = min(done / of, 1.0) if of else 0.0


class Job:
    """A file that a visitor ordered.

    The thread knows nothing of this object: a visit that ends frees it, and so gives the file up.

    Attributes:
        number: Unique among those of this process.
        spec: What it is made by.
        is_saved: Whether the browser has downloaded it.
    """

    def __init__(self, spec: JobSpec) -> None:
        """Put it at the end of the queue."""
        self.number = next(_numbers)
        self.spec = spec
        self.is_saved = False
        self._reporter = _ProgressReporter()
        self._future = _pool.submit(spec.make, self._reporter.report)
        _unfinished.add(self._future)
        self._future.add_done_callback(_unfinished.discard)
        self._future.add_done_callback(_log_failure)
        self._finalizer = weakref.finalize(self, _cancel, self._future, self._reporter)
        _held.add(self)

    @property
    def status(self) -> JobStatus:
        """Return where it stands."""
        if not self._future.done():
            return JobStatus.MAKING if self._future.running() else JobStatus.WAITING
        return JobStatus.FAILED if self._future.exception() else JobStatus.READY

    @property
    def share(self) -> float:
        """The part of the work that is done, 0 to 1."""
        return self._reporter.share

    @property
    def reason(self) -> str:
        """Why it failed, where a reader can use that; empty otherwise."""
        error = self._future.exception() if self._future.done() else None
        return str(error) if isinstance(error, ExportError) else ""

    @property
    def content(self) -> bytes:
        """The content of the file; only once it is ready."""
        return self._future.result()

    def wait(self, seconds: float) -> None:
        """Wait for its end, but not longer than this."""
        wait([self._future], timeout=seconds)

    def cancel(self) -> None:
        """End the work; the job is not to be asked anything afterwards."""
        self._finalizer()


def unfinished() -> int:
    """Return how many files of all visitors are being made or wait for it."""
    return len(_unfinished)


def close() -> None:
    """Cancel all jobs and take no more, so that the program can end."""
    for file in list(_held):
        file.cancel()
    _pool.shutdown(wait=False, cancel_futures=True)


def _cancel(future: Future[bytes], reporter: _ProgressReporter) -> None:
    reporter.cancelled.set()
    future.cancel()


def _log_failure(future: Future[bytes]) -> None:
    """Log where a file failed, without the error's message: it may hold data of persons."""
    error = None if future.cancelled() else future.exception()
    if error is None or isinstance(error, Cancelled | ExportError):
        return
    _log.error("%s", message("log-file-failed", trace=trace_of(error)))
