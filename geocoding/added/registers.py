"""GUS's registers TERC (units), SIMC (localities) and ULIC (streets), as GUS serves them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from geocoding.added.kind import Contents, Kind, NumberedTable, SourceFile, too_few
from geocoding.address_points import OfficialName, encoded_names
from geocoding.errors import AddedDataError
from geocoding.locale import message
from geocoding.model import CommuneKind

_GUS = "Statistics Poland (GUS)"
_GUS_URL = "https://eteryt.stat.gov.pl/"
_KINDS_OF_COMMUNE = {
    "1": CommuneKind.URBAN,
    "2": CommuneKind.RURAL,
    "3": CommuneKind.MIXED,
}
_KINDS = frozenset("1234589")
_VOIVODESHIPS = 16
_FEWEST_COMMUNES = 2_400
_FEWEST_LOCALITIES = 90_000
_FEWEST_STREETS = 150_000
_DIGITS_OF_SYMBOL = 7
_DIGITS_OF_STREET = 5

STREETS = "ulic"
"""Name of the kind of the register of streets."""
STREETS_FILE = "streets.arrow"
"""What the names of its streets are stored as."""


@dataclass(frozen=True, kw_only=True)
class RegisterOfUnits(Kind):
    """TERC: names and kinds of all voivodeships, counties and communes."""

    name: str = "terc"
    title: str = "Register of territorial units (TERC)"
    publisher: str = _GUS
    publisher_url: str = _GUS_URL
    attribution: str = "Główny Urząd Statystyczny (GUS), TERYT"
    columns: frozenset[str] = field(
        default=frozenset({"WOJ", "POW", "GMI", "RODZ", "NAZWA", "NAZWA_DOD", "STAN_NA"})
    )

    def recognises(self, source: SourceFile) -> bool:
        """Return whether a table of the file has the register's headings."""
        return _table(source, self.columns) is not None

    def read(self, source: SourceFile) -> Contents:
        """Return the communes: name and kind by code.

        Raises:
            AddedDataError: A code, a kind or a day is none, or units are missing.
        """
        communes: dict[str, dict[str, str]] = {}
        voivodeships, days = set(), set()
        for row, cells in _rows(source, self.columns):
            code = _code(source, row, cells, ("WOJ", "POW", "GMI"))
            if cells["RODZ"] and cells["RODZ"] not in _KINDS:
                raise _fault(source, row, "RODZ", cells, "kind")
            days.add(_day(source, row, cells))
            voivodeships.add(code[:2])
            if cells["RODZ"] in _KINDS_OF_COMMUNE:
                if code in communes:
                    raise _fault(source, row, "GMI", cells, "once")
                kind = _KINDS_OF_COMMUNE[cells["RODZ"]]
                communes[code] = {"name": cells["NAZWA"], "kind": kind}
        _require_all(source, "voivodeships", len(voivodeships), _VOIVODESHIPS)
        _require_all(source, "communes", len(communes), _FEWEST_COMMUNES)
        content = json.dumps(communes, ensure_ascii=False).encode()
        return Contents(day=max(days), rows=len(communes), files={"communes.json": content})


@dataclass(frozen=True, kw_only=True)
class RegisterOfLocalities(Kind):
    """SIMC: every locality with its commune."""

    name: str = "simc"
    title: str = "Register of localities (SIMC)"
    publisher: str = _GUS
    publisher_url: str = _GUS_URL
    attribution: str = "Główny Urząd Statystyczny (GUS), TERYT"
    columns: frozenset[str] = field(
        default=frozenset({"WOJ", "POW", "GMI", "RODZ_GMI", "RM", "NAZWA", "SYM", "STAN_NA"})
    )

    def recognises(self, source: SourceFile) -> bool:
        """Return whether a table of the file has the register's headings."""
        return _table(source, self.columns) is not None

    def read(self, source: SourceFile) -> Contents:
        """Return the localities: symbol, name and the commune's code.

        Raises:
            AddedDataError: A code, a symbol or a day is none, or localities are missing.
        """
        lines, days, symbols = ["sym;name;teryt"], set(), set()
        for row, cells in _rows(source, self.columns):
            code = _code(source, row, cells, ("WOJ", "POW", "GMI"))
            symbol = _symbol(source, row, cells)
            if symbol in symbols:
                raise _fault(source, row, "SYM", cells, "once")
            symbols.add(symbol)
            days.add(_day(source, row, cells))
            lines.append(f"{symbol};{cells['NAZWA']};{code}")
        _require_all(source, "localities", len(symbols), _FEWEST_LOCALITIES)
        content = "\n".join(lines).encode()
        return Contents(day=max(days), rows=len(symbols), files={"localities.csv": content})


@dataclass(frozen=True, kw_only=True)
class RegisterOfStreets(Kind):
    """ULIC: the names of all streets, in parts.

    It makes the streets of address points (PRG) known by their parts: a surname alone, an initial
    or a title is then told from other words, and no word of a street's name passes for a typing
    error. It has no positions, so without address points it serves no answer.
    """

    name: str = STREETS
    title: str = "Register of streets (ULIC)"
    publisher: str = _GUS
    publisher_url: str = _GUS_URL
    attribution: str = "Główny Urząd Statystyczny (GUS), TERYT"
    columns: frozenset[str] = field(
        default=frozenset(
            {"WOJ", "POW", "GMI", "SYM", "SYM_UL", "CECHA", "NAZWA_1", "NAZWA_2", "STAN_NA"}
        )
    )

    def recognises(self, source: SourceFile) -> bool:
        """Return whether a table of the file has the register's headings."""
        return _table(source, self.columns) is not None

    def read(self, source: SourceFile) -> Contents:
        """Return the names in parts, by voivodeship and symbol.

        Raises:
            AddedDataError: A code, a symbol, a name or a day is none, or streets are missing.
        """
        names, days, streets = set(), set(), set()
        for row, cells in _rows(source, self.columns):
            _code(source, row, cells, ("WOJ", "POW", "GMI"))
            place, symbol = _symbol(source, row, cells), cells["SYM_UL"]
            if len(symbol) != _DIGITS_OF_STREET or not symbol.isdigit():
                raise _fault(source, row, "SYM_UL", cells, "five-digits")
            if not cells["NAZWA_1"]:
                raise _fault(source, row, "NAZWA_1", cells, "name")
            if (place, symbol) in streets:
                raise _fault(source, row, "SYM_UL", cells, "once")
            streets.add((place, symbol))
            days.add(_day(source, row, cells))
            parts = (cells["CECHA"], cells["NAZWA_1"], cells["NAZWA_2"])
            names.add(OfficialName(cells["WOJ"], symbol, *parts))
        _require_all(source, "streets", len(streets), _FEWEST_STREETS)
        files = {STREETS_FILE: encoded_names(sorted(names))}
        return Contents(day=max(days), rows=len(streets), files=files)


def _symbol(source: SourceFile, row: int, cells: dict[str, str]) -> str:
    """Return the symbol of the row's locality."""
    symbol = cells["SYM"]
    if len(symbol) != _DIGITS_OF_SYMBOL or not symbol.isdigit():
        raise _fault(source, row, "SYM", cells, "symbol")
    return symbol


def _table(source: SourceFile, columns: frozenset[str]) -> NumberedTable | None:
    """Return the table of a file that has these columns, None where there is none."""
    return next((each for each in source.tables if columns <= set(each.headings)), None)


def _rows(source: SourceFile, columns: frozenset[str]) -> Iterable[tuple[int, dict[str, str]]]:
    """Return the numbered rows of the table that has these columns."""
    table = _table(source, columns)
    return table.numbered(source) if table else ()


def _code(source: SourceFile, row: int, cells: dict[str, str], columns: tuple[str, ...]) -> str:
    """Return the code that stands in several columns of two digits, the last perhaps empty."""
    parts = []
    for column in columns:
        value = cells[column]
        may_be_empty = column != "WOJ" and not value
        if not may_be_empty and not (len(value) == 2 and value.isdigit()):  # noqa: PLR2004
            raise _fault(source, row, column, cells, "two-digits")
        parts.append(value)
    return "".join(parts)


def _day(source: SourceFile, row: int, cells: dict[str, str]) -> date:
    """Return the day of the row."""
    try:
        return date.fromisoformat(cells["STAN_NA"])
    except ValueError:
        raise _fault(source, row, "STAN_NA", cells, "day") from None


def _fault(
    source: SourceFile, row: int, column: str, cells: dict[str, str], expected: str
) -> AddedDataError:
    """Return the error for a cell of a register."""
    return source.fault(
        row=row,
        column=column,
        value=cells[column],
        expected=message(f"added-expected-{expected}"),
        remedy=message("added-remedy-registers"),
    )


def _require_all(source: SourceFile, what: str, found: int, fewest: int) -> None:
    """Refuse a register with too few records.

    Raises:
        AddedDataError: There are fewer.
    """
    if found < fewest:
        raise too_few(source, what, found=found, fewest=fewest, remedy="registers")
