"""A table of counts whose headings and cells are buttons."""

from collections.abc import Callable
from typing import Final

import streamlit as st
from pydantic import TypeAdapter

from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source
from dashboard.views.counts.count_tables import CountTable

_COUNT_TABLE: Final = TypeAdapter(CountTable)
"""Makes plain values of a table of a thousand cells in a tenth of the time that `asdict` takes."""

_counts = st.components.v2.component(
    "mapa_praktyk_counts",
    html='<div class="counts"></div>',
    css=source("shared/spoken.css", "counts.css"),
    js=script("counts.js"),
)


def count_table(
    table: CountTable, *, key: str, on_choose: Callable[[str | None, str | None], None]
) -> None:
    """Draw a table of counts; call back with the keys of the row and the column clicked.

    A heading gives its own key and None for the other.
    """

    def chosen() -> None:
        keys = event_value(key, "chosen")
        if keys is not None:
            on_choose(*keys)

    _counts(key=key, data=_COUNT_TABLE.dump_python(table), on_chosen_change=chosen)
