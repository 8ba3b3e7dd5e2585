"""The table on the page 'Analiza': sorting, choice of columns, a button that opens a practice."""

from typing import Any, Final

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Rows
from dashboard.locale import Texts
from dashboard.ui.visit import state
from dashboard.views.practice.practice_table import (
    COLUMNS,
    FIRST_COLUMNS,
    RELATION_COLUMNS,
    practice_table,
    relation_columns,
)
from dashboard.views.practice.relation import Relations

_OPEN: Final = "open"
_CLICKED: Final = "analysis-table-clicked"
_DATES: Final = ("introduced", "updated")
_NUMBERS: Final = ("number", "population", "away", "likeness")
_WIDE: Final = ("title", "relation")
_MAX: Final = 2_000
"""Practices that the table holds: all of it travels to the browser at every change."""

_SHORT: Final = 12
"""Longer tables scroll within their own frame."""


def draw_table(
    catalog: Catalog, rows: Rows, texts: Texts, relations: Relations | None = None
) -> None:
    """Draw the choice of columns and the table of the first practices at the given positions.

    Args:
        catalog: All practices.
        rows: Positions of those that the table is about.
        texts: The language.
        relations: How they stand to the reader's own unit, which is then shown, too.
    """
    chosen = st.multiselect(
        texts("analysis-columns"),
        COLUMNS,
        default=FIRST_COLUMNS,
        format_func=lambda name: texts(f"analysis-column-{name}"),
        key="analysis-columns",
        placeholder=texts("analysis-columns-placeholder"),
        select_all=False,
    )
    if len(rows) > _MAX:
        line = texts("analysis-table-first", shown=_MAX, total=len(rows))
        st.html(f'<p class="mp-note">{line}</p>')
    table = practice_table(catalog, rows[:_MAX], texts)
    related = () if relations is None else RELATION_COLUMNS
    if relations is not None:
        table = table.join(relation_columns(catalog, rows[:_MAX], relations, texts))
    numbers: list[int] = table["number"].tolist()

    def clicked() -> None:
        row = (st.session_state.get(_CLICKED) or {}).get("row")
        if row is not None and row < len(numbers):  # a longer table may have been clicked on
            state.select(numbers[row])

    table[_OPEN] = texts("analysis-open")
    columns: dict[str, Any] = {name: _column(name, texts) for name in (*COLUMNS, *related)}
    columns[_OPEN] = st.column_config.ButtonColumn(
        texts("analysis-card"), pinned=True, type="tertiary", key=_CLICKED, on_click=clicked
    )
    st.dataframe(
        table,
        key="analysis-table",
        hide_index=True,
        height="content" if len(table) <= _SHORT else 480,
        column_order=[_OPEN, *related, *(chosen or FIRST_COLUMNS)],
        column_config=columns,
        placeholder=texts("missing"),
    )


def _column(name: str, texts: Texts) -> Any:  # noqa: ANN401  Streamlit's type is private
    """Return how a column is headed and formatted."""
    label = texts(f"analysis-column-{name}")
    if name in _DATES:
        return st.column_config.DateColumn(label, format="YYYY-MM-DD")
    if name in _NUMBERS:
        number_format = {"population": "localized", "likeness": "%.2f"}.get(name, "%d")
        return st.column_config.NumberColumn(label, format=number_format)
    return st.column_config.TextColumn(label, width="large" if name in _WIDE else None)
