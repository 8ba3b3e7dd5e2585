"""How good the data is: how positions were found, what contradicts them, which fields miss."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

import numpy as np
import pandas as pd
from pandas.api.types import is_string_dtype

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.catalog.plausible import DATES, JUDGED, bounds_words, implausible
from dashboard.practices.field_model import Use
from dashboard.practices.fields import FIELD, names_of
from dashboard.practices.value_types import FIRST_PROVISIONAL
from geocoding import Precision, Status

FIELDS: Final = names_of(Use.QUALITY)
"""What a practice should have; `locality` is there where several places are, too."""

_FAILED: Final = "=failed"
_STATED: Final = {
    "postal_code": "postal_code",
    "near_postal_code": "postal_code",
    "county": "county",
    "voivodeship": "voivodeship",
}
"""For a check, the column of the practices with what the source states; else the place's words."""

_MATCHED: Final = {
    "postal_code": "matched_postal_code",
    "near_postal_code": "matched_postal_code",
    "county": "matched_county",
    "voivodeship": "matched_voivodeship",
}
"""For a check, the column of the places with what was matched instead; else the matched label."""


VALUE_CHECKS: Final = {name: f"possible_{name}" for name in JUDGED}
"""By the column, the check that what it states can be."""

_VALUES: Final = {check: name for name, check in VALUE_CHECKS.items()}


class QualityFacet(StrEnum):
    """What positions can be filtered by."""

    STATUS = "status"
    PRECISION = "precision"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class QualityFilter:
    """Which positions a reader asked for; nothing chosen means all.

    Attributes:
        chosen: The chosen values of each facet: statuses, precisions, names of failed checks.
    """

    chosen: Mapping[QualityFacet, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of some practices, and which of their checks failed.

    A date or number of inhabitants that cannot be is a failed check of a practice's first place.

    Attributes:
        table: One row a place, columns as the catalogue's places, index 0..n-1.
        values: For every value of a facet that occurs, one entry a place: whether it has it.
            Statuses and precisions stand in their own order.
    """

    table: pd.DataFrame
    values: Mapping[QualityFacet, Mapping[str, Mask]]

    @classmethod
    def of(cls, catalog: Catalog) -> Self:
        """Give the places of all practices, in the catalogue's order."""
        table = catalog.places
        values = {
            QualityFacet.STATUS: _masks(table["status"], Status),
            QualityFacet.PRECISION: _masks(table["precision"], Precision),
            QualityFacet.CHECK: _failed(table["checks"]) | _impossible_values(catalog, table),
        }
        return cls(table=table, values=values)

    def of_practices(self, mask: Mask) -> Self:
        """Give those of the practices in a mask alone."""
        wanted = mask[self.table["row"].to_numpy()]
        if wanted.all():
            return self
        values = {
            facet: {value: each[wanted] for value, each in masks.items() if (each & wanted).any()}
            for facet, masks in self.values.items()
        }
        return type(self)(table=self.table[wanted].reset_index(drop=True), values=values)

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self.table)

    @property
    def failed(self) -> Mapping[str, Mask]:
        """For every check that failed anywhere, one entry a place: whether it failed."""
        return self.values[QualityFacet.CHECK]

    @property
    def failures(self) -> int:
        """The number of failed checks, of which a place may have several."""
        return sum(int(np.count_nonzero(mask)) for mask in self.failed.values())

    @property
    def is_located(self) -> Mask:
        """One entry a place: whether it has a point."""
        located: Mask = self.table["lat"].notna().to_numpy()
        return located

    def select(self, wanted: QualityFilter) -> Mask:
        """Give one entry a place: whether it passes every facet in use."""
        return self._passes(wanted.chosen, but=None)

    def counts(self, wanted: QualityFilter) -> dict[QualityFacet, dict[str, int]]:
        """Give for every value of every facet, how many places it shows, the others as they are.

        Values that no place has are absent.
        """
        found: dict[QualityFacet, dict[str, int]] = {}
        for facet in QualityFacet:
            others = self._passes(wanted.chosen, but=facet)
            found[facet] = {
                value: int(np.count_nonzero(mask & others))
                for value, mask in self.values[facet].items()
            }
        return found

    def _passes(
        self, chosen: Mapping[QualityFacet, Sequence[str]], *, but: QualityFacet | None
    ) -> Mask:
        """Give places that pass every facet in use except one."""
        passed = np.ones(len(self), dtype=bool)
        for facet, values in chosen.items():
            if values and facet is not but:
                masks = self.values[facet]
                known = [masks[value] for value in values if value in masks]
                passed &= np.logical_or.reduce(known) if known else False
        return passed


@dataclass(frozen=True, slots=True, eq=False)
class CatalogQuality:
    """What the quality of a catalogue is seen from, whatever is filtered.

    Attributes:
        catalog: The catalogue.
        positions: The places of all its practices.
        lacks: For every one of FIELDS, one entry a practice: whether it does not have it.
    """

    catalog: Catalog
    positions: Positions
    lacks: Mapping[str, Mask]

    @classmethod
    def of(cls, catalog: Catalog) -> Self:
        """Give the quality of a catalogue, of all its practices."""
        return cls(catalog=catalog, positions=Positions.of(catalog), lacks=lacking(catalog))


def _masks(column: "pd.Series[str]", values: Iterable[str]) -> dict[str, Mask]:
    """Give for each of some values that occurs in a column, where it does; in their order."""
    codes, present = pd.factorize(column)
    code_of = {text: code for code, text in enumerate(present)}
    return {str(value): codes == code_of[value] for value in values if value in code_of}


def _failed(checks: "pd.Series[str]") -> dict[str, Mask]:
    """Give for every check that failed anywhere, where it did; by name."""
    codes, texts = pd.factorize(checks)
    names = [
        [part.removesuffix(_FAILED) for part in text.split(";") if part.endswith(_FAILED)]
        for text in texts
    ]
    every = dict.fromkeys(name for failed in names for name in failed)
    return {name: np.array([name in failed for failed in names])[codes] for name in every}


def _impossible_values(catalog: Catalog, table: pd.DataFrame) -> dict[str, Mask]:
    """Give for each column with impossible values the first place of each practice with one."""
    rows = table["row"].to_numpy()
    is_first = ~table["row"].duplicated().to_numpy()
    found = {
        VALUE_CHECKS[name]: stated[rows] & is_first
        for name, stated in implausible(catalog.practices, catalog.today)
    }
    return {check: mask for check, mask in found.items() if mask.any()}


def contradictions(
    catalog: Catalog, positions: Positions, shown: slice = slice(None)
) -> pd.DataFrame:
    """Give one row for every failed check of a place, in the order of the places.

    Args:
        catalog: The catalogue.
        positions: Its places, or some of them.
        shown: Which of these rows are wanted.

    Returns:
        Columns: position (row of the positions' table), check (its name), stated (what the source
        says; empty where that is not one column's), matched (what was found instead, or the bounds
        of what can be).
    """
    columns = ["position", "check", "stated", "matched"]
    masks = list(positions.failed.values())
    found, checks = np.nonzero(np.column_stack(masks or [np.zeros(len(positions), dtype=bool)]))
    found, checks = found[shown], checks[shown]
    table = positions.table[["row", "place", "matched_label", *sorted(set(_MATCHED.values()))]]
    blocks = [
        _contradiction(catalog, table.take(found[checks == number]), check)
        for number, check in enumerate(positions.failed)
        if (checks == number).any()
    ]
    if not blocks:
        return pd.DataFrame(columns=columns)
    return pd.concat(blocks).sort_values("position", kind="stable", ignore_index=True)[columns]


def _contradiction(catalog: Catalog, failed: pd.DataFrame, check: str) -> pd.DataFrame:
    """Give the places where one check failed, with both sides of it."""
    stated = failed["place"]
    matched = failed[_MATCHED.get(check, "matched_label")]
    if check in _VALUES:
        name = _VALUES[check]
        values = catalog.practices[name].take(failed["row"].to_numpy())
        stated = values.dt.strftime("%Y-%m-%d") if name in DATES else values.astype("str")
        matched = pd.Series(bounds_words(name, catalog.today), index=failed.index)
    if check in _STATED:
        stated = catalog.practices[_STATED[check]].take(failed["row"].to_numpy())
    return pd.DataFrame(
        {
            "position": failed.index,
            "check": check,
            "stated": stated.to_numpy(),
            "matched": matched.to_numpy(),
        }
    )


def provisional_numbers(positions: Positions) -> Mask:
    """Give one entry a place: whether it is the first of a practice with a provisional number."""
    is_first = ~positions.table["row"].duplicated()
    found: Mask = (is_first & (positions.table["art"] >= FIRST_PROVISIONAL)).to_numpy()
    return found


def lacking(catalog: Catalog) -> dict[str, Mask]:
    """Give for every one of FIELDS, one entry a practice: whether it does not have it."""
    return {name: _is_missing(catalog.practices, name) for name in FIELDS}


def missing_fields(lacks: Mapping[str, Mask], mask: Mask) -> dict[str, int]:
    """Count for each field of `lacking` the practices in the mask without it; most first."""
    counts = {name: int(np.count_nonzero(missing & mask)) for name, missing in lacks.items()}
    return dict(sorted(counts.items(), key=lambda count: -count[1]))


def _is_missing(practices: pd.DataFrame, name: str) -> Mask:
    """Give one entry a practice: whether it lacks a field."""
    column = practices[name]
    is_empty = column == "" if is_string_dtype(column) else False
    missing: Mask = (column.isna() | is_empty).to_numpy(dtype=bool)
    several = FIELD[name].several
    return missing & _is_missing(practices, several) if several else missing
