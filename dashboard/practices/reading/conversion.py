"""A visitor's table into a practices table, with a problem for every cell that does not fit.

Cells are read as leniently as those of a page ('96 tys.', '23.11.2009', 'woj. ŚLĄSKIE'), then
held against the schema. What does not fit leaves its cell empty; a practice whose number does not
fit gets another one; where the section or the title is concerned, the row is left out. Every such
case is a problem.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from dashboard.errors import Violation
from dashboard.practices.card_lines import MetrykaField
from dashboard.practices.cells import restore
from dashboard.practices.links import website_link
from dashboard.practices.metryka import is_unknown, read_metryka
from dashboard.practices.numbers import identity_of, provisional_number
from dashboard.practices.reading.limits import MAX_PLACES_IN_ALL
from dashboard.practices.reading.positions import stated_positions
from dashboard.practices.reading.repairs import (
    irregular_rows,
    rows_without_data,
    with_house_numbers,
)
from dashboard.practices.reading.sheet import Sheet
from dashboard.practices.reading.upload_result import Effect, Problem, UploadResult
from dashboard.practices.record_card import LABELS, metryka_column
from dashboard.practices.schema import COLUMNS, REQUIRED_COLUMNS, find_violations
from dashboard.practices.table import typed
from dashboard.practices.taxonomy import section_name
from dashboard.practices.value_types import MAX_NAME_CHARACTERS, PRACTICE_NUMBER
from geocoding import Address
from geocoding.text import read_address

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
"""Columns of which no value has more than MAX_NAME_CHARACTERS: a longer one is not read."""

_PRINTED: Final = [*LABELS, "post_town", "number"]
"""The columns that a record card prints."""


def convert(sheet: Sheet, mapping: Mapping[str, str]) -> UploadResult:
    """Make the practices in a visitor's table.

    Args:
        sheet: The table.
        mapping: For some of TARGETS, the heading that holds each.
    """
    raw = _raw_cells(sheet, mapping)
    text, read_back = _fill(raw)
    renumbered = _renumber(text) if "art" in raw else []
    _number(text)
    violations = find_violations(text, list(text.index))
    left_out = {each.row for each in violations if each.column in REQUIRED_COLUMNS}
    for each in violations:
        text.loc[each.row, each.column] = ""
        if each.column in raw:
            raw.loc[each.row, each.column] = ""
    further = _places_beyond(text)
    text.loc[[int(each.place) for each in further], "places"] = ""
    text["metryka"] = _cards(text, raw)
    practices = text[~text.index.isin(left_out)]
    positions, without_position = stated_positions(sheet, mapping, practices)
    problems = (
        *(_problem(each) for each in violations),
        *(*renumbered, *read_back, *further, *without_position),
        *irregular_rows(sheet),
        *rows_without_data(sheet),
    )
    return UploadResult(
        practices=typed(practices),
        problems=tuple(sorted(problems, key=lambda each: (each.line > 0, _row_number(each)))),
        row_count=sheet.row_count,
        positions=positions,
    )


def _problem(violation: Violation) -> Problem:
    """Return the problem of a cell that breaks its column's rule, with its effect."""
    is_left_out = violation.column in REQUIRED_COLUMNS
    return Problem(
        place=str(violation.row),
        column=violation.column,
        value=violation.value,
        rule=violation.rule,
        details=violation.details,
        effect=Effect.LEFT_OUT if is_left_out else Effect.EMPTIED,
    )


def _row_number(problem: Problem) -> int:
    """Give the row of a problem, by which problems are listed."""
    return int(problem.place) if problem.place.isdecimal() else 0


def _renumber(text: pd.DataFrame) -> list[Problem]:
    """Drop the numbers that are none, or another practice's too.

    Returns:
        A problem for each of them.
    """
    is_number = text["art"].str.fullmatch(PRACTICE_NUMBER)
    is_repeated = is_number & text["art"].where(is_number).duplicated()
    bad = text["art"][~is_number | is_repeated]
    rules = is_repeated[bad.index].map({True: "unique_number", False: "article_number"})
    problems = [
        Problem(place=str(row), column="art", value=stated, rule=rule, effect=Effect.RENUMBERED)
        for (row, stated), rule in zip(bad.items(), rules, strict=True)
    ]
    text.loc[bad.index, "art"] = ""
    return problems


def _number(text: pd.DataFrame) -> None:
    """Give practices without a number provisional ones."""
    without = text.index[text["art"] == ""]
    used = set(text["art"])
    rows = text.loc[without].drop(columns="art")
    identities = list(map(identity_of, rows["section"], rows["title"]))
    times = Counter(identities)
    given = []
    for identity, cells in zip(identities, rows.itertuples(index=False, name=None), strict=True):
        further = map(str, cells) if times[identity] > 1 else ()
        number = provisional_number(*identity, *further)
        while str(number) in used:
            number += 1
        used.add(str(number))
        given.append(str(number))
    text.loc[without, "art"] = given


def _places_beyond(text: pd.DataFrame) -> list[Problem]:
    """Return a problem for each practice whose places are too many with those above it."""
    count = text["places"].str.count("; ") + 1
    beyond = text["places"][(count.cumsum() > MAX_PLACES_IN_ALL) & (count > 1)]
    return [
        Problem(
            place=str(row),
            column="places",
            value=places,
            rule="places_in_all",
            details={"all": MAX_PLACES_IN_ALL},
            effect=Effect.EMPTIED,
        )
        for row, places in beyond.items()
    ]


def _raw_cells(sheet: Sheet, mapping: Mapping[str, str]) -> pd.DataFrame:
    """Take the cells as they came, by the column of the practices table that each is mapped to."""
    columns = {
        column: restore(sheet.cells[heading])
        for column, heading in mapping.items()
        if column in COLUMNS
    }
    return pd.DataFrame(columns, index=sheet.cells.index, dtype="str")


def _fill(raw: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Read all columns of the practices table as text.

    Returns:
        The texts, cells that cannot be read as they came; and the house numbers that a spreadsheet
        had made dates of.
    """
    text = pd.DataFrame("", index=raw.index, columns=list(COLUMNS), dtype="str")
    raw, read_back = with_house_numbers(raw)
    read_street = read_cell if "locality" in raw else read_whole_address
    readers = {"street": read_street}
    read = {
        column: {
            value: readers.get(column, read_cell)(column, value) for value in raw[column].unique()
        }
        for column in map(str, raw.columns)
    }
    for column, values in read.items():
        text[column] = raw[column].map({value: cells[column] for value, cells in values.items()})
    for column, values in read.items():
        for name in {name: None for cells in values.values() for name in cells}:
            filled = {value: cells.get(name, "") for value, cells in values.items()}
            text[name] = text[name].where(text[name] != "", raw[column].map(filled))
    text["section"] = text["section"].replace("", OTHER_SECTION)
    return text.astype("str"), read_back


def _cards(text: pd.DataFrame, raw: pd.DataFrame) -> pd.Series:
    """Return the record cards: as they came, or made of the other cells in the words that came."""
    printed = text.copy()
    for column in raw.columns.intersection(_PRINTED):
        printed[column] = raw[column].map(_one_line)
        for name in _FILLS.get(column, ()):
            if name not in raw:
                printed[name] = ""
    printed["places"] = printed["places"].mask(printed["locality"] != "", "")
    made = pd.Series(metryka_column(printed), index=text.index, dtype="str")
    return text["metryka"].mask(text["metryka"] == "", made)


def read_whole_address(column: str, text: str) -> dict[str, str]:
    """Read a street's cell of a table without localities, which may hold a whole address."""
    address = read_address(text) if len(text) <= MAX_NAME_CHARACTERS else Address()
    if not (address.city or address.postal_code):
        return read_cell(column, text)
    return {
        "street": address.street,
        "number": address.number,
        "locality": address.city,
        "postal_code": address.postal_code,
    }


def read_cell(column: str, text: str) -> dict[str, str]:
    """Return what a cell says, by the columns it fills.

    Where it cannot be read, it stays as it is.
    """
    if column in _SHORT and len(text) > MAX_NAME_CHARACTERS:
        return {**dict.fromkeys(_FILLS.get(column, ()), ""), column: text}
    if column in LABELS:
        card, remarks = read_metryka([MetrykaField(LABELS[column], text)])
        found = {name: card.cells()[name] for name in _FILLS.get(column, (column,))}
        wanted = [found[column]] if column == "postal_code" else found.values()
        if remarks or not (any(wanted) or is_unknown(text)):
            return {**dict.fromkeys(found, ""), column: text}
        return found
    return {column: _OTHERS.get(column, _one_line)(text)}


_ORDINAL_END: Final = re.compile(r"(?<=\d)(?:[.)]|\.0)\Z")
"""What follows a number in a list: '4.', '4)', and '4.0' of a spreadsheet."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _address(text: str) -> str:
    """Return a web address with its scheme; any other text, or several of them, as it is."""
    return text if len(text.split()) > 1 else website_link(text) or text


_OTHERS: Final[Mapping[str, Callable[[str], str]]] = {
    "art": lambda text: _ORDINAL_END.sub("", _one_line(text)),
    "metryka": str,
    "places": lambda text: "; ".join(part.strip() for part in text.split(";") if part.strip()),
    "section": lambda text: section_name(_one_line(text)),
    "summary": str.strip,
    "url": _address,
}
