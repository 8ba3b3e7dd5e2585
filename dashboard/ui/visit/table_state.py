"""What the table of practices shows: columns, order, page. The address has all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from dashboard import url
from dashboard.ui.visit import address
from dashboard.views.practice.practice_table import COLUMN_WORDS, FIRST_COLUMNS

_BY_WORD: Final = {word: name for name, word in COLUMN_WORDS.items()}
_DIGITS: Final = 6
"""Of the number of a page, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableState:
    """What the table shows.

    Attributes:
        columns: Its columns, from the left.
        order: The column that it is ordered by; None for the order of the list.
        is_descending: Whether the greatest comes first.
        page: Which page of it, from 1.
    """

    columns: tuple[str, ...] = FIRST_COLUMNS
    order: str | None = None
    is_descending: bool = False
    page: int = 1

    @classmethod
    def read(cls) -> Self:
        """Return what the address asks for, without what it names wrongly."""
        columns = [_BY_WORD[word] for word in address.values(url.COLUMNS) if word in _BY_WORD]
        page = address.last(url.TABLE_PAGE)
        is_number = page.isascii() and page.isdigit() and len(page) <= _DIGITS
        return cls(
            columns=tuple(dict.fromkeys(columns)) or FIRST_COLUMNS,
            order=_BY_WORD.get(address.last(url.TABLE_ORDER)),
            is_descending=address.is_on(url.DESCENDING),
            page=max(int(page), 1) if is_number else 1,
        )


def show_columns(columns: Sequence[str]) -> None:
    """Show other columns; the first ones where none is named."""
    is_first = tuple(columns) == FIRST_COLUMNS
    words = [] if is_first else [COLUMN_WORDS[name] for name in columns if name in COLUMN_WORDS]
    address.set_param(url.COLUMNS, words)


def order_by(column: str | None, *, is_descending: bool) -> None:
    """Order the table by a column, None for the order of the list, and turn to its first page."""
    address.set_param(url.TABLE_ORDER, [COLUMN_WORDS[column]] if column else [])
    address.set_switch(url.DESCENDING, is_on=bool(column) and is_descending)
    turn_to(1)


def turn_to(page: int) -> None:
    """Show another page of the table."""
    address.set_param(url.TABLE_PAGE, [str(page)])
