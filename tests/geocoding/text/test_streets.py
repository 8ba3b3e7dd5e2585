import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geocoding.text import (
    StreetLine,
    fold,
    full_street_name,
    names_kind,
    read_street,
    street_key,
)

LINES = [
    pytest.param("ul. Kazimierza Wielkiego 2", "Kazimierza Wielkiego", "2", "", "", id="plain"),
    pytest.param("Mały Rynek 2", "Mały Rynek", "2", "", "", id="no-prefix"),
    pytest.param("UL.DŁUGA 7 a", "DŁUGA", "7A", "", "", id="upper-case-no-space"),
    pytest.param("uI. Polna 3", "Polna", "3", "", "", id="capital-i-for-l"),
    pytest.param("ulica Polna 3", "Polna", "3", "", "", id="ulica"),
    pytest.param("ul. ul. Polna 3", "Polna", "3", "", "", id="prefix-twice"),
    pytest.param("ul.Polna3", "Polna", "3", "", "", id="glued-number"),
    pytest.param("\u00a0Polna\u00a03 ,", "Polna", "3", "", "", id="no-break-spaces"),
    pytest.param("al. Jana Pawła II 12", "Aleja Jana Pawła II", "12", "", "", id="aleja"),
    pytest.param("Al. Jerozolimskie 65", "Aleje Jerozolimskie", "65", "", "", id="aleje"),
    pytest.param("pl. Wolności 3", "Plac Wolności", "3", "", "", id="plac"),
    pytest.param("os. 1000-lecia 15", "Osiedle 1000-lecia", "15", "", "", id="osiedle"),
    pytest.param("rondo ONZ 1", "Rondo ONZ", "1", "", "", id="rondo"),
    pytest.param("Rynek 1", "Rynek", "1", "", "", id="rynek"),
    pytest.param("ks. J. Popiełuszki 12", "ks. J. Popiełuszki", "12", "", "", id="title"),
    pytest.param("3 Maja", "3 Maja", "", "", "", id="date-street"),
    pytest.param("ul. 3 Maja 5", "3 Maja", "5", "", "", id="date-street-and-number"),
    pytest.param("Plac 3 Maja", "Plac 3 Maja", "", "", "", id="date-square"),
    pytest.param("1 Maja 1", "1 Maja", "1", "", "", id="date-street-same-number"),
    pytest.param("30 Pułku Strzelców 4", "30 Pułku Strzelców", "4", "", "", id="regiment"),
    pytest.param("Pułku 5 Piechoty", "Pułku 5 Piechoty", "", "", "", id="number-inside"),
    pytest.param("Jana III Sobieskiego 4", "Jana III Sobieskiego", "4", "", "", id="roman"),
    pytest.param("11 Listopada 12/4", "11 Listopada", "12", "4", "", id="slash-flat"),
    pytest.param("12/4", "", "12", "4", "", id="number-and-flat"),
    pytest.param("12 m. 4", "", "12", "4", "", id="m-flat"),
    pytest.param("Długa 12m4", "Długa", "12", "4", "", id="m-flat-glued"),
    pytest.param("Długa 12, m. 4", "Długa", "12", "4", "", id="comma-m-flat"),
    pytest.param("Długa 5 lok. 3", "Długa", "5", "3", "", id="lok"),
    pytest.param("Długa 5/4 m.op dw", "Długa", "5", "4", "m.op dw", id="flat-of-a-word"),
    pytest.param("Długa 5 lok. użytkowy", "Długa", "5", "", "lok. użytkowy", id="lok-of-a-word"),
    pytest.param("Długa 5/7 lok. U3", "Długa", "5/7", "U3", "", id="double-number-and-lok"),
    pytest.param("4B/2", "", "4B", "2", "", id="letter-and-flat"),
    pytest.param("Polna 12/14/5", "Polna", "12", "14/5", "", id="two-slashes"),
    pytest.param("7A", "", "7A", "", "", id="letter"),
    pytest.param("25 D", "", "25D", "", "", id="letter-apart"),
    pytest.param("12M", "", "12M", "", "", id="letter-like-a-flat"),
    pytest.param("Długa 24I", "Długa", "24I", "", "", id="letter-like-and"),
    pytest.param("28 Czerwca 1956 r.", "28 Czerwca 1956 r.", "", "", "", id="year"),
    pytest.param("28 Czerwca 1956 r. 7", "28 Czerwca 1956 r.", "7", "", "", id="year-and-number"),
    pytest.param("15-17", "", "15-17", "", "", id="range"),
    pytest.param("Wola 5 – 7", "Wola", "5-7", "", "", id="range-with-spaced-dash"),
    pytest.param("Przy Torze 1 i 3", "Przy Torze", "1,3", "", "", id="two-numbers"),
    pytest.param("nr 5", "", "5", "", "", id="nr"),
    pytest.param("Krzeczów nr 15", "Krzeczów", "15", "", "", id="village-nr"),
    pytest.param("Krzeczów 15", "Krzeczów", "15", "", "", id="village"),
    pytest.param("Długa 5, II piętro", "Długa", "5", "", "II piętro", id="floor"),
    pytest.param("Długa 5 (od podwórza)", "Długa", "5", "", "(od podwórza)", id="brackets"),
    pytest.param("Długa 5 m. 3 kl. 2", "Długa", "5", "3", "kl. 2", id="staircase"),
    pytest.param("Długa 5, 32-700 Bochnia", "Długa", "5", "", "32-700 Bochnia", id="code-after"),
    pytest.param("05-326", "", "", "", "05-326", id="code-alone"),
    pytest.param("05-326 Poświętne", "", "", "", "05-326 Poświętne", id="code-and-town"),
    pytest.param("32700", "", "", "", "32700", id="code-without-dash"),
    pytest.param("32 700", "", "", "", "32 700", id="code-with-space"),
    pytest.param("Długa 5 32700", "Długa", "5", "", "32700", id="code-behind-the-number"),
    pytest.param("Długa 5 l. k0132700", "Długa", "5", "", "l. k0132700", id="long-number"),
    pytest.param("Długa 5-12332700", "Długa 5-", "", "", "12332700", id="long-number-in-a-range"),
    pytest.param("Długa 05-326", "Długa", "", "", "05-326", id="code-for-a-number"),
    pytest.param("ul.", "", "", "", "", id="prefix-alone"),
    pytest.param(" , ", "", "", "", "", id="nothing"),
]


@pytest.mark.parametrize(("text", "street", "number", "flat", "rest"), LINES)
def test_read_street(text: str, street: str, number: str, flat: str, rest: str) -> None:
    assert read_street(text) == StreetLine(street, number, flat, rest)


@given(st.text("xyzXYZ0123456789 ,./-()", max_size=60))
def test_no_letter_and_no_digit_is_lost(text: str) -> None:
    line = read_street(text)

    kept = line.street + line.number + line.flat + line.rest
    assert Counter(re.findall(r"\w", fold(kept))) == Counter(re.findall(r"\w", fold(text)))


@given(st.text(max_size=2000))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_street(text), StreetLine)


@pytest.mark.parametrize("unit", ["1 ", " ,", "1-", "1/1-", "a", "ul. ", "m 1 ", "32-700 "])
def test_a_long_line_is_read_at_once(unit: str) -> None:
    assert isinstance(read_street(unit * 1000), StreetLine)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ul. Gen. Władysława Andersa", "Generała Władysława Andersa", id="gen"),
        pytest.param("Ks. Skorupki", "ul. księdza Skorupki", id="ks"),
        pytest.param("św. Jana", "Świętego Jana", id="sw"),
        pytest.param("rotm. Pileckiego", "Rotmistrza Pileckiego", id="rotm"),
        pytest.param("prof. Szafera", "PROFESORA SZAFERA", id="prof"),
        pytest.param("al. Wojska Polskiego", "Aleja Wojska Polskiego", id="aleja"),
        pytest.param("Al. Jerozolimskie", "Aleje Jerozolimskie", id="aleje"),
        pytest.param("dr. J. Babinskiego", "Doktora J. Babińskiego", id="dr"),
        pytest.param("Plac Wolności", "Wolności", id="kind-or-none"),
        pytest.param("Plac Jana Pawła II", "Jana Pawła II", id="kind-or-none-before-more-words"),
    ],
)
def test_spellings_of_one_street_have_one_key(one: str, other: str) -> None:
    assert street_key(one) == street_key(other)


@pytest.mark.parametrize("name", ["Mały Rynek", "ul. Gen. Władysława Andersa", "Plac 3 Maja"])
def test_a_key_is_its_own_key(name: str) -> None:
    assert street_key(street_key(name)) == street_key(name)


def test_streets_that_differ_have_different_keys() -> None:
    names = ["Jana", "św. Jana", "Rynek", "Mały Rynek", "3 Maja", "Plac"]

    assert len({street_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("ul. Polna", True, id="ul"),
        pytest.param("Rondo\u00a0ONZ", True, id="rondo"),
        pytest.param("ULICA", True, id="kind-alone"),
        pytest.param("Polna", False, id="none"),
        pytest.param("Placowa 3", False, id="a-word-that-begins-like-one"),
        pytest.param("3 Maja", False, id="date"),
    ],
)
def test_a_name_says_what_kind_of_street_it_is(name: str, *, expected: bool) -> None:
    assert names_kind(name) is expected


def test_a_name_keeps_its_kind_unless_it_is_ulica() -> None:
    assert full_street_name("ul. Osiedle Młodych") == "Osiedle Młodych"
    assert full_street_name("Parkowa") == "Parkowa"
