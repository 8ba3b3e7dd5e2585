"""The practices table's schema: the columns in their order, and the check of each cell.

Columns and their rules are those of the registry of fields. The table is validated by columns
rather than by rows, and each text of a column once, so that 100,000 practices are checked in a
second and every violation is found at once. An unknown value is an empty cell.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pandas as pd
from pydantic import TypeAdapter, ValidationError

from dashboard.errors import Details, Violation
from dashboard.practices.fields import FIELD, FIELDS
from dashboard.practices.personal import may_name_a_person

COLUMNS: Final = tuple(field.name for field in FIELDS)
REQUIRED_COLUMNS: Final = ("art", "section", "title")

_CHECKS: Final[dict[str, TypeAdapter[list[str]]]] = {
    field.name: TypeAdapter(list[field.type.cell])  # type: ignore[name-defined]
    for field in FIELDS
}


def rule_of(column: str) -> str:
    """Give the short name of a column's rule ('iso_date')."""
    return FIELD[column].type.rule


def bounds_of(column: str) -> Details:
    """Give the numbers that the message of a column's rule names."""
    return FIELD[column].type.bounds


def find_violations(
    cells: pd.DataFrame | Mapping[str, Sequence[str]], rows: Sequence[int]
) -> list[Violation]:
    """Return everything in a table that breaks the schema, in the order of the rows.

    Args:
        cells: The table's cells as text; all of COLUMNS. Of a few rows, lists are quicker.
        rows: For each practice, its row in the file.

    Returns:
        One violation a cell; none for a valid table.
    """
    found = {
        (rows[index], column): Violation(
            row=rows[index],
            column=column,
            value=value,
            rule=rule_of(column),
            details=bounds_of(column),
            shows_value=not may_name_a_person(column, value),
        )
        for column in COLUMNS
        for index, value in _refused(column, cells[column])
    }
    for violation in _repeated_numbers(list(cells["art"]), rows):
        found.setdefault((violation.row, "art"), violation)
    order = {column: place for place, column in enumerate(COLUMNS)}
    return [found[key] for key in sorted(found, key=lambda key: (key[0], order[key[1]]))]


def _refused(column: str, cells: pd.Series | Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield position and text of the cells that break their column's rule.

    A text is checked once.
    """
    texts = _unsure_texts(column, cells)
    try:
        _CHECKS[column].validate_python(texts)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        refused = {texts[int(fault["loc"][0])] for fault in faults}
        yield from ((index, text) for index, text in enumerate(cells) if text in refused)


def _unsure_texts(column: str, cells: pd.Series | Sequence[str]) -> list[str]:
    """Return the texts of a column of which a quick look does not say that they are valid."""
    if not isinstance(cells, pd.Series):
        return list(dict.fromkeys(cells))
    pattern = FIELD[column].type.quickly_valid
    unsure = cells[~cells.str.match(pattern)] if pattern else cells
    texts: list[str] = unsure.unique().tolist()
    return texts


def _repeated_numbers(numbers: Sequence[str], rows: Sequence[int]) -> list[Violation]:
    """Return a violation for each article number that an earlier row has already."""
    if len(set(numbers)) == len(numbers):
        return []
    repeated = {number for number, times in Counter(numbers).items() if times > 1 and number}
    first: dict[str, int] = {}
    return [
        Violation(
            row=row,
            column="art",
            value=number,
            rule="unique_number",
            details={"row": str(first[number])},
        )
        for number, row in zip(numbers, rows, strict=True)
        if number in repeated and first.setdefault(number, row) != row
    ]
