"""Which column of a file holds what: guessed from headings, Polish or English, and from cells."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import pandas as pd

from dashboard.locale import LANGUAGES, texts_in
from dashboard.practices.fields import FIELD
from dashboard.practices.reading.cell_kinds import FITS, RECOGNISED_BY_CELLS
from dashboard.practices.schema import COLUMNS
from geocoding.tables.matching import HeadingMatcher, Target
from geocoding.tables.position_headings import (
    POSITION_FITS,
    POSITION_NAMES,
    POSITION_PARTS,
    UNSURE_POSITION_NAMES,
)
from geocoding.text import fold

POSITION_TARGETS: Final = POSITION_PARTS
"""The targets for a practice's own coordinates: latitude, longitude, or both in one cell."""

TARGETS: Final = (*COLUMNS, *POSITION_TARGETS)
"""What a column of a file may hold: a column of the practices table, or coordinates."""

_NAMES_OF_ANYTHING: Final = frozenset({"name", "names", "nazwa", "nazwy"})
_OF_PRACTICES: Final = ("section", "subsection", "summary", "metryka", *POSITION_TARGETS)
"""What describes a practice and no other thing at an address, and what is no address to locate."""

_OTHER_THINGS: Final = ("country", "kraj", "państwo", "powierzchnia")
"""Names that look like one of a column and are none."""


def guess_mapping(
    headings: Sequence[str], cells: pd.DataFrame | None = None, *, are_named: bool = True
) -> dict[str, str]:
    """Guess the heading for each of TARGETS that one names; a heading is used once.

    Args:
        headings: The headings of a table, each once.
        cells: The cells under them, which decide where headings are unsure.
        are_named: Whether the headings are the file's own; else the cells alone decide.
    """
    columns = None if cells is None else {name: cells[name].tolist() for name in headings}
    if not are_named and columns is not None:
        return _matcher().match_cells(headings, columns, RECOGNISED_BY_CELLS)
    return _matcher().match(headings, columns)


def describes_practices(mapping: Mapping[str, str]) -> bool:
    """Say whether columns describe practices, and not only name what stands at addresses.

    'Tytuł' and 'Nazwa praktyki' head practices. 'Nazwa' may be the name of anything: then a theme,
    a summary, a record card or coordinates have to be there, too.

    Args:
        mapping: As `guess_mapping` gives it.
    """
    heading = fold(mapping.get("title", ""))
    if heading in _NAMES_OF_ANYTHING:
        return any(name in mapping for name in _OF_PRACTICES)
    return bool(heading)


def is_heading(text: str) -> bool:
    """Say whether a cell's text is a heading that is known."""
    return _matcher().is_known(text)


@cache
def _matcher() -> HeadingMatcher:
    """Make the matcher of all targets."""
    return HeadingMatcher(
        [*map(_field_target, COLUMNS), *map(_position_target, POSITION_TARGETS)],
        other_names=_OTHER_THINGS,
    )


def _field_target(name: str) -> Target:
    """Give the names of a field: its own, the interface's, a record card's, and others."""
    field = FIELD[name]
    labels = [texts_in(language)(field.message) for language in LANGUAGES]
    printed = [field.label, *field.other_labels] if field.label else []
    return Target(
        name=name,
        aliases=(name, *labels, *printed, *field.file_headings),
        fits=FITS.get(name),
        unsure_aliases=field.unsure_headings,
        beside=field.unsure_beside,
    )


def _position_target(name: str) -> Target:
    """Give the names of coordinates."""
    labels = [texts_in(language)(f"column-{name}") for language in LANGUAGES]
    return Target(
        name=name,
        aliases=(name, *labels, *POSITION_NAMES[name]),
        fits=POSITION_FITS[name],
        unsure_aliases=UNSURE_POSITION_NAMES[name],
    )
