"""Which article of the database a page is: its number and its address.

The same article is served by several hosts and in several tabs, so the number is the key.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from dashboard.practices.taxonomy import SITE
from dashboard.practices.value_types import ARTICLE_NUMBER, WEB_ADDRESS

_TAB = "s"
_IN_NAME = re.compile(rf"(?<![^\W_])(?:art[-_=. ]?)?0*({ARTICLE_NUMBER})(?![^\W_])", re.IGNORECASE)
_ARTICLE_IN_NAME = re.compile(rf"\bart=({ARTICLE_NUMBER})(?!\d)")
_URL = re.compile(r"https?://[^\s<>\"']+")
_ASKS_FOR_ARTICLE = re.compile(r"[?&]art=\d")


@dataclass(frozen=True, slots=True)
class Article:
    """An article's number, and its address without the tab; the address may be empty."""

    number: int
    url: str = ""


def article_at(address: str) -> Article | None:
    """Return the article that an address leads to; None where it is no article's address.

    A relative address is taken as one of the site.
    """
    try:
        parts = urlsplit(urljoin(SITE, address.strip()))
    except ValueError:
        return None
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != _TAB]
    number = dict(query).get("art", "")
    url = parts._replace(query=urlencode(query), fragment="").geturl()
    if not re.fullmatch(WEB_ADDRESS, url) or not re.fullmatch(ARTICLE_NUMBER, number):
        return None
    return Article(int(number), url)


def find_article(addresses: Iterable[str], *, text: Iterable[str], source: str) -> Article | None:
    """Return the article that a page is; None where nothing states it.

    What the page calls its own address comes first, then the only article whose address
    stands in the text, then the number in the file's name.

    Args:
        addresses: What a saved HTML page calls its own address, the surest first.
        text: The page's lines outside its summary and metryka.
        source: The file's name, such as '150.txt' or 'index.php?p1=3&p2=7&art=150'.
    """
    for address in addresses:
        if article := article_at(address):
            return article
    stated = {
        article.number: article
        for line in text
        for url in _URL.findall(line)
        if _ASKS_FOR_ARTICLE.search(url) and (article := article_at(url))
    }
    if len(stated) == 1:
        return next(iter(stated.values()))
    name = PurePath(source).name
    numbers = set(_ARTICLE_IN_NAME.findall(name) or _IN_NAME.findall(name))
    return Article(int(numbers.pop())) if len(numbers) == 1 else None
