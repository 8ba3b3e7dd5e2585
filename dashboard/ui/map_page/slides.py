"""The slide show of practices on the page 'Mapa'.

It goes through the short list where there is one, else through all that passed the filters, in
the order of the list. The slide that is shown is the selected practice, so the address of each
slide opens it again.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

import streamlit as st

from dashboard import url
from dashboard.locale import texts_in
from dashboard.ui.elements.presentation import (
    NEXT_KEYS,
    PREVIOUS_KEYS,
    AutoPlay,
    Control,
    PresenterCommand,
    mark_presentation,
    presentation_keys,
)
from dashboard.ui.frame import navigation
from dashboard.ui.frame.frame import Frame
from dashboard.ui.visit import address, state, view_requests
from dashboard.ui.visit.coverage_state import is_presenting
from dashboard.views.practice.slide import slide_html

SECONDS: Final = 12
"""Seconds that each slide is shown while the timer runs."""

_PLAYING: Final = "slides-playing"
_RETURNS: Final = "slides-return"
"""Whether the show was started on the page of the short list, to which leaving it leads back."""


class _ShowCommand(StrEnum):
    """What presenters ask for besides."""

    PLAY = "play"


def follow_show() -> None:
    """Go on to the page of the show from another page, where the address asks for a show."""
    if is_presenting():
        page = navigation.pages(texts_in(state.language()))["map"]
        st.switch_page(page, query_params=address.query())


def open_show(frame: Frame) -> list[int]:
    """Give the numbers of the practices of the show, one of which is the selected one from now on.

    Empty where nobody presents, and where there is nothing to show.
    """
    if not is_presenting():
        return []
    numbers = _numbers(frame)
    if numbers and state.practice() not in numbers:
        _show(numbers[0])
    return numbers


def draw_slide(frame: Frame, numbers: Sequence[int]) -> None:
    """Draw the slide of the selected practice, or say that there is nothing to show."""
    shown = _shown(frame, numbers)
    if shown is None:
        st.html(f'<p class="mp-hint">{frame.texts("slides-nothing")}</p>')
    else:
        row, place = shown
        st.html(slide_html(frame.catalog, row, place, frame.texts))
    mark_presentation()


def draw_controls(frame: Frame, numbers: Sequence[int]) -> None:
    """Draw the button that starts the show, or those that lead through it and out of it."""
    with st.container(key="prezentacja"):
        if is_presenting():
            _steer(frame, numbers)
        else:
            offer_show(frame, label=frame.texts("slides-present"))


def return_from_show() -> None:
    """Go back to the page of the short list where the show was started there, and has ended."""
    if st.session_state.get(_RETURNS) and not is_presenting():
        st.session_state[_RETURNS] = False
        page = navigation.pages(texts_in(state.language()))["shortlist"]
        st.switch_page(page, query_params=address.query())


def offer_show(frame: Frame, *, label: str, returns_here: bool = False) -> None:
    """Draw the button that starts the show, which a key does as well.

    Args:
        frame: What the page shows.
        label: The button's text.
        returns_here: Whether leaving the show leads back to the page of the short list.
    """

    def start(_wish: str) -> None:
        st.session_state[_RETURNS] = returns_here
        address.set_switch(url.PRESENTATION, is_on=True)
        numbers = _numbers(frame)
        number = state.practice()
        if numbers:
            _show(number if number in numbers else numbers[0])

    enter = Control(wish=PresenterCommand.ENTER, keys=("F8",), label=label, screen="enter")
    presentation_keys([enter], is_presenting=False, on_wish=start)


def _steer(frame: Frame, numbers: Sequence[int]) -> None:
    """Draw the keys and buttons of the show."""
    texts, number = frame.texts, state.practice()
    is_playing = bool(st.session_state.get(_PLAYING)) and len(numbers) > 1
    controls = [
        Control(wish=PresenterCommand.PREVIOUS, keys=PREVIOUS_KEYS, label=texts("slides-previous")),
        Control(wish=PresenterCommand.NEXT, keys=NEXT_KEYS, label=texts("slides-next")),
        Control(
            wish=PresenterCommand.LEAVE,
            keys=("Escape", "F8"),
            label=texts("slides-leave"),
            screen="leave",
        ),
    ]
    play = texts("slides-play", seconds=SECONDS)
    if not is_playing and len(numbers) > 1:
        controls.insert(0, Control(wish=_ShowCommand.PLAY, keys=(" ",), label=play))
    pace = AutoPlay(
        wish=PresenterCommand.NEXT,
        seconds=SECONDS,
        step=str(number),
        play=play,
        pause=texts("slides-pause"),
        is_asked_for=True,
    )
    presentation_keys(
        controls,
        is_presenting=True,
        on_wish=lambda wish: _fulfil(wish, numbers),
        pace=pace if is_playing else None,
        spoken=_spoken(frame, numbers),
    )


def _fulfil(wish: str, numbers: Sequence[int]) -> None:
    """Go to another slide, let the show go on by itself, or leave it."""
    address.restore()
    if not is_presenting():
        return
    if wish == _ShowCommand.PLAY:
        st.session_state[_PLAYING] = True
        return
    if wish == PresenterCommand.LEAVE:
        st.session_state[_PLAYING] = False
        address.set_switch(url.PRESENTATION, is_on=False)
        return
    number = state.practice()
    if number in numbers:
        step = 1 if wish == PresenterCommand.NEXT else -1
        _show(numbers[(numbers.index(number) + step) % len(numbers)])


def _show(number: int) -> None:
    """Select a practice and move the map to it; the keyboard focus stays where it is."""
    view_requests.request_map_move()
    state.select_on_map(number)


def _numbers(frame: Frame) -> list[int]:
    """Return the practices of the show."""
    kept = [each for each in state.shortlist() if frame.catalog.position_of(each) is not None]
    return kept or frame.catalog.practices["art"].to_numpy()[frame.rows].tolist()


def _shown(frame: Frame, numbers: Sequence[int]) -> tuple[int, str] | None:
    """Return the row of the selected practice and its place in the show, '3 z 11'.

    None without one.
    """
    number = state.practice()
    row = None if number is None else frame.catalog.position_of(number)
    if number is None or row is None or number not in numbers:
        return None
    return row, frame.texts("slides-place", at=numbers.index(number) + 1, of=len(numbers))


def _spoken(frame: Frame, numbers: Sequence[int]) -> str:
    """Return what a screen reader says of the slide that is shown."""
    shown = _shown(frame, numbers)
    if shown is None:
        return ""
    row, place = shown
    title = str(frame.catalog.practices["title"].iloc[row])
    return frame.texts("slides-spoken", place=place, title=title)
