import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from geocoding.gazetteer.fuzzy_names import CAREFUL, FuzzyNames

NAMES = ["lodz", "krakow", "nowa wies", "nowa wies wielka", "czestochowa", "ab", "wielka"]


@pytest.fixture(scope="module")
def names() -> FuzzyNames:
    return FuzzyNames.of(np.arange(len(NAMES)) * 10, NAMES)


@pytest.mark.parametrize(
    ("key", "alike"),
    [
        pytest.param("krakow", {"krakow": 1.0}, id="the-same"),
        pytest.param("krakuw", {"krakow": 5 / 6}, id="another-letter"),
        pytest.param("karkow", {"krakow": 5 / 6}, id="two-letters-swapped"),
        pytest.param("krakoww", {"krakow": 6 / 7}, id="one-letter-too-many"),
        pytest.param("krkow", {"krakow": 4 / 5}, id="one-letter-too-few"),
        pytest.param("lozd", {"lodz": 3 / 4}, id="four-letters"),
        pytest.param("kroknw", {}, id="two-errors-in-a-short-name"),
        pytest.param("czastochwa", {"czestochowa": 8 / 10}, id="two-errors-in-a-long-name"),
        pytest.param("nowa", {"nowa wies": 0.8, "nowa wies wielka": 0.8}, id="words-left-out"),
        pytest.param("nowa wies duza", {"nowa wies": 0.8}, id="a-word-too-many"),
        pytest.param("nowa wies", {"nowa wies": 1.0, "nowa wies wielka": 0.8}, id="both"),
        pytest.param("now", {}, id="part-of-a-word"),
        pytest.param("ac", {}, id="too-short-to-tell"),
        pytest.param("москва", {}, id="another-script"),
    ],
)
def test_names_are_alike(names: FuzzyNames, key: str, alike: dict[str, float]) -> None:
    found = names.like([key])
    assert {NAMES[number // 10]: how for number, how in found.items()} == pytest.approx(alike)


@pytest.mark.parametrize(
    ("key", "alike"),
    [
        pytest.param("krakuw", {"krakow"}, id="the-same-first-letter"),
        pytest.param("rkakow", set(), id="none-has-the-first-letter"),
        pytest.param("rdzewice", {"radzewice", "drzewice"}, id="one-has-it-and-another-is-as-near"),
    ],
)
def test_a_name_with_the_same_first_letter_is_not_alone_where_others_are_as_near(
    key: str, alike: set[str]
) -> None:
    texts = ["krakow", "radzewice", "drzewice"]
    found = FuzzyNames.of(np.arange(len(texts)), texts).like([key], rigour=CAREFUL)
    assert {texts[number] for number in found} == alike


def test_the_key_that_is_most_alike_counts(names: FuzzyNames) -> None:
    assert names.like(["krakuw", "krakow"]) == {10: 1.0}


@given(st.lists(st.text("abc 1ź", min_size=1), unique=True, max_size=30), st.text("abc 1ź"))
def test_no_name_within_one_error_is_ruled_out(texts: list[str], key: str) -> None:
    found = FuzzyNames.of(np.arange(len(texts)), texts).like([key])
    within = {number for number, text in enumerate(texts) if OSA.distance(key, text) <= 1}
    assert within <= set(found) or len(key) < 3
