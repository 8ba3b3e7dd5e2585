"""Small maps, one a theme, each a button."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script

_KEY: Final = "coverage-themes"

_themes = st.components.v2.component(
    "mapa_praktyk_themes",
    html='<div class="mp-themes"></div>',
    js=script("themes.js"),
    isolate_styles=False,
)


def draw_themes(html: str, *, on_choose: Callable[[int], None]) -> None:
    """Draw the small maps, as `views.themes` makes them; call back with the number of one."""

    def chosen() -> None:
        at = event_value(_KEY, "chosen")
        if isinstance(at, int):
            on_choose(at)

    _themes(key=_KEY, data={"html": html}, on_chosen_change=chosen)
