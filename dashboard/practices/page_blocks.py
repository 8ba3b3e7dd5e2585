"""Saved HTML into parts: headings, paragraphs, lists, tables, descriptions of pictures, links.

Old pages use tables to arrange a page, and bold lines for headings: a table with another one in
it, with long cells, or with the line of tabs is no table of data; a short paragraph that is bold as
a whole is a heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from bs4.element import NavigableString, PageElement, Tag

from dashboard.practices.markup import BLOCKS, CELLS, LINES, shown_markup, walk
from dashboard.practices.structured_text import MAX_LEVEL, Block, Kind
from dashboard.practices.tab_names import is_tab_line

_HEADINGS: Final = {f"h{level}": min(level, MAX_LEVEL) for level in range(1, 7)}
_KINDS: Final = dict.fromkeys(_HEADINGS, Kind.HEADING) | {"li": Kind.ITEM}
_PARTS: Final = frozenset({*BLOCKS, *LINES, *CELLS}) - {"br"}
_BOLD: Final = frozenset({"b", "strong"})
_LONGEST_HEADING: Final = 120
_LONGEST_CELL: Final = 400
_LONGEST_TAB_ROW: Final = 200
_LEAST_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page.

    Attributes:
        block: The number of the part that it stands in; of the next one where its part is empty.
        href: Its address.
        text: Its text.
    """

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
        elif isinstance(node, Tag) and not is_end and _is_tab_row(node):
            builder.line(_words(node))
            skipped = node
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
    _link_at: int = 0

    def tag(self, tag: Tag, *, is_end: bool) -> None:
        """Take in where an element begins or ends."""
        if tag.name in _BOLD:
            self._bold += -1 if is_end else 1
        elif tag.name in _PARTS:
            self.flush()
            if not is_end:
                self._level = _HEADINGS.get(tag.name, 0)
                self._kind = _KINDS.get(tag.name, Kind.PARAGRAPH)
        elif tag.name == "a" and tag.get("href"):
            self._link(tag, is_end=is_end)
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

    def _link(self, tag: Tag, *, is_end: bool) -> None:
        """Take in a link: its part is not complete yet, unless one ends within the link."""
        if not is_end:
            self._link_at = len(self.blocks)
            return
        last = len(self.blocks) - (not self._text.strip())
        self.links.append(_link_in(tag, block=max(last, self._link_at)))

    def _picture(self, words: str) -> None:
        """Take in a picture's description, where it has one."""
        if words:
            self.flush()
            self.blocks.append(Block(Kind.PICTURE, words))

    def line(self, words: str) -> None:
        """Take in a line that stands alone."""
        self.flush()
        self.blocks.append(Block(Kind.PARAGRAPH, words))

    def table(self, table: Tag) -> None:
        """Take in a table of data, row by row."""
        self.flush()
        if table.caption and (words := _words(table.caption)):
            self.blocks.append(Block(Kind.PARAGRAPH, words))
        for row, cells in _rows(table):
            links = row.find_all("a", href=True)
            self.links += [_link_in(link, block=len(self.blocks)) for link in links]
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


def _is_tab_row(tag: Tag) -> bool:
    """Say whether an element is a row of a table whose cells are the names of the tabs."""
    if tag.name != "tr" or tag.find("table") is not None:
        return False
    words = _words(tag)
    return len(words) <= _LONGEST_TAB_ROW and is_tab_line(words)


def _is_data(tag: Tag) -> bool:
    """Say whether an element is a table of data."""
    if tag.name != "table" or tag.find("table") is not None:
        return False
    if is_tab_line(tag.get_text(" ")):
        return False
    rows = [cells for _, cells in _rows(tag)]
    longest = max((len(cell) for row in rows for cell in row), default=0)
    return longest <= _LONGEST_CELL and any(len(row) >= _LEAST_COLUMNS for row in rows)


def _rows(table: Tag) -> Iterator[tuple[Tag, tuple[str, ...]]]:
    """Yield each row and its cells, as text in one line."""
    for row in table.find_all("tr"):
        yield row, tuple(map(_words, row.find_all(CELLS)))


def _words(tag: Tag) -> str:
    """Return the text of an element in one line, with the descriptions of its pictures."""
    texts: list[str] = []
    for part in tag.descendants:
        if isinstance(part, Tag):
            texts += [str(part.get("alt") or "")] if part.name == "img" else []
        elif type(part) is NavigableString:  # no comment
            texts.append(str(part))
    return " ".join(" ".join(texts).split())


def _link_in(tag: Tag, *, block: int) -> Link:
    """Return a link."""
    return Link(block, str(tag["href"]), tag.get_text(" "))
