"""Whether every script, style and font that the pages need is an installed file."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup

from dashboard.cli.doctor.finding import Finding, ok, problem
from dashboard.extras import install_command
from dashboard.locale import message
from dashboard.views.map.resources import Bundle
from geocoding.locale import os_reason

_SCRIPTS: Final = "map scripts"
_PAGES: Final = "browser files"
_NEEDED_LINKS: Final = {"stylesheet", "preload", "modulepreload", "icon"}


def check_bundles(bundles: Sequence[Bundle], text_of: Callable[[str], str]) -> list[Finding]:
    """Say whether each part of the maps' scripts and styles has a text.

    Args:
        bundles: What the maps load.
        text_of: Gives the text of a part.
    """
    parts = sorted({part for bundle in bundles for part in (*bundle.scripts, *bundle.styles)})
    faults = [
        problem(
            _SCRIPTS,
            found=message(fault, file=part),
            remedy=message("doctor-install-again"),
        )
        for part in parts
        if (fault := _fault_of_part(part, text_of))
    ]
    return faults or [ok(_SCRIPTS, found=message("doctor-parts", parts=str(len(parts))))]


def check_page(page: Path, *, package: str) -> list[Finding]:
    """Say whether all that a package's page loads lies beside it, and nothing in the network.

    Args:
        page: The page's file.
        package: Whose page it is.
    """
    remedy = _install_again(package)
    try:
        addresses = list(_loaded(page.read_text(encoding="utf-8")))
    except OSError as error:
        return [problem(_PAGES, found=f"{page}: {os_reason(error)}", remedy=remedy)]
    faults = [
        problem(_PAGES, found=message(fault, file=f"{package}: {address}"), remedy=remedy)
        for address in addresses
        if (fault := _fault_of_file(page.parent, address))
    ]
    return faults or [
        ok(
            _PAGES,
            found=message("doctor-files", package=str(package), addresses=str(len(addresses))),
        )
    ]


def check_fonts(folder: Path, pattern: str, *, package: str) -> Finding:
    """Say whether a package has its font.

    Args:
        folder: Where its fonts are.
        pattern: Of the names of the font's files.
        package: Whose font it is.
    """
    count = sum(1 for _ in folder.glob(pattern))
    if count:
        return ok("fonts", found=message("doctor-package", package=str(package)))
    return problem(
        "fonts",
        found=message(
            "doctor-no-files", package=str(package), name=str(pattern), folder=str(folder)
        ),
        remedy=_install_again(package),
    )


def _install_again(package: str) -> str:
    return message(
        "doctor-package-again",
        package=package,
        command=f"{install_command(package)} --force-reinstall --no-deps",
    )


def _fault_of_part(name: str, text_of: Callable[[str], str]) -> str:
    try:
        return "" if text_of(name).strip() else "doctor-empty"
    except (OSError, KeyError, AttributeError):
        return "doctor-missing"


def _loaded(html: str) -> Iterator[str]:
    """Yield the addresses of what a page loads."""
    soup = BeautifulSoup(html, "lxml")
    for script in soup.find_all("script", src=True):
        yield str(script["src"])
    for link in soup.find_all("link", href=True):
        if _NEEDED_LINKS.intersection(link.get_attribute_list("rel")):
            yield str(link["href"])


def _fault_of_file(folder: Path, address: str) -> str:
    if "//" in address:
        return "doctor-other-host"
    return "" if (folder / address.lstrip("/")).is_file() else "doctor-missing"
