"""Page files on disk: which files are pages, and what they say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.errors import PageError
from dashboard.practices.markup import decode_page
from dashboard.practices.page import Practice, read_page
from dashboard.practices.schema import COLUMNS, find_violations

PAGE_SUFFIXES: Final = frozenset({".htm", ".html", ".txt", ".xhtml"})
_ADDRESS_NAME: Final = re.compile(r"\bart=\d")
_COMPANION: Final = re.compile(r".+[_ -](?:files|pliki)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFiles:
    """What a search for pages found.

    Attributes:
        pages: Files to read, each once, in the order of the paths and then of the names.
        others: Files in the folders that are no pages by their name.
        faults: Paths that do not exist, and folders without a page.
    """

    pages: tuple[Path, ...]
    others: tuple[Path, ...]
    faults: tuple[PageError, ...]


@dataclass(frozen=True, slots=True)
class PagesRead:
    """What the page files say.

    Attributes:
        practices: Each article once, in the order of the files.
        faults: The files that gave no practice.
    """

    practices: tuple[Practice, ...]
    faults: tuple[PageError, ...]


def find_pages(paths: Iterable[Path]) -> PageFiles:
    """The page files among files and in folders at any depth.

    A file that is named is a page whatever its name. In a folder pages are those with one of
    PAGE_SUFFIXES or with 'art=NUMBER' in their name; hidden ones, and what a browser puts
    beside a saved page (a folder 'NAME_files'), are passed over.
    """
    pages: dict[Path, Path] = {}
    others: list[Path] = []
    faults: list[PageError] = []
    for path in paths:
        inside = sorted(_files(path)) if path.is_dir() else [path]
        found = [file for file in inside if file == path or _has_page_name(file)]
        others += [file for file in inside if file not in found]
        if not path.exists():
            faults.append(PageError(path, line=0, reason="no such file or folder"))
        elif not found:
            reason = f"no page in this folder ({', '.join(sorted(PAGE_SUFFIXES))})"
            faults.append(PageError(path, line=0, reason=reason))
        else:
            for file in found:
                pages.setdefault(file.resolve(), file)
    return PageFiles(tuple(pages.values()), tuple(others), tuple(faults))


def _files(folder: Path) -> Iterator[Path]:
    """The files in a folder at any depth that are not hidden and not a saved page's parts."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield path
        elif not _COMPANION.fullmatch(path.name):
            yield from _files(path)


def _has_page_name(path: Path) -> bool:
    """Whether a file in a folder is a page by its name."""
    return path.suffix.lower() in PAGE_SUFFIXES or _ADDRESS_NAME.search(path.name) is not None


def read_pages(files: Iterable[Path]) -> PagesRead:
    """The practices that page files describe; a file that cannot be read stops no other.

    Of several files of one article the first counts, the others are faults.
    """
    practices: dict[int, tuple[Practice, Path]] = {}
    faults = []
    for file in files:
        try:
            practice = _read_file(file)
        except PageError as error:
            faults.append(error)
            continue
        if practice.art in practices:
            first = practices[practice.art][1]
            reason = f"article {practice.art} was read from {first} already; keep one of them"
            faults.append(PageError(file, line=0, reason=reason))
        else:
            practices[practice.art] = practice, file
    return PagesRead(tuple(practice for practice, _ in practices.values()), tuple(faults))


def _read_file(file: Path) -> Practice:
    """The practice of one file, sure to fit into the table."""
    try:
        practice = read_page(decode_page(file.read_bytes()), source=file.name)
    except OSError as error:
        raise PageError(file, line=0, reason=error.strerror or str(error)) from error
    except PageError as error:
        raise PageError(file, line=error.line, reason=error.reason) from error
    cells = practice.cells()
    violations = find_violations({name: [cells[name]] for name in COLUMNS}, rows=[0])
    if violations:
        reason = "; ".join(f"{item.column}: {item.expected}" for item in violations)
        raise PageError(file, line=0, reason=f"does not fit into the table: {reason}")
    return practice
