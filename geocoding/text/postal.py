"""Postal codes and post lines: '32-700 Bochnia' into code and town."""

import re
from dataclasses import dataclass

from geocoding.text.folding import tidy

_CODE = re.compile(
    r"""
      (?<![\d-]) (?:\bPL[\s-]?)? (\d{2}) \s?[-‐‑‒–—−]\s? (\d{3}) (?![\d-]) # 32-700
    | (?<![\w-]) (?:PL[\s-]?)? (\d{2}) (\d{3}) (?![\w-])                     # 32700
    | (?<![\w-]) (?<!\d\s) (\d{2}) \s (\d{3}) (?!\s?\d|[\w-])              # 32 700
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CODE_AS_NUMBER = re.compile(r"(\d{3,5})(?:\.0+)?")
_MISTYPED = re.compile(
    r"(?<![^\W_]) (?<![\d+-]\s) (?<![-+]) (?:PL[\s-]?)?"
    r"([0-9O]{2}) \s?[-‐‑‒–—−._]?\s? ([0-9O]{3}) (?!\s?\d|[^\W_]|-)",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = re.compile(r"\b(?:poczta|kod(?:\s+pocztowy)?)\b[\s:.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PostLine:
    """A line with a code and a post town; a part that is not there is an empty text."""

    postal_code: str
    town: str


def read_postal_code(text: str) -> str:
    """Return the first postal code in a text as '32-700', an empty text where there is none.

    '32700', '32 700', '32.700', '32_700', 'PL-32700' and an O for a zero are read too, and a code
    that a spreadsheet turned into a number ('5326' for '05-326', '191.0' for '00-191') where it is
    all there is.
    """
    line = tidy(text)
    number = _CODE_AS_NUMBER.fullmatch(line)
    if number:
        digits = number[1].zfill(5)
        return f"{digits[:2]}-{digits[2:]}"
    return split_at_code(line)[0] or split_at_mistyped_code(line)[0]


def read_post(text: str) -> PostLine:
    """Return the postal code and the town of a line ('32-700 Bochnia', 'Bochnia, 32700')."""
    line = tidy(text)
    code, *around = split_at_code(line)
    if not code:
        code, *around = split_at_mistyped_code(line)
    towns = (_LABEL.sub("", part).strip(" ,;:") for part in around)
    town = " ".join(filter(None, towns))
    if not code and (code := read_postal_code(town)):
        town = ""
    return PostLine(code, town)


def split_at_code(text: str) -> tuple[str, str, str]:
    """Return the first postal code in a text as '32-700', the text before it, the text after it.

    Where there is none: an empty code, the whole text, an empty text.
    """
    found = _CODE.search(text)
    if found is None:
        return "", text, ""
    return "-".join(filter(None, found.groups())), text[: found.start()], text[found.end() :]


def split_at_mistyped_code(text: str) -> tuple[str, str, str]:
    """Return the same as `split_at_code`, also for '32.700', '32_700' and an O for a zero.

    For cells that are known to hold a code: in running text these may be something else.
    """
    found = _MISTYPED.search(text)
    if found is None or not any(character.isdigit() for character in found[1] + found[2]):
        return "", text, ""
    code = f"{found[1]}-{found[2]}".upper().replace("O", "0")
    return code, text[: found.start()], text[found.end() :]
