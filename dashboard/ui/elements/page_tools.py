"""What belongs to a whole page: its language, its link, the focus, what a field suggests."""

from typing import Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.ui.elements.sources import script, source

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

_MOST_SUGGESTED: Final = 12

_focus = st.components.v2.component("mapa_praktyk_focus", js=script("focus.js"))
_suggestions = st.components.v2.component("mapa_praktyk_suggestions", js=script("suggestions.js"))
_page = st.components.v2.component(
    "mapa_praktyk_page",
    html='<div class="copy"><output></output><button type="button" hidden></button></div>',
    css=source("shared/button.css", "page.css"),
    js=script("page.js"),
)


def move_focus(focus: tuple[str, int]) -> None:
    """Move the keyboard focus to the element with the given id, once for every new count."""
    _focus(key="keyboard-focus", data=list(focus))


def suggest(field: str, file: str, texts: Texts, *, of: str) -> None:
    """Offer texts to be typed into a text field.

    Args:
        field: The field's key.
        file: Address of the suggestions, relative to this server's root: a JSON list of texts,
            the most important first.
        texts: The language of what is said of them.
        of: What is suggested, as the messages name it: 'home' for 'suggest-home-label'.
    """
    _suggestions(
        key=f"suggestions-{field}",
        data={
            "field": field,
            "file": file,
            "counts": [
                texts(f"suggest-{of}-count", count=count) for count in range(_MOST_SUGGESTED + 1)
            ],
            "words": {
                "label": texts(f"suggest-{of}-label"),
                "elsewhere": texts(f"suggest-{of}-elsewhere", text="{text}"),
            },
        },
    )


def page_tools(texts: Texts, *, offers: bool = True) -> None:
    """Set the page's language, offer to copy the link, and to leave the filters on a narrow screen.

    Args:
        texts: The language.
        offers: Whether there are filters and a link to copy: an embedded part has none.
    """
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
                "list": texts("skip-to-list"),
            },
            "offers": offers,
        },
        width="content",
    )
