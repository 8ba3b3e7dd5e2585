"""Reading what may be made to do harm, in a process of its own that may end from it.

A file that takes too long, too much memory, or that ends the process is refused by name.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from dashboard.errors import PageError, UploadError, WorkerError
from dashboard.practices.explanation import Explanation, explain_page
from dashboard.practices.further_tab import FurtherTab
from dashboard.practices.page import Practice
from dashboard.practices.page_reading import Parse, parse_page
from dashboard.practices.reading.conversion import convert
from dashboard.practices.reading.limits import MAX_PAGE_S, MAX_PAGES_S, MAX_TABLE_S
from dashboard.practices.reading.pages import convert_pages
from dashboard.practices.reading.sheet import Sheet, Table
from dashboard.practices.reading.upload_result import UploadResult
from dashboard.practices.reading.uploads import (
    PageMember,
    Upload,
    list_page_members,
    read_page_members,
    read_table,
)
from dashboard.practices.worker import Worker

_BATCH_BYTES: Final = 4 * 2**20
"""Size of the pages of an archive that are in memory at once."""


def new_worker() -> Worker:
    """Return a worker that is ready for the functions below."""
    return Worker(__name__)


def table_in(
    worker: Worker, upload: Upload, sheet: str = "", header_row: int | None = None
) -> Table:
    """Give the table that `read_table` gives.

    Raises:
        UploadError: The file is not taken in.
    """
    try:
        return worker.call(MAX_TABLE_S, read_table, upload, sheet, header_row)
    except WorkerError as error:
        raise _refusal(upload.name, error) from error


def practices_in(
    worker: Worker, file: str, sheet: Sheet, mapping: Mapping[str, str]
) -> UploadResult:
    """Return the practices that `convert` makes of a sheet of a file.

    Raises:
        UploadError: The file is not taken in.
    """
    try:
        return worker.call(MAX_TABLE_S, convert, sheet, dict(mapping))
    except WorkerError as error:
        raise _refusal(file, error) from error


def page_practices_in(worker: Worker, uploads: Sequence[Upload]) -> UploadResult:
    """Return the practices in pages and archives of pages, as `convert_pages` gives them.

    A page that cannot be read stops no other.

    Raises:
        UploadError: A file is not taken in.
    """
    end = time.monotonic() + MAX_PAGES_S
    pages = (page for upload in uploads for page in pages_in(worker, upload))

    def parse(name: str, content: bytes) -> Practice | FurtherTab:
        if time.monotonic() > end:
            raise PageError(name, rule="time_of_all")
        return _parse_in(worker, name, content)

    return convert_pages(pages, parse=parse)


def pages_in(worker: Worker, upload: Upload) -> Iterator[tuple[str, bytes]]:
    """Give name and content of each page that a file is or, as an archive, holds.

    Not all of them are in the memory of this process at once.

    Raises:
        UploadError: The file is not taken in.
    """
    if upload.suffix != ".zip":
        yield upload.name, upload.content
        return
    try:
        members = worker.call(MAX_TABLE_S, list_page_members, upload)
        for batch in _batches(members):
            contents = worker.call(MAX_TABLE_S, read_page_members, upload, batch)
            for member, content in zip(batch, contents, strict=True):
                yield f"{upload.name}/{member.name}", content
    except WorkerError as error:
        raise _refusal(upload.name, error) from error


def _batches(members: Iterable[PageMember]) -> Iterator[list[PageMember]]:
    """Cut a list of pages into parts of no more than _BATCH_BYTES, but of one page at least."""
    batch: list[PageMember] = []
    size = 0
    for member in members:
        if batch and size + member.size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(member)
        size += member.size
    yield batch


def parser_in(worker: Worker) -> Parse:
    """Return what reads a page by its name and content as `parse_page` does.

    It raises PageError where the page cannot be read.
    """
    return partial(_parse_in, worker)


def explained_in(worker: Worker, name: str, content: bytes) -> Explanation:
    """Return how `explain_page` says that a page is read.

    Raises:
        PageError: It cannot be read as a page at all.
    """
    try:
        return worker.call(MAX_PAGE_S, explain_page, name, content)
    except WorkerError as error:
        raise PageError(name, rule=error.rule) from error


def _parse_in(worker: Worker, name: str, content: bytes) -> Practice | FurtherTab:
    try:
        return worker.call(MAX_PAGE_S, parse_page, name, content)
    except WorkerError as error:
        raise PageError(name, rule=error.rule) from error


def _refusal(file: str, error: WorkerError) -> UploadError:
    """Return a file that ended its process, or was ended with it, as one that is not taken in."""
    return UploadError(file, rule=error.rule, limit=error.limit)
