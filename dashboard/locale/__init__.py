"""The words of the interface in Polish and English, and numbers and dates as each writes them.

The messages are in pl/ and en/, a file for each part of the interface, in the Fluent format;
the code names them by their identifiers. Both languages hold the same messages (tested).
"""

import datetime as dt
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

Language: TypeAlias = Literal["pl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_FOLDER: Final = Path(__file__).parent
_STAND_INS: Final = 0xF0000
"""The first of the code points that stand for words; it is for private use."""


class Texts:
    """The messages of one language."""

    def __init__(self, language: Language) -> None:
        """Read the messages of the language; every later call is a look-up."""
        self.language: Final = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for path in sorted((_FOLDER / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        self._pattern = lru_cache(maxsize=16_384, typed=True)(self._formatted)

    def __call__(self, message: str, **values: str | float) -> str:
        """The message in this language, its gaps filled with the values.

        Raises:
            KeyError: There is no such message, or it names a value that was not given.
        """
        words = {name: value for name, value in values.items() if isinstance(value, str)}
        numbers = {name: value for name, value in values.items() if not isinstance(value, str)}
        pattern = self._pattern(message, tuple(words), **numbers)
        if not words:
            return pattern
        return pattern.translate({_STAND_INS + at: word for at, word in enumerate(words.values())})

    def _formatted(self, message: str, words: Sequence[str], **numbers: float) -> str:
        """The message with these numbers, and a sign in place of each of the named words.

        The same ones come again and again, and no message depends on what a word is; so it is
        kept, which takes a hundredth of the time, and holds nothing of what a visitor brought.
        """
        entry = self._bundle.get_message(message)
        if entry.value is None:
            raise KeyError(message)
        signs = {name: chr(_STAND_INS + at) for at, name in enumerate(words)}
        text, errors = self._bundle.format_pattern(entry.value, {**numbers, **signs})
        if errors:
            raise KeyError(f"{message}: {errors[0]}")
        return str(text)

    def __contains__(self, message: str) -> bool:
        """Whether there is such a message."""
        return bool(self._bundle.has_message(message))

    def number(self, value: float) -> str:
        """A number with the language's separators: '30 000' or '30,000'."""
        return _written(value, self.language)

    def decimal(self, value: float, *, places: int) -> str:
        """A number with that many places after the point: '1,30' or '1.30'."""
        pattern = "#,##0." + "0" * places
        return str(format_decimal(value, format=pattern, locale=self.language))

    def date(self, day: dt.date) -> str:
        """A day in words: '23 listopada 2009' or 'November 23, 2009'."""
        return str(format_date(day, format="long", locale=self.language))

    def size(self, count: int) -> str:
        """The size of a file of so many bytes: '12 kB', '1,2 MB'."""
        kilobytes = max(1, round(count / 1000))
        if kilobytes < 1000:  # noqa: PLR2004  from here on it is a megabyte
            return f"{kilobytes}\N{NO-BREAK SPACE}kB"
        return f"{self.decimal(count / 1_000_000, places=1)}\N{NO-BREAK SPACE}MB"

    def distance(self, metres: float) -> str:
        """A length a reader can picture: '150 m', '1,2 km', '35 km'."""
        if metres < 950:  # noqa: PLR2004  from here on it is a kilometre
            return f"{self.number(round(metres, -1))}\N{NO-BREAK SPACE}m"
        km = metres / 1000
        rounded = round(km, 1) if km < 10 else round(km)  # noqa: PLR2004  two digits say enough
        return f"{self.number(rounded)}\N{NO-BREAK SPACE}km"


@lru_cache(maxsize=65_536)
def _written(value: float, language: Language) -> str:
    """A number as a language writes it; the same ones come again and again."""
    return str(format_decimal(value, locale=language, group_separator=True))


@cache
def texts_in(language: Language) -> Texts:
    """The messages of a language, read once."""
    return Texts(language)
