"""What holds of every text that is read as an address: `make soak ARGS=fuzz` runs these long."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geocoding.text import (
    fold,
    full_street_name,
    locality_key,
    names_kind,
    read_free_text,
    read_locality,
    read_post,
    read_postal_code,
    read_street,
    street_key,
    tidy,
)
from geocoding.text.spelling import FLAT_WORDS, STREET_KINDS

SEEDS = (
    "Urząd Gminy Liszki, ul. Mały Rynek 2, 32-060 Liszki",
    "al. Jana Pawła II 12 lok. 3, woj. małopolskie, pow. bocheński, gm. Bochnia, poczta Bochnia",
    "os. 1000-lecia 15/4 m. 2 kl. III (od podwórza)\n32700 Bochnia; PL-32 700",
    "Gródek N/Dunajcem, Ostrów Wlkp. k/Kalisza, Kraków-Podgórze, m. st. Warszawa 12 a",
    "28 Czerwca 1956 r. 7, Krzeczów nr 15–17 i 19, Łódź „Orlik” \u00a0\u200b\u0301\ufeff",
)
PIECES = sorted({piece for seed in SEEDS for piece in re.findall(r"\w+|\W", seed)})
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=25).map("".join)
LEFT_OUT = {
    "",
    *(fold(word) for word in (*STREET_KINDS, *FLAT_WORDS)),
    *("woj", "wojewodztwo", "pow", "powiat", "gm", "gmina", "poczta", "p", "ta", "pl"),
    *("nr", "numer", "n", "r", "dom", "d", "i", "kod", "pocztowy"),
}
"""Words that say what the words after them are."""


def digits(text):
    return Counter(re.findall(r"\d", fold(text)))


def words(text):
    return re.findall(r"[^\W\d_]+", fold(text))


def lost(text, kept):
    """The words and numbers of a text that are not kept, but for those that may be left out."""
    letters, figures = ("".join(re.findall(each, fold(kept))) for each in (r"[^\W\d_]", r"\d"))
    numbers = [run for run in re.findall(r"\d+", fold(text)) if run not in figures]
    gone = [
        word
        for word in set(words(text)) - LEFT_OUT
        if not any(word.removeprefix(label) in letters for label in LEFT_OUT)
    ]
    return numbers + gone


@given(TEXTS)
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert tidy(tidy(text)) == tidy(text)
    assert fold(tidy(text)) == fold(text)
    assert street_key(tidy(text)) == street_key(text)
    assert locality_key(tidy(text)) == locality_key(text)
    assert names_kind(text) == names_kind(tidy(text))
    name = full_street_name(text)
    assert full_street_name(name) == name


@given(TEXTS)
def test_a_postal_code_is_one_or_nothing(text: str) -> None:
    code = read_postal_code(text)
    assert re.fullmatch(r"(\d{2}-\d{3})?", code)
    assert read_postal_code(code) == code
    post = read_post(text)
    assert code in {"", post.postal_code}
    typed = digits(text.upper().replace("O", "0"))  # an O for a zero is read as one
    assert digits(post.postal_code + post.town) - typed <= Counter("000")  # lost by a spreadsheet


@given(TEXTS)
def test_a_post_line_keeps_its_words(text: str) -> None:
    post = read_post(text)
    assert lost(text, f"{post.postal_code} {post.town}") == []


@given(TEXTS)
def test_a_street_line_keeps_its_words(text: str) -> None:
    line = read_street(text)
    kept = f"{line.street} {line.number} {line.flat} {line.rest}"
    assert digits(kept) == digits(text)
    assert lost(text, kept) == []


@given(TEXTS)
def test_a_whole_address_keeps_its_words(text: str) -> None:
    read = read_free_text(text)
    address = read.address
    parts = (address.street, address.number, address.city, address.postal_code)
    kept = " ".join((*parts, address.county, address.voivodeship, *read.unread))
    assert lost(text, kept) == []


@given(TEXTS)
def test_a_locality_keeps_its_words(text: str) -> None:
    place = read_locality(text)
    labels = ([], ["nr"], ["numer"]) if place.number else ([],)
    kept = [[*words(place.name), *label, *words(place.number)] for label in labels]
    assert words(tidy(text)) in kept
    assert digits(f"{place.name} {place.number}") == digits(text)
    assert locality_key(place.name) in place.keys or not place.keys


@pytest.mark.parametrize("text", SEEDS)
def test_the_properties_hold_of_real_lines(text: str) -> None:
    assert read_free_text(text).address.city or read_street(text).street
