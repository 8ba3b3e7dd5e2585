"""A process of its own for work that may go wrong: its death is an error here, and no more.

The process starts with the first call and answers any number of them. After one that took too
long, too much memory, or that ended it, the next call starts another process.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, Timer
from types import TracebackType
from typing import IO, Final, Self, TypeVar, TypeVarTuple, cast

from dashboard.errors import DashboardError, WorkerError
from dashboard.practices.worker_program import (
    LENGTH,
    MAX_MEMORY_BYTES,
    NO_MEMORY_STATUS,
    Answer,
    main,
)

MAX_ANSWER_BYTES: Final = 64 * 2**20
"""Size of what a call may give."""

START_S: Final = 120
"""How long a process may take until it is ready: seconds, but on a machine that is very busy."""
_DYING_S: Final = 5
_ENDING_S: Final = 2
"""How long a process that has closed its pipe may take to be gone."""
_Ts = TypeVarTuple("_Ts")
_T = TypeVar("_T")
_NO_MEMORY: Final = {NO_MEMORY_STATUS, -signal.SIGABRT, -getattr(signal, "SIGKILL", 0)}
"""How a process ends whose memory does not do: by itself, by a library, or by the system."""
_PROGRAM: Final = (
    f"import sys; sys.path.append({str(Path(__file__).parents[2])!r}); "
    f"from {main.__module__} import main; main(sys.argv[1])"
)
_FEW_THREADS: Final = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",  # the others take address space ahead of the need
}


class Worker:
    """A process that runs functions; to be used by one thread at a time, but for `stop`."""

    def __init__(self, imports: str) -> None:
        """Make it; the process starts with the first call, or with `start`.

        Args:
            imports: The module that the functions need; the process imports it at its start.
        """
        self._imports = imports
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ready = False
        self._is_stopped = False

    def __enter__(self) -> Self:
        """Give the worker itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self.close()

    def start(self) -> None:
        """Start the process unless it is there; it is ready some two seconds later.

        Raises:
            WorkerError: The system does not start it.
        """
        self._started()

    def call(self, seconds: int, function: Callable[[*_Ts], _T], *args: *_Ts) -> _T:
        """Return what a function gives in the process.

        Args:
            seconds: How long it may take.
            function: A function of a module; pickle can pass it, its arguments and what it gives.
            args: Its arguments.

        Raises:
            DashboardError: What the function raised.
            WorkerError: The process gave no answer.
        """
        request = pickle.dumps((seconds, function, args))
        process = self._started()
        if not self._is_ready:
            self._bounded(process, START_S, partial(_await_start, process))
            self._is_ready = True
        answer = self._bounded(process, seconds, partial(_ask, process, request))
        if answer.is_last:
            self.close()
        if answer.is_error:
            raise cast("DashboardError", answer.value)
        return cast("_T", answer.value)

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def is_stopped(self) -> bool:
        """Whether it answers no more."""
        return self._is_stopped

    def stop(self) -> None:
        """End the running call, and every later one, with a WorkerError."""
        self._is_stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process: by itself where it is idle, since its requests end."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):  # where something was not written yet
            cast("IO[bytes]", process.stdin).close()
        try:
            process.wait(_ENDING_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        with suppress(OSError):
            cast("IO[bytes]", process.stdout).close()

    def _started(self) -> subprocess.Popen[bytes]:
        """Return the process, once it is there."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._is_ready = False
        try:
            self._process = subprocess.Popen(  # noqa: S603  a program of ours
                [sys.executable, "-P", "-c", _PROGRAM, self._imports],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, **_FEW_THREADS},
            )
        except OSError as error:
            raise WorkerError("start") from error
        return self._process

    def _bounded(
        self, process: subprocess.Popen[bytes], seconds: int, exchange: Callable[[], _T]
    ) -> _T:
        """Return what an exchange with the process gives within some seconds.

        Else the process is gone.

        Raises:
            WorkerError: It gives nothing.
        """
        if self._is_stopped:
            raise WorkerError("stopped")
        is_late = Event()
        timer = Timer(seconds, _end, (process, is_late))
        timer.start()
        is_done = False
        try:
            given = exchange()
            is_done = True
        except (OSError, EOFError) as error:
            raise self._loss(process, seconds if is_late.is_set() else 0) from error
        finally:
            timer.cancel()
            if not is_done or is_late.is_set():
                process.kill()
                self.close()
        return given

    def _loss(self, process: subprocess.Popen[bytes], late_s: int) -> WorkerError:
        """Return why a process gave no answer.

        Args:
            process: The process, which is ending.
            late_s: The seconds that were not enough for it; 0 where it was not that.
        """
        if self._is_stopped:
            return WorkerError("stopped")
        if late_s:
            return WorkerError("time", limit=late_s)
        with suppress(subprocess.TimeoutExpired):
            if process.wait(_DYING_S) in _NO_MEMORY:
                return WorkerError("memory", limit=MAX_MEMORY_BYTES)
        return WorkerError("crash")


def _await_start(process: subprocess.Popen[bytes]) -> None:
    """Wait until a process is ready for requests.

    Raises:
        EOFError: It ended before.
    """
    if len(cast("IO[bytes]", process.stdout).read(LENGTH.size)) < LENGTH.size:
        raise EOFError


def _ask(process: subprocess.Popen[bytes], request: bytes) -> Answer:
    """Return what a process answers to a request.

    Raises:
        OSError: The process is gone.
        EOFError: The process ended without an answer.
        WorkerError: The answer is too large.
    """
    asked, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    asked.write(LENGTH.pack(len(request)))
    asked.write(request)
    asked.flush()
    head = answers.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    if length > MAX_ANSWER_BYTES:
        raise WorkerError("output", limit=MAX_ANSWER_BYTES)
    written = answers.read(length)
    if len(written) < length:
        raise EOFError
    return cast("Answer", pickle.loads(written))  # noqa: S301  of a program of ours


def _end(process: subprocess.Popen[bytes], is_late: Event) -> None:
    """End a process that takes too long."""
    is_late.set()
    process.kill()
