"""What a reader types, over the practices that come with the program and over made-up ones."""

import numpy as np
import pytest

from dashboard.explore.catalog.catalog import build_catalog
from dashboard.explore.filters.filters import Filters, matches
from dashboard.practices import load_practices, locate
from dashboard.practices.demo import make_demo
from geocoding import GazetteerGeocoder, data_dir

FIRST = 3
"""How many practices a reader looks at before giving up."""


@pytest.fixture(scope="module")
def geocoder():
    return GazetteerGeocoder()


@pytest.fixture(scope="module")
def shipped(geocoder):
    practices = load_practices(data_dir() / "practices.csv")
    return build_catalog(practices, locate(practices, geocoder))


@pytest.fixture(scope="module")
def made_up(geocoder):
    practices = make_demo(480, seed=1)
    return build_catalog(practices, locate(practices, geocoder))


def titles(catalog, text, most=FIRST):
    answer = catalog.search_text.search(text)
    best = np.argsort(-answer.scores, kind="stable")[: min(most, int(answer.mask.sum()))]
    return catalog.practices["title"].take(best).tolist()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("biblioteka", "Biblioteka Publiczna"),
        ("bibliotece", "Biblioteka Publiczna"),
        ("bibliotek", "Biblioteka Publiczna"),
        ("BIBLIOTEKAMI", "Biblioteka Publiczna"),
        ("bibloteka", "Biblioteka Publiczna"),
        ("książka", "wydawca książek"),
        ("muzeum", "Muzeum Miejskiego w Żorach"),
        ("muzea", "Muzeum Miejskiego w Żorach"),
        ("żory", "Muzeum Miejskiego w Żorach"),
        ("zorach", "Muzeum Miejskiego w Żorach"),
        ("transport", "E-bilet"),
        ("bilet", "E-bilet"),
        ("bilety", "E-bilet"),
        ("karta miejska", "Elektronicznej Karty Miejskiej"),
        ("energia", "energi"),
        ("energii częstochowa", "Częstochowy"),
        ("kultura", "kultur"),
        ("promocja kultury", "Promocja kultury"),
        ("oświata", "szkół"),
        ("szkoła", "szkół"),
        ("przedszkole", "przedszkoli"),
        ("koszalin", "Koszaliński"),
        ("bezdomni", "bezdomności"),
        ("bezdomność szczecin", "Szczecina"),
        ("ełk", "w Ełku"),
        ("edukacja ekologiczna", "Edukacji Ekologicznej"),
        ("kraków", "Blisko Krakowa"),
        ("Krakowie", "Blisko Krakowa"),
        ("współpraca krakowa", "Podkrakowski"),
        ("bochnia", "Promocja kultury"),
        ("bochni", "Promocja kultury"),
        ("małopolska", "Krakowa"),
        ('"systemu oceny" szkoła', ""),
        ('"system oceny"', "Koszaliński system oceny"),
    ],
)
def test_what_is_looked_for_among_the_shipped_practices_is_in_the_first_three(shipped, text, part):
    found = titles(shipped, text)
    assert any(part in title for title in found) if part else found == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("szkoła", "szk"),
        ("energia", "energ"),
        ("transport", "Autobus"),
        ("komunikacja", "Autobus"),
        ("autobusy", "Autobus"),
        ("domy kultury", "Dom kultury"),
        ("senior", "senior"),
        ("rodzice", "rodzic"),
        ("wodomierz", "wodomierz"),
        ("biblioteki w soboty", "Biblioteka czynna w soboty"),
    ],
)
def test_what_is_looked_for_among_made_up_practices_is_in_the_first_three(made_up, text, part):
    assert part.lower() in titles(made_up, text)[0].lower()


@pytest.mark.parametrize(
    "forms",
    [
        ("biblioteka", "bibliotece", "bibliotek", "bibliotekom"),
        ("szkoła", "szkole", "szkołami"),
        ("kraków", "Krakowa", "krakowie"),
        ("mieszkaniec", "mieszkańców", "MIESZKAŃCY"),
    ],
)
def test_all_forms_of_a_word_find_the_same_practices(made_up, forms):
    masks = [made_up.search_text.search(form).mask for form in forms]
    assert masks[0].any()
    assert all(np.array_equal(mask, masks[0]) for mask in masks)


def test_a_theme_is_found_by_words_that_mean_it(made_up):
    section = (made_up.practices["subsection"] == "Oświata").to_numpy()
    assert made_up.search_text.search("szkoła").mask[section].all()
    assert made_up.search_text.search("oświata").mask[section].all()


def test_what_is_excluded_is_what_the_texts_say_not_the_theme(made_up):
    search = made_up.search_text.search
    every, without = search("kultura").mask, search("kultura -bibliotek").mask
    text = made_up.practices["title"] + " " + made_up.practices["summary"]
    has = text.str.contains("bibliotek|bibliotec", case=False).to_numpy()
    assert (every & has).any()
    assert without.any()
    assert not (without & has).any()
    assert (every & ~has & ~without).sum() == 0


def test_a_phrase_is_found_as_it_stands_and_can_be_excluded(made_up):
    titles_ = made_up.practices["title"].str.lower()
    summaries = made_up.practices["summary"].str.lower()
    has = (titles_ + "|" + summaries).str.contains("dom kultury", regex=False).to_numpy()
    assert np.array_equal(made_up.search_text.search("„Dom kultury”").mask, has)
    assert not (made_up.search_text.search('kultura -"dom kultury"').mask & has).any()


def test_a_word_that_no_practice_has_is_named_and_nothing_is_found(made_up):
    answer = made_up.search_text.search("biblioteka kwantowość")
    assert answer.unknown == ("kwantowość",)
    assert not answer.mask.any()


def test_what_was_searched_in_place_of_a_misspelt_word_is_named(made_up):
    answer = made_up.search_text.search("bibloteka")
    assert answer.replaced == (("bibloteka", "biblioteka"),)
    assert np.array_equal(answer.mask, made_up.search_text.search("biblioteka").mask)


@pytest.mark.parametrize("text", ["w", "-", '""', "…", "- -"])
def test_a_search_without_a_word_leaves_all(made_up, text):
    assert matches(made_up, Filters(search=text)).all()


def test_a_practice_with_the_word_in_its_title_comes_before_one_that_only_mentions_it(make_catalog):
    texts = [("Drogi", "Obok powstała biblioteka."), ("Biblioteka", "Obok powstała droga.")]
    catalog = make_catalog(
        [{"art": at, "title": title, "summary": text} for at, (title, text) in enumerate(texts)],
        [{"art": at, "place": "", "status": "skipped"} for at in range(2)],
    )
    scores = catalog.search_text.search("biblioteki").scores
    assert scores[1] > scores[0] > 0


def test_an_answer_is_cached_and_cannot_be_changed(made_up):
    found = made_up.search_text.search("biblioteka")
    assert made_up.search_text.search("biblioteka") is found
    assert not found.mask.flags.writeable
    assert not found.scores.flags.writeable
