"""Figures that an office adds for all visitors, stored beside its other added data."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from dashboard.explore.figures.figure import DIGITS, Figure
from dashboard.explore.units.local_units import LocalUnits, UnitLevel, local_units
from geocoding.added import Record, add_file, added, cached_with_added, stored_file
from geocoding.added.kind import Contents, Kind, SourceFile
from geocoding.errors import AddedDataError

_FILE = "figure.json"
_NAME = "figure-"


@dataclass(frozen=True, kw_only=True)
class _FigureFile(Kind):
    """A file that one figure was read of.

    Attributes:
        figure: The figure.
    """

    figure: Figure

    def recognises(self, source: SourceFile) -> bool:
        """Say that any file is: which it is was known before."""
        return bool(source.path.name)

    def read(self, source: SourceFile) -> Contents:
        """Give the figure as it is stored."""
        year = self.figure.caption.year
        day = source.day or (dt.date(year, 12, 31) if year else _today())
        content = self.figure.to_json()
        return Contents(day=day, rows=len(self.figure.by_code), files={_FILE: content})


def add_figure(figure: Figure, path: Path, *, day: dt.date | None = None) -> Record:
    """Add a figure for all visitors, in place of an earlier one of its name and year.

    Args:
        figure: The figure.
        path: The file that it was read of.
        day: The day of its data; None for the last day of its year.

    Raises:
        AddedDataError: It cannot be stored; what was there before is unchanged.
    """
    caption = figure.caption
    kind = _FigureFile(
        name=_NAME + figure.key,
        title=", ".join(filter(None, (caption.name, caption.unit, str(caption.year or "")))),
        publisher=caption.source,
        publisher_url="",
        attribution=caption.source,
        figure=figure,
    )
    return add_file(path, day=day, kind=kind)


@cached_with_added
def added_figures() -> tuple[Figure, ...]:
    """Give the figures that were added, by name; none where the list of them cannot be read."""
    try:
        names = [each.kind for each in added() if each.kind.startswith(_NAME)]
    except AddedDataError:  # `mapa-praktyk data list` says so
        return ()
    paths = [stored_file(name, _FILE) for name in names]
    return tuple(Figure.from_json(path.read_bytes()) for path in paths if path)


def whole_figure(figure: Figure, units: LocalUnits | None = None) -> Figure:
    """Give a figure with the sums that follow from it, as `Figure.completed` says.

    Args:
        figure: The figure.
        units: All units; None for those that the program knows.
    """
    return figure.completed(unit_parts(units or local_units()))


def unit_parts(units: LocalUnits) -> dict[str, frozenset[str]]:
    """Give the codes of the communes of each county, and of the counties of each voivodeship."""
    digits = DIGITS[UnitLevel.COMMUNE]
    communes = [code for code in units.columns["teryt"] if len(code) == digits]
    parts: dict[str, set[str]] = {}
    for code in communes:
        parts.setdefault(code[:4], set()).add(code)
        parts.setdefault(code[:2], set()).add(code[:4])
    return {code: frozenset(inside) for code, inside in parts.items()}


def _today() -> dt.date:
    """Give the day by this machine."""
    return dt.datetime.now().astimezone().date()
