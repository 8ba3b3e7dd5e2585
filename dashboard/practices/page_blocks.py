"""Saved HTML into parts: headings, paragraphs, lists, tables, descriptions of pictures, links.

Old pages use tables to arrange a page, and bold lines for headings: a table with another one in
it, or with long cells, is no table of data; a short paragraph that is bold as a whole is a heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from bs4.element import NavigableString, PageElement, Tag

from dashboard.practices.markup import BLOCKS, CELLS, LINES, shown_markup, walk
from dashboard.practices.structured_text import MAX_LEVEL, Block, Kind

_HEADINGS: Final = {f"h{level}": min(level, MAX_LEVEL) for level in range(1, 7)}
_KINDS: Final = dict.fromkeys(_HEADINGS, Kind.HEADING) | {"li": Kind.ITEM}
_PARTS: Final = frozenset({*BLOCKS, *LINES, *CELLS}) - {"br"}
_BOLD: Final = frozenset({"b", "strong"})
_LONGEST_HEADING: Final = 120
_LONGEST_CELL: Final = 400
_LEAST_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: the number of the part that it stands in, its address and its text."""

    block: int
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The parts of a page in their order, and its links."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


def read_blocks(text: str) -> PageBlocks:
    """Return the parts of a saved HTML page.

    Raises:
        PageError: It has far more elements than any page.
    """
    builder = _Builder()
    skipped: Tag | None = None
    for node, is_end in walk(shown_markup(text)):
        if skipped is not None:
            skipped = None if is_end and node is skipped else skipped
        elif isinstance(node, Tag) and not is_end and _is_data(node):
            builder.table(node)
            skipped = node
        elif isinstance(node, Tag):
            builder.tag(node, is_end=is_end)
        else:
            builder.add(node)
    builder.flush()
    return PageBlocks(tuple(builder.blocks), tuple(builder.links))


@dataclass(slots=True)
class _Builder:
    """Collects the parts while a page is walked through."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _text: str = ""
    _kind: Kind = Kind.PARAGRAPH
    _level: int = 0
    _bold: int = 0
    _is_plain: bool = False

    def tag(self, tag: Tag, *, is_end: bool) -> None:
        """Take in where an element begins or ends."""
        if tag.name in _BOLD:
            self._bold += -1 if is_end else 1
        elif tag.name in _PARTS:
            self.flush()
            if not is_end:
                self._level = _HEADINGS.get(tag.name, 0)
                self._kind = _KINDS.get(tag.name, Kind.PARAGRAPH)
        elif is_end and tag.name == "a" and tag.get("href"):
            self.links.append(Link(len(self.blocks), str(tag["href"]), tag.get_text(" ")))
        elif not is_end and tag.name == "br":
            self._text += "\n"
        elif not is_end and tag.name == "img":
            self._picture(" ".join(str(tag.get("alt") or "").split()))

    def add(self, node: PageElement) -> None:
        """Take in a text."""
        if type(node) is not NavigableString:
            return
        text = re.sub(r"[ \t\r\n\f\xa0]+", " ", node)
        self._is_plain |= bool(text.strip()) and not self._bold
        self._text += text

    def _picture(self, words: str) -> None:
        """Take in a picture's description, where it has one."""
        if words:
            self.flush()
            self.blocks.append(Block(Kind.PICTURE, words))

    def table(self, table: Tag) -> None:
        """Take in a table of data, row by row."""
        self.flush()
        for cells in _rows(table):
            if any(cells):
                self.blocks.append(Block(Kind.ROW, cells=cells))

    def flush(self) -> None:
        """Put the text so far into parts; a blank line separates paragraphs."""
        lines = "\n".join(line.strip() for line in self._text.split("\n"))
        for part in re.split(r"\n{2,}", lines):
            words = part.strip()
            if not words:
                continue
            one_line = " ".join(words.split())
            if self._kind is Kind.HEADING:
                self.blocks.append(Block(Kind.HEADING, one_line, level=self._level))
            elif self._kind is Kind.ITEM:
                self.blocks.append(Block(Kind.ITEM, one_line))
            elif not self._is_plain and "\n" not in words and len(words) <= _LONGEST_HEADING:
                self.blocks.append(Block(Kind.HEADING, one_line, level=MAX_LEVEL))
            else:
                self.blocks.append(Block(Kind.PARAGRAPH, words))
        self._text, self._kind, self._level, self._is_plain = "", Kind.PARAGRAPH, 0, False


def _is_data(tag: Tag) -> bool:
    """Say whether an element is a table of data."""
    if tag.name != "table" or tag.find("table") is not None:
        return False
    rows = list(_rows(tag))
    longest = max((len(cell) for row in rows for cell in row), default=0)
    return longest <= _LONGEST_CELL and any(len(row) >= _LEAST_COLUMNS for row in rows)


def _rows(table: Tag) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row, as text in one line."""
    for row in table.find_all("tr"):
        yield tuple(" ".join(cell.get_text(" ").split()) for cell in row.find_all(CELLS))
