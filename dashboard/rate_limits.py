"""How much one visitor, and all together, may ask of the server, so that all are served."""

import time
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Final

from limits import RateLimitItemPerHour
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from pydantic import PositiveInt, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from dashboard.errors import SettingsError
from dashboard.locale import message

_MINUTE_S: Final = 60


class RateLimits(BaseSettings):
    """What may be asked for; each is an environment variable, MAPA_PRAKTYK_FILES_AT_ONCE.

    What is of one visitor begins anew with each visit; what is of all does not.

    Attributes:
        files_at_once: Files of one visitor that are being made or wait for it.
        files_per_hour: Files that one visitor asked for.
        readings_per_hour: Times that own files of one visitor were read in.
        files_waiting: Files of all visitors that are being made or wait for it.
        uploads_mib: What all visitors together hold uploaded.
        api_per_minute: Requests of one address to the open interface.
    """

    model_config = SettingsConfigDict(env_prefix="MAPA_PRAKTYK_", frozen=True)

    files_at_once: PositiveInt = 2
    files_per_hour: PositiveInt = 200
    readings_per_hour: PositiveInt = 100
    files_waiting: PositiveInt = 20
    uploads_mib: PositiveInt = 500
    api_per_minute: PositiveInt = 600


@cache
def rate_limits() -> RateLimits:
    """Return the limits that the settings give.

    Raises:
        SettingsError: One of them is no number from 1 on.
    """
    try:
        return RateLimits()
    except ValidationError as error:
        names = ", ".join(f"MAPA_PRAKTYK_{one['loc'][0]}".upper() for one in error.errors())
        raise SettingsError(message("limit-no-number", names=str(names))) from error


class HourlyLimit:
    """Limits what one visitor may ask for within an hour.

    Each has one of its own: a storage keeps the name of everybody who is counted, for ever.
    """

    def __init__(self, most: int) -> None:
        """Allow a number an hour."""
        self._item = RateLimitItemPerHour(most)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def acquire(self) -> int:
        """Count one request; return 0, or the minutes until the next one is allowed."""
        if self._limiter.hit(self._item):
            return 0
        free_at = self._limiter.get_window_stats(self._item).reset_time
        return max(1, -int((time.time() - free_at) // _MINUTE_S))


class MinuteLimit:
    """Limits what each of many visitors may ask for within a minute of the clock.

    Whoever asked is forgotten when the minute is over, so that their number stays bounded.

    Attributes:
        most: How often one may ask.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow a number a minute.

        Args:
            most: How often one may ask.
            clock: Gives seconds that never go back.
        """
        self.most = most
        self._clock = clock
        self._minute = 0
        self._counts: Counter[str] = Counter()

    def acquire(self, visitor: str) -> int:
        """Count a request of a visitor; return 0, or the seconds until the next one is allowed."""
        now = self._clock()
        minute = int(now // _MINUTE_S)
        if minute != self._minute:
            self._minute = minute
            self._counts.clear()
        if self._counts[visitor] >= self.most:
            return max(1, round((minute + 1) * _MINUTE_S - now))
        self._counts[visitor] += 1
        return 0
