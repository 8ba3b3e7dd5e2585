"""The pages of articles in a WARC file: of each tab the latest one that is one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from dashboard.errors import PageError
from dashboard.practices.article import article_at
from dashboard.practices.page_text import decode_page
from dashboard.practices.web_archive import Answer, ArchiveDamagedError, answers_in
from geocoding.files.regular_files import require_regular

_TAB_LINE: Final = re.compile(r"Pełna\s+prezentacja|Skrót\s+i\s+Metryka", re.IGNORECASE)
_MARK: Final = "\ufeff"


def pages_of_archive(file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each tab of an article in a WARC file.

    The name ends with the page's address, the content is UTF-8: what the server stated about its
    encoding stands in the archive alone.

    Raises:
        PageError: A record cannot be read.
        OSError: The file cannot be read.
    """
    require_regular(file)
    latest: dict[tuple[int, str], tuple[str, str]] = {}
    try:
        with file.open("rb") as opened:
            for answer in answers_in(opened):
                key = _article_and_tab(answer)
                if key is None:
                    continue
                text = decode_page(answer.body, content_type=answer.header("Content-Type")).text
                if key not in latest or _TAB_LINE.search(text):
                    latest[key] = answer.url, text
    except ArchiveDamagedError as error:
        raise PageError(file, rule="readable", details={"reason": str(error)}) from error
    for url, text in latest.values():
        name = url.rpartition("/")[2]
        yield f"{file}/{name}", (_MARK + text).encode("utf-8", "replace")


def _article_and_tab(answer: Answer) -> tuple[int, str] | None:
    """Return what a page is in the database; None for no page of an article."""
    article = article_at(answer.url) if answer.is_page and answer.body else None
    if article is None:
        return None
    return article.number, parse_qs(urlsplit(answer.url).query).get("s", ["1"])[0]
