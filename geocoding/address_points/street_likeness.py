"""How alike two names of streets are: one as people write it, one of the register.

The name's own words decide ('Paderewskiego'). Given names, titles and the kind of street may be
left out on either side, and must not contradict each other where both sides state them.
"""

from typing import Final

from rapidfuzz.distance import OSA

from geocoding.address_points.street_names import (
    GIVEN_NAMES,
    GROUPS_OF_TITLE,
    LONGEST_INITIAL,
    NO_GIVEN_NAMES,
    PREPOSITIONS,
    STREET,
    StreetName,
    Word,
)

_AVENUE: Final = "aleja"
_SQUARES: Final = frozenset({"plac", "rondo", "skwer", "osiedle", "park", "most", "rynek"})
_LETTERS_OF_SLIP: Final = 6
_LETTERS_OF_TYPO: Final = 8
_LETTERS_OF_ENDING: Final = 2
_ROWS_OF_KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_FEWEST_OF_ACRONYM: Final = 2
_GENITIVES: Final = ("a", "y", "i", "ego", "ej", "o")
_ADJECTIVES: Final = ("ska", "cka", "dzka", "owa")
_NOMINATIVES: Final = (
    *(*_ADJECTIVES, "na", "ta", "wa", "ga", "nicza", "rza", "cia", "la", "dnia"),
)

PENALTIES: Final = {
    "given": 0.02,
    "title": 0.01,
    "roman": 0.02,
    "kind": 0.03,
    "abbreviation": 0.02,
    "part": 0.05,
    "order": 0.01,
    "typo": 0.08,
}
"""How much less alike two names are for each difference of a kind."""


def likeness(stated: StreetName, official: StreetName, *, typos: bool = False) -> float:
    """Return how alike a stated name and one of the register are, 1 at most, 0 for two streets.

    Args:
        stated: The name as people write it.
        official: The name of the register.
        typos: Whether a long word may hold a typing error.
    """
    if stated.arabic != official.arabic or _contradict(stated, official):
        return 0.0
    if not _marks_fit(stated, official):
        return 0.0
    last = official.own[-1].text if official.own else ""
    if stated.roman != official.roman and last.endswith(_NOMINATIVES):  # 'III Poprzeczna'
        return 0.0
    if typos and (len(stated.given) > len(official.given) or stated.titles - official.titles):
        return 0.0  # the person that is named may be another one
    own = _own_words(stated, official, typos=typos)
    if own is None:  # what is short may stand on the register's side
        own = _own_words(official, stated, typos=typos)
    kind = _kinds(stated, official)
    if own is None or kind is None or (typos and kind > PENALTIES["kind"]):
        return 0.0
    lost = own + kind
    lost += PENALTIES["given"] * abs(len(stated.given) - len(official.given))
    lost += PENALTIES["title"] * len(stated.titles ^ official.titles)
    lost += PENALTIES["roman"] * (stated.roman != official.roman)
    return max(1.0 - lost, 0.01)


def _marks_fit(stated: StreetName, official: StreetName) -> bool:
    """Return whether no word of a stated name has diacritics that the register's one has not."""
    marked = (word for word in stated.own if word.spelling)
    return all(word.may_be(own) for word in marked for own in official.own if word.text == own.text)


def _contradict(one: StreetName, other: StreetName) -> bool:
    """Return whether given names, numerals or titles of two names exclude each other.

    Args:
        one: The name as people write it.
        other: The name of the register.
    """
    if one.roman and other.roman and one.roman != other.roman:
        return True
    if one.given and other.given:
        fewer, more = sorted((one.given, other.given), key=len)
        if not all(any(_same_given(word, each) for each in more) for word in fewer):
            return True
    has_surname = any(word.text not in GIVEN_NAMES for word in (*one.own, *other.own))
    if one.titles and not other.titles and not has_surname:  # 'św. Anny' is not 'Anny'
        return True
    if one.titles and other.titles and not one.titles & other.titles:
        groups = [
            frozenset().union(*(GROUPS_OF_TITLE[title] for title in each.titles))
            for each in (one, other)
        ]
        return not groups[0] & groups[1]
    return False


def _same_given(one: Word, other: Word) -> bool:
    """Return whether two given names may be one, an initial or a short form of the other."""
    if one.text == other.text:
        return True
    short, long = sorted((one.text, other.text), key=len)
    return len(short) <= LONGEST_INITIAL and long.startswith(short)


def _kinds(stated: StreetName, official: StreetName) -> float | None:
    """Return what the difference of two kinds costs; None where one excludes the other."""
    if stated.kind == official.kind:
        return 0.0
    if stated.kind == STREET and not stated.says_street:
        return PENALTIES["kind"]
    is_square = official.kind in _SQUARES and official.kind != "rynek"
    if stated.kind not in {STREET, _AVENUE} or is_square:
        return None
    return 2 * PENALTIES["kind"]


def _own_words(stated: StreetName, official: StreetName, *, typos: bool) -> float | None:
    """Return what differences of the names' own words cost; None where they are two names."""
    there = list(official.own)
    lost, missing = _same_words(stated, official, there)
    further = []
    for word in [*missing, *_short_words(stated)]:
        count, cost = _like_words(word, there, typos=typos)
        lost += cost
        if not count and word in missing:
            further.append(word)
    nothing_left = len(there) == len(official.own) or len(further) == len(stated.own)
    if (official.own and nothing_left) or (there and further):
        return None
    is_exact = len(missing) < len(stated.own) and lost < PENALTIES["typo"]
    if (there or further) and not is_exact:
        return None
    parts = [_part(there, official), _part(further, stated)]
    if None in parts:
        return None
    return lost + sum(filter(None, parts))


def _same_words(
    stated: StreetName, official: StreetName, there: list[Word]
) -> tuple[float, list[Word]]:
    """Take the words that both names have out of a list, and return the cost and the others.

    Args:
        stated: The stated name.
        official: The name of the register.
        there: Its own words, of which those that are found are removed.
    """
    lost, last = 0.0, -1
    missing = []
    for word in stated.own:
        found = next((each for each in there if each.text == word.text), None)
        if found is None:
            missing.append(word)
            continue
        place = official.own.index(found)
        lost += PENALTIES["order"] * (place < last)
        last = place
        there.remove(found)
    return lost, missing


def _like_words(word: Word, there: list[Word], *, typos: bool) -> tuple[int, float]:
    """Take the words that another one is short for, or is misspelt for, out of a list.

    Returns:
        How many were found, and what the difference costs.
    """
    if found := next((each for each in there if _is_short_for(word, each)), None):
        there.remove(found)
        return 1, PENALTIES["abbreviation"]
    if count := _acronym(word, there):
        del there[:count]
        return count, PENALTIES["abbreviation"]
    if typos and (found := next((each for each in there if _is_misspelt(word, each)), None)):
        there.remove(found)
        return 1, PENALTIES["typo"]
    return 0, 0.0


def _short_words(name: StreetName) -> list[Word]:
    """Return what reads as short given names and may be other words: 'Boh. Monte Cassino'."""
    return [word for word in name.given if word.is_short and len(word.text) > 1]


def _part(words: list[Word], name: StreetName) -> float | None:
    """Return what it costs that words of a name are left out; None where they may not be.

    A person may go without a second surname or a nickname, or by it alone; one word before a
    surname that looks like a given name may be one. What is left is a surname.
    """
    if not words:
        return 0.0
    rest = [word for word in name.own if word not in words]
    left = [word.text for word in rest]
    no_surname = GIVEN_NAMES | NO_GIVEN_NAMES
    if name.arabic or all(word in no_surname for word in left):  # 'Jana' is not 'Jana Pawła II'
        return None
    unknown = [word for word in words if word.text not in GIVEN_NAMES]
    is_joined = any(word.is_joined for word in unknown)
    if is_joined and not any(word.is_joined for word in rest):  # 'Ochla-Jana Kilińskiego'
        return None
    is_person = bool(name.given or name.titles)
    is_first_name = words[-1] is not name.own[-1] and len(unknown) <= 1 and not is_joined
    is_first_name &= all(_may_be_given(word.text, before=left[-1]) for word in unknown)
    has_surname = any(_may_be_surname(word) for word in left)
    if is_person or is_first_name or (is_joined and has_surname):
        return PENALTIES["part"] * len(words)
    return None


def _may_be_given(word: str, *, before: str) -> bool:
    """Return whether a word that is no known given name may be one, before what may be a surname.

    'Nowa' and 'Polna' agree as adjectives do, and are none.
    """
    if {word, before} & NO_GIVEN_NAMES or word in PREPOSITIONS or word.endswith(_ADJECTIVES):
        return False
    if not (word.endswith(_GENITIVES) and before.endswith(_GENITIVES)):
        return False
    return not (before.endswith(_NOMINATIVES) and word.endswith("a"))


def _may_be_surname(word: str) -> bool:
    """Return whether a word may be a surname in the genitive, and no adjective such as 'Polna'."""
    return word.endswith(_GENITIVES) and not word.endswith(_NOMINATIVES)


def _is_short_for(word: Word, long: Word) -> bool:
    """Return whether a word with a full stop is the beginning of another, or a word without."""
    is_long_enough = len(word.text) >= _FEWEST_OF_ACRONYM
    return word.is_short and is_long_enough and long.text.startswith(word.text)


def _acronym(word: Word, words: list[Word]) -> int:
    """Return how many words a word is the first letters of: 'ken', 'komisji edukacji ...' -> 3."""
    count = len(word.text)
    if not _FEWEST_OF_ACRONYM <= count <= len(words):
        return 0
    return count if word.text == "".join(each.text[0] for each in words[:count]) else 0


def _is_misspelt(word: Word, right: Word) -> bool:
    """Return whether a word is another one with a typing error.

    Many words differ from another by one letter, mostly by any letter in a short word, or by the
    ending: 'Lipowa' and 'Lirowa', 'Żurawia' and 'Żurawie'. So letters that change places or are
    doubled count from six letters on; from eight on one that is left out, added, or has its key
    beside the right one.
    """
    one, two = word.text, right.text
    if one[0] != two[0] or one[-_LETTERS_OF_ENDING:] != two[-_LETTERS_OF_ENDING:]:
        return False
    shortest = min(len(one), len(two))
    if shortest < _LETTERS_OF_SLIP or OSA.distance(one, two, score_cutoff=1) > 1:
        return False
    return _is_slip(one, two) or (shortest >= _LETTERS_OF_TYPO and _is_near(one, two))


def _is_slip(one: str, two: str) -> bool:
    """Return whether of two words that differ little one has letters changed round, or doubled."""
    return sorted(one) == sorted(two) or _without_doubles(one) == _without_doubles(two)


def _without_doubles(word: str) -> str:
    """Return a word with every letter once that stands in it several times in a row."""
    return "".join(
        letter for letter, before in zip(word, f" {word}", strict=False) if letter != before
    )


def _is_near(one: str, two: str) -> bool:
    """Return whether two words differ by the number of letters, or by keys beside each other."""
    if len(one) != len(two):
        return True
    return all(_is_beside(a, b) for a, b in zip(one, two, strict=True) if a != b)


def _is_beside(one: str, two: str) -> bool:
    """Return whether the keys of two letters are next to each other in a row of a keyboard."""
    return any(pair in row for row in _ROWS_OF_KEYS for pair in (one + two, two + one))
