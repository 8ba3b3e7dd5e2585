"""Reads the parameters of an address, and notes what could not be used."""

import datetime as dt
import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final, TypeVar

from dashboard.url import EARLIEST_DAY, LATEST_DAY, LONGEST_TEXT, PARAMS, Kind, Param, Query, last

_WHOLE: Final = re.compile(r"[1-9][0-9]{0,7}")
_RANGE: Final = re.compile(r"(\d{0,9})-(\d{0,9})")
_YEARS: Final = re.compile(r"([12][0-9]{3})?-([12][0-9]{3})?")
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_DAY: Final = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_Option = TypeVar("_Option", bound=StrEnum)


class QueryReader:
    """Reads the parameters of an address one by one.

    Attributes:
        ignored: (name, value) of what could not be used, in the order of reading.
    """

    def __init__(self, query: Query) -> None:
        """Read from an address."""
        self._query = query
        self.ignored: list[tuple[str, str]] = []

    def text(self, param: Param) -> str:
        """Give the last value; '' where there is none."""
        return last(self._query, param)[:LONGEST_TEXT]

    def long_text(self, param: Param) -> str:
        """Give the last value, however long an address may hold it; '' where there is none."""
        return last(self._query, param)

    def values(self, param: Param, known: Iterable[str]) -> tuple[str, ...]:
        """Give the values that are known, each once."""
        asked, is_known = dict.fromkeys(self._query.get(param.name, ())), set(known)
        for value in asked:
            if value not in is_known:
                self.ignore(param, value)
        return tuple(value for value in asked if value in is_known)

    def choice(self, param: Param, options: type[_Option]) -> _Option | None:
        """Give the option that is asked for; None where there is none."""
        text = self.text(param)
        if text in list(options):
            return options(text)
        self.ignore(param, text)
        return None

    def one_of(
        self, param: Param, options: Collection[str], elsewhere: Collection[str]
    ) -> str | None:
        """Give the word that is asked for; None where it is none of the options.

        Args:
            param: The parameter.
            options: What can be asked for here.
            elsewhere: What can be asked for under other circumstances, and is no mistake.
        """
        text = self.text(param)
        if text in options:
            return text
        if text not in elsewhere:
            self.ignore(param, text)
        return None

    def switch(self, param: Param) -> bool:
        """Say whether a switch is on."""
        text = self.text(param)
        if text == param.on:
            return True
        self.ignore(param, text)
        return False

    def number(self, param: Param) -> int | None:
        """Give a whole number above zero."""
        return self._matching(param, _WHOLE)

    def year(self, param: Param) -> int | None:
        """Give a year of four digits."""
        return self._matching(param, _YEAR)

    def day(self, param: Param) -> dt.date | None:
        """Give a day that is written '2026-09-01', within EARLIEST_DAY and LATEST_DAY."""
        text = self.text(param)
        try:
            day = dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:  # the 30th of February
            day = None
        if day is not None and EARLIEST_DAY <= day <= LATEST_DAY:
            return day
        self.ignore(param, text)
        return None

    def bounds(self, param: Param) -> tuple[int | None, int | None]:
        """Give the bounds in '20000-50000', '20000-' or '-50000'; None where there is none."""
        return self._bounds(param, _RANGE)

    def years(self, param: Param) -> tuple[int | None, int | None]:
        """Give the years of four digits in '2010-2015', '2010-' or '-2015'; None where none is."""
        return self._bounds(param, _YEARS)

    def parts(self, param: Param) -> tuple[str, ...]:
        """Give the parts between the commas of the last value, each once."""
        return tuple(dict.fromkeys(filter(None, last(self._query, param).split(","))))

    def ignore(self, param: Param, text: str) -> None:
        """Note a value that cannot be used; '' is none."""
        if text:
            self.ignored.append((param.name, _beginning(text)))

    def note_overruled(self) -> None:
        """Note the values that a later one of the same shared parameter takes the place of."""
        for param in PARAMS:
            values = self._query.get(param.name, ())
            if param.is_shared and param.kind is not Kind.VALUES:
                for value in dict.fromkeys(values[:-1]):
                    if value.strip() and value != values[-1]:
                        self.ignore(param, value)

    def _bounds(self, param: Param, pattern: re.Pattern[str]) -> tuple[int | None, int | None]:
        """Give the bounds in a text that matches a pattern; the others are noted."""
        text = self.text(param)
        found = pattern.fullmatch(text)
        bounds = [int(bound) if bound else None for bound in found.groups()] if found else []
        least, most = bounds or (None, None)
        backwards = least is not None and most is not None and least > most
        if backwards or (least is None and most is None):
            self.ignore(param, text)
            return None, None
        return least, most

    def _matching(self, param: Param, pattern: re.Pattern[str]) -> int | None:
        """Give the number that matches a pattern."""
        text = self.text(param)
        if pattern.fullmatch(text):
            return int(text)
        self.ignore(param, text)
        return None


def _beginning(value: str) -> str:
    """Give a value as it is shown to the reader: its beginning, where it is long."""
    return value if len(value) <= LONGEST_TEXT else f"{value[:LONGEST_TEXT]}…"
