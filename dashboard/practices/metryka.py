"""The metryka, a practice's record card: what its lines say, by the registry of fields.

What cannot be read as its type stays in the line's text, and a remark says so.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dashboard.practices.card_lines import MetrykaField, Remark, fields_to_json
from dashboard.practices.fields import CARD, CARD_FIELDS, FIELD
from dashboard.practices.values import Value
from geocoding import fold
from geocoding.text.folding import tidy

UNKNOWN: Final = "unknown"
"""The meaning of a label that no field has."""

_NOTHING: Final = {"", "-", "brak", "b.d.", "bd", "brak danych", "nie dotyczy"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metryka:
    """A practice's record card.

    Attributes:
        fields: All lines in the page's order, as printed.
        values: What they say, by column of the practices table; unknown ones are absent.
    """

    fields: tuple[MetrykaField, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)

    def cells(self) -> dict[str, str]:
        """Give the card as cells of the practices table, '' where nothing is known."""
        columns = [column for each in CARD_FIELDS for column in each.columns]
        return {
            **{column: _cell(self.values.get(column)) for column in columns},
            CARD: fields_to_json(self.fields),
        }


def _cell(value: Value | None) -> str:
    """Give a value as the table's text."""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)


def read_metryka(pairs: Iterable[MetrykaField]) -> tuple[Metryka, tuple[Remark, ...]]:
    """Give the card with its values, and a remark for each value that could not be read.

    Where a known label stands several times, its texts are read as one list.
    """
    printed = tuple(pairs)
    known: dict[str, list[MetrykaField]] = {}
    for line in printed:
        name = meaning(line.label)
        if name != UNKNOWN and not is_unknown(line.text):
            known.setdefault(name, []).append(line)
    values: dict[str, Value] = {}
    remarks = []
    for name, same in known.items():
        try:
            values |= FIELD[name].read("; ".join(tidy(line.text) for line in same))
        except ValueError:
            remarks.append(Remark(same[0], name))
    return Metryka(fields=printed, values=values), tuple(remarks)


def is_unknown(text: str) -> bool:
    """Say whether a line's text says that its value is not known, as 'brak danych' does."""
    return fold(text) in _NOTHING


def meaning(label: str) -> str:
    """Give the column that a label stands for: 'phones' for 'tel.'; UNKNOWN for other labels."""
    return _BY_LABEL.get(_label_key(label), UNKNOWN)


def may_leave(label: str, *, with_contacts: bool) -> bool:
    """Say whether a line of a record card may leave in a file.

    A line that nobody knows may name a person: it leaves as contacts do.

    Args:
        label: Of the line, as printed.
        with_contacts: Whether contacts are asked for.
    """
    name = meaning(label)
    if name == UNKNOWN:
        return with_contacts
    columns = FIELD[name].columns
    return all(FIELD[each].may_leave(with_contacts=with_contacts) for each in columns)


def _label_key(label: str) -> str:
    """Give a label as labels are compared: folded, without a dot at its end."""
    return fold(label).removesuffix(".")


_BY_LABEL: Final = {
    _label_key(label): each.name
    for each in CARD_FIELDS
    for label in (each.label, *each.other_labels)
}
