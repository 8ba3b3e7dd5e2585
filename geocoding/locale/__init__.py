"""Texts in Polish and English, in the Fluent format, and the language that the commands speak.

A command speaks the language of MAPA_PRAKTYK_LANG (pl or en); without it that of the locale, by
LC_ALL, LC_MESSAGES and LANG in this order: Polish for a Polish one, English for every other.
"""

import errno
import locale
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, Protocol, TypeAlias, get_args

from fluent.runtime import FluentBundle, FluentResource

Language: TypeAlias = Literal["pl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
LANGUAGE_VARIABLE: Final = "MAPA_PRAKTYK_LANG"
_LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_FOLDER: Final = Path(__file__).parent
_STAND_INS: Final = 0xF0000
"""The first of the code points that stand for words; it is for private use."""


class Wording(Protocol):
    """What gives a message in some language: `Messages`, or `message` for that of the commands."""

    def __call__(self, message: str, /, **values: str | float) -> str:
        """Return the message, its gaps filled with the values."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is to be said, before it is known in which language.

    Attributes:
        name: Of the message.
        values: What fills its gaps; a Text is worded in the same language.
    """

    name: str
    values: Mapping[str, "str | float | Text"] = field(default_factory=dict)

    def worded(self, wording: Wording) -> str:
        """Return it in a language.

        Raises:
            KeyError: There is no such message, or it names a value that was not given.
        """
        values = {
            name: value.worded(wording) if isinstance(value, Text) else value
            for name, value in self.values.items()
        }
        return wording(self.name, **values)


class TranslatedError(Exception):
    """An error whose only argument is a text of its own, or a Text in any language."""

    def __str__(self) -> str:
        """Return the message in the language that the commands speak."""
        return self.worded(message)

    def worded(self, wording: Wording) -> str:
        """Return the message in a language; one that was raised as a `str` stays as it is."""
        return " ".join(
            each.worded(wording) if isinstance(each, Text) else str(each) for each in self.args
        )


class Messages:
    """The messages of one language."""

    def __init__(self, language: Language, files: Iterable[Path]) -> None:
        """Read the messages of some files; every later call is a look-up."""
        self.language: Final = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for path in files:
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        self._pattern = lru_cache(maxsize=16_384, typed=True)(self._formatted)

    def __call__(self, message: str, /, **values: str | float) -> str:
        """Return the message in this language, its gaps filled with the values.

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
        """Return the message with these numbers, and a sign in place of each of the named words.

        No message depends on what a word is, so that the result can be cached: that takes a
        hundredth of the time, and holds nothing of what a visitor uploaded.
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
        """Say whether there is such a message."""
        return bool(self._bundle.has_message(message))


_OS_REASONS: Final = {
    errno.ENOENT: "os-no-file",
    errno.EACCES: "os-no-permission",
    errno.EPERM: "os-not-permitted",
    errno.EISDIR: "os-folder",
    errno.ENOTDIR: "os-no-folder",
    errno.ENOSPC: "os-disk-full",
    errno.EROFS: "os-only-read",
    errno.EEXIST: "os-exists",
}
"""The message for an error of the operating system, which speaks English whatever the locale."""


_OWN_REASONS: Final = {"no regular file": "os-no-regular-file"}
"""The message for an error that geocoding.files raises in the system's place."""


def command_language(environment: Mapping[str, str] | None = None) -> Language:
    """Return the language that the commands speak.

    Args:
        environment: The variables that say it; None for this process's own.
    """
    variables = os.environ if environment is None else environment
    asked = variables.get(LANGUAGE_VARIABLE, "").strip().lower()[:2]
    if asked in LANGUAGES:
        return "pl" if asked == "pl" else "en"
    named = next(filter(None, (variables.get(name, "") for name in _LOCALE_VARIABLES)), "")
    if not named and environment is None:
        named = locale.getlocale()[0] or ""  # Windows has no such variables: 'Polish_Poland'
    return "pl" if named.lower().startswith(("pl", "polish")) else "en"


def message_files(language: Language) -> list[Path]:
    """Return the files with the messages of this package's commands and errors."""
    return sorted((_FOLDER / language).glob("*.ftl"))


@cache
def _messages(language: Language) -> Messages:
    """Return the messages of this package, read once."""
    return Messages(language, message_files(language))


def message(name: str, /, **values: str | float) -> str:
    """Return a message of this package in the language that the commands speak.

    Raises:
        KeyError: There is no such message, or it names a value that was not given.
    """
    return _messages(command_language())(name, **values)


def os_text(error: BaseException) -> Text | str:
    """Return what the operating system says was wrong."""
    said = str(getattr(error, "strerror", None) or error)
    name = _OWN_REASONS.get(said) or _OS_REASONS.get(getattr(error, "errno", None) or 0)
    return Text(name) if name else said


def os_reason(error: BaseException) -> str:
    """Return what the operating system says was wrong, in the language that the commands speak."""
    text = os_text(error)
    return text.worded(message) if isinstance(text, Text) else text
