"""Small page elements of our own, drawn without a frame: the list, and the page's tools."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import streamlit as st
from pydantic import TypeAdapter

from dashboard.locale import Texts
from dashboard.views.count_tables import CountTable
from dashboard.views.listing import Entry

_FOLDER: Final = Path(__file__).parent
_LIST_KEY: Final = "practice-list"
_COUNT_TABLE: Final = TypeAdapter(CountTable)
"""Makes plain values of a table of a thousand cells in a tenth of the time that `asdict` takes."""


def _source(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


_STREAMLIT_NAMES: Final = {
    "Sidebar": "filters",
    "Expand sidebar": "filters",
    "Collapse sidebar": "control-hide-filters",
    "Selected values": "control-chosen",
    "Clear all": "control-clear",
    "Open": "control-open",
    "Remove …": "control-remove",
    "Increment": "control-more",
    "Decrement": "control-less",
    "Skip to main content": "control-skip",
    "Search": "filter-szukaj",
    "Fullscreen": "control-fullscreen",
    "Close fullscreen": "control-close-fullscreen",
    "Upload": "add-browse",
    "Add files": "add-more",
    "file upload": "add-files",
}
"""What Streamlit calls its own controls, and our message for each."""

_list = st.components.v2.component(
    "mapa_praktyk_list",
    html='<div class="list"></div>',
    css=_source("list.css"),
    js=_source("held.js") + _source("list.js"),
)
_counts = st.components.v2.component(
    "mapa_praktyk_counts",
    html='<div class="counts"></div>',
    css=_source("counts.css"),
    js=_source("held.js") + _source("counts.js"),
)
_focus = st.components.v2.component("mapa_praktyk_focus", js=_source("focus.js"))
_suggestions = st.components.v2.component("mapa_praktyk_suggestions", js=_source("suggestions.js"))
_page = st.components.v2.component(
    "mapa_praktyk_page",
    html='<div class="copy"><output></output><button type="button" hidden></button></div>',
    css=_source("page.css"),
    js=_source("page.js"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of the list.

    Attributes:
        entries: What it shows.
        selected: Number of the selected practice; None where none is.
        page: Which page it is, from 0.
        pages: How many there are.
        label: Where in the whole list it is, in words.
    """

    entries: Sequence[Entry]
    selected: int | None
    page: int
    pages: int
    label: str


def practice_list(
    shown: ListPage,
    texts: Texts,
    *,
    on_choose: Callable[[int], None],
    on_turn: Callable[[int], None],
) -> None:
    """Draw one page of the list; call back with a practice's number or with another page."""
    words = {
        "list": texts("list"),
        "previous": texts("list-previous"),
        "next": texts("list-next"),
        "page": shown.label,
    }
    _list(
        key=_LIST_KEY,
        data={**asdict(shown), "words": words},
        on_chosen_change=lambda: _forward("chosen", on_choose),
        on_turned_change=lambda: _forward("turned", on_turn),
    )


def _forward(trigger: str, receive: Callable[[int], None]) -> None:
    """Hand a number that the list sent to its receiver."""
    number = st.session_state[_LIST_KEY].get(trigger)
    if number is not None:
        receive(int(number))


def count_table(
    table: CountTable, *, key: str, on_choose: Callable[[str | None, str | None], None]
) -> None:
    """Draw a table of counts; call back with the keys of the row and the column clicked.

    A heading gives its own key and None for the other.
    """

    def chosen() -> None:
        keys = st.session_state[key].get("chosen")
        if keys is not None:
            on_choose(*keys)

    _counts(key=key, data=_COUNT_TABLE.dump_python(table), on_chosen_change=chosen)


def move_focus(focus: tuple[str, int]) -> None:
    """Move the keyboard focus to the element with the given id, once for every new count."""
    _focus(key="keyboard-focus", data=list(focus))


def suggest(field: str, file: str) -> None:
    """Let the browser suggest what to type into a text field.

    Args:
        field: The field's key.
        file: Address of the suggestions, relative to this server's root: a JSON list of texts.
    """
    _suggestions(key=f"suggestions-{field}", data={"field": field, "file": file})


def page_tools(texts: Texts) -> None:
    """Set the page's language and offer to copy the link."""
    _page(
        key="page-tools",
        data={
            "language": texts.language,
            "names": {
                **{name: texts(message) for name, message in _STREAMLIT_NAMES.items()},
                f"{st.get_option('server.maxUploadSize')}MB per file": texts("add-drop"),
            },
            "mapName": texts("map-label"),
            "words": {
                "copy": texts("copy-link"),
                "copied": texts("copy-done"),
                "failed": texts("copy-failed"),
            },
        },
        width="content",
    )
