"""A page's bytes into text, and saved HTML into the lines that a browser would show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

from dashboard.practices.fields import Line

_BLOCKS = [
    *("address", "article", "blockquote", "body", "center", "dl", "fieldset", "footer", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre"),
    *("section", "table", "ul", "div"),
]
_LINES = ["dt", "li", "tr"]
_UNSEEN = ["noscript", "script", "select", "style", "template", "textarea", "title"]
_MARKUP = re.compile(r"<\s*(!doctype\s+html|html|head|body|table|div|p|br)\b", re.IGNORECASE)
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_SINGLE_BYTE = ("cp1250", "iso8859_2")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a saved HTML page shows, and the addresses that it says it has.

    Attributes:
        lines: As a browser shows them, each with its line in the file.
        addresses: What the page calls its own address, the surest first.
    """

    lines: tuple[Line, ...]
    addresses: tuple[str, ...]


def decode_page(content: bytes) -> str:
    """The text of a saved page in UTF-8, UTF-16, Windows-1250 or ISO-8859-2.

    Between the last two the one that gives more Polish letters is taken: what a saved page
    declares is what the server once sent, not what the browser wrote.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        texts = [content.decode(encoding, errors="replace") for encoding in _SINGLE_BYTE]
        return max(texts, key=lambda text: sum(letter in _POLISH for letter in text))


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain."""
    return _MARKUP.search(text[:5000]) is not None


def read_markup(text: str) -> SavedPage:
    """The lines and the addresses of a saved HTML page."""
    soup = BeautifulSoup(text, "html.parser")
    addresses = tuple(dict.fromkeys(_addresses(soup)))
    for tag in soup.find_all(_UNSEEN):
        tag.decompose()
    starts = _collapse_spaces(soup)
    _break_lines(soup)
    return SavedPage(lines=tuple(_lines(soup, starts)), addresses=addresses)


def _collapse_spaces(soup: BeautifulSoup) -> dict[int, int]:
    """Make each text what a browser shows; give its line in the file, by the text's id."""
    starts = {}
    line = 1
    for node in list(soup.descendants):
        if isinstance(node, Tag):
            line = node.sourceline or line
        elif isinstance(node, PreformattedString):
            line += node.count("\n")
            node.extract()
        elif isinstance(node, NavigableString):
            shown = NavigableString(re.sub(r"[ \t\r\n\f]+", " ", node))
            starts[id(shown)] = line + node[: -len(node.lstrip()) or None].count("\n")
            line += node.count("\n")
            node.replace_with(shown)
    return starts


def _break_lines(soup: BeautifulSoup) -> None:
    """Put a line break wherever a browser would begin a new line."""
    for tag in soup.find_all("br"):
        tag.insert_before("\n")
    for tag in soup.find_all(_LINES + _BLOCKS):
        tag.insert_before("\n")
        if tag.name in _BLOCKS:
            tag.insert_after("\n")
    for tag in soup.find_all(["td", "th"]):
        tag.insert_before(" ")
        tag.insert_after("\n" if tag.find(_BLOCKS) else " ")


def _lines(soup: BeautifulSoup, starts: dict[int, int]) -> Iterator[Line]:
    """The shown lines, each with the line of the file that it begins on."""
    text, number = "", 0
    for node in soup.find_all(string=True):
        if node == "\n":
            yield Line(number, text.strip())
            text, number = "", 0
        else:
            text += node
            if node.strip():
                number = number or starts[id(node)]
    yield Line(number, text.strip())


def _addresses(soup: BeautifulSoup) -> Iterator[str]:
    """What the page calls its own address: canonical, og:url, 'saved from', its tabs."""
    for tag in soup.select("link[rel=canonical][href], meta[property='og:url'][content]"):
        yield str(tag.get("href") or tag["content"])
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        if match := re.search(r"saved from url=\(\d+\)(\S+)", comment):
            yield match[1]
    for tag in soup.find_all("a", href=True):
        if re.search(r"Pełna\s+prezentacja|Skrót\s+i\s+Metryka", tag.get_text()):
            yield str(tag["href"])
