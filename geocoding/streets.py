"""Street lines: 'ul. Kazimierza Wielkiego 2 m. 4' into street, house number and flat."""

import re
from dataclasses import dataclass

from geocoding.folding import fold, tidy
from geocoding.spelling import FLAT_WORDS, PART_WORDS, STREET_KINDS, TITLES


@dataclass(frozen=True, slots=True)
class StreetLine:
    """A line with a street, taken apart; a part that is not there is an empty text.

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
    """A pattern of any of the words, in any order: what follows it must end a word."""
    return "|".join(map(re.escape, words))


_CODE = r"\d{2}\s?[-–]\s?\d{3}(?!\d)|\d{2}\s\d{3}(?!\d)|\d{5,}"
_SEPARATE = r"(?:m|l|u|p|i)(?:[.\s]*\d|[.\s]+\w)"  # 'm 4', 'i 3': no letter of the number
_ONE = (
    rf"(?!\d{{4}}\s?r\b)\d{{1,4}}"  # but not '1956 r.', a year
    rf"(?:\s?(?!{_SEPARATE})[^\W\d_](?![^\W_])|[a-z]{{2}}(?!\w)|\s?bis\b)?"
)
_LIST = rf"{_ONE} (?: \s?(?:[-–,]|\bi\b)\s?{_ONE} )*"
_FLAT = rf"(?:[a-z]{{1,2}}[-.]?)?{_ONE} (?: \s?[/,-]\s?{_ONE} )*"
_UNIT = rf"(?:{_words(FLAT_WORDS)})(?![^\W\d_])\.?\s?(?:nr\b\.?)?"
_PART = rf"(?:[ivx]+\s)?(?:{_words(PART_WORDS)})\b"
_LINE = re.compile(
    rf"""
    (?P<street>.*?) [\s,]* (?: (?<![^\s,./]) | (?<=[^\W\d_]{{3}}) )
    (?: \b(?:nr|numer|n-r|dom|d)\b\.?\s? )?
    (?! {_CODE} ) (?P<number> {_LIST} )
    (?: \s?[/\\]\s? (?P<second> {_ONE} (?: \s?[/\\-]\s?{_ONE} )* ) )?
    (?: [\s,/]* {_UNIT} \s? (?P<flat> {_FLAT} | [a-z](?!\w) ) )?
    (?: [\s,./]* (?P<rest> (?: \( | {_PART} | \b{_UNIT} | (?<![^\W_])(?:{_CODE}) ) .* ) )?
    [\s,.;]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
PART_OF_BUILDING = re.compile(_PART, re.IGNORECASE)
_CODE_ONWARDS = re.compile(rf"(?P<street>.*?)[\s,]*(?<!\d)(?P<rest>(?:{_CODE}).*)")
_COMMAS = re.compile(r"\s*,[\s,]*")
_FIRST_WORD = re.compile(r"([^\W\d_]+)(?:\.[\s.,]*|[:,]\s*|\s+)(?=\w)")


def read_street(text: str) -> StreetLine:
    """The street, number and flat of a line; text that is none of them stays in `rest`.

    A line without a house number is all street; '32-700' and '32700' are never a number.
    """
    line = _COMMAS.sub(", ", tidy(text))
    found = None if re.match(_CODE, line) else _LINE.fullmatch(line)
    if found is None:
        found = _CODE_ONWARDS.fullmatch(line)
        street, rest = found.group("street", "rest") if found else (line, "")
        return StreetLine(full_street_name(street), rest=rest)
    parts = found.groupdict("")
    number, flat = _close(parts["number"]), _close(parts["flat"])
    if parts["second"] and flat:
        number = f"{number}/{_close(parts['second'])}"
    return StreetLine(
        full_street_name(parts["street"]), number, flat or _close(parts["second"]), parts["rest"]
    )


def full_street_name(text: str) -> str:
    """The street's name without 'ul.' and with other kinds written out.

    'al. Jana Pawła II' becomes 'Aleja Jana Pawła II', 'UL.DŁUGA' becomes 'DŁUGA'.
    """
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
    """Whether a street's name says what kind of street it is ('ul. Polna', 'Rondo ONZ')."""
    name = tidy(text)
    found = _FIRST_WORD.match(name)
    return fold(found[1] if found else name) in STREET_KINDS


def street_key(text: str) -> str:
    """What two spellings of one street have in common: folded, no kind, titles cut short.

    'ul. Gen. Władysława Andersa' and 'Generała Władysława Andersa' have one key.
    """
    words = re.findall(r"\w+", fold(full_street_name(text)))
    while len(words) > 1 and words[0] in STREET_KINDS:
        del words[0]
    return " ".join(TITLES.get(word, word) for word in words)


def _close(number: str) -> str:
    """A number without spaces and in upper case: '7 a' -> '7A', '12 i 14' -> '12,14'."""
    return re.sub(r"\s+", "", re.sub(r"\bi\b", ",", number)).replace("–", "-").upper()
