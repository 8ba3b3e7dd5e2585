"""Which column of a visitor's file holds what: guessed, then theirs to change."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

import streamlit as st

from dashboard.explore.catalog.readable import readable
from dashboard.locale import Texts
from dashboard.practices.reading import TARGETS, Sheet

_FIRST: Final = (
    *("title", "section", "subsection", "art", "unit", "unit_type"),
    *("locality", "street", "number", "postal_code", "county", "voivodeship"),
    *("population", "summary", "website"),
)
"""What matters most; the others are folded away."""

_IN_A_ROW: Final = 3
_MAX: Final = 40
"""Characters of a heading or an example."""


def draw_matching(sheet: Sheet, guessed: Mapping[str, str], texts: Texts) -> dict[str, str]:
    """Draw a choice of a heading for each column of the practices table.

    Args:
        sheet: The table.
        guessed: The headings that are chosen at first.
        texts: The interface's texts.

    Returns:
        Column of the practices table -> heading that was chosen.
    """
    st.html(f'<h2>{texts("add-matching")}</h2><p class="mp-quiet">{texts("add-matching-hint")}</p>')
    chosen = _choices(_FIRST, sheet, guessed, texts)
    others = [target for target in TARGETS if target not in _FIRST]
    with st.expander(texts("add-matching-others", count=sum(each in guessed for each in others))):
        chosen |= _choices(others, sheet, guessed, texts)
    unused = [heading for heading in sheet.headings if heading not in chosen.values()]
    if unused:
        words = texts("add-unused", count=len(unused))
        st.html(f'<p class="mp-quiet">{words} {escape(", ".join(map(_shown, unused)))}</p>')
    return chosen


def _choices(
    targets: Sequence[str], sheet: Sheet, guessed: Mapping[str, str], texts: Texts
) -> dict[str, str]:
    """Return one select box a column, three in a row; those that were chosen."""
    chosen = {}
    for place, target in enumerate(targets):
        if place % _IN_A_ROW == 0:
            columns = st.columns(_IN_A_ROW)
        heading = columns[place % _IN_A_ROW].selectbox(
            texts(f"column-{target.replace('_', '-')}"),
            sheet.headings,
            index=sheet.headings.index(guessed[target]) if target in guessed else None,
            format_func=lambda heading: with_example(sheet, heading),
            placeholder=texts("add-no-column"),
            key=f"add-column-{target}-{hash((sheet.name, sheet.headings))}",
        )
        if heading is not None:
            chosen[target] = heading
    return chosen


def with_example(sheet: Sheet, heading: str) -> str:
    """Return a heading with the first value under it."""
    values = sheet.cells[heading]
    example = _shown(next((text for text in values if text.strip()), ""))
    return f"{_shown(heading)} ({example})" if example else _shown(heading)


def _shown(text: str) -> str:
    """Return the beginning of a text from a file, in one line, as it can stand beside others."""
    line = " ".join(readable(text).split())
    return f"{line[:_MAX].rstrip()}…" if len(line) > _MAX else line
