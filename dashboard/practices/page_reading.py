"""Pages into practices: one after the other, what cannot be read reported by name."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from pathlib import Path, PurePath
from typing import Final

from bs4.exceptions import ParserRejectedMarkup

from dashboard.errors import PageError
from dashboard.practices.article import find_article
from dashboard.practices.further_tab import (
    ATTACHMENTS,
    PRESENTATION,
    FurtherTab,
    read_further_tab,
    tab_of,
)
from dashboard.practices.mhtml import MHTML_SUFFIXES, html_in, is_mhtml
from dashboard.practices.page import Practice, read_page
from dashboard.practices.page_files import unreadable
from dashboard.practices.page_text import PageText, decode_page
from dashboard.practices.schema import find_violations
from geocoding.files.regular_files import require_regular
from geocoding.locale import Text

MAX_PAGE_BYTES: Final = 2 * 2**20
"""Size of one page; theirs are a hundredth of it."""
_BREAKING: Final = (
    *(ValueError, ArithmeticError, LookupError, RecursionError, MemoryError, AssertionError),
    ParserRejectedMarkup,
)
"""What parsers end in on markup that was made to break them."""
_MAX_MHTML_BYTES: Final = 20 * 2**20
"""Size of a page that was saved with its pictures."""
NO_PRACTICE: Final = frozenset({"tabs", "heading", "metryka"})
"""The rules that a page breaks which is no first tab of an article."""

Parse = Callable[[str, bytes], Practice | FurtherTab]
"""Reads a page by its name and content, as `parse_page` does."""


@dataclass(frozen=True, slots=True)
class PagesRead:
    """What page files describe.

    Attributes:
        practices: Each article once, in the order of the files, with what its further tabs say.
        faults: The files that gave no practice.
        contents: The page of each practice as it was read, packed by zlib.
        tab_contents: Article, name and packed content of each further tab.
    """

    practices: tuple[Practice, ...]
    faults: tuple[PageError, ...]
    contents: tuple[bytes, ...] = ()
    tab_contents: tuple[tuple[int, str, bytes], ...] = ()


def parse_page(name: str, content: bytes) -> Practice | FurtherTab:
    """Return the practice of one page, sure to fit into the table; or what a further tab says.

    Raises:
        PageError: It is no page of the database, or breaks the parser.
    """
    with errors_of_page(name):
        text, source = page_text(name, content).text, PurePath(name).name
        if tab_of(name):
            return read_further_tab(text, source=source)
        practice = read_page(text, source=source)
        columns = {column: [text] for column, text in practice.cells().items()}
        violations = find_violations(columns, rows=[0])
    if violations:
        cells = [
            Text("fits-cell", {"column": each.column, "expected": each.expected})
            for each in violations
        ]
        all_cells = reduce(lambda one, other: Text("fits-and", {"one": one, "other": other}), cells)
        raise PageError(name, rule="fits", details={"cells": all_cells})
    return practice


def page_text(name: str, content: bytes) -> PageText:
    """Return the text of a page file; of one with all parts of a page, that of its HTML.

    Raises:
        PageError: It has no HTML, or more than any page.
    """
    if is_mhtml(content):
        content = html_in(content, file=name)
        _require_size(name, content, most=MAX_PAGE_BYTES)
    return decode_page(content)


@contextmanager
def errors_of_page(name: str) -> Iterator[None]:
    """Raise what keeps a page from being read as an error that names the page.

    Raises:
        PageError: It breaks a rule, or the parser.
    """
    try:
        yield
    except PageError as error:
        raise PageError(name, line=error.line, rule=error.rule, details=error.details) from error
    except _BREAKING as error:
        raise PageError(name, rule="markup") from error


def read_contents(contents: Iterable[tuple[str, bytes]], *, parse: Parse = parse_page) -> PagesRead:
    """Return the practices that pages describe, each a name and its content.

    Of several pages of one article the first counts, the others are faults.

    Args:
        contents: Name and content of each.
        parse: What reads one, as `parse_page` does.
    """
    pages = ((name, partial(bytes, content)) for name, content in contents)
    return read_lazily(pages, parse=parse)


def largest_page(name: str) -> int:
    """Give the greatest size of a page file of a name, in bytes."""
    is_whole = PurePath(name).suffix.lower() in MHTML_SUFFIXES
    return _MAX_MHTML_BYTES if is_whole else MAX_PAGE_BYTES


def first_bytes(file: Path, most: int) -> bytes:
    """Return the first bytes of a file, at most so many.

    Raises:
        OSError: It is no file, or cannot be read.
    """
    require_regular(file)
    with file.open("rb") as opened:
        return opened.read(most)


def read_lazily(pages: Iterable[tuple[str, Callable[[], bytes]]], *, parse: Parse) -> PagesRead:
    """Return the practices of pages, each a name and what reads its content; as `read_contents`.

    A page whose content cannot be read (OSError) stops no other.
    """
    reading = _Reading()
    for name, read in pages:
        try:
            content = read_content(name, read)
            reading.add(name, content, parse(name, content))
        except PageError as error:
            reading.faults.append(_without_frames(error))
            reading.note_unread(name)
    return reading.result()


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    practices: dict[int, tuple[Practice, str]] = field(default_factory=dict)
    contents: list[bytes] = field(default_factory=list)
    tabs: dict[tuple[int, int], tuple[FurtherTab, str, bytes]] = field(default_factory=dict)
    unread_tabs: dict[int, str] = field(default_factory=dict)
    faults: list[PageError] = field(default_factory=list)

    def add(self, name: str, content: bytes, page: Practice | FurtherTab) -> None:
        """Add a page.

        Raises:
            PageError: The same one was added before.
        """
        if isinstance(page, FurtherTab):
            first = self.tabs.setdefault((page.art, page.tab), (page, name, zlib.compress(content)))
            if first[0] != page:
                raise _once(name, page.art, first[1])
        elif page.art in self.practices:
            raise _once(name, page.art, self.practices[page.art][1])
        else:
            self.practices[page.art] = page, name
            self.contents.append(zlib.compress(content))

    def note_unread(self, name: str) -> None:
        """Note a page that could not be read: of a further tab, the name says of which article."""
        article = find_article((), text=(), source=name) if tab_of(name) else None
        if article:
            self.unread_tabs.setdefault(article.number, name)

    def result(self) -> PagesRead:
        """Return the practices with their further tabs; a tab without a practice is a fault."""
        alone = self.unread_tabs | {art: name for (art, _), (_, name, _) in self.tabs.items()}
        for art, name in alone.items():
            if art not in self.practices:
                details = {"number": str(art)}
                self.faults.append(PageError(name, rule="first_tab", details=details))
        return PagesRead(
            tuple(self._whole(practice) for practice, _ in self.practices.values()),
            tuple(self.faults),
            tuple(self.contents),
            tuple(
                (art, PurePath(name).name, content)
                for (art, _), (_, name, content) in self.tabs.items()
                if art in self.practices
            ),
        )

    def _whole(self, practice: Practice) -> Practice:
        """Return a practice with what its further tabs say."""
        texts = {
            tab: found[0].text
            for tab in (PRESENTATION, ATTACHMENTS)
            if (found := self.tabs.get((practice.art, tab)))
        }
        return replace(
            practice,
            presentation=texts.get(PRESENTATION, ""),
            attachments=texts.get(ATTACHMENTS, ""),
        )


def _once(name: str, art: int, first: str) -> PageError:
    """Return the error of a page that was read from another file already."""
    return PageError(name, rule="once", details={"number": str(art), "file": first})


def _without_frames(error: PageError) -> PageError:
    """Give an error without its traceback, whose frames would hold the page's content."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def read_content(name: str, read: Callable[[], bytes]) -> bytes:
    """Return the content of a page.

    Raises:
        PageError: It cannot be read, or is larger than any page.
    """
    try:
        content = read()
    except OSError as error:
        raise unreadable(name, error) from error
    _require_size(name, content, most=largest_page(name))
    return content


def _require_size(name: str, content: bytes, *, most: int) -> None:
    """Refuse a page that is larger than any.

    Raises:
        PageError: It is.
    """
    if len(content) > most:
        raise PageError(name, rule="size")
