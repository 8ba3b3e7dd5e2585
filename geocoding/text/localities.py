"""Names of localities: abbreviations, districts, 'near' and 'on', and what to look them up by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from geocoding.text.building_details import without_building_details
from geocoding.text.folding import fold, tidy
from geocoding.text.lengths import LONGEST_LINE
from geocoding.text.spelling import (
    DISTRICT_CITIES,
    EXONYMS,
    LOCALITY_KINDS,
    LOCALITY_WORDS,
)

_MAX_EXPANSIONS = 24  # of one name: three abbreviated words of seven meanings would be 343
_JOINTS = {"k": "kolo", "n": "nad", "p": "pod"}
_JOINT = re.compile(r"\b([knp])\s*[./]\s*(?=\w)|\b([kn])\s(?=\w)")
_SURROUNDINGS = re.compile(
    r" ?[(\[,;/].*| (?:kolo|k|gm|gmina|pow|powiat|woj|wojewodztwo|poczta)\b.*"
)
_UNIT_LABELS = {
    "commune": ("gm", "gmina"),
    "county": ("pow", "powiat"),
    "voivodeship": ("woj", "wojewodztwo"),
}
_UNIT_WORD = r"\b(?:gm|gmina|pow|powiat|woj|wojew[óo]dztwo)\b[.:]?"
_UNIT = re.compile(
    rf"\b(?P<label>gm|gmina|pow|powiat|woj|wojew[óo]dztwo)\b[.:\s]+"
    rf"(?P<name>\w(?:(?![,;()/]|\s{_UNIT_WORD}).)*+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"""
    ([\W\d_]* [^\W\d_] .*?) (?<![\s,]) [\s,]+
    (?: (?:nr|numer) [.\s]* )?
    (\d{1,4} (?: \s?[^\W\d_] | /\d+ )?)
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A locality as a source states it, and the keys to look it up by.

    Attributes:
        name: The words as stated, tidied, without a house number.
        keys: Keys to look up, likeliest first: the whole name before any part of it
            ('Opole Lubelskie' is no district of Opole).
        city: The city, where the name starts with one that has districts.
        district: What follows that city's name ('Podgórze').
        number: House number written after the name ('Krzeczów 15').
    """

    name: str
    keys: tuple[str, ...]
    city: str = ""
    district: str = ""
    number: str = ""


def split_localities(text: str) -> tuple[str, ...]:
    """Return the localities of a list: 'Liszki, Krzeczów, gm. Rzezawa' are two.

    A unit stays with the locality before it; parts of a building ('II piętro') are left out.
    """
    found: list[str] = []
    for part in filter(None, map(str.strip, re.split(r"[,;]", without_building_details(text)))):
        if found and _UNIT.match(part):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return tuple(found)


def stated_units(text: str) -> dict[str, str]:
    """Return the units that follow a locality's name: 'Krzeczów, gm. Rzezawa, pow. bocheński'.

    Returns:
        Any of commune, county, voivodeship -> its name; a text that opens with a unit has none
        before it that they could belong to, and gives nothing.
    """
    found: dict[str, str] = {}
    for unit in _UNIT.finditer(tidy(text[: LONGEST_LINE + 1])):
        if unit.start():
            label = fold(unit["label"])
            part = next(part for part, labels in _UNIT_LABELS.items() if label in labels)
            found.setdefault(part, unit["name"].strip(" .-"))
    return found


def locality_key(name: str) -> str:
    """Return what two spellings of one locality have in common; the same for tables and questions.

    Folded; dashes, brackets and full stops are spaces; 'k/' is 'kolo', 'n/' is 'nad':
    'Gródek N/Dunajcem' -> 'grodek nad dunajcem', 'Lądek- Zdrój' -> 'ladek zdroj'.
    """
    return _key(_join(fold(name)))


def read_locality(text: str) -> Locality:
    """Return the locality's name with the keys to look it up by, its district and house number.

    'Ostrów Wlkp.' has the key of 'Ostrów Wielkopolski' among its keys, 'Kraków-Podgórze'
    that of 'Kraków'; 'Kraków' and 'Podgórze' stand as city and district. A text of more than
    LONGEST_LINE characters is no name: it has no keys.
    """
    if len(text) > LONGEST_LINE:
        return Locality(name=text, keys=())
    stated = tidy(text).strip(" ,;")
    numbered = _NUMBER.fullmatch(stated)
    name, number = numbered.groups() if numbered else (stated, "")
    city, district = _split_district(name)
    keys = (key for form in _forms(stated, name, city) for key in _expand(form))
    return Locality(
        name=name,
        keys=tuple(dict.fromkeys(filter(None, keys))),
        city=city,
        district=district,
        number=re.sub(r"\s", "", number).upper(),
    )


def _join(folded: str) -> str:
    """Return a folded name with 'k/' and 'n.' written out as 'kolo' and 'nad'."""
    return _JOINT.sub(lambda found: f"{_JOINTS[found[1] or found[2]]} ", folded)


def _key(joined: str) -> str:
    """Return the words of a name with a space between them."""
    return " ".join(re.findall(r"[^\W_]+", joined))


def _forms(stated: str, name: str, city: str) -> Iterator[str]:
    """Yield keys of ever smaller parts of a name: all of it, without its kind, without 'near'."""
    yield locality_key(stated)
    whole = _join(fold(name))
    yield _key(whole)
    yield _without_kind(_key(whole))
    yield _without_kind(_key(_SURROUNDINGS.sub("", whole)))
    yield locality_key(city)


def _without_kind(key: str) -> str:
    """Return a key without the words before it that say what it is ('m st warszawa')."""
    for kind in LOCALITY_KINDS:
        if key.startswith(f"{kind} "):
            return key.removeprefix(f"{kind} ")
    return key


def _expand(key: str) -> Iterator[str]:
    """Yield the key itself, then with its abbreviated words written out."""
    options = ((word, *LOCALITY_WORDS.get(word, ())) for word in key.split())
    yield from map(" ".join, islice(product(*options), _MAX_EXPANSIONS))
    if key in EXONYMS:
        yield EXONYMS[key]


def _split_district(name: str) -> tuple[str, str]:
    """Return the city and the district that a name joins; two empty texts where it does not."""
    words = list(re.finditer(r"[^\W_]+", name))
    for count in (2, 1):
        city = DISTRICT_CITIES.get(" ".join(fold(word[0]) for word in words[:count]))
        if city and len(words) > count:
            return city, name[words[count].start() :].strip(" ,;)]")
    return "", ""
