"""Whole addresses in one text: 'Urząd Gminy Liszki, ul. Mały Rynek 2, 32-060 Liszki'."""

import re
from collections import deque
from dataclasses import dataclass, field
from itertools import takewhile

from geocoding.model import Address
from geocoding.text.folding import fold, tidy, visible
from geocoding.text.lengths import LONGEST_LINE
from geocoding.text.postal import split_at_code
from geocoding.text.spelling import (
    DISTRICT_CITIES,
    INSTITUTION_WORDS,
    NUMBERED_WORDS,
    STREET_KINDS,
    VOIVODESHIPS,
)
from geocoding.text.streets import PART_OF_BUILDING, StreetLine, read_street

_SEPARATOR = re.compile(
    r"""
      (?: (?<!\s) \s+ )? [,;|\n\r\t()\[\]] [\s,;]*         # punctuation between parts,
    | (?<!\s) \s+ (?: (?= (?:ul|al|pl|os|skw|gm|pow|woj)\. )  # or a part that says what it is
                    | (?= (?:ul|ulica|aleja|aleje|osiedle|plac|rondo)\s )
                    | (?= (?:powiat|pow|województwo|woj|poczta)\s ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LABELLED = re.compile(
    r"(?:(?P<voivodeship>woj|województwo|wojewodztwo) | (?P<county>pow|powiat)"
    r" | (?P<commune>gm|gmina) | (?P<post_town>poczta|p-ta) ) \b [.:\s]* (?P<name>\w.*)",
    re.IGNORECASE | re.VERBOSE,
)
_LABELS = ("voivodeship", "county", "commune", "post_town")
_COUNTY_ADJECTIVE = re.compile(r"[a-ząćęłńóśźż][\w-]*(?:s|c|dz)ki")
_HOUSE_NUMBER = re.compile(
    r"(?<=\s)\d{1,4}(?:\s?[a-zA-Z](?!\w))?(?:\s?/\s?\d{1,5}[a-zA-Z]?)?(?=\s)"
)
_TOWN = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,}+(?:[\s./-]++[^\W\d_]++)*+\.?")
_COUNTRIES = {"polska", "poland", "pl"}
_OFFICE_OF = re.compile(
    r"urz[ąa]d\s+(?:gminy|miasta)(?:\s+i\s+(?:gminy|miasta))?\s++(?!we?\s)(?P<name>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FreeText:
    """An address read from free text.

    Attributes:
        address: The parts that were recognised.
        unread: The other parts in their order: an institution's name, a floor, a second town.
    """

    address: Address
    unread: tuple[str, ...] = ()


@dataclass(slots=True)
class _Parts:
    """What has been recognised in one text so far."""

    lines: list[tuple[bool, StreetLine]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    labelled: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


def read_address(text: str) -> Address:
    """Return the address in a free text, as far as one can be recognised; see `read_free_text`."""
    return read_free_text(text).address


def read_free_text(text: str) -> FreeText:
    """Return the address in a free text, and the words that are no part of it.

    'Urząd Gminy Liszki, ul. Mały Rynek 2, 32-060 Liszki' gives street 'Mały Rynek', number
    '2', code '32-060' and city 'Liszki', and leaves 'Urząd Gminy Liszki' unread. A name
    before the post line that may be a street or a village stands in `street`. A text of more
    than LONGEST_LINE characters is not taken apart: it is all `city`, which no geocoder reads.
    """
    if len(text) > LONGEST_LINE:
        return FreeText(Address(city=text))
    code, before, after = split_at_code(visible(text))
    parts = _Parts()
    for segment in _segments(before):
        _recognise(segment, parts)
    for place, segment in enumerate(_segments(after)):
        if place == 0 and not re.search(r"\d", segment) and not _says_what_it_is(segment):
            _keep(parts, "post_town", segment)
        else:
            _recognise(segment, parts)
    return _assemble(parts, code)


def _segments(text: str) -> list[str]:
    """Return the parts of a text between separators, tidied, without empty ones."""
    return [part for raw in _SEPARATOR.split(text) if (part := tidy(raw).lstrip(".").strip(" :-–"))]


def _says_what_it_is(segment: str) -> bool:
    """Say whether a segment opens with a street's kind or a label such as 'pow.'."""
    return bool(_LABELLED.fullmatch(segment)) or _first_word(segment) in STREET_KINDS


def _first_word(segment: str) -> str:
    """Return the first word of a segment, folded; empty where it does not start with a letter."""
    return "".join(takewhile(str.isalpha, fold(segment)))


def _recognise(segment: str, parts: _Parts) -> None:
    """Put a segment where it belongs."""
    labelled = _LABELLED.fullmatch(segment)
    if labelled:
        _keep(parts, next(label for label in _LABELS if labelled[label]), labelled["name"])
    elif fold(segment) in VOIVODESHIPS:
        _keep(parts, "voivodeship", segment)
    elif _COUNTY_ADJECTIVE.fullmatch(segment):
        _keep(parts, "county", segment)
    elif _is_no_address(segment):
        parts.unread.append(segment)
    else:
        _recognise_line(segment, parts)


def _is_no_address(segment: str) -> bool:
    """Say whether a segment names a country, an institution or a part of a building."""
    folded = fold(segment)
    return (
        folded in _COUNTRIES
        or '"' in folded
        or _first_word(segment) in INSTITUTION_WORDS
        or PART_OF_BUILDING.match(segment) is not None
    )


def _recognise_line(segment: str, parts: _Parts) -> None:
    """Put a segment without a label where it belongs: a street line or a bare name."""
    segment, town = _split_town(segment)
    line = read_street(segment)
    has_kind = _first_word(segment) in STREET_KINDS
    if line.number or (has_kind and line.street):
        parts.lines.append((has_kind, line))
    elif line.street:
        parts.names.append(segment)
    if line.rest:
        parts.unread.append(line.rest)
    if town:
        parts.names.append(town)


def _split_town(segment: str) -> tuple[str, str]:
    """Return a segment without the town after its house number, and the town.

    'ul. Długa 5 Bochnia' gives 'ul. Długa 5' and 'Bochnia'; 'ul. 3 Maja' and 'Dywizjonu 303
    Kościuszkowskiego' stay whole: a word that goes with a number in the name of a street is none.
    """
    # A town has no digits, so only the last number can stand before one.
    number = deque(_HOUSE_NUMBER.finditer(segment), maxlen=1)
    line = segment[: number[0].end()] if number else ""
    town = segment[len(line) :].strip(" –-")
    if not line or not _TOWN.fullmatch(town) or fold(town).split()[0] in NUMBERED_WORDS:
        return segment, ""
    if not read_street(line).number or PART_OF_BUILDING.match(town):
        return segment, ""
    return line, town


def _keep(parts: _Parts, label: str, value: str) -> None:
    """Keep a part under its label; a second one of the same label stays unread."""
    if label in parts.labelled:
        parts.unread.append(value)
    else:
        parts.labelled[label] = value


def _assemble(parts: _Parts, code: str) -> FreeText:
    """Return the address that the recognised parts make; parts without a place stay unread."""
    parts.lines.sort(key=lambda line: not line[0])
    has_kind, line = parts.lines.pop(0) if parts.lines else (False, StreetLine(""))
    post_town = parts.labelled.pop("post_town", "")
    commune = parts.labelled.pop("commune", "")
    street, city = line.street, ""
    if parts.names:
        name = _locality(parts.names)
        street, city = (name, "") if code and post_town and not street else (street, name)
    elif street and not has_kind and not post_town:
        street, city = "", street
    leftover = [post_town, *parts.names, *(_text(other) for _, other in parts.lines)]
    city = city or post_town or commune or _office_seat(parts.unread)
    address = Address(
        street=street,
        number="/".join(filter(None, (line.number, line.flat))),
        city=city,
        postal_code=code,
        commune=commune,
        county=parts.labelled.get("county", ""),
        voivodeship=parts.labelled.get("voivodeship", ""),
    )
    unread = [*parts.unread, *(part for part in leftover if part and fold(part) != fold(city))]
    return FreeText(address, tuple(unread))


def _locality(names: list[str]) -> str:
    """Take the locality out of bare names: the last one, a district with its city before it."""
    name = names.pop()
    if names and fold(names[-1]).replace("-", " ") in DISTRICT_CITIES:
        return f"{names.pop()}, {name}"
    return name


def _text(line: StreetLine) -> str:
    """Return a street line as text again, without its rest."""
    return " ".join(filter(None, (line.street, line.number, line.flat)))


def _office_seat(unread: list[str]) -> str:
    """Return the town in 'Urząd Gminy Liszki'; empty where no office is named that way."""
    seats = (_OFFICE_OF.fullmatch(part) for part in unread)
    return next((seat["name"] for seat in seats if seat), "")
