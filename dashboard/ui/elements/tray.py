"""The element that shows files in the making, saves them when they are ready, and cancels them."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source

_KEY: Final = "tray"
_BEAT: Final = "tray-beat"

_tray = st.components.v2.component(
    "mapa_praktyk_tray",
    html='<output class="spoken"></output><ul></ul>',
    css=source("shared/button.css", "shared/spoken.css", "tray.css"),
    js=script("tray.js"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadRow:
    """A file in the tray.

    Attributes:
        number: Unique among the rows.
        name: Its name.
        stage: How far it is: waiting, making, ready or failed.
        percent: The part of the work that is done.
        words: How far it is, in words.
        is_saved: Whether the browser has taken it.
    """

    number: int
    name: str
    stage: str
    percent: int
    words: str
    is_saved: bool


def draw_download_rows(
    files: Sequence[DownloadRow],
    texts: Texts,
    *,
    on_cancel: Callable[[int], None],
    on_save: Callable[[int], None],
    on_retry: Callable[[int], None],
) -> None:
    """Draw the files; call back with the number of one that is cancelled, saved or retried.

    While one is being made, the element asks for a new drawing twice a second; each of these has
    a new beat, so that the element always hears of it. Without files the element stays the same.
    """

    def forward(trigger: str, receive: Callable[[int], None]) -> None:
        number = event_value(_KEY, trigger)
        if number is not None:
            receive(int(number))

    st.session_state[_BEAT] = st.session_state.get(_BEAT, 0) + bool(files)
    _tray(
        key=_KEY,
        data={
            "files": [asdict(file) for file in files],
            "beat": st.session_state[_BEAT],
            "words": {
                name: texts(f"tray-{name}")
                for name in ("cancel", "save", "retry", "close", "label")
            },
        },
        on_cancel_change=lambda: forward("cancel", on_cancel),
        on_saved_change=lambda: forward("saved", on_save),
        on_retry_change=lambda: forward("retry", on_retry),
        on_beat_change=lambda: None,
    )
