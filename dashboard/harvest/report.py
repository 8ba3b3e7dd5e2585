"""What a run of a harvest did, page by page, and what it passed over and why."""

import csv
import io
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from geocoding.files.formulas import neutralized


class Outcome(StrEnum):
    """What became of an address; the report says each in words."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"
    UNLINKED = "unlinked"
    WOULD_ASK = "would-ask"
    CUT_OFF = "cut-off"
    ROBOTS = "robots"
    OTHER_HOST = "other-host"
    OTHER_PAGE = "other-page"
    REDIRECT = "redirect"
    ENDLESS = "endless"
    FAILED = "failed"
    LOGIN = "login"
    CAPTCHA = "captcha"
    EMPTY = "empty"


COLLECTED: Final = frozenset({Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED})
"""The outcomes of a page that is in the folder as it is on the site."""
PROBLEMS: Final = frozenset(
    {Outcome.FAILED, Outcome.LOGIN, Outcome.CAPTCHA, Outcome.EMPTY, Outcome.REDIRECT}
)
"""The outcomes of a page that should have come and did not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the report."""

    outcome: Outcome
    address: str
    detail: str = ""


@dataclass(slots=True)
class HarvestReport:
    """What a run did.

    Attributes:
        entries: A line for each article's tab, and for each address that was passed over.
        articles: Numbers of the articles that are in the folder.
        requests: How often the site was asked in this run.
        stopped: Why the run ended before all was asked; empty where it did not.
    """

    entries: list[Entry] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    requests: int = 0
    stopped: str = ""

    def add(self, outcome: Outcome, address: str, detail: str = "") -> None:
        """Add a line, unless it stands there."""
        entry = Entry(outcome, address, detail)
        if entry not in self._seen:
            self._seen.add(entry)
            self.entries.append(entry)

    _seen: set[Entry] = field(default_factory=set)

    @property
    def counts(self) -> Counter[Outcome]:
        """How many lines there are of each outcome."""
        return Counter(entry.outcome for entry in self.entries)

    @property
    def is_complete(self) -> bool:
        """Whether every page that the site links came, or is gone."""
        return not self.stopped and not any(entry.outcome in PROBLEMS for entry in self.entries)

    def to_csv(self) -> bytes:
        """Return the report as a table: outcome, address, detail."""
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer)
        writer.writerow(("outcome", "address", "detail"))
        for each in self.entries:  # addresses and redirects as the site writes them
            writer.writerow(
                (each.outcome.value, neutralized(each.address), neutralized(each.detail))
            )
        return buffer.getvalue().encode("utf-8-sig")
