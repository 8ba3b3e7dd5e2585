"""The further tabs of an article: 'Pełna prezentacja' and 'Załączniki', which have no metryka."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final
from urllib.parse import urljoin, urlsplit

from dashboard.errors import PageError
from dashboard.practices.article import article_at, find_article
from dashboard.practices.attachments import Attachment, attachments_to_lines
from dashboard.practices.markup import is_markup
from dashboard.practices.page_blocks import Link, PageBlocks, read_blocks
from dashboard.practices.structured_text import Block, Kind, to_lines
from dashboard.practices.tab_names import is_tab_line
from dashboard.practices.taxonomy import SITE_NOW

PRESENTATION: Final = 2
ATTACHMENTS: Final = 3
_TAB: Final = re.compile(r"[?&@]s=([2-9])\b")
_SIZE: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?\s?(?:[kMG]i?B|[KMG]B|bajt\w*|B\b)")
_MAX_KIND: Final = 5


@dataclass(frozen=True, slots=True)
class FurtherTab:
    """What a further tab of an article says.

    Attributes:
        art: The article's number.
        tab: PRESENTATION or ATTACHMENTS.
        text: The presentation as structured text, or the attachments, one a line.
    """

    art: int
    tab: int
    text: str


def tab_of(name: str) -> int:
    """Return the number of the further tab that a file is by its name; 0 for no further tab."""
    found = _TAB.search(PurePath(name).name)
    return int(found[1]) if found else 0


def read_further_tab(text: str, *, source: str) -> FurtherTab:
    """Return what a further tab says.

    Args:
        text: The page, as plain text or as saved HTML.
        source: Name of its file, which states article and tab.

    Raises:
        PageError: It is no tab of an article.
    """
    tab = tab_of(source)
    article = find_article((), text=(), source=source)
    if article is None or tab not in {PRESENTATION, ATTACHMENTS}:
        raise PageError(source, rule="article")
    page = read_blocks(text) if is_markup(text) else PageBlocks(_plain_blocks(text), ())
    begin, end = _between_tabs(page.blocks, source)
    own = page.blocks[begin:end]
    if tab == PRESENTATION:
        return FurtherTab(article.number, tab, to_lines(own))
    links = [link for link in page.links if begin <= link.block <= end]
    found = dict.fromkeys(_attachments(links, page.blocks[:end]))
    return FurtherTab(article.number, tab, attachments_to_lines(found))


def _plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a plain text; a line of tabs is one by itself."""
    parts = re.split(r"\n\s*\n|(?=\n\.:)|(?<=:\.)\n", text.replace("\r\n", "\n"))
    return tuple(Block(Kind.PARAGRAPH, part.strip()) for part in parts if part.strip())


def _between_tabs(blocks: Sequence[Block], source: str) -> tuple[int, int]:
    """Return where the article's own part begins and ends: between the two lines of tabs.

    Raises:
        PageError: There is no line of tabs.
    """
    tabs = [at for at, block in enumerate(blocks) if is_tab_line(block.words)]
    if not tabs:
        raise PageError(source, rule="tabs")
    return tabs[0] + 1, tabs[-1] if len(tabs) > 1 else len(blocks)


def _attachments(links: Sequence[Link], blocks: Sequence[Block]) -> list[Attachment]:
    """Return the files that links lead to; a size stands behind the name, in the same part."""
    found = []
    for link in links:
        try:
            url = urljoin(SITE_NOW, link.href.strip())
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme not in {"http", "https"} or article_at(url):
            continue
        name = " ".join(link.text.split())
        part = blocks[link.block].words if link.block < len(blocks) else ""
        words = " ".join(part.split())
        size = _SIZE.search(words, max(words.find(name), 0) + len(name)) or _SIZE.search(name)
        file = PurePath(parts.path)
        kind = file.suffix.lstrip(".").upper()
        found.append(
            Attachment(
                name=name or file.name,
                kind=kind if len(kind) <= _MAX_KIND else "",
                size=size[0] if size else "",
                url=url,
            )
        )
    return found
