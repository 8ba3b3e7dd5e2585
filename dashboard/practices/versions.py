"""What changed of a practice from one version to the next, by the edits of a store.

What may name persons is left out: a person who was taken off a record card is not shown on in its
history, and no feed names one. Of long texts that may, it is said that they changed, not how.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dashboard.practices.edits import PRACTICE, Edit
from dashboard.practices.field_model import Privacy
from dashboard.practices.fields import CARD, FIELD

_OF_THE_PROGRAM: Final = frozenset({CARD, "source", "art"})
"""Columns that repeat others, or say where a page was read from."""


class Change(StrEnum):
    """What an edit did to a practice."""

    ADDED = "added"
    CHANGED = "changed"
    CORRECTED = "corrected"
    REMOVED = "removed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changed.

    Attributes:
        field: Column of the practices table.
        before: Its text before; None where it may name persons and is not shown.
        after: Its text after, likewise.
    """

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a practice.

    Attributes:
        at: When it came about, UTC.
        change: By what.
        fields: What differs from the version before.
    """

    at: dt.datetime
    change: Change
    fields: tuple[FieldChange, ...] = ()


def versions_of(edits: Iterable[Edit]) -> list[Version]:
    """Return the versions of one practice, the latest first; not those without a visible change.

    Args:
        edits: Of the practice and its fields, the oldest first.
    """
    found = [
        Version(edit.at, _change(edit), field_changes(edit))
        for edit in edits
        if edit.before is None or edit.after is None or shown_fields(edit)
    ]
    return found[::-1]


def shown_fields(edit: Edit) -> tuple[str, ...]:
    """Return the fields that an edit changed and that may be named to everybody."""
    changed = edit.after if isinstance(edit.after, Mapping) else {edit.field: edit.after}
    return tuple(name for name in FIELD if name in changed and _may_be_named(name))


def field_changes(edit: Edit) -> tuple[FieldChange, ...]:
    """Return what an edit changed, without what may name persons."""
    if edit.field == PRACTICE and (edit.before is None or edit.after is None):
        return ()
    return tuple(
        FieldChange(name, _side(edit.before, name), _side(edit.after, name))
        for name in shown_fields(edit)
    )


def _change(edit: Edit) -> Change:
    """Return what an edit did."""
    if edit.undoes:
        return Change.UNDONE
    if edit.field != PRACTICE:
        return Change.CORRECTED
    if edit.before is None:
        return Change.ADDED
    return Change.REMOVED if edit.after is None else Change.CHANGED


def _may_be_named(name: str) -> bool:
    """Say whether everybody may know that a field changed."""
    is_shown = FIELD[name].privacy in {Privacy.PUBLIC, Privacy.SHOWN}
    return is_shown and name not in _OF_THE_PROGRAM


def _side(side: object, name: str) -> str | None:
    """Return the text of a field before or after; None where it is not shown."""
    if not FIELD[name].is_public:
        return None
    return str(side.get(name, "")) if isinstance(side, Mapping) else str(side or "")
