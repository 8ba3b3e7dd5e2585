"""Page files on disk: which files are pages, and what they say."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial, reduce
from pathlib import Path, PurePath
from typing import Final

import pandas as pd
from bs4.exceptions import ParserRejectedMarkup

from dashboard.errors import PageError
from dashboard.practices.mhtml import MHTML_SUFFIXES, html_in, is_mhtml
from dashboard.practices.page import Practice, read_page
from dashboard.practices.schema import find_violations
from geocoding.files.regular_files import require_regular
from geocoding.locale import Text, os_text
from geocoding.tables.encodings import decode_text

PAGE_SUFFIXES: Final = frozenset({".htm", ".html", ".txt", ".xhtml"}) | MHTML_SUFFIXES
MAX_PAGE_BYTES: Final = 2 * 2**20
"""Size of one page; theirs are a hundredth of it."""
_BREAKING: Final = (
    *(ValueError, ArithmeticError, LookupError, RecursionError, MemoryError, AssertionError),
    ParserRejectedMarkup,
)
"""What parsers end in on markup that was made to break them."""
_MAX_MHTML_BYTES: Final = 20 * 2**20
"""Size of a page that was saved with its pictures."""
_ADDRESS_NAME: Final = re.compile(r"\bart=\d")
_ARTICLE: Final = re.compile(r"\bart=(\d{1,9})")
_FURTHER_TAB: Final = re.compile(r"[?&@]s=[2-9]\b")
_SCRIPT: Final = re.compile(r"index\.php(?![a-z])")
_NO_PAGES: Final = frozenset({"robots.txt", "sitemap.xml"})
NO_PRACTICE: Final = frozenset({"tabs", "heading", "metryka"})
"""The rules that a page breaks which is no first tab of an article."""
_WEB_ADDRESS: Final = re.compile(r"https?:/")
_COMPANION: Final = re.compile(r".+[_ -](?:files|pliki)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFiles:
    """What a search for pages found.

    Attributes:
        pages: Files to read, each once, in the order of the paths and then of the names.
        others: Files in the folders that are no pages by their name.
        unsure: Files in the folders that are lists of the site by their name, if they are not
            pages that somebody saved under it; to be read, too.
        site: Files in the folders that are further tabs of articles, or robots.txt.
        faults: Paths that do not exist, folders without a page, and articles of which only
            further tabs are there.
    """

    pages: tuple[Path, ...]
    others: tuple[Path, ...]
    unsure: tuple[Path, ...]
    site: tuple[Path, ...]
    faults: tuple[PageError, ...]


@dataclass(frozen=True, slots=True)
class PagesRead:
    """What the page files say.

    Attributes:
        practices: Each article once, in the order of the files.
        faults: The files that gave no practice.
        contents: The page of each practice as it was read, packed by zlib.
    """

    practices: tuple[Practice, ...]
    faults: tuple[PageError, ...]
    contents: tuple[bytes, ...] = ()


def find_pages(paths: Iterable[Path]) -> PageFiles:
    """Return the page files among files and in folders at any depth.

    A file that is named is a page whatever its name. In a folder pages are those with one of
    PAGE_SUFFIXES or with 'art=NUMBER' in their name; hidden ones, and what a browser puts
    beside a saved page (a folder 'NAME_files'), are passed over.
    """
    pages: dict[Path, Path] = {}
    others: list[Path] = []
    unsure: list[Path] = []
    site: list[Path] = []
    faults: list[PageError] = []
    for path in paths:
        if _WEB_ADDRESS.match(str(path)):
            faults.append(PageError(path, rule="saved"))
            continue
        try:
            inside = sorted(_files(path, set())) if path.is_dir() else [path]
        except OSError as error:
            faults.append(unreadable(error.filename, error))
            continue
        within = [file for file in inside if file != path]
        site += (of_site := [file for file in within if is_further_tab(file.name)])
        unsure += (lists := [file for file in within if is_list(file.name)])
        inside = [file for file in inside if file not in {*of_site, *lists}]
        found = [file for file in inside if file == path or has_page_name(file.name)]
        others += [file for file in inside if file not in set(found)]
        if not path.exists():
            faults.append(PageError(path, rule="exists"))
        elif not (found or lists):
            endings = ", ".join(sorted(PAGE_SUFFIXES))
            faults.append(PageError(path, rule="pages", details={"endings": endings}))
        else:
            for file in found:
                pages.setdefault(file.resolve(), file)
    faults += _only_further_tabs(pages.values(), site)
    return PageFiles(
        tuple(pages.values()), tuple(others), tuple(unsure), tuple(site), tuple(faults)
    )


def is_further_tab(name: str) -> bool:
    """Say whether a file of a mirrored site is no page to read, by its name."""
    return name in _NO_PAGES or bool(_FURTHER_TAB.search(name))


def is_list(name: str) -> bool:
    """Say whether a file of a mirrored site is a list of articles, by its name."""
    is_article = is_further_tab(name) or _ADDRESS_NAME.search(name)
    return bool(_SCRIPT.match(name)) and not is_article


def _only_further_tabs(pages: Iterable[Path], site: Iterable[Path]) -> Iterator[PageError]:
    """Give a fault for each article whose first tab is not among the pages."""
    there = {number for page in pages for number in _ARTICLE.findall(page.name)}
    seen: set[str] = set()
    for file in site:
        for number in _ARTICLE.findall(file.name):
            if number not in there and number not in seen:
                seen.add(number)
                yield PageError(file, rule="first_tab", details={"number": number})


def _files(folder: Path, seen: set[Path]) -> Iterator[Path]:
    """Yield the files in a folder at any depth that are not hidden and not a saved page's parts.

    A folder that links lead to several times, or that lead out of itself into it, counts once.
    """
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    for path in folder.iterdir():
        if path.is_dir():
            if not _is_passed_over(path.name):
                yield from _files(path, seen)
        elif not path.name.startswith("."):
            yield path


def has_page_name(path: str) -> bool:
    """Say whether a file in a folder or an archive is a page by its name and its folders'."""
    *folders, name = PurePath(path).parts or ("",)
    if name.startswith(".") or any(map(_is_passed_over, folders)):
        return False
    return PurePath(name).suffix.lower() in PAGE_SUFFIXES or bool(_ADDRESS_NAME.search(name))


def _is_passed_over(folder: str) -> bool:
    """Say whether a folder is hidden, a saved page's parts, or what a Mac adds to an archive."""
    return folder.startswith(".") or folder == "__MACOSX" or bool(_COMPANION.fullmatch(folder))


def parse_page(name: str, content: bytes) -> Practice:
    """Return the practice of one page, sure to fit into the table.

    Raises:
        PageError: It is no page of the database, or breaks the parser.
    """
    try:
        if is_mhtml(content):
            content = html_in(content, file=name)
            _require_size(name, content, most=MAX_PAGE_BYTES)
        practice = read_page(decode_text(content), source=PurePath(name).name)
        violations = find_violations(pd.DataFrame([practice.cells()], dtype="str"), rows=[0])
    except PageError as error:
        raise PageError(name, line=error.line, rule=error.rule, details=error.details) from error
    except _BREAKING as error:
        raise PageError(name, rule="markup") from error
    if violations:
        cells = [
            Text("fits-cell", {"column": each.column, "expected": each.expected})
            for each in violations
        ]
        all_cells = reduce(lambda one, other: Text("fits-and", {"one": one, "other": other}), cells)
        raise PageError(name, rule="fits", details={"cells": all_cells})
    return practice


def read_contents(
    contents: Iterable[tuple[str, bytes]], *, parse: Callable[[str, bytes], Practice] = parse_page
) -> PagesRead:
    """Return the practices that pages describe, each a name and its content.

    Of several pages of one article the first counts, the others are faults.

    Args:
        contents: Name and content of each.
        parse: What reads one, as `parse_page` does.
    """
    pages = ((name, partial(bytes, content)) for name, content in contents)
    return read_lazily(pages, parse=parse)


def largest_page(name: str) -> int:
    """Give the greatest size of a page file of a name, in bytes."""
    is_whole = PurePath(name).suffix.lower() in MHTML_SUFFIXES
    return _MAX_MHTML_BYTES if is_whole else MAX_PAGE_BYTES


def first_bytes(file: Path, most: int) -> bytes:
    """Return the first bytes of a file, at most so many.

    Raises:
        OSError: It is no file, or cannot be read.
    """
    require_regular(file)
    with file.open("rb") as opened:
        return opened.read(most)


def read_lazily(
    pages: Iterable[tuple[str, Callable[[], bytes]]], *, parse: Callable[[str, bytes], Practice]
) -> PagesRead:
    """Return the practices of pages, each a name and what reads its content; as `read_contents`.

    A page whose content cannot be read (OSError) stops no other.
    """
    practices: dict[int, tuple[Practice, str]] = {}
    contents: list[bytes] = []
    faults = []
    for name, read in pages:
        try:
            content = _content(name, read)
            practice = parse(name, content)
        except PageError as error:
            faults.append(_without_frames(error))
            continue
        if practice.art in practices:
            first = practices[practice.art][1]
            details = {"number": str(practice.art), "file": first}
            faults.append(PageError(name, rule="once", details=details))
        else:
            practices[practice.art] = practice, name
            contents.append(zlib.compress(content))
    found = tuple(practice for practice, _ in practices.values())
    return PagesRead(found, tuple(faults), tuple(contents))


def _without_frames(error: PageError) -> PageError:
    """Give an error without its traceback, whose frames would hold the page's content."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def unreadable(file: object, error: OSError) -> PageError:
    """Return what to raise for a file that the system does not read."""
    return PageError(file, rule="readable", details={"reason": os_text(error)})


def _content(name: str, read: Callable[[], bytes]) -> bytes:
    """Return the content of a page.

    Raises:
        PageError: It cannot be read, or is larger than any page.
    """
    try:
        content = read()
    except OSError as error:
        raise unreadable(name, error) from error
    _require_size(name, content, most=largest_page(name))
    return content


def _require_size(name: str, content: bytes, *, most: int) -> None:
    """Refuse a page that is larger than any.

    Raises:
        PageError: It is.
    """
    if len(content) > most:
        raise PageError(name, rule="size")
