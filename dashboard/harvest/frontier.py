"""Which pages are still to be asked for: each once, lists before articles, and no list for ever."""

from collections import Counter, deque
from typing import Final

from dashboard.harvest.addresses import PageAddress

LAST_TAB: Final = 3
_BARREN_PAGES: Final = 3
"""Pages of one list that may bring no article that is new to it, before the list is at its end."""
_MAX_FURTHER_PAGES: Final = 200
"""Pages of one list; the longest of the database has some tens of them."""


class Frontier:
    """Pages that links led to; in the order in which they are asked for."""

    def __init__(self) -> None:
        """Begin with no page."""
        self._known: dict[str, PageAddress] = {}
        self._lists: deque[PageAddress] = deque()
        self._pages: deque[PageAddress] = deque()
        self._articles: dict[tuple[int, int], set[int]] = {}
        self._barren: Counter[tuple[int, int]] = Counter()
        self._further: Counter[tuple[int, int]] = Counter()

    def add(self, address: PageAddress) -> None:
        """Add a page, unless one with its key was added before."""
        if address.key in self._known:
            return
        self._known[address.key] = address
        (self._pages if address.article else self._lists).append(address)

    def next(self) -> PageAddress | None:
        """Return the next page; None where all were given."""
        if self._lists:
            return self._lists.popleft()
        return self._pages.popleft() if self._pages else None

    def is_known(self, key: str) -> bool:
        """Say whether a page was added."""
        return key in self._known

    def note_list(self, address: PageAddress, articles: set[int]) -> None:
        """Note the articles that a page of a list links."""
        before = self._articles.setdefault(address.theme, set())
        is_barren = articles <= before
        before |= articles
        if address.is_further_page:
            self._further[address.theme] += 1
            self._barren[address.theme] = self._barren[address.theme] + 1 if is_barren else 0

    def is_endless(self, address: PageAddress) -> bool:
        """Say whether a page of a list comes after what seems to be the list's end."""
        if not address.is_further_page:
            return False
        theme = address.theme
        is_long = self._further[theme] >= _MAX_FURTHER_PAGES
        return is_long or self._barren[theme] >= _BARREN_PAGES

    @property
    def given(self) -> int:
        """How many pages were given."""
        return len(self._known) - self.left

    @property
    def left(self) -> int:
        """How many pages are still to be given."""
        return len(self._lists) + len(self._pages)
