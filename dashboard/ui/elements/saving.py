"""The line under a table or chart from which it is saved as a file."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard.locale import Texts
from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source

_saving = st.components.v2.component(
    "mapa_praktyk_saving",
    html='<div class="saving"></div>',
    css=source("shared/button.css", "saving.css"),
    js=script("saving.js"),
)


def draw_saving(
    offered: Mapping[str, Sequence[str]],
    of: str,
    texts: Texts,
    *,
    key: str,
    on_ask: Callable[[str], None],
) -> None:
    """Draw a button a kind of file; call back with the ending of the one that is asked for.

    Args:
        offered: The endings of files by what they hold: 'table', 'chart'.
        of: What is saved, in words.
        texts: The language.
        key: Of the element.
        on_ask: Called before the next run.
    """

    def asked() -> None:
        suffix = event_value(key, "asked")
        if any(suffix in suffixes for suffixes in offered.values()):
            on_ask(suffix)

    _saving(
        key=key,
        data={
            "groups": [
                {
                    "title": texts(f"saving-{held}"),
                    "files": [
                        {
                            "name": suffix,
                            "label": texts("saving-label", of=of, kind=suffix.upper()),
                        }
                        for suffix in suffixes
                    ],
                }
                for held, suffixes in offered.items()
            ]
        },
        on_asked_change=asked,
    )
