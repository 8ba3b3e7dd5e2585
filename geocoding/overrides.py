"""Points that a person has set: they win over every geocoder.

`data/overrides.csv` has one row per point: id or address (or both), lat, lon, precision,
reason, date. A row with both shows when the address of that id has changed since.
"""

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from geocoding.errors import TableError
from geocoding.files.formulas import restored
from geocoding.files.regular_files import require_regular
from geocoding.locale import message
from geocoding.locale.validation import refusal
from geocoding.matches import TableGeocoder, match_rows, stated_addresses
from geocoding.model import Address, Match, Point, Precision, Status
from geocoding.text import locality_key, read_address, read_postal_code, read_street, street_key

COLUMNS = ("id", "address", "lat", "lon", "precision", "reason", "date")
TEXT_COLUMNS: Final = ("id", "address", "reason")
"""Those that hold any text: in a file, what looks like a formula has an apostrophe before it."""

LONGEST_ID: Final = 50
LONGEST_ADDRESS: Final = 300
LONGEST_REASON: Final = 1000
"""Characters of a text; what is longer is refused."""

_ACCURACY_M = {Precision.BUILDING: 50.0, Precision.STREET: 500.0}
_COARSE_M = 3000.0
_ADDRESS_CHECK = "override_address"

STALE_OVERRIDE = f"{_ADDRESS_CHECK}=failed"
"""What the checks of a row hold whose address is another than its override's."""


def _plain_breaks(text: str) -> str:
    """Give the text with every line break as one character: a lone one of old Macs ends no row."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_Id = Annotated[str, Field(max_length=LONGEST_ID), AfterValidator(_plain_breaks)]
_Words = Annotated[str, Field(max_length=LONGEST_ADDRESS), AfterValidator(_plain_breaks)]
_Reason = Annotated[
    str, Field(min_length=1, max_length=LONGEST_REASON), AfterValidator(_plain_breaks)
]


class Override(BaseModel):
    """One point that a person has set.

    Attributes:
        id: The row's own key in the table that is geocoded; at most LONGEST_ID characters.
        address: The address that it was set for, in words; at most LONGEST_ADDRESS characters.
        lat: Degrees, WGS 84, in Poland.
        lon: Degrees, WGS 84, in Poland.
        precision: What the point stands for.
        reason: Why it was set, and by what; at most LONGEST_REASON characters.
        date: The day on which it was set.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: _Id = ""
    address: _Words = ""
    lat: Annotated[float, Field(ge=48.9, le=54.95)]
    lon: Annotated[float, Field(ge=14.05, le=24.2)]
    precision: Precision
    reason: _Reason
    date: date

    @model_validator(mode="after")
    def _is_for_something(self) -> Self:
        """Refuse a point without a row."""
        if not self.id and not self.address:
            raise ValueError(message("overrides-no-place"))
        return self


class Overridden:
    """A geocoder whose answers give way to points that a person has set."""

    def __init__(self, geocoder: TableGeocoder, overrides: list[Override]) -> None:
        """Make a geocoder over another one and some overrides."""
        self._geocoder = geocoder
        self._by_id = {one.id: one for one in overrides if one.id}
        self._by_address = {
            address_key(read_address(one.address)): one for one in overrides if not one.id
        }

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return one row of answers per row of addresses, index kept; the column `id` is looked at.

        Where the address of an id is another than the override was made for, the check
        `override_address` fails.
        """
        answers = self._geocoder.match_table(addresses)
        places = np.flatnonzero(self._may_be_overridden(addresses)).tolist()
        rows = addresses.iloc[places]
        ids = rows["id"] if "id" in rows else [""] * len(rows)
        found = {
            place: match
            for place, row_id, address in zip(places, ids, stated_addresses(rows), strict=True)
            if (match := self._find(row_id, address))
        }
        manual = match_rows(list(found.values()), index=pd.Index(found))
        columns = {
            name: _replaced(column, manual[name], list(found)) if name in manual else column
            for name, column in answers.items()
        }
        return pd.DataFrame(columns, index=answers.index)

    def _may_be_overridden(self, addresses: pd.DataFrame) -> NDArray[np.bool_]:
        """Return which rows have an id or a locality that an override has."""
        wanted = np.zeros(len(addresses), dtype=np.bool_)
        if "id" in addresses:
            wanted |= addresses["id"].isin(list(self._by_id)).to_numpy()
        if self._by_address:
            localities = {locality for _, _, locality, _ in self._by_address}
            city = addresses.get("city", pd.Series("", index=addresses.index)).fillna("")
            known = {name: locality_key(name) in localities for name in city.unique()}
            wanted |= city.map(known).to_numpy(dtype=np.bool_)
        return wanted

    def _find(self, row_id: str, address: Address) -> Match | None:
        """Return the manual match for a row, None where no person has set one."""
        key = address_key(address)
        override = self._by_id.get(row_id) or self._by_address.get(key)
        if override is None:
            return None
        is_stale = bool(override.address) and address_key(read_address(override.address)) != key
        return Match(
            status=Status.MANUAL,
            precision=override.precision,
            point=Point(override.lat, override.lon),
            accuracy_m=_ACCURACY_M.get(override.precision, _COARSE_M),
            matched_label=override.address,
            score=1.0,
            checks={_ADDRESS_CHECK: not is_stale} if override.address else {},
            provider="override",
            decided_by=f"{override.date}: {override.reason}",
        )


def _replaced(column: pd.Series, manual: pd.Series, places: list[int]) -> pd.Series:
    """Return a column whose cells at some places are other ones."""
    column = column.copy()
    column.iloc[places] = manual.to_numpy()
    return column


def address_key(address: Address) -> tuple[str, str, str, str]:
    """Return what all spellings of one address have in common: street, number, locality, code."""
    line = read_street(f"{address.street} {address.number}")
    number = "/".join(filter(None, (line.number, line.flat)))
    return (
        street_key(line.street),
        number,
        locality_key(address.city),
        read_postal_code(address.postal_code),
    )


def load_overrides(path: Path) -> list[Override]:
    """Return the overrides in a file; none where the file does not exist.

    Raises:
        TableError: The file's columns or rows are not as they should be; all of it is named.
    """
    try:
        require_regular(path)
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise TableError(message("overrides-not-read", path=str(path), error=str(error))) from error
    return read_overrides(content, name=path)


def read_overrides(content: bytes, *, name: object) -> list[Override]:
    """Return the overrides in a file's content.

    Args:
        content: The file's bytes.
        name: What a message calls the file.

    Raises:
        TableError: The columns or rows are not as they should be; all of it is named.
    """
    try:
        text = content.decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""))
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise TableError(
                message("overrides-columns", name=str(name), columns=", ".join(COLUMNS))
            )
        overrides, problems = _read_rows(reader)
    except UnicodeError as error:
        raise TableError(message("overrides-encoding", name=str(name), error=str(error))) from error
    except csv.Error as error:
        raise TableError(message("overrides-no-table", name=str(name), error=str(error))) from error
    if problems:
        raise TableError(f"{name}: " + "; ".join(problems))
    return overrides


def _read_rows(reader: "csv.DictReader[str]") -> tuple[list[Override], list[str]]:
    """Return the rows that are as they should be, and what is wrong with the others."""
    overrides: list[Override] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for row in reader:
        line = reader.line_num
        try:
            override = Override.model_validate(_unguarded(row))
        except ValidationError as error:
            problems += [
                message(
                    "overrides-cell" if one["loc"] else "overrides-row",
                    line=str(line),
                    column=".".join(map(str, one["loc"])),
                    reason=refusal(one),
                )
                for one in error.errors()
            ]
            continue
        key = override.id or override.address
        if key in seen:
            problems.append(
                message("overrides-twice", line=str(line), key=repr(key), first=str(seen[key]))
            )
        seen[key] = line
        overrides.append(override)
    return overrides, problems


def _unguarded(row: Mapping[str, str]) -> dict[str, str]:
    """Give the cells of a row without the apostrophes that keep spreadsheets from running them."""
    return {
        name: restored(cell) if name in TEXT_COLUMNS and cell else cell
        for name, cell in row.items()
    }
