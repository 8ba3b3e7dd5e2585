"""The button and the keys by which a page becomes a presentation and back."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

import streamlit as st

from dashboard.locale import Texts

_FOLDER: Final = Path(__file__).parent
_KEY: Final = "presentation"

_presentation = st.components.v2.component(
    "mapa_praktyk_presentation",
    html='<button type="button"></button>',
    css=(_FOLDER / "presentation.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "presentation.js").read_text(encoding="utf-8"),
)


class Wish(StrEnum):
    """What the presenter asks for."""

    ENTER = "enter"
    LEAVE = "leave"
    NEXT = "next"
    PREVIOUS = "previous"


def presentation_keys(texts: Texts, *, presenting: bool, on_wish: Callable[[Wish], None]) -> None:
    """Draw the button that enters or leaves the presentation, and listen to the keys."""

    def wished() -> None:
        wish = st.session_state[_KEY].get("wish")
        if wish in list(Wish):
            on_wish(Wish(wish))

    _presentation(
        key=_KEY,
        data={
            "presenting": presenting,
            "words": {
                "enter": texts("coverage-present"),
                "leave": texts("coverage-present-leave"),
            },
        },
        on_wish_change=wished,
        width="content",
    )
