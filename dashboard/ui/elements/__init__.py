"""Small page elements of our own, drawn without a frame: the list, and the page's tools."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.views.listing import Entry

_FOLDER: Final = Path(__file__).parent


def _source(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


_list = st.components.v2.component(
    "mapa_praktyk_list",
    html='<div class="list"></div>',
    css=_source("list.css"),
    js=_source("list.js"),
)
_page = st.components.v2.component(
    "mapa_praktyk_page",
    html='<div class="copy"><output></output><button type="button"></button></div>',
    css=_source("page.css"),
    js=_source("page.js"),
)


def practice_list(
    entries: Sequence[Entry],
    *,
    selected: int | None,
    page: int,
    pages: int,
    page_label: str,
    texts: Texts,
    on_choose: Callable[[int], None],
    on_turn: Callable[[int], None],
) -> None:
    """Draw one page of the list; call back with a practice's number or with another page."""
    key = "practice-list"

    def chosen() -> None:
        number = st.session_state[key].get("chosen")
        if number is not None:
            on_choose(int(number))

    def turned() -> None:
        to = st.session_state[key].get("turned")
        if to is not None:
            on_turn(int(to))

    _list(
        key=key,
        data={
            "entries": [asdict(entry) for entry in entries],
            "selected": selected,
            "page": page,
            "pages": pages,
            "words": {
                "list": texts("list"),
                "previous": texts("list-previous"),
                "next": texts("list-next"),
                "page": page_label,
            },
        },
        on_chosen_change=chosen,
        on_turned_change=turned,
    )


def page_tools(*, focus: tuple[str, int], texts: Texts) -> None:
    """Set the page's language, move the focus when asked, and offer to copy the link."""
    _page(
        key="page-tools",
        data={
            "language": texts.language,
            "focus": list(focus),
            "words": {
                "copy": texts("copy-link"),
                "copied": texts("copy-done"),
                "failed": texts("copy-failed"),
            },
        },
        width="content",
    )
