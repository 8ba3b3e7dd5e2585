"""The words of `spelling.toml`, ready for look-ups."""

import tomllib
from importlib.resources import files
from typing import Final

from geocoding.text.folding import fold

_tables = tomllib.loads(
    files("geocoding.text").joinpath("spelling.toml").read_text(encoding="utf-8")
)

STREET_KINDS: Final[dict[str, str]] = _tables["street_kinds"]
"""Word before a street's name -> its full word; '' for 'ulica', which names leave out."""

TITLES: Final[dict[str, str]] = {
    word: short for short, words in _tables["titles"].items() for word in (short, *words)
}
"""Title in any form -> the one form that keys hold ('generala' -> 'gen')."""

FLAT_WORDS: Final[list[str]] = _tables["units"]["flat"]
"""Words before the number of a flat."""

PART_WORDS: Final[list[str]] = _tables["units"]["part"]
"""Words before a part of a building: a staircase, a floor, an entrance."""

NUMBERED_WORDS: Final[frozenset[str]] = frozenset(_tables["numbered"]["words"])
"""Words that follow a number in the name of a street ('3 Maja', '11 Listopada', '7 Pułku')."""

LOCALITY_WORDS: Final[dict[str, list[str]]] = _tables["locality_words"]
"""Abbreviated word of a locality's name -> the words that it may stand for."""

LOCALITY_KINDS: Final[list[str]] = sorted(_tables["locality_kinds"]["words"], key=len, reverse=True)
"""Words before a locality's name that say what it is, the longest first."""

DISTRICT_CITIES: Final[dict[str, str]] = {
    fold(name).replace("-", " "): name for name in _tables["districts"]["cities"]
}
"""Key of a city that has districts -> its name."""

INSTITUTION_WORDS: Final[frozenset[str]] = frozenset(_tables["institutions"]["words"])
"""Words that open the name of an institution."""

VOIVODESHIPS: Final[dict[str, str]] = {
    fold(name): name for name in _tables["voivodeships"]["names"]
}
"""Folded name of a voivodeship -> its name."""

VOIVODESHIP_KEYS: Final[dict[str, str]] = {
    key: fold(name).replace("-", " ")
    for name, keys in _tables["voivodeships"]["other_names"].items()
    for key in keys
}
"""Key of another name, an abbreviation or a code of a voivodeship -> the key of its name."""

EXONYMS: Final[dict[str, str]] = _tables["exonyms"]
"""Key of a foreign name of a Polish city -> the key of its Polish name."""

COLUMNS: Final[dict[str, list[str]]] = _tables["columns"]
"""Part of an address -> headings of table columns that hold it, letters only."""
