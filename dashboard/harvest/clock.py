"""The time as a harvest sees it: seconds that pass, a wait, and the moment of an answer."""

import time
from datetime import UTC, datetime


class Clock:
    """The clock of this machine."""

    def seconds(self) -> float:
        """Return seconds since some moment; they never go back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return datetime.now(UTC)
