import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geocoding import fold

WORDS = st.text(alphabet="aAąĄbB –\u00a0", max_size=6)


def columns(practice):
    names = ("title", "summary", "unit", "locality", "places", "post_town", "county")
    return [practice[name] for name in names]


@settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.fixed_dictionaries(
            dict.fromkeys(("title", "summary", "unit", "locality", "county"), WORDS)
            | dict.fromkeys(("places", "post_town"), st.just(""))
        ),
        min_size=1,
        max_size=6,
    ),
    st.lists(st.tuples(st.integers(0, 5), WORDS), max_size=8),
    WORDS.map(fold).filter(lambda word: word and " " not in word),
)
def test_a_word_is_found_in_the_texts_of_a_practice_and_of_its_places(
    make_catalog, practices, places, word
):
    named = [(art % len(practices), place) for art, place in places]
    named += [(art, "") for art in range(len(practices))]
    catalog = make_catalog(
        [{"art": art, "section": "S", **each} for art, each in enumerate(practices)],
        [{"art": art, "place": place} for art, place in named],
    )
    texts = [
        fold(" ".join([*columns(each), *(place for row, place in named if row == art)]))
        for art, each in enumerate(practices)
    ]
    assert catalog.search_text.contains(word).tolist() == [word in text for text in texts]
    for row, text in enumerate(texts):
        found = " ".join(catalog.search_text.texts_of(row))
        assert sorted(found.split()) == sorted(text.split())


def test_what_is_found_is_kept_and_cannot_be_changed(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "Żłobek", "section": "S"}], [{"art": 1, "place": "Żory"}]
    )
    found = catalog.search_text.contains("zory")
    assert catalog.search_text.contains("zory") is found
    assert not found.flags.writeable
    assert np.array_equal(found, [True])
