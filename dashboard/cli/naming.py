"""Values that a user names: found as written, without diacritics, or by their last part."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from dashboard.errors import SettingsError
from dashboard.explore.catalog.facets import SEPARATOR
from dashboard.locale import message
from geocoding import fold

_FEW: Final = 20
"""So many values are listed whole in a message."""
_LIKELY: Final = 5


def named(text: str, known: Sequence[str], *, option: str) -> str:
    """Return the one value of `known` that a user means by a text.

    Args:
        text: What the user wrote: 'małopolskie', 'malopolskie', 'małopolskie / bocheński',
            or 'bocheński' alone where only one value ends so.
        known: The values that there are.
        option: The option that the text was given with, for the message.

    Raises:
        SettingsError: None or several fit; the message names those that come nearest.
    """
    folded = fold(text)
    whole = [value for value in known if fold(value) == folded]
    fitting = whole or [value for value in known if fold(value.split(SEPARATOR)[-1]) == folded]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise SettingsError(
            message("option-unclear", option=option, text=repr(text), listed=str(_listed(fitting)))
        )
    if not known:
        raise SettingsError(message("option-no-values", option=option, text=repr(text)))
    nearest = _nearest(text, known)
    if len(known) > _FEW:
        raise SettingsError(
            message("option-none", option=option, text=repr(text), listed=str(_listed(nearest)))
        )
    raise SettingsError(
        message(
            "option-none-of",
            option=option,
            text=repr(text),
            listed=_listed(known),
            nearest=repr(nearest[0]),
        )
    )


def _nearest(text: str, known: Sequence[str]) -> list[str]:
    """Return the values whose whole or last part is most like a text, the nearest first."""
    folded, parts = fold(text), [fold(value.split(SEPARATOR)[-1]) for value in known]
    found = process.extract(folded, parts, limit=_LIKELY)
    # A text that is a part of a long value is like it, and more like a value of its own length.
    found.sort(key=lambda each: fuzz.ratio(folded, each[0]), reverse=True)
    return [known[at] for _, _, at in found]


def _listed(values: Sequence[str]) -> str:
    """Return the values in quotes, with commas."""
    return ", ".join(repr(value) for value in values)
