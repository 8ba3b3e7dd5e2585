"""Edits of a store: who changed what, when, from what to what, and why.

Whoever changes a store signs the change; the store writes an `Edit` of each thing that it touches,
together with the change: of a position that a person has set, of one field of a practice, or of a
whole practice that was added, changed or removed by an import. An edit is undone by a further one.
"""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field, model_validator

from dashboard.errors import EditConflictError
from dashboard.practices.corrections import with_correction, without_corrections
from geocoding.overrides import Override

POSITION: Final = "position"
"""The field of an edit that is about the position of a place."""

PRACTICE: Final = "practice"
"""The field of an edit that is about a whole practice."""


class Action(StrEnum):
    """What an edit does."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who changes a store, and why.

    Attributes:
        who: The e-mail address of a person who logged in, or the name of the system's user who
            gave a command; empty where nobody has to log in.
        reason: Why; empty where the correction itself says it.
        undoes: Id of the edit that is undone; mostly empty.
        batch: What all edits of one command have in common; empty for a single edit.
    """

    who: str = ""
    reason: str = ""
    undoes: str = ""
    batch: str = ""


UNSIGNED = Signature()
"""Where nobody has to log in."""


@dataclass(frozen=True, slots=True)
class StoredDates:
    """When a store noted changes of practices; by their numbers, days of this machine's time zone.

    Attributes:
        added: When a practice was last added.
        changed: When what people are shown of it was last changed; not where it was never.
    """

    added: Mapping[int, dt.date] = field(default_factory=dict)
    changed: Mapping[int, dt.date] = field(default_factory=dict)


NO_DATES = StoredDates()
"""Where there is no store."""


class Edit(BaseModel):
    """One change of one thing.

    Attributes:
        id: Unique.
        at: When it was made, UTC.
        who: As in `Signature`.
        place: A place's name, '596/2', or its address where it has no name; for a field or a whole
            practice, its number.
        field: POSITION, PRACTICE, or the column of the practices table that was changed.
        before: What there was; None where there was nothing. A position is a correction, a field
            its text, a practice the texts of the columns that changed (all, where it was removed).
        after: What there is, likewise; None where it was removed.
        reason: Why.
        undoes: Id of the edit that it undoes; mostly empty.
        batch: As in `Signature`.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(default_factory=lambda: uuid.uuid4().hex)
    at: dt.datetime
    who: str = ""
    place: str
    field: str = POSITION
    before: Override | dict[str, str] | str | None
    after: Override | dict[str, str] | str | None
    reason: str = ""
    undoes: str = ""
    batch: str = ""

    @model_validator(mode="before")
    @classmethod
    def _read_positions(cls, values: object) -> object:
        """Read the sides of an edit of a position as corrections, whatever else they could be."""
        if not isinstance(values, Mapping) or values.get("field", POSITION) != POSITION:
            return values
        sides = {
            name: Override.model_validate(values[name])
            for name in ("before", "after")
            if isinstance(values.get(name), Mapping)
        }
        return {**values, **sides}

    @model_validator(mode="after")
    def _sides_are_of_the_field(self) -> Self:
        """Refuse sides of another kind than the field has."""
        kind = {POSITION: Override, PRACTICE: dict}.get(self.field, str)
        if not all(side is None or isinstance(side, kind) for side in (self.before, self.after)):
            raise ValueError(f"the sides of an edit of {self.field!r} are of another kind")
        return self

    @computed_field  # type: ignore[prop-decorator]  # pydantic asks for this order
    @property
    def action(self) -> Action:
        """What it does."""
        if self.after is None:
            return Action.REMOVE
        return Action.ADD if self.before is None else Action.REPLACE


def edits_between(
    *, before: Sequence[Override], after: Sequence[Override], by: Signature, at: dt.datetime
) -> list[Edit]:
    """Return the edits that lead from some corrections to others, one a place, by their places.

    Args:
        before: The corrections that there are.
        after: The corrections that there are to be.
        by: Who asks for that.
        at: Now, with a time zone.
    """
    old, new = ({each.id or each.address: each for each in ones} for ones in (before, after))
    changed = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return [
        Edit(
            at=at.astimezone(dt.UTC),
            who=by.who,
            place=name,
            before=old.get(name),
            after=(then := new.get(name)),
            reason=by.reason or (then.reason if then else ""),
            undoes=by.undoes,
            batch=by.batch,
        )
        for name in changed
    ]


def correction_at(corrections: Sequence[Override], place: str) -> Override | None:
    """Return the correction of a place; None where there is none."""
    return next((each for each in corrections if (each.id or each.address) == place), None)


def apply_correction(
    corrections: Sequence[Override], place: str, wanted: Override | None
) -> list[Override]:
    """Return the corrections with another one for a place, or with none."""
    if wanted is not None:
        return with_correction(corrections, wanted)
    return without_corrections(corrections, [place])


def require_unchanged(corrections: Sequence[Override], seen: Mapping[str, Override | None]) -> None:
    """Refuse an edit whose earlier side is not the saved one.

    Args:
        corrections: Those that there are.
        seen: The correction of each place as whoever changes it has seen it.

    Raises:
        EditConflictError: One of them is another by now.
    """
    for place, before in seen.items():
        if correction_at(corrections, place) != before:
            raise EditConflictError(place)
