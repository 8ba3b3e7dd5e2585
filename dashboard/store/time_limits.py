"""How long the transactions of a store wait."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """How long a transaction waits.

    Attributes:
        lock_s: Seconds for another transaction to let go of a lock.
        statement_s: Seconds for the server to carry out one statement.
    """

    lock_s: float
    statement_s: float

    @property
    def silence_s(self) -> float:
        """Seconds in which something must be heard of the server: it speaks up before that."""
        return self.statement_s + 1


SHORT: Final = TimeLimits(lock_s=2, statement_s=4)
"""For questions that every visitor asks."""

READING: Final = TimeLimits(lock_s=2, statement_s=60)
"""For all practices."""

CORRECTING: Final = TimeLimits(lock_s=10, statement_s=20)
"""For corrections, whose reader waits before the page."""

IMPORTING: Final = TimeLimits(lock_s=30, statement_s=300)
"""For all practices, written over a slow line too."""
