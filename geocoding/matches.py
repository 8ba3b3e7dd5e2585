"""Matches as rows of a table: the same columns whichever geocoder answered."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
import pandas as pd

from geocoding.errors import ServiceError
from geocoding.model import ADDRESS_PARTS, Address, Match, Status

TEXT_COLUMNS = (
    "status",
    "precision",
    "matched_label",
    "matched_postal_code",
    "matched_commune",
    "matched_county",
    "matched_voivodeship",
    "checks",
    "provider",
    "decided_by",
    "error",
)
NUMBER_COLUMNS = ("accuracy_m", "lat", "lon", "score", "score_next")


class TableGeocoder(Protocol):
    """Answers a table of addresses."""

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return one row of answers per row of addresses, with the same index."""


class AddressGeocoder(Protocol):
    """Whatever answers one address at a time."""

    @property
    def name(self) -> str:
        """What the provider is called in its answers."""

    @property
    def version(self) -> str:
        """What the answers depend on besides the address."""

    def match(self, address: Address) -> Match:
        """Return the answer for one address; ServiceError where there is none."""


class RowByRow:
    """Answers a table by asking once for each distinct address."""

    def __init__(self, geocoder: AddressGeocoder, *, workers: int = 1) -> None:
        """Make a geocoder of tables over one of single addresses, asked by several threads."""
        self._geocoder = geocoder
        self._workers = workers

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return one row of answers per row of addresses, index kept.

        A failed one has its error.
        """
        rows = stated_addresses(addresses)
        distinct = list(dict.fromkeys(rows))
        answers = dict(zip(distinct, self._answer_all(distinct), strict=True))
        return match_rows([answers[address] for address in rows], index=addresses.index)

    def _answer_all(self, addresses: list[Address]) -> list[Match]:
        """Return one match per address, in their order."""
        if self._workers == 1:
            return [self._answer(address) for address in addresses]
        with ThreadPoolExecutor(self._workers) as pool:
            return list(pool.map(self._answer, addresses))

    def _answer(self, address: Address) -> Match:
        """Return the match, or the error of a service as one."""
        try:
            return self._geocoder.match(address)
        except ServiceError as error:
            return failed(self._geocoder.name, error)


def failed(provider: str, error: ServiceError) -> Match:
    """Return the match that says why there is no answer."""
    return Match(status=Status.ERROR, provider=provider, error=str(error))


def stated_addresses(addresses: pd.DataFrame) -> list[Address]:
    """Return one address per row of a table that has any of the columns of parts."""
    parts = [
        addresses[part].fillna("").tolist() if part in addresses else [""] * len(addresses)
        for part in ADDRESS_PARTS
    ]
    return [
        Address(**dict(zip(ADDRESS_PARTS, stated, strict=True)))
        for stated in zip(*parts, strict=True)
    ]


def match_rows(matches: Sequence[Match], *, index: pd.Index) -> pd.DataFrame:
    """Return one row per match: text as text, numbers as float with NaN where there is none."""
    rows = [_row(match) for match in matches]
    texts = {name: pd.array([str(row[name]) for row in rows], dtype="str") for name in TEXT_COLUMNS}
    numbers = {name: np.array([row[name] for row in rows], dtype=float) for name in NUMBER_COLUMNS}
    return pd.DataFrame({**texts, **numbers}, index=index)


def checks_text(checks: dict[str, bool]) -> str:
    """Return checks as text: 'locality=ok;county=failed'."""
    return ";".join(f"{name}={'ok' if holds else 'failed'}" for name, holds in checks.items())


def _row(match: Match) -> dict[str, object]:
    """Return the cells of one match by column."""
    row = {name: getattr(match, name) for name in TEXT_COLUMNS if name != "checks"}
    return row | {
        "precision": match.precision or "",
        "checks": checks_text(match.checks),
        "accuracy_m": match.accuracy_m,
        "lat": match.point.lat if match.point else None,
        "lon": match.point.lon if match.point else None,
        "score": match.score,
        "score_next": match.score_next,
    }
