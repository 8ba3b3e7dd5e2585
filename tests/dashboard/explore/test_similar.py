from dataclasses import replace

import numpy as np
import pytest

from dashboard.explore.catalog.completion import with_stated_population
from dashboard.explore.similar import of_the_same_unit, similar

SOCIAL = {"section": "Usługi społeczne", "subsection": "Kultura"}


@pytest.fixture
def museums(make_catalog):
    return make_catalog(
        [
            {
                "art": 1,
                "title": "Muzeum miejskie uczy dzieci",
                "unit": "Muzeum",
                "population": 60000,
            }
            | SOCIAL,
            {"art": 2, "title": "Muzealne lekcje dla dzieci", "population": 50000} | SOCIAL,
            {"art": 3, "title": "Biblioteka w szkole", **SOCIAL},
            {"art": 4, "title": "Oświetlenie ulic", "section": "Usługi techniczne"},
            {"art": 5, "title": "Zarządzanie projektem", "section": "Inny", "unit": "Muzeum"},
        ],
        [
            {"art": 1, "place": "Żory", "county": "Żory", "commune": "Żory"},
            {"art": 2, "place": "Turek", "county": "turecki", "commune": "Turek"},
            {"art": 3, "place": "Żory", "county": "Żory", "commune": "Żory"},
            {"art": 4, "place": "Ełk", "county": "ełcki", "commune": "Ełk"},
            {"art": 5, "place": "", "status": "skipped"},
        ],
    )


def numbers(catalog, rows):
    return [int(catalog.practices["art"].iloc[row]) for row in rows]


def test_the_nearest_in_theme_and_words_come_first(museums):
    found = similar(with_stated_population(museums), 0, limit=5)
    assert numbers(museums, [each.row for each in found])[:2] == [3, 2], "3 is of the same town"
    library, lessons = found[:2]
    assert lessons.same_subsection
    assert lessons.shared_text
    assert lessons.population_ratio == pytest.approx(50000 / 60000)
    assert library.population_ratio is None


def test_of_two_units_the_liker_one_comes_first(make_catalog):
    town = {"county": "bocheński", "voivodeship": "małopolskie", "locality": "Bochnia"}
    catalog = make_catalog(
        [
            {"art": art, "title": title, "section": "A", "unit_type": kind, **town}
            for art, title, kind in (
                (1, "żłobek", "gmina miejska"),
                (2, "most", "gmina wiejska"),
                (3, "park", "gmina miejska"),
            )
        ],
        [{"art": art, "place": "Bochnia", "status": "skipped"} for art in (1, 2, 3)],
    )
    found = similar(catalog, 0, limit=2)
    assert numbers(catalog, [each.row for each in found]) == [3, 2]


def test_a_practice_is_not_like_itself_and_nothing_is_not_like_anything(museums):
    found = similar(museums, 3, limit=5)
    assert 3 not in [each.row for each in found]
    assert all(each.score > 0 for each in found)


def test_populations_that_no_record_card_states_are_told_apart(museums):
    completed = replace(museums, population=np.array([60000, 50000, 62000, np.nan, np.nan]))
    found = {each.row: each for each in similar(completed, 0, limit=5)}
    assert found[2].population_ratio == pytest.approx(62000 / 60000)
    assert (found[1].is_completed, found[2].is_completed) == (False, True)
    found = {each.row: each for each in similar(completed, 2, limit=5)}
    assert found[0].is_completed


def test_the_limit_holds(museums):
    assert len(similar(museums, 0, limit=1)) == 1


def test_a_unit_is_known_by_its_name_or_its_commune(museums):
    assert numbers(museums, of_the_same_unit(museums, 0)) == [3, 5]
    assert of_the_same_unit(museums, 3) == []


def test_one_practice_alone(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "a", "section": "b"}], [{"art": 1, "place": "", "status": "skipped"}]
    )
    assert similar(catalog, 0, limit=5) == []
