"""Edits of corrections: who changed which place, when, from what to what, and why.

Whoever changes the corrections of a store signs the change; the store keeps an `Edit` of each place
that it touches, together with the change. An edit is taken back by a further one.
"""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, computed_field

from dashboard.errors import EditConflictError
from dashboard.practices.corrections import with_correction, without_corrections
from geocoding.overrides import Override


class Action(StrEnum):
    """What an edit does to the correction of a place."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who changes corrections, and why.

    Attributes:
        who: The e-mail address of a person who logged in; empty where nobody has to.
        reason: Why; empty where the correction itself says it.
        undoes: Id of the edit that is taken back; mostly empty.
    """

    who: str = ""
    reason: str = ""
    undoes: str = ""


UNSIGNED = Signature()
"""Where nobody has to log in."""


class Edit(BaseModel):
    """One change of the correction of one place.

    Attributes:
        id: Tells it from all others.
        at: When it was made, UTC.
        who: As in `Signature`.
        place: The place's name, '596/2'; the address where the correction has no name.
        before: The correction that there was; None where there was none.
        after: The correction that there is; None where it was removed.
        reason: Why.
        undoes: Id of the edit that it takes back; mostly empty.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(default_factory=lambda: uuid.uuid4().hex)
    at: dt.datetime
    who: str = ""
    place: str
    before: Override | None
    after: Override | None
    reason: str = ""
    undoes: str = ""

    @computed_field  # type: ignore[prop-decorator]  # pydantic asks for this order
    @property
    def action(self) -> Action:
        """What it does."""
        if self.after is None:
            return Action.REMOVE
        return Action.REPLACE if self.before else Action.ADD


def edits_between(
    *, before: Sequence[Override], after: Sequence[Override], by: Signature, at: dt.datetime
) -> list[Edit]:
    """The edits that lead from some corrections to others, one a place, by their places.

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
        )
        for name in changed
    ]


def standing_at(corrections: Sequence[Override], place: str) -> Override | None:
    """The correction of a place; None where there is none."""
    return next((each for each in corrections if (each.id or each.address) == place), None)


def with_standing(
    corrections: Sequence[Override], place: str, wanted: Override | None
) -> list[Override]:
    """The corrections with another one for a place, or with none."""
    if wanted is not None:
        return with_correction(corrections, wanted)
    return without_corrections(corrections, [place])


def require_unchanged(corrections: Sequence[Override], seen: Mapping[str, Override | None]) -> None:
    """Let nobody overwrite what they have not seen.

    Args:
        corrections: Those that there are.
        seen: The correction of each place as whoever changes it has seen it.

    Raises:
        EditConflictError: One of them is another by now.
    """
    for place, before in seen.items():
        if standing_at(corrections, place) != before:
            raise EditConflictError(place)
