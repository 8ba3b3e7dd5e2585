"""The list of practices, a page of it at a time."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source
from dashboard.views.practice.listing import Entry

_LIST_KEY: Final = "practice-list"

_list = st.components.v2.component(
    "mapa_praktyk_list",
    html='<div class="list"></div>',
    css=source("shared/pager.css", "list.css"),
    js=script("list.js"),
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
        data=_sent(shown) | {"words": words},
        on_chosen_change=lambda: _forward("chosen", on_choose),
        on_turned_change=lambda: _forward("turned", on_turn),
    )


def _sent(shown: ListPage) -> dict[str, Any]:
    """Return what the script draws: each symbol once, and of an entry only what it says.

    A page of the list is sent anew with every filter.
    """
    symbols = list(dict.fromkeys((each.colour, each.path) for each in shown.entries))
    entries = []
    for each in shown.entries:
        said = {name: value for name, value in asdict(each).items() if value not in ("", ())}
        symbol = symbols.index((said.pop("colour"), said.pop("path")))
        entries.append({**said, "symbol": symbol})
    return {
        "entries": entries,
        "symbols": [{"colour": colour, "path": path} for colour, path in symbols],
        "selected": shown.selected,
        "page": shown.page,
        "pages": shown.pages,
    }


def _forward(trigger: str, receive: Callable[[int], None]) -> None:
    """Hand a number that the list sent to its receiver."""
    number = event_value(_LIST_KEY, trigger)
    if number is not None:
        receive(int(number))
