"""Which addresses of the site are its practice pages, each written in one way.

A page is asked for by `index.php?p1=SECTION&p2=SUBSECTION&art=ARTICLE&s=TAB`; a list has no
article, and may have a number of its own for each of its pages, under a name that is not known.
An article is the same in whatever section a link finds it, so its number and tab are its key.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from dashboard.errors import HarvestError
from dashboard.locale import message

_SECTION, _SUBSECTION, _ARTICLE, _TAB = "p1", "p2", "art", "s"
_SCRIPT: Final = "index.php"
_PORTS: Final = {"http": 80, "https": 443}
_NUMBER: Final = re.compile(r"[0-9]{1,7}")
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,15}")
_OF_A_VISIT: Final = re.compile(
    r"(?:php|j|asp)?_?s(?:ess(?:ion)?)?_?id|sid|utm_\w+|fbclid|gclid", re.IGNORECASE
)
"""Parameters that only tell one visit from another: they are taken off."""
_NO_LIST: Final = re.compile(
    r"(?:print|druk|wydruk|pdf|log|szuk|wyszuk|search|user|rss|lang|jezyk)\w*|query|q|id",
    re.IGNORECASE,
)
"""Parameters of what is no list: a search, a login, a page to print."""
_MAX_LENGTH: Final = 2_000


class Unwanted(StrEnum):
    """Why an address is not asked for."""

    OTHER_HOST = "other-host"
    OTHER_PAGE = "other-page"
    NO_PAGE = "no-page"


@dataclass(frozen=True, slots=True, order=True)
class PageAddress:
    """The address of a list (article 0) or of one tab of an article.

    Attributes:
        article: Its number; 0 for a list.
        tab: 1 for 'Skrót i Metryka', 2 for 'Pełna prezentacja', 3 for 'Załączniki'; 0 for a list.
        numbers: Names and numbers of the other parameters, in one order.
        url: The whole address, as it is asked for.
    """

    article: int
    tab: int
    numbers: tuple[tuple[str, int], ...]
    url: str

    @property
    def key(self) -> str:
        """What is the same for all addresses of this page; also the name of its file."""
        if self.article:
            return f"art-{self.article:06}-tab-{self.tab}"
        return "-".join(["list", *(f"{name}-{number}" for name, number in self.numbers)])

    @property
    def theme(self) -> tuple[int, int]:
        """The numbers of section and subsection; 0 where the address has none."""
        found = dict(self.numbers)
        return found.get(_SECTION, 0), found.get(_SUBSECTION, 0)

    @property
    def is_further_page(self) -> bool:
        """Whether it is a list's second or later page, or the same list in another order."""
        names = {name for name, _ in self.numbers}
        return not self.article and bool(names - {_SECTION, _SUBSECTION})


class Site:
    """The site at one address: its host, and the folder of the practice pages there.

    Attributes:
        start: The address that was named.
        root: Scheme and host: 'https://archiwum.dobrepraktyki.pl'.
    """

    def __init__(self, start: str) -> None:
        """Take the address of the site, or of its start page.

        Raises:
            HarvestError: It is no web address.
        """
        whole = start if "//" in start else f"https://{start}"
        host = _host(whole)
        if host is None:
            raise HarvestError(message("harvest-no-address", address=start))
        parts = urlsplit(whole)
        self._host = host
        self._folder, _, script = (parts.path or "/").rpartition("/")
        self._scripts = {"", _SCRIPT, script}
        self.root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        self.start = PageAddress(0, 0, (), f"{self.root}{parts.path or '/'}")

    def page(self, link: str, *, base: str) -> PageAddress | Unwanted:
        """Return the page that a link leads to, or why it is not asked for.

        Args:
            link: As it stands in a page.
            base: Address of that page.
        """
        try:
            whole = urljoin(base, link.strip()[:_MAX_LENGTH])
            parts = urlsplit(whole)
        except ValueError:
            return Unwanted.OTHER_PAGE
        if parts.scheme not in _PORTS:  # an e-mail address, a script
            return Unwanted.NO_PAGE
        if not self._is_here(_host(whole)):
            return Unwanted.OTHER_HOST
        folder, _, script = (parts.path or "/").rpartition("/")
        is_script = folder == self._folder and script in self._scripts
        numbers = _numbers(parts.query) if is_script else None
        if numbers is None:
            return Unwanted.OTHER_PAGE
        return self._address(f"{parts.scheme}://{parts.netloc}{parts.path}", numbers)

    def article(self, number: int, tab: int, *, like: PageAddress) -> PageAddress:
        """Return the address of an article's tab, in the section of another of its addresses."""
        numbers = dict(like.numbers) | {_ARTICLE: number, _TAB: tab}
        return self._address(like.url.partition("?")[0], numbers)

    def has(self, address: str) -> bool:
        """Say whether an address is on this site's host."""
        return self._is_here(_host(address))

    def _is_here(self, host: tuple[str, int] | None) -> bool:
        """Say whether a host is this one: also with TLS where the site was named without."""
        name, port = self._host
        return host is not None and (host == self._host or (port, host) == (80, (name, 443)))

    def _address(self, script: str, numbers: dict[str, int]) -> PageAddress:
        """Return the address with some parameters, in one order."""
        article = numbers.get(_ARTICLE, 0)
        tab = max(numbers.get(_TAB, 1), 1) if article else 0
        theme = [(name, numbers[name]) for name in (_SECTION, _SUBSECTION) if name in numbers]
        of_page = {_SECTION, _SUBSECTION, _ARTICLE, _TAB}
        rest = [] if article else sorted(each for each in numbers.items() if each[0] not in of_page)
        own = [(_ARTICLE, article)] if article else []
        own += [(_TAB, tab)] if tab > 1 else []
        query = urlencode([*theme, *rest, *own])
        url = f"{script}?{query}" if query else script
        return PageAddress(article, tab, (*theme, *rest), url)


def _host(address: str) -> tuple[str, int] | None:
    """Return the name and port of an address's host; None where it is no web address."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in _PORTS or not parts.hostname:
            return None
        return parts.hostname.lower().rstrip("."), parts.port or _PORTS[parts.scheme]
    except ValueError:  # a bracket or a port that is none
        return None


def _numbers(query: str) -> dict[str, int] | None:
    """Return the parameters of an address that are numbers; None where others mean another page."""
    found: dict[str, int] = {}
    for name, value in parse_qsl(query.replace("&amp;", "&"), keep_blank_values=True):
        if _OF_A_VISIT.fullmatch(name) or not value:
            continue
        is_plain = _NAME.fullmatch(name) and not _NO_LIST.fullmatch(name)
        if not is_plain or not _NUMBER.fullmatch(value):
            return None
        found[name] = int(value)
    has_theme = _SECTION in found or _ARTICLE in found
    return found if has_theme or not found else None
