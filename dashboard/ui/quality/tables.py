"""Tables of the page about quality: positions, contradictions, what misses."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import streamlit as st

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.filters.filters import Selection
from dashboard.explore.quality.quality import (
    Positions,
    contradictions,
    missing_fields,
    provisional_numbers,
)
from dashboard.locale import Texts
from dashboard.ui.elements.places import PlaceTable, draw_places
from dashboard.ui.review import review
from dashboard.views.quality.quality import (
    contradiction_rows,
    missing_html,
    numbering_rows,
    position_rows,
    unlocated_rows,
)


def draw_note(words: str) -> None:
    """Draw a remark in small print."""
    st.html(f'<p class="mp-note">{words}</p>')


def _heading(words: str) -> None:
    st.html(f'<h2 class="mp-section">{words}</h2>')


def _table(key: str, columns: Sequence[str], total: int, texts: Texts) -> PlaceTable:
    """Make a table of places, whose caption and headings are texts of the page."""
    return PlaceTable(
        key=key,
        caption=texts(f"quality-{key}"),
        columns=[texts(f"quality-column-{name}") for name in columns],
        total=total,
    )


def draw_positions(
    catalog: Catalog,
    positions: Positions,
    passed: Mask,
    *,
    on_reset: Callable[[], None],
    texts: Texts,
) -> None:
    """Draw every place that passed, with how it was found."""
    _heading(texts("quality-positions"))
    found = np.flatnonzero(passed)
    if not len(found):
        draw_note(texts("quality-none-passes"))
        st.button(texts("filter-reset"), key="quality-reset", on_click=on_reset)
        return
    table = _table(
        "positions", ("place", "status", "precision", "accuracy", "checks"), len(found), texts
    )
    rows = position_rows(catalog, positions, found[table.shown].tolist(), texts)
    draw_places(table, rows, texts, on_choose=review.open_review)


def draw_contradictions(catalog: Catalog, positions: Positions, texts: Texts) -> None:
    """Draw every failed check with both sides of it."""
    _heading(texts("quality-contradictions"))
    total = positions.failures
    if not total:
        draw_note(texts("quality-no-contradiction"))
        return
    table = _table("contradictions", ("place", "check", "stated", "matched"), total, texts)
    found = contradictions(catalog, positions, table.shown)
    rows = contradiction_rows(catalog, positions, found, texts)
    draw_places(table, rows, texts, on_choose=review.open_review)


def draw_unlocated(catalog: Catalog, positions: Positions, texts: Texts) -> None:
    """Draw every place that has no position, with the reason."""
    _heading(texts("quality-unlocated"))
    found = np.flatnonzero(~positions.is_located)
    if not len(found):
        draw_note(texts("quality-all-located"))
        return
    table = _table("unlocated", ("place", "reason"), len(found), texts)
    rows = unlocated_rows(catalog, positions, found[table.shown].tolist(), texts)
    draw_places(table, rows, texts, on_choose=review.open_review)


def draw_provisional(catalog: Catalog, positions: Positions, texts: Texts) -> None:
    """Draw every practice with a provisional number, where there are any."""
    found = np.flatnonzero(provisional_numbers(positions))
    if not len(found):
        return
    _heading(texts("quality-provisional"))
    draw_note(texts("quality-provisional-intro"))
    table = _table("provisional", ("place", "section"), len(found), texts)
    rows = numbering_rows(catalog, positions, found[table.shown].tolist(), texts)
    draw_places(table, rows, texts, on_choose=review.open_review)


def draw_missing(lacks: Mapping[str, Mask], selection: Selection, texts: Texts) -> None:
    """Draw for how many practices each field is known."""
    _heading(texts("quality-fields"))
    total = int(np.count_nonzero(selection.mask))
    draw_note(texts("quality-fields-intro", count=total))
    st.html(missing_html(missing_fields(lacks, selection.mask), total, texts))
