"""Parts of a building in the cell of a locality: 'Krynica-Zdrój, II piętro, pokój 12'."""

import re
from typing import Final

from geocoding.text.spelling import FLAT_WORDS, PART_WORDS

_ALONE: Final = ("parter", "poddasze", "oficyna", "suterena", "przyziemie")
"""Words that need no number to mean a part of a building."""
_FURTHER: Final = (
    *("gabinet", "pokoje", "lokale", "skrzydło", "skrzydlo", "pietra", "piętra", "stanowisko"),
    *("skrytka pocztowa", "skr poczt", "skr. poczt", "skr. pocztowa", "skr pocztowa", "klatka sch"),
)
_WORDS: Final = sorted({*FLAT_WORDS, *PART_WORDS, *_FURTHER} - set(_ALONE), key=len, reverse=True)
_LONG_WORDS: Final = [word for word in _WORDS if len(word) > 2]  # noqa: PLR2004  'p' is no word


def _detail(words: list[str]) -> str:
    """Make the pattern of one detail: a word with its number, or an ordinal before it."""
    any_word = "|".join(map(re.escape, words))
    number = r"(?:\d{1,4}\s?[a-z]?|[a-z]|[ivx]{1,5})(?:\s?[/–-]\s?\d{1,4}[a-z]?)?"
    return (
        rf"(?:(?:[ivx]{{1,5}}|\d{{1,2}})\.?\s(?:{any_word})(?!\w)\.?"
        rf"|(?:{any_word})(?!\w)\.?\s?(?:nr\.?\s?)?{number}(?!\w)"
        rf"|(?:{'|'.join(_ALONE)})(?!\w)"
        r"|(?:lok|lokal|biuro|pok|skr\.\s?poczt|skrytka pocztowa)\.)"
    )


_WHOLE: Final = re.compile(rf"(?:{_detail(_WORDS)}\s{{0,2}}){{1,4}}", re.IGNORECASE)
_AT_THE_END: Final = re.compile(rf"\s{_detail(_LONG_WORDS)}\s{{0,2}}\Z", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"(?:wej[śs]cie|wjazd|doj[śs]cie|obok|naprzeciw(?:ko)?|vis[ -]a[ -]vis|od podw[óo]rza|"
    r"w podw[óo]rzu|domofon|w budynku|w siedzibie|za budynkiem|przy wej[śs]ciu)(?!\w)",
    re.IGNORECASE,
)
"""How words begin that say how to get in."""
_IN_BRACKETS: Final = re.compile(r"\s?[(\[]([^()\[\]]{1,60})[)\]]")
_SEPARATOR: Final = re.compile(r"[,;]")
_MAX_CHARACTERS: Final = 300


def without_building_details(text: str) -> str:
    """Give the places that a text names, without the parts of a building between them.

    A name that stands alone is a place, whatever it is: there is a village Pokój.
    """
    if len(text) > _MAX_CHARACTERS:
        return text
    stated = _IN_BRACKETS.sub(lambda found: "" if _is_detail(found[1]) else found[0], text)
    parts = [part.strip() for part in _SEPARATOR.split(stated)]
    places = [_without_end(part) for part in parts if part and not _is_detail(part)]
    if stated != text:
        return ", ".join(places) or text
    if not places or places == [part for part in parts if part]:
        return text
    return ", ".join(places)


def _is_detail(part: str) -> bool:
    """Say whether all of a text is a part of a building, or says how to get into it."""
    return _WHOLE.fullmatch(part) is not None or _BESIDE.match(part) is not None


def _without_end(part: str) -> str:
    """Give a place without the parts of a building that stand after its name."""
    while match := _AT_THE_END.search(part):
        part = part[: match.start()].rstrip()
    return part
