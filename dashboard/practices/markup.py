"""Saved HTML into the lines that a browser would show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, Tag

from dashboard.errors import PageError
from dashboard.practices.card_lines import Line
from dashboard.practices.tab_names import ANY_TAB

BLOCKS = [
    *("address", "article", "blockquote", "body", "center", "dl", "fieldset", "footer", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre"),
    *("section", "table", "ul", "div"),
]
LINES = ["br", "dt", "li", "tr"]
CELLS = ["td", "th"]
_UNSEEN = ["noscript", "script", "select", "style", "template", "textarea", "title"]
_MARKUP = re.compile(r"<\s*(!doctype\s+html|html|head|body|table|div|p|br)\b", re.IGNORECASE)
_MAX_TABS = 20
_ELEMENT = re.compile(r"<[A-Za-z]")
MAX_ELEMENTS = 20_000
"""Elements of one page; theirs are a hundredth of it."""
_COMMENT, _END = "<!--", "-->"
_DECLARATION = re.compile(rf"({_COMMENT}.*?(?:{_END}|\Z))|<!\[[^>]*>?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a saved HTML page shows, and the addresses that it says it has.

    Attributes:
        lines: As a browser shows them, each with its line in the file.
        addresses: What the page calls its own address, the surest first.
    """

    lines: tuple[Line, ...]
    addresses: tuple[str, ...]


def is_markup(text: str) -> bool:
    """Say whether a text is HTML rather than plain."""
    return _MARKUP.search(text[:5000]) is not None


def read_markup(text: str) -> SavedPage:
    """Return the lines and the addresses of a saved HTML page.

    Raises:
        PageError: It has far more elements than any page.
    """
    soup = _parsed(text)
    addresses = tuple(dict.fromkeys(_addresses(soup)))
    return SavedPage(lines=tuple(_lines(_without_unseen(soup))), addresses=addresses)


def shown_markup(text: str) -> BeautifulSoup:
    """Return the elements of a saved HTML page that a browser shows.

    Raises:
        PageError: It has far more elements than any page.
    """
    return _without_unseen(_parsed(text))


def _parsed(text: str) -> BeautifulSoup:
    """Return all elements of a page.

    Raises:
        PageError: It has far more elements than any page.
    """
    if next(islice(_ELEMENT.finditer(text), MAX_ELEMENTS, None), None):
        raise PageError("", rule="elements")
    return BeautifulSoup(_closed(text), "html.parser")


def _without_unseen(soup: BeautifulSoup) -> BeautifulSoup:
    """Remove what a browser does not show; return what is left."""
    for tag in soup.find_all(_UNSEEN):
        tag.decompose()
    return soup


def _closed(text: str) -> str:
    """Return the same page without what Python's parser refuses, or takes endless time for.

    As in a browser a comment without its end goes on to the page's end, '<![...>' is a comment,
    and a tag without its end is none. Line breaks stay.
    """
    last = text.rfind(_COMMENT)
    if last >= 0 and text.find(_END, last + len(_COMMENT)) < 0:
        text += _END
    text = _DECLARATION.sub(lambda found: found[1] or "\n" * found[0].count("\n"), text)
    whole, end, rest = text.rpartition(">")
    return whole + end + rest.replace("<", "&lt;")


def _lines(soup: BeautifulSoup) -> Iterator[Line]:
    """Yield the shown lines, each with the line of the file that it begins on."""
    text, number = "", 0
    for piece in _pieces(soup):
        if piece.text == "\n":
            yield Line(number, text.strip())
            text, number = "", 0
        else:
            text += piece.text
            if piece.text.strip():
                number = number or piece.number
    yield Line(number, text.strip())


def _pieces(soup: BeautifulSoup) -> Iterator[Line]:
    """Yield the texts as shown and, as pieces of their own, the breaks between lines.

    Cells of a table that hold no break themselves are on one line.
    """
    number = 1
    breaks = 0
    cells: list[int] = []
    for node, is_end in walk(soup):
        if isinstance(node, Tag):
            number = number if is_end else node.sourceline or number
            if node.name in CELLS:
                if not is_end:
                    cells.append(breaks)
                yield Line(number, "\n" if is_end and cells.pop() != breaks else " ")
            elif node.name in BLOCKS or (node.name in LINES and not is_end):
                breaks += 1
                yield Line(number, "\n")
        else:
            if type(node) is NavigableString:
                begin = number + node[: len(node) - len(node.lstrip())].count("\n")
                yield Line(begin, re.sub(r"[ \t\r\n\f]+", " ", node))
            number += str(node).count("\n")


def walk(soup: BeautifulSoup) -> Iterator[tuple[PageElement, bool]]:
    """Yield the page's parts in their order, each element a second time (True) where it ends."""
    opened: list[PageElement] = [soup]
    for node in soup.descendants:
        while node.parent is not opened[-1]:
            yield opened.pop(), True
        yield node, False
        if isinstance(node, Tag):
            opened.append(node)
    for node in reversed(opened[1:]):
        yield node, True


def _addresses(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what the page calls its own address: canonical, og:url, 'saved from', its tabs."""
    for tag in soup.select("link[rel=canonical][href], meta[property='og:url'][content]"):
        yield str(tag.get("href") or tag["content"])
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        if match := re.search(r"saved from url=\(\d+\)(\S+)", comment):
            yield match[1]
    for name in soup.find_all(string=ANY_TAB, limit=_MAX_TABS):
        if link := name.find_parent("a", href=True):
            yield str(link["href"])
