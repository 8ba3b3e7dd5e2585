"""The words of the interface in Polish and English, and numbers and dates as each writes them.

The messages are in pl/ and en/, a file for each part of the interface, in the Fluent format;
the code names them by their identifiers. Both languages hold the same messages (tested).
"""

import datetime as dt
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal

from geocoding.locale import LANGUAGES as LANGUAGES
from geocoding.locale import Language as Language
from geocoding.locale import Messages, command_language, message_files

_FOLDER: Final = Path(__file__).parent
_OF_COMMANDS: Final = (
    *("commands.ftl", "doctor.ftl", "errors.ftl"),
    *("figures.ftl", "findings.ftl"),
)
"""The files that a command reads: all of them would double the time of its start."""


class Texts(Messages):
    """The messages of one language, and how it writes numbers and days."""

    def __init__(self, language: Language) -> None:
        """Read the messages of the interface."""
        own = sorted((_FOLDER / language).glob("*.ftl"))
        super().__init__(language, [*message_files(language), *own])

    def number(self, value: float) -> str:
        """Return a number with the language's separators: '30 000' or '30,000'."""
        return _written(value, self.language)

    def decimal(self, value: float, *, places: int) -> str:
        """Return a number with that many places after the point: '1,30' or '1.30'."""
        pattern = "#,##0." + "0" * places
        return str(format_decimal(value, format=pattern, locale=self.language))

    def date(self, day: dt.date) -> str:
        """Return a day in words: '23 listopada 2009' or 'November 23, 2009'."""
        return str(format_date(day, format="long", locale=self.language))

    def short_date(self, day: dt.date) -> str:
        """Return a day in few letters: '23.11.2009' or '23 Nov 2009'."""
        return str(format_date(day, format=self("short-date-pattern"), locale=self.language))

    def size(self, count: int) -> str:
        """Return the size of a file of so many bytes: '12 kB', '1,2 MB'."""
        kilobytes = max(1, round(count / 1000))
        if kilobytes < 1000:  # noqa: PLR2004  from here on it is a megabyte
            return f"{kilobytes}\N{NO-BREAK SPACE}kB"
        return f"{self.decimal(count / 1_000_000, places=1)}\N{NO-BREAK SPACE}MB"

    def distance(self, metres: float) -> str:
        """Return a length a reader can picture: '150 m', '1,2 km', '35 km'."""
        if metres < 950:  # noqa: PLR2004  from here on it is a kilometre
            return f"{self.number(round(metres, -1))}\N{NO-BREAK SPACE}m"
        km = metres / 1000
        rounded = round(km, 1) if km < 10 else round(km)  # noqa: PLR2004  two digits say enough
        return f"{self.number(rounded)}\N{NO-BREAK SPACE}km"


@lru_cache(maxsize=65_536)
def _written(value: float, language: Language) -> str:
    """Return a number as a language writes it; the same ones come again and again."""
    return str(format_decimal(value, locale=language, group_separator=True))


@cache
def texts_in(language: Language) -> Texts:
    """Return the messages of a language, read once."""
    return Texts(language)


@cache
def _command_messages(language: Language) -> Messages:
    """Return what the commands say, their own and those of the geocoder, read once."""
    own = [_FOLDER / language / name for name in _OF_COMMANDS]
    return Messages(language, [*message_files(language), *own])


def message(name: str, /, **values: str | float) -> str:
    """Return what a command or an error says, in the language that the commands speak.

    Raises:
        KeyError: There is no such message, or it names a value that was not given.
    """
    return _command_messages(command_language())(name, **values)
