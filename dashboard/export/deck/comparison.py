"""The slides that compare the practices which the reader chose: a column a practice."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

import numpy as np

from dashboard.export.deck.facts import FACTS, Facts, words
from dashboard.export.deck.sheet import Book
from dashboard.export.deck.tables import Column, NativeTable, insert, pages
from dashboard.export.deck.template import Box, SlideKind, box_of
from dashboard.export.request import ExportRequest
from dashboard.views.practice.card import Part

_BESIDE_EACH_OTHER: Final = 3
"""Practices in one table; in a fourth column no line holds a title."""
_FIELD_SHARE: Final = 0.19
_TABLE_PT: Final = 12


def comparison_pages(book: Book, request: ExportRequest) -> Iterator[Callable[[], None]]:
    """Yield what adds the slides; nothing where there is one practice and so nothing to compare."""
    rows = request.practice_slides
    if len(rows) < 2:  # noqa: PLR2004  one beside another
        return
    box = box_of(book.deck, SlideKind.TABLE, Box.MAIN)
    tables = [
        part
        for group in _groups(rows)
        for part in pages(_table(request, group), width=box.width, height=box.height)
    ]
    for at, table in enumerate(tables, start=1):
        is_alone = len(tables) == 1
        part = "" if is_alone else request.texts("deck-part", part=at, parts=len(tables))
        yield partial(_write, book, request, table, part)


def _groups(rows: Sequence[int]) -> list[Sequence[int]]:
    """Return the rows in parts of at most _BESIDE_EACH_OTHER, as equal as can be."""
    count = -(-len(rows) // _BESIDE_EACH_OTHER)
    return [part.tolist() for part in np.array_split(rows, count)]


def _write(book: Book, request: ExportRequest, table: NativeTable, part: str) -> None:
    """Add a slide with one table."""
    title = request.texts("shortlist-title")
    with book.sheet(SlideKind.TABLE) as sheet:
        sheet.write_title(" ".join(filter(None, (title, part))))
        insert(sheet.fill(Box.MAIN), table, language=sheet.language)


def _table(request: ExportRequest, rows: Sequence[int]) -> NativeTable:
    """Return some practices as a table: theme, unit, positions, and the fields of their cards."""
    texts = request.texts
    compared = [Facts(request, row) for row in rows]
    lines = {
        texts("filter-dzial"): [each.theme for each in compared],
        texts("deck-compared-unit"): [str(each.practice["unit"]) for each in compared],
        texts("card-position"): ["; ".join(each.positions) for each in compared],
    }
    cards = [{row.heading: words(row.parts) for row in each.rows(FACTS)} for each in compared]
    for heading in dict.fromkeys(heading for card in cards for heading in card):
        lines[heading] = [card.get(heading, "") for card in cards]
    share = (1 - _FIELD_SHARE) / len(compared)
    return NativeTable(
        columns=[
            Column(heading=texts("quality-fields-field"), share=_FIELD_SHARE),
            *(Column(heading=str(each.practice["title"]), share=share) for each in compared),
        ],
        rows=[
            [Part(heading), *(Part(cell or texts("missing")) for cell in cells)]
            for heading, cells in lines.items()
            if any(cells)
        ],
        alternative=texts("shortlist-title"),
        size_pt=_TABLE_PT,
        most_lines=3,
    )
