import numpy as np
import pytest

from dashboard.explore.catalog.text_index import TextIndex


@pytest.fixture
def catalog(make_catalog):
    titles = ["Muzeum uczy dzieci", "Muzealne lekcje dla dzieci", "Biblioteka szkolna", "To ja"]
    return make_catalog(
        [{"art": 1 + at, "title": title} for at, title in enumerate(titles)],
        [{"art": 1 + at, "place": "", "status": "skipped"} for at in range(len(titles))],
    )


@pytest.fixture
def index(catalog):
    return TextIndex.build(catalog.search_text)


def test_a_text_is_closest_to_itself_then_to_those_that_share_the_beginnings_of_its_words(index):
    closeness = index.closeness(0)
    assert closeness[0] == 1
    assert 0 < closeness[1] < 1
    assert closeness[2] == 0


def test_a_text_without_a_word_that_counts_is_close_to_nothing(index):
    assert index.closeness(3).tolist() == [0, 0, 0, 0]


def test_a_rare_word_says_more_than_a_common_one(make_catalog):
    titles = ["wspólne rzadkie", "wspólne", "rzadkie", "wspólne inne", "wspólne nowe"]
    catalog = make_catalog(
        [{"art": 1 + at, "title": title} for at, title in enumerate(titles)],
        [{"art": 1 + at, "place": "", "status": "skipped"} for at in range(len(titles))],
    )
    closeness = TextIndex.build(catalog.search_text).closeness(0)
    assert closeness[2] > closeness[1] > 0


def test_what_was_saved_is_what_was_built(catalog, index, tmp_path):
    index.save(tmp_path)
    loaded = TextIndex.load(catalog.search_text, tmp_path)
    for row in range(len(catalog)):
        assert np.array_equal(loaded.closeness(row), index.closeness(row))


def test_no_practices_and_no_words_are_kept_too(make_catalog, tmp_path):
    catalog = make_catalog([{"art": 1, "title": "A"}], [{"art": 1, "place": "", "status": "no"}])
    TextIndex.build(catalog.search_text).save(tmp_path)
    assert TextIndex.load(catalog.search_text, tmp_path).closeness(0).tolist() == [0]
