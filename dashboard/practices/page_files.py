"""Page files on disk: which files are pages, by their names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from dashboard.errors import PageError
from dashboard.practices.further_tab import tab_of
from dashboard.practices.mhtml import MHTML_SUFFIXES
from dashboard.practices.web_archive import is_archive
from geocoding.locale import os_text

PAGE_SUFFIXES: Final = frozenset({".htm", ".html", ".txt", ".xhtml"}) | MHTML_SUFFIXES
_ADDRESS_NAME: Final = re.compile(r"\bart=\d")
_SCRIPT: Final = re.compile(r"index\.php(?![a-z])")
_NO_PAGES: Final = frozenset(
    {"robots.txt", "sitemap.xml", "harvest.json", "harvest-report.csv", "robots.warc.gz"}
)
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
        tabs: Files in the folders that are further tabs of articles by their name.
        site: Files in the folders that belong to a copy of a site and are no pages: robots.txt.
        faults: Paths that do not exist, and folders without a page.
    """

    pages: tuple[Path, ...]
    others: tuple[Path, ...]
    unsure: tuple[Path, ...]
    tabs: tuple[Path, ...]
    site: tuple[Path, ...]
    faults: tuple[PageError, ...]


def find_pages(paths: Iterable[Path]) -> PageFiles:
    """Return the page files among files and in folders at any depth.

    A file that is named is a page whatever its name. In a folder pages are those with one of
    PAGE_SUFFIXES or with 'art=NUMBER' in their name; hidden ones, and what a browser puts
    beside a saved page (a folder 'NAME_files'), are passed over.
    """
    pages: dict[Path, Path] = {}
    others: list[Path] = []
    unsure: list[Path] = []
    tabs: list[Path] = []
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
        site += (of_site := [file for file in within if file.name in _NO_PAGES])
        tabs += (of_tabs := [file for file in within if tab_of(file.name)])
        unsure += (lists := [file for file in within if is_list(file.name)])
        sorted_out = {*of_site, *of_tabs, *lists}
        inside = [file for file in inside if file not in sorted_out]
        found = [file for file in inside if file == path or has_page_name(file.name)]
        pages_found = set(found)
        others += [file for file in inside if file not in pages_found]
        if not path.exists():
            faults.append(PageError(path, rule="exists"))
        elif not (found or lists):
            endings = ", ".join(sorted(PAGE_SUFFIXES))
            faults.append(PageError(path, rule="pages", details={"endings": endings}))
        else:
            for file in found:
                pages.setdefault(file.resolve(), file)
    return PageFiles(
        tuple(pages.values()),
        tuple(others),
        tuple(unsure),
        tuple(tabs),
        tuple(site),
        tuple(faults),
    )


def unreadable(file: object, error: OSError) -> PageError:
    """Return what to raise for a file that the system does not read."""
    return PageError(file, rule="readable", details={"reason": os_text(error)})


def is_list(name: str) -> bool:
    """Say whether a file of a mirrored site is a list of articles, by its name."""
    is_article = tab_of(name) or _ADDRESS_NAME.search(name)
    return bool(_SCRIPT.match(name)) and not is_article


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
    is_page = PurePath(name).suffix.lower() in PAGE_SUFFIXES or is_archive(name)
    return is_page or bool(_ADDRESS_NAME.search(name))


def _is_passed_over(folder: str) -> bool:
    """Say whether a folder is hidden, a saved page's parts, or what a Mac adds to an archive."""
    return folder.startswith(".") or folder == "__MACOSX" or bool(_COMPANION.fullmatch(folder))
