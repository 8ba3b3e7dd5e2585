import pytest

from dashboard.explore.search.query import Query


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  ", Query(), id="nothing"),
        pytest.param("Biblioteka w Bochni", Query(words=("biblioteka", "bochni")), id="words"),
        pytest.param("e-usługi, 2014/15", Query(words=("usługi", "2014", "15")), id="parts"),
        pytest.param('"Dom  Kultury"', Query(phrases=("dom kultury",)), id="phrase"),
        pytest.param(
            "„dom kultury” żłobek", Query(words=("żłobek",), phrases=("dom kultury",)), id="low"
        ),
        pytest.param(
            "dom -kultury", Query(words=("dom",), excluded_words=("kultury",)), id="without"
        ),
        pytest.param("dom –kultury", Query(words=("dom",), excluded_words=("kultury",)), id="dash"),
        pytest.param('-"dom kultury"', Query(excluded_phrases=("dom kultury",)), id="no phrase"),
        pytest.param('dom "kultury', Query(words=("dom", "kultury")), id="unclosed"),
        pytest.param('dom - "" -', Query(words=("dom",)), id="signs alone"),
        pytest.param("dom dom DOM", Query(words=("dom",)), id="each once"),
    ],
)
def test_a_query_is_words_phrases_and_what_is_not_to_occur(text, expected):
    assert Query.parse(text) == expected
