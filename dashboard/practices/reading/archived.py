"""The pages of articles in a WARC file: of each tab the latest one that is whole."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from dashboard.errors import PageError
from dashboard.practices.article import article_at
from dashboard.practices.page_text import decode_page
from dashboard.practices.tab_names import ANY_TAB
from dashboard.practices.web_archive import Answer, ArchiveDamagedError, answers_in
from geocoding.files.regular_files import require_regular

_FIRST_TAB: Final = "1"
_RECORD_CARD: Final = re.compile(r"Metryka(?:\s|&nbsp;)+praktyki", re.IGNORECASE)
_MARK: Final = "\ufeff"


def pages_of_archive(file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each tab of an article in a WARC file.

    The name ends with the page's address, the content is UTF-8: what the server stated about its
    encoding stands in the archive alone.

    Raises:
        PageError: A record cannot be read; the pages before it were yielded.
        OSError: The file cannot be read.
    """
    require_regular(file)
    latest: dict[tuple[int, str], tuple[str, bytes]] = {}
    whole: set[tuple[int, str]] = set()
    fault: PageError | None = None
    try:
        with file.open("rb") as opened:
            for answer in answers_in(opened):
                key = _article_and_tab(answer)
                if key is None:
                    continue
                text = decode_page(answer.body, content_type=answer.header("Content-Type")).text
                is_whole = _is_whole(text, tab=key[1])
                if is_whole or key not in whole:
                    latest[key] = answer.url, (_MARK + text).encode("utf-8", "replace")
                if is_whole:
                    whole.add(key)
    except ArchiveDamagedError as error:
        fault = PageError(file, rule="readable", details={"reason": str(error)})
    for url, content in latest.values():
        yield f"{file}/{_last_part(url)}", content
    if fault:
        raise fault


def _article_and_tab(answer: Answer) -> tuple[int, str] | None:
    """Return what a page is in the database; None for no page of an article."""
    article = article_at(answer.url) if answer.is_page and answer.body else None
    if article is None:
        return None
    return article.number, parse_qs(urlsplit(answer.url).query).get("s", [_FIRST_TAB])[0]


def _is_whole(text: str, *, tab: str) -> bool:
    """Say whether a page is the tab itself: no captcha, and no first tab without its card."""
    return (_RECORD_CARD if tab == _FIRST_TAB else ANY_TAB).search(text) is not None


def _last_part(url: str) -> str:
    """Return the end of an address as the name of a file: the script and its query."""
    parts = urlsplit(url)
    query = parts.query.replace("/", "%2F")
    return f"{parts.path.rpartition('/')[2]}?{query}"
