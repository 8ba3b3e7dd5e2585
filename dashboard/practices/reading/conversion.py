"""A visitor's table into a practices table, with a problem for every cell that does not fit.

Cells are read as leniently as those of a page ('96 tys.', '23.11.2009', 'woj. ŚLĄSKIE'), then
held against the schema. What does not fit leaves its cell empty; where the number, the section
or the title is concerned, the row is left out. Every such case is a problem.
"""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from dashboard.practices.card_lines import MetrykaField
from dashboard.practices.cells import restore
from dashboard.practices.links import website_link
from dashboard.practices.metryka import is_unknown, read_metryka
from dashboard.practices.reading.brought import Brought, Effect, Problem
from dashboard.practices.reading.limits import MOST_PLACES_IN_ALL
from dashboard.practices.reading.sheet import Sheet
from dashboard.practices.record_card import LABELS, metryka_column
from dashboard.practices.schema import COLUMNS, REQUIRED_COLUMNS, find_violations
from dashboard.practices.table import typed
from dashboard.practices.taxonomy import section_name
from dashboard.practices.value_types import MOST_NAME_CHARACTERS

OTHER_SECTION: Final = "Inne"
"""The section of practices for which the file states none."""

_FILLS: Final = {
    "locality": ("locality", "places"),
    "postal_code": ("postal_code", "post_town"),
    "street": ("street", "number"),
}
"""The columns that a cell may fill besides its own, where nothing else is said of them."""

_SHORT: Final = frozenset(
    {"county", "introduced", "population", "postal_code", "street", "updated", "voivodeship"}
)
"""Columns of which no value has more than MOST_NAME_CHARACTERS: a longer one is not read."""

_PRINTED: Final = [*LABELS, "post_town", "number"]
"""The columns whose words a record card holds."""


def convert(sheet: Sheet, mapping: Mapping[str, str]) -> Brought:
    """The practices in a visitor's table.

    Args:
        sheet: The table.
        mapping: For columns of the practices table, the heading that holds each.
    """
    came = _came(sheet, mapping)
    text = _fill(came)
    violations = find_violations(text, list(text.index))
    left_out = {each.row for each in violations if each.column in REQUIRED_COLUMNS}
    problems = tuple(
        Problem(
            place=str(each.row),
            column=each.column,
            value=each.value,
            rule=each.rule,
            effect=Effect.LEFT_OUT if each.column in REQUIRED_COLUMNS else Effect.EMPTIED,
        )
        for each in violations
    )
    for each in violations:
        text.loc[each.row, each.column] = ""
        if each.column in came:
            came.loc[each.row, each.column] = ""
    further = _places_beyond(text)
    text.loc[[int(each.place) for each in further], "places"] = ""
    text["metryka"] = _cards(text, came)
    kept = text[~text.index.isin(left_out)]
    return Brought(practices=typed(kept), problems=(*problems, *further), came=len(text))


def _places_beyond(text: pd.DataFrame) -> list[Problem]:
    """A problem for each practice with several places that are too many with those above it."""
    count = text["places"].str.count("; ") + 1
    beyond = text["places"][(count.cumsum() > MOST_PLACES_IN_ALL) & (count > 1)]
    return [
        Problem(
            place=str(row),
            column="places",
            value=places,
            rule="places_in_all",
            effect=Effect.EMPTIED,
        )
        for row, places in beyond.items()
    ]


def _came(sheet: Sheet, mapping: Mapping[str, str]) -> pd.DataFrame:
    """The cells as they came, by the column of the practices table that they are mapped to."""
    columns = {column: restore(sheet.cells[heading]) for column, heading in mapping.items()}
    return pd.DataFrame(columns, index=sheet.cells.index, dtype="str")


def _fill(came: pd.DataFrame) -> pd.DataFrame:
    """All columns of the practices table as text; cells that cannot be read are as they came."""
    text = pd.DataFrame("", index=came.index, columns=list(COLUMNS), dtype="str")
    text["art"] = [str(number) for number in range(1, len(came) + 1)]
    read = {
        column: {value: read_cell(column, value) for value in came[column].unique()}
        for column in map(str, came.columns)
    }
    for column, values in read.items():
        text[column] = came[column].map(lambda value, of=values, to=column: of[value][to])
    for column in _FILLS.keys() & read.keys():
        for name in _FILLS[column]:
            filled = came[column].map(lambda value, of=read[column], to=name: of[value][to])
            text[name] = text[name].where(text[name] != "", filled)
    text["section"] = text["section"].replace("", OTHER_SECTION)
    return text.astype("str")


def _cards(text: pd.DataFrame, came: pd.DataFrame) -> pd.Series:
    """The record cards: as they came, or made of the other cells in the words that came."""
    printed = text.copy()
    for column in came.columns.intersection(_PRINTED):
        printed[column] = came[column].map(_one_line)
        for name in _FILLS.get(column, ()):
            if name not in came:
                printed[name] = ""
    printed["places"] = printed["places"].mask(printed["locality"] != "", "")
    made = pd.Series(metryka_column(printed), index=text.index, dtype="str")
    return text["metryka"].mask(text["metryka"] == "", made)


def read_cell(column: str, text: str) -> dict[str, str]:
    """What a cell says, by the columns it fills; where it cannot be read, it stays as it is."""
    if column in _SHORT and len(text) > MOST_NAME_CHARACTERS:
        return {**dict.fromkeys(_FILLS.get(column, ()), ""), column: text}
    if column in LABELS:
        card, remarks = read_metryka([MetrykaField(LABELS[column], text)])
        found = {name: card.cells()[name] for name in _FILLS.get(column, (column,))}
        wanted = [found[column]] if column == "postal_code" else found.values()
        if remarks or not (any(wanted) or is_unknown(text)):
            return {**dict.fromkeys(found, ""), column: text}
        return found
    return {column: _OTHERS.get(column, _one_line)(text)}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _address(text: str) -> str:
    """A web address with its scheme; any other text, or several of them, as it is."""
    return text if len(text.split()) > 1 else website_link(text) or text


_OTHERS: Final[Mapping[str, Callable[[str], str]]] = {
    "metryka": str,
    "places": lambda text: "; ".join(part.strip() for part in text.split(";") if part.strip()),
    "section": lambda text: section_name(_one_line(text)),
    "summary": str.strip,
    "url": _address,
}
