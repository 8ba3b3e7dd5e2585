"""`mapa-praktyk import --explain FILE`: how a page is read, line by line; nothing is imported."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.errors import PageError
from dashboard.locale import message
from dashboard.practices.explanation import Explanation
from dashboard.practices.page_files import find_pages
from dashboard.practices.page_reading import read_content
from dashboard.practices.reading.in_worker import explained_in, new_worker
from dashboard.practices.reading.paths import page_contents


def explain_files(paths: list[Path], faults: list[PageError]) -> Iterator[str]:
    """Yield what is said of each page in files, archives and folders, in lines.

    Args:
        paths: Where the pages are.
        faults: Those of files that cannot be read as a page at all are added to it.
    """
    files = find_pages(paths)
    faults += files.faults
    with new_worker() as worker:
        sought = (*files.pages, *files.unsure, *files.tabs)
        for name, read in page_contents(sought, worker, faults):
            try:
                explanation = explained_in(worker, name, read_content(name, read))
            except PageError as error:
                faults.append(error)
            else:
                yield name
                yield from _lines(explanation)


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
