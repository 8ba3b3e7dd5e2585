"""A visitor's table into a practices table, with a problem for every cell that does not fit.

Cells are read as leniently as those of a page ('96 tys.', '23.11.2009', 'woj. ŚLĄSKIE'), then
held against the schema. What does not fit leaves its cell empty; where the number, the section
or the title is concerned, the row is left out. Every such case is a problem.
"""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from dashboard.practices.cells import restore
from dashboard.practices.fields import MetrykaField
from dashboard.practices.links import website_link
from dashboard.practices.metryka import is_unknown, read_metryka
from dashboard.practices.reading.brought import Brought, Effect, Problem
from dashboard.practices.reading.sheet import Sheet
from dashboard.practices.record_card import LABELS, metryka_column
from dashboard.practices.schema import COLUMNS, REQUIRED_COLUMNS, find_violations
from dashboard.practices.table import typed
from dashboard.practices.taxonomy import section_name

OTHER_SECTION: Final = "Inne"
"""The section of practices for which the file states none."""

_FILLS: Final = {
    "locality": ("locality", "places"),
    "postal_code": ("postal_code", "post_town"),
    "street": ("street", "number"),
}
"""The columns that a cell may fill besides its own, unless they have a column themselves."""


def convert(sheet: Sheet, mapping: Mapping[str, str]) -> Brought:
    """The practices in a visitor's table.

    Args:
        sheet: The table.
        mapping: For columns of the practices table, the heading that holds each.
    """
    text = _fill(sheet, mapping)
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
    kept = text[~text.index.isin(left_out)]
    made = pd.Series(metryka_column(kept), index=kept.index, dtype="str")
    kept = kept.assign(metryka=kept["metryka"].mask(kept["metryka"] == "", made))
    return Brought(practices=typed(kept), problems=problems, came=len(text))


def _fill(sheet: Sheet, mapping: Mapping[str, str]) -> pd.DataFrame:
    """All columns of the practices table as text; cells that cannot be read are as they came."""
    cells = sheet.cells
    text = pd.DataFrame("", index=cells.index, columns=list(COLUMNS), dtype="str")
    text["art"] = [str(number) for number in range(1, len(cells) + 1)]
    for column, heading in mapping.items():
        came = restore(cells[heading])
        others = [name for name in _FILLS.get(column, ()) if name not in mapping]
        for name in dict.fromkeys((column, *others)):
            read = {value: _read(column, value)[name] for value in came.unique()}
            text[name] = came.map(read).astype("str")
    text["section"] = text["section"].replace("", OTHER_SECTION)
    return text


def _read(column: str, text: str) -> dict[str, str]:
    """What a cell says, by the columns it fills; where it cannot be read, it stays as it is."""
    label = {"postal_code": "post"}.get(column, column)
    if label in LABELS:
        card, remarks = read_metryka([MetrykaField(LABELS[label], text)])
        found = {name: card.cells()[name] for name in _FILLS.get(column, (column,))}
        wanted = [found[column]] if column == "postal_code" else found.values()
        if remarks or not (any(wanted) or is_unknown(text)):
            return {**dict.fromkeys(found, ""), column: text}
        return found
    return {column: _OTHERS.get(column, _one_line)(text)}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _address(text: str) -> str:
    """A web address with its scheme; any other text as it is."""
    return website_link(text) or text


_OTHERS: Final[Mapping[str, Callable[[str], str]]] = {
    "metryka": str,
    "places": lambda text: "; ".join(part.strip() for part in text.split(";") if part.strip()),
    "section": lambda text: section_name(_one_line(text)),
    "summary": lambda text: text.replace("\r\n", "\n").strip(),
    "url": _address,
}
