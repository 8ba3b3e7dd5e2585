"""The gate before a service: its limits over all threads, waits it asks for, retries."""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from geocoding.errors import ServiceError, ServiceNotAskedError, ServiceRefusedError
from geocoding.locale import message

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits for the requests to a service.

    Attributes:
        interval_s: Seconds from one request to the next, over all threads.
        attempts: Requests for one question, the first included.
        patience_s: The longest wait that is accepted; a service that asks for more is given up.
        failures: Questions that may fail in a row before the service is asked no more.
    """

    interval_s: float = 1.0
    attempts: int = 3
    patience_s: float = 120.0
    failures: int = 5


class RateLimiter:
    """Lets requests through one after another; shared by all threads that ask one service."""

    def __init__(
        self,
        limits: Limits,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Make a gate that is open; the clock and the sleep are in seconds."""
        self._limits = limits
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._open_at = clock()
        self._failed_in_a_row = 0

    def ask(self, request: Callable[[], Answer]) -> Answer:
        """Return the request's answer, after as many attempts as the limits allow.

        Raises:
            ServiceNotAskedError: The service failed too often before.
            ServiceError: The last attempt failed, or the service asks for too long a wait.
        """
        if self._failed_in_a_row >= self._limits.failures:
            raise ServiceNotAskedError(message("service-not-asked", count=self._failed_in_a_row))
        try:
            answer = self._attempt(request)
        except ServiceError:
            with self._lock:
                self._failed_in_a_row += 1
            raise
        self._failed_in_a_row = 0
        return answer

    def _attempt(self, request: Callable[[], Answer]) -> Answer:
        """Return the answer of the first attempt that has one; the error of the last."""
        for attempt in range(1, self._limits.attempts + 1):
            self._wait_for_turn()
            try:
                return request()
            except ServiceError as error:
                wait_s = _wait_after(error, attempt)
                self._hold(min(error.retry_after_s or 0.0, self._limits.patience_s))
                if attempt == self._limits.attempts or not self._is_worth(wait_s):
                    raise
                self._hold(wait_s)
        raise AssertionError("limits allow no attempt")

    def _is_worth(self, wait_s: float) -> bool:
        """Say whether a wait is no longer than what is accepted."""
        return wait_s <= self._limits.patience_s

    def _wait_for_turn(self) -> None:
        """Sleep until the next request may go, and take its turn."""
        while True:
            with self._lock:
                now = self._clock()
                wait_s = self._open_at - now
                if wait_s <= 0:
                    self._open_at = now + self._limits.interval_s
                    return
            self._sleep(wait_s)

    def _hold(self, wait_s: float) -> None:
        """Delay the requests of all threads by some seconds."""
        with self._lock:
            self._open_at = max(self._open_at, self._clock() + wait_s)


def _wait_after(error: ServiceError, attempt: int) -> float:
    """Return seconds to wait after an attempt: as the service says, else twice as long each time.

    Without end where another attempt is no use: the service refused and names no time.
    """
    if error.retry_after_s is not None:
        return error.retry_after_s
    return math.inf if isinstance(error, ServiceRefusedError) else float(2**attempt)
