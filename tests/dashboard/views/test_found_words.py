import pytest

from dashboard.views.found_words import extract, found_parts

FORMS = frozenset({"bibliotece", "szkol"})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("W bibliotece", (("W ", False), ("bibliotece", True)), id="at the end"),
        pytest.param("Szkół jest 5", (("Szkół", True), (" jest 5", False)), id="diacritics"),
        pytest.param("Dom kultury", (), id="none"),
        pytest.param("", (), id="empty"),
        pytest.param(
            "szkół, bibliotece",
            (("szkół", True), (", ", False), ("bibliotece", True)),
            id="several",
        ),
    ],
)
def test_a_text_is_cut_at_the_words_that_were_found(text, parts):
    assert found_parts(text, FORMS) == parts


def test_an_extract_is_what_surrounds_the_first_word_that_was_found():
    text = "Przed " * 40 + "w bibliotece " + "po nim " * 60
    parts = extract(text, FORMS)
    shown = "".join(part for part, _ in parts)
    assert ("bibliotece", True) in parts
    assert shown.startswith("… Przed")
    assert shown.endswith("…")
    assert len(shown) < 200


def test_there_is_no_extract_of_a_text_without_the_words():
    assert extract("Dom kultury", FORMS) == ()
