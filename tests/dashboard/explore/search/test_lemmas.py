import pytest

from dashboard.explore.search.lemmas import base_forms, first_letters


@pytest.mark.parametrize(
    ("word", "base_form"),
    [
        ("bibliotece", "biblioteka"),
        ("bibliotek", "biblioteka"),
        ("szkół", "szkoła"),
        ("dzieciom", "dziecko"),
        ("energii", "energia"),
        ("krakowie", "kraków"),
        ("bochni", "bochnia"),
        ("MIESZKAŃCÓW", "mieszkaniec"),
    ],
)
def test_the_dictionary_knows_words_and_names_of_places_in_their_inflected_forms(word, base_form):
    assert base_form in base_forms([word])[0]


@pytest.mark.parametrize("word", ["zlobka", "xyzzy", "2014", "1a", "ż", "łódzko-śląski"])
def test_an_unknown_word_is_its_own_base_form(word):
    assert word in base_forms([word])[0]


def test_the_first_letters_stand_for_the_base_form_where_the_dictionary_is_missing():
    assert first_letters("Bibliotece") == first_letters("bibliotek") == ("biblio",)
