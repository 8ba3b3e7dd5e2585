"""What runs in a worker process: functions that its parent asks for, one after the other.

A request is a pickled (seconds, function, arguments), an answer a pickled `Answer`; both go
through pipes, their length in eight bytes before them. The process ends with its parent: the
pipe of the requests ends then, also while a function is running.

Nothing that a file holds gets into a log: what libraries print is thrown away, and of an error
that nobody expected only the place in the program is logged.
"""

import ctypes
import io
import os
import pickle
import signal
import struct
import sys
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Final

from dashboard.errors import DashboardError, trace_of

MAX_MEMORY_BYTES: Final = 224 * 2**20
"""Memory that a worker may take on top of what it needs itself."""
NO_MEMORY_STATUS: Final = 77
"""The exit status of a worker whose memory did not do."""
LENGTH: Final = struct.Struct(">Q")
"""How the length of a request or an answer is written."""

_SPENT_BYTES: Final = 64 * 2**20
"""Memory on top of what a process needs itself, after whose use it ends to give it back."""
_GRACE_S: Final = 5
"""How much longer than the parent the process itself waits before it ends a function."""
_DATA_FIELD: Final = 5
_SET_PARENT_DEATH_SIGNAL: Final = 1
"""PR_SET_PDEATHSIG in Linux's prctl.h."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says to a request.

    Attributes:
        value: What the function gave; the DashboardError that it raised where it failed.
        is_error: Whether it failed.
        is_last: Whether the process ends now.
    """

    value: object
    is_error: bool
    is_last: bool


def main(imports: str) -> None:
    """Answer requests until the parent is gone.

    Args:
        imports: The module that requests need, so that the first one does not wait for it.
    """
    asked, answers, log = (os.dup(descriptor) for descriptor in range(3))
    with Path(os.devnull).open("r+b", buffering=0) as nothing:
        for descriptor in range(3):
            os.dup2(nothing.fileno(), descriptor)
    sys.excepthook = partial(_end_for, log)
    import_module(imports)
    _limit()
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(os.fdopen(asked, "rb"), requests), daemon=True).start()
    with os.fdopen(answers, "wb") as stream:
        stream.write(LENGTH.pack(0))  # ready
        stream.flush()
        own_bytes = _peak_bytes()
        while not _serve(requests.get(), stream, own_bytes):
            pass
    os._exit(0)


def _end_for(
    log: int, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """Log where an error came up that nobody expected, without its words, and end."""
    os.write(log, f"reading a file failed with {trace_of(error)}\n".encode(errors="replace"))
    os._exit(1)


def _limit() -> None:
    """Bound what the process may take, where the system can: on Linux the memory as well.

    On Windows and macOS the memory has no bound; there the process alone runs out of it.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  there is none on Windows

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # it would hold what the file holds
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[_DATA_FIELD])
        most = pages * resource.getpagesize() + MAX_MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _receive(asked: IO[bytes], requests: "SimpleQueue[bytes]") -> None:
    """Pass the requests on; end the process, whatever it does, when the parent is gone."""
    while len(head := asked.read(LENGTH.size)) == LENGTH.size:
        requests.put(asked.read(LENGTH.unpack(head)[0]))
    os._exit(0)


def _serve(request: bytes, answers: IO[bytes], own_bytes: int) -> bool:
    """Answer a request; whether it was the last one.

    Args:
        request: The request.
        answers: Where the answer is written.
        own_bytes: Memory of the process before its first request.
    """
    try:
        seconds, function, arguments = pickle.loads(request)  # noqa: S301  of the parent
        _end_after(seconds + _GRACE_S)
        try:
            value, is_error = function(*arguments), False
        except DashboardError as error:
            value, is_error = error, True
        is_last = _peak_bytes() > own_bytes + _SPENT_BYTES
        written = io.BytesIO()  # `dumps` would take half as much memory again
        pickle.dump(Answer(value, is_error=is_error, is_last=is_last), written)
    except MemoryError:
        os._exit(NO_MEMORY_STATUS)
    answers.write(LENGTH.pack(written.tell()))
    answers.write(written.getbuffer())
    answers.flush()
    _end_after(0)
    return is_last


def _end_after(seconds: float) -> None:
    """Set the seconds after which the system ends the process in any case; 0 for never."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _peak_bytes() -> int:
    """Give the most memory that this program ever had; 0 where the system does not say.

    `getrusage` would count what its parent had when it was started.
    """
    if sys.platform != "linux":
        return 0
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
