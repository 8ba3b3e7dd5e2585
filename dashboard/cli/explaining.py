"""`mapa-praktyk import --explain FILE`: how a page is read, line by line; nothing is imported."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.locale import message
from dashboard.practices.explanation import Explanation
from dashboard.practices.page_reading import first_bytes, largest_page
from dashboard.practices.reading.archived import pages_of_archive
from dashboard.practices.reading.in_worker import explained_in, new_worker
from dashboard.practices.web_archive import is_archive


def explain_files(paths: list[Path]) -> Iterator[str]:
    """Yield what is said of each page in some files, in lines.

    Raises:
        PageError: A file cannot be read as a page at all.
        OSError: A file cannot be opened.
    """
    with new_worker() as worker:
        for path in paths:
            for name, content in _pages(path):
                yield name
                yield from _lines(explained_in(worker, name, content))


def _pages(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the pages in a file: in a WARC file the latest of each tab."""
    if is_archive(path.name):
        yield from pages_of_archive(path)
    else:
        yield str(path), first_bytes(path, largest_page(path.name))


def _lines(found: Explanation) -> Iterator[str]:
    """Yield what is said of one page: the facts, then each line and what it was taken for."""
    stated = found.stated_by or "none"
    yield message("explain-encoding", encoding=found.encoding, stated=stated)
    if found.article:
        yield message("explain-article", article=str(found.article))
    if found.fault:
        yield message("explain-fault", reason=found.fault.worded(message))
    for line in found.lines:
        part = f"{line.part} {line.column}".strip() or "-"
        yield f"{line.number:>6}  {part:<22}  {line.text}"
    if found.known:
        yield message("explain-known", labels=", ".join(found.known))
    if found.unknown:
        yield message("explain-unknown", labels=", ".join(found.unknown))
    yield message("explain-share", share=str(round(100 * found.used_share)))
