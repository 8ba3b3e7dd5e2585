"""The element under 'Pobierz': the kinds of file, and whether contact persons are to be in them.

It is one element, since each costs every run of every page something, and this one stays closed
in nearly all of them.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final, Protocol

import streamlit as st

from dashboard.locale import Texts
from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source

_KEY: Final = "pobierz-formaty"

_formats = st.components.v2.component(
    "mapa_praktyk_formats",
    html='<div class="formats"></div>',
    css=source("shared/button.css", "formats.css"),
    js=script("formats.js"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A kind of file that can be downloaded.

    Attributes:
        name: What the page is called back with.
        label: What its button says.
    """

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedGroup:
    """Kinds of file that are for the same.

    Attributes:
        title: What they are for.
        formats: One button each.
    """

    title: str
    formats: Sequence[Offered]


class OnTake(Protocol):
    """A function that is called with the chosen format."""

    def __call__(self, name: str, *, has_contacts: bool) -> None:
        """Order the format of this name, with contact persons or without."""


def draw_formats(
    groups: Sequence[OfferedGroup],
    *,
    holds: str,
    texts: Texts,
    on_take: OnTake,
) -> None:
    """Draw the buttons; call back with the format that is taken.

    Args:
        groups: What can be taken; none where there is nothing to take.
        holds: What a file will hold, in words, or why there is none.
        texts: The language.
        on_take: Called before the next run.
    """

    def taken() -> None:
        name, has_contacts = event_value(_KEY, "taken") or ("", False)
        if any(name == each.name for group in groups for each in group.formats):
            on_take(name, has_contacts=bool(has_contacts))

    _formats(
        key=_KEY,
        data={
            "groups": [asdict(group) for group in groups],
            "contacts": wants_contacts(),
            "words": {
                "holds": holds,
                "contacts": texts("export-with-contacts"),
                "hint": texts("export-with-contacts-hint"),
                "personal": texts("export-personal"),
            },
        },
        default={"contacts": False},
        on_contacts_change=lambda: None,
        on_taken_change=taken,
    )


def wants_contacts() -> bool:
    """Say whether the reader has asked for contact persons on this page."""
    return bool(event_value(_KEY, "contacts"))
