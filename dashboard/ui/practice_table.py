"""The table of practices on the page 'Analiza': sorting, choice of columns, opening a practice."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from dashboard.explore.catalog import Catalog
from dashboard.locale import Texts
from dashboard.ui import state
from dashboard.views.practice_table import COLUMNS, FIRST_COLUMNS, practice_table

_KEY: Final = "analysis-table"
_LAST: Final = "analysis-table-last"
_DATES: Final = ("introduced", "updated")
_NUMBERS: Final = ("number", "population")


def draw_table(catalog: Catalog, rows: Sequence[int], texts: Texts) -> None:
    """The choice of columns and the table of the practices at the given positions."""
    chosen = st.multiselect(
        texts("analysis-columns"),
        COLUMNS,
        default=FIRST_COLUMNS,
        format_func=lambda name: texts(f"analysis-column-{name}"),
        key="analysis-columns",
        placeholder=texts("analysis-columns-placeholder"),
        select_all=False,
    )
    table = practice_table(catalog, rows, texts)
    numbers = table["number"].tolist()
    st.dataframe(
        table,
        key=_KEY,
        hide_index=True,
        height="content" if len(table) < 12 else 480,  # noqa: PLR2004  longer ones scroll
        column_order=chosen or FIRST_COLUMNS,
        column_config={name: _column(name, texts) for name in COLUMNS},
        on_select=lambda: _open(numbers),
        selection_mode="single-row",
    )


def _open(numbers: Sequence[int]) -> None:
    """Open the practice whose row was ticked; a tick taken away closes it, or opens it again."""
    ticked = st.session_state[_KEY]["selection"]["rows"]
    if ticked:
        st.session_state[_LAST] = numbers[ticked[0]]
        state.select(numbers[ticked[0]])
    elif state.practice() is None and _LAST in st.session_state:
        state.select(st.session_state[_LAST])
    elif state.practice() is not None:
        state.close_card()


def _column(name: str, texts: Texts) -> Any:  # noqa: ANN401  Streamlit's type is private
    """How a column is headed and formatted."""
    label = texts(f"analysis-column-{name}")
    if name in _DATES:
        return st.column_config.DateColumn(label, format="YYYY-MM-DD")
    if name in _NUMBERS:
        number_format = "localized" if name == "population" else "%d"
        return st.column_config.NumberColumn(label, format=number_format)
    return st.column_config.TextColumn(label, width="large" if name == "title" else None)
