"""The table on the page 'Analiza': columns, order, pages, a button that opens a practice."""

from typing import Any, Final

import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Rows
from dashboard.locale import Texts
from dashboard.ui.visit import state, table_state
from dashboard.ui.visit.table_state import TableState
from dashboard.views.practice.practice_table import (
    COLUMNS,
    FIRST_COLUMNS,
    RELATION_COLUMNS,
    practice_table,
    relation_columns,
    table_order,
)
from dashboard.views.practice.relation import Relations

_OPEN: Final = "open"
_CLICKED: Final = "analysis-table-clicked"
_COLUMNS: Final = "analysis-columns"
_ORDER: Final = "analysis-order"
_DESCENDING: Final = "analysis-descending"
_PAGE: Final = "analysis-table-page"
_DATES: Final = ("introduced", "updated")
_NUMBERS: Final = ("number", "population", "away", "likeness")
_WIDE: Final = ("title", "relation")
_PAGE_SIZE: Final = 2_000
"""Practices on a page of the table: all of them travel to the browser at every change."""

_SHORT: Final = 12
"""Longer tables scroll within their own frame."""

_CHOICE_PX: Final = 220
"""Width of a choice beside the columns."""


def rows_in_order(catalog: Catalog, rows: Rows, texts: Texts) -> Rows:
    """Return the practices at the given positions in the order that the reader chose."""
    asked = TableState.read()
    if asked.order is None:
        return rows
    return table_order(catalog, rows, asked.order, texts, is_descending=asked.is_descending)


def draw_table(
    catalog: Catalog, rows: Rows, texts: Texts, relations: Relations | None = None
) -> None:
    """Draw the choices of the table, and its page of the practices at the given positions.

    Args:
        catalog: All practices.
        rows: Positions of those that the table is about, in its order.
        texts: The language.
        relations: How they stand to the reader's own unit, which is then shown, too.
    """
    asked = TableState.read()
    _draw_columns(asked, texts)
    with st.container(horizontal=True, key="analysis-table-order", vertical_alignment="bottom"):
        _draw_order(asked, texts)
        first = _first_row(asked, len(rows), texts)
    shown = rows[first : first + _PAGE_SIZE]
    table = practice_table(catalog, shown, texts)
    related = () if relations is None else RELATION_COLUMNS
    if relations is not None:
        table = table.join(relation_columns(catalog, shown, relations, texts))
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
        column_order=[_OPEN, *related, *asked.columns],
        column_config=columns,
        placeholder=texts("missing"),
    )
    st.html(f'<p class="mp-note mp-on-paper">{texts("analysis-table-on-paper")}</p>')


def _draw_columns(asked: TableState, texts: Texts) -> None:
    """Draw the choice of columns; emptied, it stays so, and the table has the first ones."""
    held = st.session_state.get(_COLUMNS)
    if held is None or (tuple(held) or FIRST_COLUMNS) != asked.columns:
        st.session_state[_COLUMNS] = list(asked.columns)
    st.multiselect(
        texts("analysis-columns"),
        COLUMNS,
        format_func=lambda name: texts(f"analysis-column-{name}"),
        key=_COLUMNS,
        placeholder=texts("analysis-columns-placeholder"),
        select_all=False,
        on_change=lambda: table_state.show_columns(st.session_state.get(_COLUMNS, ())),
    )


def _draw_order(asked: TableState, texts: Texts) -> None:
    """Draw the choice of the column that orders the table, and the direction."""

    def chosen() -> None:
        column = st.session_state.get(_ORDER)
        table_state.order_by(
            column if column in COLUMNS else None,
            is_descending=bool(st.session_state.get(_DESCENDING)),
        )

    st.session_state[_ORDER] = asked.order
    st.selectbox(
        texts("analysis-order"),
        COLUMNS,
        index=None,
        format_func=lambda name: texts(f"analysis-column-{name}"),
        key=_ORDER,
        placeholder=texts("analysis-order-none"),
        on_change=chosen,
        width=_CHOICE_PX,
    )
    st.session_state[_DESCENDING] = asked.is_descending
    st.checkbox(
        texts("analysis-descending"),
        key=_DESCENDING,
        disabled=asked.order is None,
        on_change=chosen,
    )


def _first_row(asked: TableState, count: int, texts: Texts) -> int:
    """Draw the choice of the page, where there are several; return the first row of the page."""
    pages = -(-count // _PAGE_SIZE)
    if pages <= 1:
        return 0
    page = min(asked.page, pages)
    first = (page - 1) * _PAGE_SIZE
    st.session_state[_PAGE] = page
    st.number_input(
        texts("analysis-table-page", pages=pages),
        min_value=1,
        max_value=pages,
        step=1,
        key=_PAGE,
        on_change=lambda: table_state.turn_to(int(st.session_state.get(_PAGE) or 1)),
        width=_CHOICE_PX,
    )
    last = min(first + _PAGE_SIZE, count)
    line = texts("analysis-table-part", first=first + 1, last=last, total=count)
    st.html(f'<p class="mp-note" role="status">{line}</p>')
    return first


def _column(name: str, texts: Texts) -> Any:  # noqa: ANN401  Streamlit's type is private
    """Return how a column is headed and formatted."""
    label = texts(f"analysis-column-{name}")
    if name in _DATES:
        return st.column_config.DateColumn(label, format=texts("analysis-date-format"))
    if name in _NUMBERS:
        number_format = {"population": "localized", "likeness": "%.2f"}.get(name, "%d")
        return st.column_config.NumberColumn(label, format=number_format)
    return st.column_config.TextColumn(label, width="large" if name in _WIDE else None)
