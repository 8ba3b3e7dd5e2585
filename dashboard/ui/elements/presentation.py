"""The presenter's controls: buttons and keys of a presentation, and what moves it by itself.

A page says which wishes there are at the moment, with their keys and buttons, and is called back
with the wish. In the browser a wish is first told to the page's elements, as the event
`mapa-praktyk:wish` of the document; one that prevents its default answers it there (the timeline
does), and the server does not hear of it. What is wished for while a run is under way waits until
the server has heard what was wished for before; numbers tell what that is.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final, Literal

import streamlit as st

from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source

_KEY: Final = "presentation"
_HEARD: Final = "presentation-heard"

_presentation = st.components.v2.component(
    "mapa_praktyk_presentation",
    html='<div class="controls"></div><output class="spoken"></output>',
    css=source("shared/button.css", "shared/spoken.css", "presentation.css"),
    js=script("presentation.js"),
)


def mark_presentation() -> None:
    """Tell the style, by an element with a key, that a room reads the page."""
    with st.container(key="presenting"):
        st.html("<div></div>")  # an empty container would not be drawn


class PresenterCommand(StrEnum):
    """What presenters ask for on every page; a page may know other wishes besides."""

    ENTER = "enter"
    LEAVE = "leave"
    NEXT = "next"
    PREVIOUS = "previous"


NEXT_KEYS: Final = ("ArrowRight", "ArrowDown", "PageDown")
"""The keys for the next step, including those of a remote control."""

PREVIOUS_KEYS: Final = ("ArrowLeft", "ArrowUp", "PageUp")
"""The keys that go back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One thing that the presenter can ask for.

    Attributes:
        wish: What the page is called back with.
        keys: The keys that ask for it, as browsers name them, letters small: 'F8', 'r', ' '.
        label: What its button says; without one the keys alone ask for it.
        screen: What it does to the browser's full screen.
    """

    wish: str
    keys: Sequence[str]
    label: str = ""
    screen: Literal["enter", "leave", "keep"] = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoPlay:
    """A presentation that advances by a timer until the space bar stops it.

    Readers who want no motion have neither unless they asked for it: they go on by the keys.

    Attributes:
        wish: What is wished for after the time.
        seconds: How long each step is shown.
        step: Names the step that is shown; the time begins anew when it changes.
        play: What the button says while it stands still.
        pause: What it says while it goes on.
        is_asked_for: Whether the presenter started it; else it started with the presentation.
    """

    wish: str
    seconds: float
    step: str
    play: str
    pause: str
    is_asked_for: bool = False


def presentation_keys(
    controls: Sequence[Control],
    *,
    is_presenting: bool,
    on_wish: Callable[[str], None],
    pace: AutoPlay | None = None,
    spoken: str = "",
) -> None:
    """Draw the buttons, listen to the keys, and call back with what is wished for.

    Args:
        controls: What can be asked for now; the first that has a key gets it.
        is_presenting: Whether a room reads the page: the buttons then fade while the pointer
            rests.
        on_wish: Called with the wish of a control or of the pace.
        pace: What goes on by itself; None where nothing does.
        spoken: What a screen reader says when it changes, plain text.
    """
    offered = {each.wish for each in controls} | ({pace.wish} if pace else set())
    heard: dict[str, int] = st.session_state.setdefault(_HEARD, {"number": 0})

    def wished() -> None:
        for number, wish in event_value(_KEY, "wish") or ():
            if number > heard["number"]:
                if wish in offered:
                    on_wish(wish)  # a newer request can end it: then it was not heard
                heard["number"] = number

    _presentation(
        key=_KEY,
        data={
            "controls": [asdict(each) for each in controls],
            "presenting": is_presenting,
            "pace": asdict(pace) if pace else None,
            "spoken": spoken,
            "heard": heard["number"],
        },
        on_wish_change=wished,
        width="content",
    )
