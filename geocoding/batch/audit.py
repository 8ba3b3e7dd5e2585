"""What a run should be checked for: what was not found, contradictions, shared points."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pandas as pd

from geocoding.batch.table import Chunk
from geocoding.locale import message
from geocoding.matches import stated_addresses
from geocoding.model import Address, Match, Status

LISTED = 200
"""Rows of each kind that are listed; the others are counted."""

_MANY = 5  # rows on one point that are worth a look
_FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """A row without a point.

    Attributes:
        row: Number of the row; the first after the header is 1.
        status: Its status.
        query: The address that was looked for.
        reason: Why there is no point.
        rejected: The best candidate that was not taken; empty where there was none.
    """

    row: int
    status: str
    query: str
    reason: str
    rejected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A row whose point does not fit all that the address states.

    Attributes:
        row: Number of the row; the first after the header is 1.
        query: The address that was looked for.
        matched: What was matched.
        checks: The checks, those that failed among them.
        decided_by: The rule that decided all the same.
    """

    row: int
    query: str
    matched: str
    checks: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """A point that many rows got.

    Attributes:
        matched: What was matched.
        precision: What the point stands for.
        lat: Degrees, WGS 84.
        lon: Degrees, WGS 84.
        rows: How many rows got it.
    """

    matched: str
    precision: str
    lat: float
    lon: float
    rows: int


@dataclass(slots=True)
class Audit:
    """Collects what a run should be checked for, chunk by chunk.

    Attributes:
        explain: What is known of one address, with the candidates that were rejected.
        rows: Rows so far.
        outcomes: (status, precision, voivodeship) -> rows.
        failed_checks: Name of a check -> rows in which it failed.
        open_rows: The first rows without a point.
        contradictions: The first rows with a point and a failed check.
    """

    explain: Callable[[Address], Match | None]
    rows: int = 0
    outcomes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    failed_checks: Counter[str] = field(default_factory=Counter)
    open_rows: list[OpenRow] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    _points: Counter[tuple[str, str, float, float]] = field(default_factory=Counter)

    def add(self, chunk: Chunk) -> None:
        """Take note of some more rows."""
        answers = chunk.answers
        self.outcomes.update(_rows_of(answers, "status", "precision", "matched_voivodeship"))
        is_open = answers["lat"].isna()
        self._points.update(_rows_of(answers[~is_open], "matched_label", "precision", "lat", "lon"))
        has_failed = answers["checks"].str.contains(_FAILED, regex=False) & ~is_open
        for checks, rows in Counter(answers["checks"][has_failed].tolist()).items():
            self.failed_checks.update(dict.fromkeys(failed_checks(checks), rows))
        not_skipped = answers["status"] != Status.SKIPPED
        self._list_open(chunk, _places(is_open & not_skipped, LISTED - len(self.open_rows)))
        self._list_contradictions(chunk, _places(has_failed, LISTED - len(self.contradictions)))
        self.rows += len(answers)

    def shared_points(self) -> list[SharedPoint]:
        """Return points of many rows, the most shared ones first."""
        shared = self._points.most_common(LISTED)
        return [SharedPoint(*point, rows) for point, rows in shared if rows >= _MANY]

    def count(self, part: int) -> Counter[str]:
        """Return rows by one part of the outcome: 0 status, 1 precision, 2 voivodeship."""
        counts: Counter[str] = Counter()
        for outcome, rows in self.outcomes.items():
            counts[outcome[part]] += rows
        return counts

    def _list_open(self, chunk: Chunk, places: list[int]) -> None:
        """List rows without a point."""
        answers = chunk.answers.iloc[places]
        addresses = stated_addresses(chunk.addresses.iloc[places])
        for place, address, answer in zip(places, addresses, _rows(answers), strict=True):
            reason = answer["error"] or answer["decided_by"] or message("row-not-found")
            self.open_rows.append(
                OpenRow(
                    row=self.rows + place + 1,
                    status=answer["status"],
                    query=query_text(address),
                    reason=reason,
                    rejected=self._rejected(address),
                )
            )

    def _list_contradictions(self, chunk: Chunk, places: list[int]) -> None:
        """List rows with a failed check."""
        answers = chunk.answers.iloc[places]
        addresses = stated_addresses(chunk.addresses.iloc[places])
        for place, address, answer in zip(places, addresses, _rows(answers), strict=True):
            self.contradictions.append(
                Contradiction(
                    row=self.rows + place + 1,
                    query=query_text(address),
                    matched=answer["matched_label"],
                    checks=answer["checks"],
                    decided_by=answer["decided_by"],
                )
            )

    def _rejected(self, address: Address) -> str:
        """Return the best candidate that was not taken, in words; empty where there is none."""
        match = self.explain(address)
        if match is None or not match.candidates:
            return ""
        best = match.candidates[0]
        where = ", ".join(filter(None, (best.postal_code, best.commune, best.county)))
        return f"{best.label} ({where}), score {best.score:.2f}"


def query_text(address: Address) -> str:
    """Return an address in one line, its parts in the order in which they are written."""
    street = " ".join(filter(None, (address.street, address.number)))
    town = " ".join(filter(None, (address.postal_code, address.city)))
    commune = f"gm. {address.commune}" if address.commune else ""
    county = f"pow. {address.county}" if address.county else ""
    voivodeship = f"woj. {address.voivodeship}" if address.voivodeship else ""
    return ", ".join(filter(None, (street, town, commune, county, voivodeship)))


def failed_checks(checks: str) -> list[str]:
    """Return names of the failed ones among checks ('locality=ok;county=failed')."""
    parts = (check.partition("=") for check in checks.split(";"))
    return [name for name, _, result in parts if result == _FAILED]


def _places(mask: "pd.Series[bool]", room: int) -> list[int]:
    """Return where a mask holds, from the start, as many as there is room for."""
    return [int(place) for place in mask.to_numpy().nonzero()[0][: max(room, 0)]]


def _rows_of(answers: pd.DataFrame, *columns: str) -> Iterable[tuple]:  # type: ignore[type-arg]
    """Return the values of some columns, row by row."""
    return zip(*(answers[name].tolist() for name in columns), strict=True)


def _rows(answers: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows of a few answers, texts by column."""
    return answers.to_dict("records")  # type: ignore[return-value]  # columns are named by texts
