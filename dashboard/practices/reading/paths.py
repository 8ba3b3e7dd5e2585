"""Pages on a disk, by themselves or in archives, into practices."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from dashboard.errors import PageError, UploadError
from dashboard.practices.page_files import unreadable
from dashboard.practices.page_reading import PagesRead, first_bytes, largest_page, read_lazily
from dashboard.practices.reading.archived import pages_of_archive
from dashboard.practices.reading.in_worker import new_worker, pages_in, parser_in
from dashboard.practices.reading.limits import MAX_BYTES
from dashboard.practices.reading.uploads import Upload, check_upload
from dashboard.practices.web_archive import is_archive
from dashboard.practices.worker import Worker
from geocoding.tables.archive import ARCHIVES


def read_pages(files: Iterable[Path]) -> PagesRead:
    """Return the practices that page files describe, and those in ZIP archives among them.

    They are read in a process of its own. A file that cannot be read stops no other, and of
    several of one article the first counts.
    An archive is read whole or not at all, within the limits for what a visitor brings.
    """
    refused: list[PageError] = []
    with new_worker() as worker:
        read = read_lazily(page_contents(files, worker, refused), parse=parser_in(worker))
    return replace(read, faults=(*refused, *read.faults))


def page_contents(
    files: Iterable[Path], worker: Worker, refused: list[PageError]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield each page's name and what reads its content.

    Args:
        files: Page files, and archives of them.
        worker: Unpacks ZIP archives.
        refused: Archives that are not read are added to it.
    """
    for file in files:
        if is_archive(file.name) and file.is_file():
            yield from _archived(file, refused)
            continue
        if not file.is_file() or file.suffix.lower() not in ARCHIVES:
            yield str(file), partial(first_bytes, file, largest_page(file.name) + 1)
            continue
        try:
            pages = _unpacked(file, worker)
        except PageError as error:
            refused.append(error)
        else:
            yield from ((name, partial(bytes, content)) for name, content in pages)


def _archived(file: Path, refused: list[PageError]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the tabs of the articles in a WARC file; one that is damaged is refused."""
    try:
        for name, content in pages_of_archive(file):
            yield name, partial(bytes, content)
    except PageError as error:
        refused.append(error)
    except OSError as error:
        refused.append(unreadable(file, error))


def _unpacked(file: Path, worker: Worker) -> list[tuple[str, bytes]]:
    """Name and content of each page in an archive.

    Raises:
        PageError: The archive is not taken.
    """
    if file.suffix.lower() != ".zip":
        raise PageError(file, rule="packed_pages")
    try:
        upload = Upload(str(file), first_bytes(file, MAX_BYTES + 1))
        check_upload(upload)
        return list(pages_in(worker, upload))
    except OSError as error:
        raise unreadable(file, error) from error
    except UploadError as error:
        rule = "large_archive" if error.limit else "archive"
        raise PageError(file, rule=rule, details={"reason": error.reason}) from error
