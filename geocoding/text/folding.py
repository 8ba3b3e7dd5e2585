"""Spellings that mean the same become the same text: case, diacritics, dashes, spaces.

There is one rule, per character, kept in one table. A column goes through the same rule
once per distinct value, so a million rows cost what their distinct values cost.
"""

import unicodedata
from collections.abc import Callable, Iterable

import pyarrow as pa

# Letters with a stroke and ligatures have no decomposition in Unicode; dashes and quotation
# marks differ from keyboard to keyboard.
_SPECIAL = {
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐ", "d"),
    **dict.fromkeys("æÆ", "ae"),
    **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
}
_DROPPED = {"Mn", "Me", "Cf", "Cc"}  # combining marks, invisible and control characters


class _FoldTable(dict[int, str]):
    """What each character becomes, worked out at its first use."""

    def __missing__(self, codepoint: int) -> str:
        """Return the folded text of one character: none, one or several characters."""
        self[codepoint] = folded = _fold_character(chr(codepoint))
        return folded


def _fold_character(character: str) -> str:
    """Return one character without case, marks and typographic variants."""
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character.isspace():
        return " "
    if unicodedata.category(character) in _DROPPED:
        return ""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return parts if parts == character else "".join(map(_fold_character, parts))


_TABLE = _FoldTable()
_FREQUENT = {
    letter: _fold_character(letter) for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ–—„”\N{NO-BREAK SPACE}"
}
"""What is left of a Polish text without these is mostly ASCII, which `translate` does at once."""

_LONG = 80
"""Characters from which on the frequent ones are replaced first."""


def fold(text: str) -> str:
    """Return the text in lower case, without diacritics, with single spaces and plain dashes.

    'ŁÓDŹ' and 'Łódź' with a no-break space before it both become 'lodz'.
    """
    if len(text) > _LONG and not text.isascii():
        for letter, folded in _FREQUENT.items():
            text = text.replace(letter, folded)
    return " ".join(text.translate(_TABLE).split())


def tidy(text: str) -> str:
    """Return the text as a reader would type it: no invisible characters, single spaces, trimmed.

    Letters, case and diacritics stay; diacritics written as separate marks are joined.
    """
    return " ".join(unicodedata.normalize("NFC", visible(text)).split())


def visible(text: str) -> str:
    """Return the text without invisible characters; spaces and line ends stay as they are."""
    return "".join(
        character
        for character in text
        if character.isspace() or unicodedata.category(character) not in {"Cf", "Cc"}
    )


def fold_column(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return each text of a column folded, null kept as null; one value per row of the column."""
    return map_distinct(column, fold)


def map_distinct(column: pa.Array | pa.ChunkedArray, function: Callable[[str], str]) -> pa.Array:
    """Return a function of a text over a column of texts, called once per distinct value.

    Args:
        column: Texts; null means that there is none.
        function: Text in, text out.

    Returns:
        One text per row of the column, null where the column has null.
    """
    encoded = distinct(column)
    answers: Iterable[str] = map(function, encoded.dictionary.to_pylist())
    return pa.array(answers, pa.string()).take(encoded.indices)


def distinct(column: pa.Array | pa.ChunkedArray) -> pa.DictionaryArray:
    """Give the column as numbers that point into its distinct values (`dictionary`, `indices`)."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    return whole.cast(pa.string()).dictionary_encode()
