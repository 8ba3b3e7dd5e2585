"""Street lines: 'ul. Kazimierza Wielkiego 2 m. 4' into street, house number and flat."""

import re
from dataclasses import dataclass
from itertools import takewhile

from geocoding.text.folding import fold, tidy
from geocoding.text.lengths import LONGEST_LINE
from geocoding.text.spelling import FLAT_WORDS, PART_WORDS, STREET_KINDS, TITLES


@dataclass(frozen=True, slots=True)
class StreetLine:
    """The parts of a line with a street; a missing part is an empty text.

    Attributes:
        street: Name without 'ul.'; other kinds are written out ('Aleja Jana Pawła II').
        number: House number ('2', '7A', '15-17').
        flat: Number of the flat, the room or the office.
        rest: What follows and is none of these: a staircase, a floor, a postal code.
    """

    street: str
    number: str = ""
    flat: str = ""
    rest: str = ""


def _words(words: list[str]) -> str:
    """Return a pattern of any of the words, in any order: what follows it must end a word."""
    return "|".join(map(re.escape, words))


_CODE = r"\d{2}\s?[-–]\s?\d{3}(?!\d)|\d{2}\s\d{3}(?!\d)|\d{5,}"
_SEPARATE = r"(?:m|l|u|p|i)(?:[.\s]*\d|[.\s]+\w)"  # 'm 4', 'i 3': no letter of the number
_ONE = (
    rf"(?!\d{{4}}\s?r\b)\d{{1,4}}"  # but not '1956 r.', a year
    rf"(?:\s?(?!{_SEPARATE})[^\W\d_](?![^\W_])|[a-z]{{2}}(?!\w)|\s?bis\b)?"
)
_BETWEEN = r"\s?(?:[-–,]|\bi\b)\s?"
_LIST = rf"{_ONE} (?: {_BETWEEN}{_ONE} )*"
_FLAT = rf"(?:[a-z]{{1,2}}[-.]?)?{_ONE} (?: \s?[/,-]\s?{_ONE} )*"
_UNIT = rf"(?:{_words(FLAT_WORDS)})(?![^\W\d_])\.?\s?(?:nr\b\.?)?"
_PART = rf"(?:[ivx]+\s)?(?:{_words(PART_WORDS)})\b"
_BOUNDARY = r"(?: (?<![^\s,./]) | (?<=[^\W\d_]{3}) )"
_LABEL = r"(?: \b(?:nr|numer|n-r|dom|d)\b\.?\s? )?"
_NUMBER_START = re.compile(rf"{_BOUNDARY} {_LABEL} (?=\d)", re.IGNORECASE | re.VERBOSE)
_SECOND = rf"\s?[/\\]\s? (?P<second> {_ONE} (?: \s?[/\\-]\s?{_ONE} )* )"
_NUMBERS = re.compile(
    rf"(?! {_CODE} ) {_ONE} (?: {_BETWEEN} (?P<last> {_ONE} ) )* (?: {_SECOND} )?",
    re.IGNORECASE | re.VERBOSE,
)
_FROM_NUMBER = re.compile(
    rf"""
    (?! {_CODE} ) (?P<number> {_LIST} )
    (?: {_SECOND} )?
    (?: [\s,/]* {_UNIT} \s? (?P<flat> {_FLAT} | [a-z](?!\w) ) )?
    (?: [\s,./]* (?P<rest> (?: \( | {_PART} | \b{_UNIT} | (?<![^\W_])(?:{_CODE}) ) .*+ ) )?
    [\s,.;]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
PART_OF_BUILDING = re.compile(_PART, re.IGNORECASE)
_CODE_START = re.compile(rf"(?<!\d)(?:{_CODE})")
_COMMAS = re.compile(r" ?,[ ,]*")
_FIRST_WORD = re.compile(r"([^\W\d_]+)(?:\.[\s.,]*|[:,]\s*|\s+)(?=\w)")


def read_street(text: str) -> StreetLine:
    """Return the street, number and flat of a line; text that is none of them stays in `rest`.

    A line without a house number is all street; '32-700' and '32700' are never a number. A line
    of more than LONGEST_LINE characters is not taken apart: it is all street.
    """
    if len(text) > LONGEST_LINE:
        return StreetLine(text)
    line = _COMMAS.sub(", ", tidy(text))
    start, found = (0, None) if re.match(_CODE, line) else _find_number(line)
    if found is None:
        code = _CODE_START.search(line)
        street, rest = (line[: code.start()], line[code.start() :]) if code else (line, "")
        return StreetLine(full_street_name(street.rstrip(" ,") if code else street), rest=rest)
    parts = found.groupdict("")
    number, flat = _close(parts["number"]), _close(parts["flat"])
    if parts["second"] and flat:
        number = f"{number}/{_close(parts['second'])}"
    return StreetLine(
        full_street_name(line[:start].rstrip(" ,")),
        number,
        flat or _close(parts["second"]),
        parts["rest"],
    )


def _find_number(line: str) -> tuple[int, re.Match[str] | None]:
    """Return where the street of a line ends, and the first number from which all the rest is read.

    The time grows with the length of the line alone: where a list of numbers is not followed
    by what may follow one, none of its numbers is tried again.
    """
    start = _NUMBER_START.search(line)
    while start:
        found = _FROM_NUMBER.fullmatch(line, start.end())
        if found:
            return start.start(), found
        start = _NUMBER_START.search(line, _next_start(line, start.end()))
    return 0, None


def _next_start(line: str, start: int) -> int:
    """Return where to look for another number, when nothing is read from the one at `start`.

    In '1, 2, 3 x' what fails from 1 fails from 2 and 3 as well. In '1/2/3-4, 5' it fails from 2,
    but not from '3-4, 5', which is a list of its own.
    """
    numbers = _NUMBERS.match(line, start)
    if numbers is None:
        return start + 1
    if numbers["second"] is None:
        return max(start, numbers.start("last")) + 1
    begin, end = numbers.span("second")
    return max(begin, *(line.rfind(slash, begin, end) + 1 for slash in "/\\"))


def full_street_name(text: str) -> str:
    """Return the street's name without 'ul.' and with other kinds written out.

    'al. Jana Pawła II' becomes 'Aleja Jana Pawła II', 'UL.DŁUGA' becomes 'DŁUGA'. A text of more
    than LONGEST_LINE characters is no name and stays as it is.
    """
    if len(text) > LONGEST_LINE:
        return text
    name = tidy(text).strip(" ,;")
    while found := _FIRST_WORD.match(name):
        kind = STREET_KINDS.get(fold(found[1]))
        if kind is None:
            break
        name = name[found.end() :]
        if kind:
            plural = kind == "Aleja" and re.match(r"\w+kie\b", name)
            return f"{'Aleje' if plural else kind} {name}"
    return "" if STREET_KINDS.get(fold(name).rstrip(".")) == "" else name


def names_kind(text: str) -> bool:
    """Say whether a street's name says what kind of street it is ('ul. Polna', 'Rondo ONZ')."""
    name = tidy(text[: LONGEST_LINE + 1])
    found = _FIRST_WORD.match(name)
    return fold(found[1] if found else name) in STREET_KINDS


def street_key(text: str) -> str:
    """Return what two spellings of one street have in common: folded, no kind, titles cut short.

    'ul. Gen. Władysława Andersa' and 'Generała Władysława Andersa' have one key.
    """
    words = re.findall(r"\w+", fold(full_street_name(text)))
    kinds = len(list(takewhile(STREET_KINDS.__contains__, words[:-1])))
    return " ".join(TITLES.get(word, word) for word in words[kinds:])


def _close(number: str) -> str:
    """Return a number without spaces and in upper case: '7 a' -> '7A', '12 i 14' -> '12,14'."""
    return re.sub(r"\s+", "", re.sub(r"\bi\b", ",", number)).replace("–", "-").upper()
