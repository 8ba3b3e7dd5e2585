import numpy as np
import pytest

from dashboard.explore.search.search_text import build_index
from dashboard.explore.search.word_index import WordIndex

TITLES = ("Muzeum uczy dzieci", "Lekcje w muzeum dla dzieci", "Biblioteka szkolna", "I ja")


@pytest.fixture
def catalog(make_catalog):
    return make_catalog(
        [{"art": 1 + at, "title": title} for at, title in enumerate(TITLES)],
        [{"art": 1 + at, "place": "", "status": "skipped"} for at in range(len(TITLES))],
    )


@pytest.fixture
def index(catalog):
    return build_index(catalog.practices, catalog.places)


def found(index, word):
    return np.flatnonzero(index.find(word).scores).tolist()


@pytest.mark.parametrize(
    ("word", "rows"),
    [
        pytest.param("muzeum", [0, 1], id="as it stands"),
        pytest.param("muzeami", [0, 1], id="another form"),
        pytest.param("dziecko", [0, 1], id="the base form"),
        pytest.param("biblio", [2], id="the beginning"),
        pytest.param("lekcja", [1], id="with its ending"),
        pytest.param("bi", [2], id="two letters"),
        pytest.param("zeum", [], id="not a part within"),
    ],
)
def test_a_word_is_found_in_any_of_its_forms(index, word, rows):
    assert found(index, word) == rows
    assert index.find(word).replacement == ""


@pytest.mark.parametrize("word", ["muzem", "muzeumm", "muzuem", "nuzeum"])
def test_one_letter_may_be_wrong_and_it_is_said_what_was_searched(index, word):
    assert found(index, word) == [0, 1]
    assert index.find(word).replacement == "muzeum"


def test_a_letter_may_be_wrong_in_a_form_that_no_text_has(index):
    assert found(index, "bibloteki") == [2]
    assert index.find("bibloteki").replacement == "biblioteka"


def test_a_word_like_no_other_is_found_nowhere(index):
    assert found(index, "kanalizacja") == []
    assert index.find("kanalizacja").replacement == ""


def test_the_forms_that_stand_in_the_texts_are_given_to_be_marked(index):
    assert index.find("dziecko").forms == {"dzieci"}


def test_a_word_written_without_diacritics_is_the_one_with_them(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "Żłobki w gminie"}, {"art": 2, "title": "Drogi"}],
        [
            {"art": 1, "place": "", "status": "skipped"},
            {"art": 2, "place": "", "status": "skipped"},
        ],
    )
    index = build_index(catalog.practices, catalog.places)
    assert found(index, "zlobki") == found(index, "żłobek") == found(index, "żłobków") == [0]


def test_a_text_is_closest_to_itself_then_to_those_that_share_its_words(catalog):
    closeness = catalog.search_text.closeness(0)
    assert closeness[0] == 1
    assert 0 < closeness[1] < 1
    assert closeness[2] == 0


def test_a_text_without_a_word_that_counts_is_close_to_nothing(make_catalog):
    catalog = make_catalog([{"art": 1, "title": "A"}], [{"art": 1, "place": "", "status": "no"}])
    assert catalog.search_text.closeness(0).tolist() == [0]


def test_a_rare_word_says_more_than_a_common_one(make_catalog):
    titles = ["wspólne rzadkie", "wspólne", "rzadkie", "wspólne inne", "wspólne nowe"]
    catalog = make_catalog(
        [{"art": 1 + at, "title": title} for at, title in enumerate(titles)],
        [{"art": 1 + at, "place": "", "status": "skipped"} for at in range(len(titles))],
    )
    closeness = catalog.search_text.closeness(0)
    assert closeness[2] > closeness[1] > 0


def test_what_was_saved_is_what_was_built(catalog, index, tmp_path):
    index.save(tmp_path)
    loaded = WordIndex.load(tmp_path, size=len(catalog))
    for word in ("muzeum", "dzieci", "bibl", "muzem", "nic"):
        assert np.array_equal(loaded.find(word).scores, index.find(word).scores)
        assert loaded.find(word).forms == index.find(word).forms


def test_no_words_are_saved_too(make_catalog, tmp_path):
    catalog = make_catalog([{"art": 1, "title": "A"}], [{"art": 1, "place": "", "status": "no"}])
    build_index(catalog.practices, catalog.places).save(tmp_path)
    assert found(WordIndex.load(tmp_path, size=1), "muzeum") == []
