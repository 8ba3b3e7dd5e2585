"""The lines under 'Metryka praktyki' as fields: label and text, as the page prints them.

A field whose label nobody knows is a field like any other.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

_LABELLED = re.compile(r"(?P<label>[^:]{1,80}?)\s?:(?:\s++(?P<text>.*))?")
_UNCOLONED = re.compile(
    r"(?P<label>(?:tel|fax|faks)\b\.?(?:\s?/\s?fax\b\.?|\s?kom\b\.?)?|e[@-]?mail)\s?:?"
    r"(?:\s*(?P<text>[\d(+].*|(?=\S+@).*))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MetrykaField:
    """A line of the record card, as printed: its label without the colon, and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its number in the file, from 1, and its text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A line whose text is no value of its field, and the column of that field."""

    field: MetrykaField
    column: str


def fields_to_json(pairs: Iterable[MetrykaField]) -> str:
    """Return the fields as the table's column metryka holds them; empty for no field."""
    listed = [[field.label, field.text] for field in pairs]
    return json.dumps(listed, ensure_ascii=False) if listed else ""


def fields_from_json(text: str) -> tuple[MetrykaField, ...]:
    """Return the fields in a cell of the table's column metryka."""
    return tuple(MetrykaField(label, value) for label, value in json.loads(text or "[]"))


def split_fields(lines: Iterable[Line]) -> tuple[MetrykaField, ...]:
    """Return the fields in the lines under 'Metryka praktyki'.

    A line without a label continues one.
    """
    found: list[MetrykaField] = []
    for line in lines:
        field = _labelled(line.text)
        if field:
            found.append(field)
        elif line.text:
            last = found.pop() if found else MetrykaField("", "")
            found.append(MetrykaField(last.label, f"{last.text} {line.text}".strip()))
    return tuple(found)


def begins_field(text: str) -> bool:
    """Say whether a line begins with a label."""
    return _labelled(text) is not None


def _labelled(text: str) -> MetrykaField | None:
    """Return a line with a label as a field; None for any other line."""
    match = _UNCOLONED.fullmatch(text) or _LABELLED.fullmatch(text)
    return MetrykaField(match["label"], match["text"] or "") if match else None
