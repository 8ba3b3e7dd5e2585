"""Native tables: a heading row, the template's style, rows as high as their texts need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.placeholder import LayoutPlaceholder, TablePlaceholder
from pptx.table import Table
from pptx.util import Emu, Length, Pt

from dashboard.export.deck.drawing_ml import describe, set_table_style
from dashboard.export.deck.fitting import SEPARATOR, TextSpace, clean, shortened
from dashboard.export.deck.letter_widths import longest_word_pt
from dashboard.export.deck.writing import write
from dashboard.views.practice.card import Part

_STYLE: Final = "{8C1F4B52-6E1D-4C0B-9D57-3A7B20E4D6A1}"
"""The table style in template/ppt/tableStyles.xml."""

_SIDE: Final = Pt(4)
_LEAST_PT: Final = 8
"""Letters smaller than these are not used, not even to have a word whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, its share of the width, whether its cells are numbers."""

    heading: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeTable:
    """The content of a table.

    Attributes:
        columns: From left to right; their shares add up to 1.
        rows: One cell a column.
        alternative: What is read out of the table as a whole.
        size_pt: Size of the letters.
        gap_pt: TextSpace above and below the text of a cell.
        most_lines: Lines that a cell may have before its text is cut.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Part]]
    alternative: str
    size_pt: float
    gap_pt: float = 2.0
    most_lines: int = 4

    def fitted(self, width: Length) -> "NativeTable":
        """Return the table with every text as long as its cell may get at this width.

        No heading and no number is broken inside a word: its column becomes wider at the cost of
        others, and where none has room, the letters of the table smaller.
        """
        return self.with_whole_words(width).shortened(width)

    def shortened(self, width: Length) -> "NativeTable":
        """Return the table with every text as long as its cell may get, its columns as they are."""
        rooms = [self._room(column, width) for column in self.columns]
        return replace(
            self,
            rows=[
                [Part(shortened(clean(cell.text), room), cell.href) for cell, room in pairs]
                for pairs in (zip(row, rooms, strict=True) for row in self.rows)
            ],
        )

    def heights(self, width: Length) -> list[Length]:
        """Return the height of the heading row and of each row at a width."""
        rooms = [self._room(column, width) for column in self.columns]
        heading = [Part(column.heading) for column in self.columns]
        margins = Pt(2 * self.gap_pt)
        return [
            Emu(
                margins
                + max(room.height_of(cell.text) for cell, room in zip(row, rooms, strict=True))
            )
            for row in (heading, *self.rows)
        ]

    def with_whole_words(self, width: Length) -> "NativeTable":
        """Return the table with columns, or letters, that suit its headings and numbers."""
        needed = [self._least_share(at, width) for at in range(len(self.columns))]
        if sum(needed) > 1 and self.size_pt > _LEAST_PT:
            return replace(self, size_pt=self.size_pt - 1).with_whole_words(width)
        shares = [column.share for column in self.columns]
        lacking = sum(max(need - share, 0) for need, share in zip(needed, shares, strict=True))
        spare = sum(max(share - need, 0) for need, share in zip(needed, shares, strict=True))
        if not lacking or not spare:
            return self
        taken = min(lacking / spare, 1)
        columns = [
            replace(column, share=max(need, column.share - (column.share - need) * taken))
            for column, need in zip(self.columns, needed, strict=True)
        ]
        return replace(self, columns=columns)

    def _least_share(self, at: int, width: Length) -> float:
        """Return the share of the width that the widest word of a column needs."""
        column = self.columns[at]
        words = [longest_word_pt(column.heading, size_pt=self.size_pt, is_bold=True)]
        if column.is_number:
            cells = (clean(row[at].text) for row in self.rows)
            words += [longest_word_pt(each, size_pt=self.size_pt, is_bold=False) for each in cells]
        return (max(words) + 2 * _SIDE.pt) / width.pt

    def _room(self, column: Column, width: Length) -> TextSpace:
        """Return the room in one cell of a column, which has a few lines at most."""
        inside = width * column.share - 2 * _SIDE
        line = TextSpace(width=Emu(round(inside)), height=Emu(0), size_pt=self.size_pt)
        return replace(line, height=line.height_of(SEPARATOR * (self.most_lines - 1)))


def pages(table: NativeTable, *, width: Length, height: Length) -> list[NativeTable]:
    """Return the table in parts that fit a box, each at least one row long.

    One part where it is empty.
    """
    table = table.fitted(width)
    heading, *heights = table.heights(width)
    parts: list[list[Sequence[Part]]] = [[]]
    left = height - heading
    for row, needed in zip(table.rows, heights, strict=True):
        if needed > left and parts[-1]:
            parts.append([])
            left = height - heading
        parts[-1].append(row)
        left -= needed
    return [replace(table, rows=rows) for rows in parts]


def in_largest_size(table: NativeTable, box: LayoutPlaceholder) -> NativeTable:
    """Return the table in the largest letters, up to its own, in which a box holds it.

    The rows that a box holds in the smallest ones, where it does not hold all.
    """
    sizes = range(round(table.size_pt), _LEAST_PT - 1, -1)
    sized = [
        pages(replace(table, size_pt=size), width=box.width, height=box.height) for size in sizes
    ]
    return next((parts for parts in sized if len(parts) == 1), sized[-1])[0]


def insert(box: TablePlaceholder, table: NativeTable, *, language: MSO_LANGUAGE_ID) -> Table:
    """Fill a table placeholder; every text has the language."""
    table, width = table.fitted(box.width), box.width
    heights = table.heights(width)
    frame = box.insert_table(len(heights), len(table.columns))
    set_table_style(frame, _STYLE)
    frame.height = Emu(sum(heights))
    describe(frame, table.alternative)
    native: Table = frame.table
    native.horz_banding = False
    for at, column in enumerate(table.columns):
        native.columns[at].width = Emu(round(width * column.share))
    heading = [Part(column.heading) for column in table.columns]
    for at, (cells, height) in enumerate(zip((heading, *table.rows), heights, strict=True)):
        native.rows[at].height = height
        for place, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
            filled = native.cell(at, place)
            filled.margin_left = filled.margin_right = _SIDE
            filled.margin_top = filled.margin_bottom = Pt(table.gap_pt)
            filled.vertical_anchor = MSO_ANCHOR.MIDDLE
            write(filled.text_frame, [[cell]], language=language, size_pt=table.size_pt)
            if column.is_number:
                filled.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    return native
