import numpy as np
import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.themes import chosen_theme, mask_for_themes, themes, with_theme
from dashboard.explore.filters.filters import Filters

SOCIAL = "Usługi społeczne"
CULTURE = "Usługi społeczne / Kultura"


@pytest.fixture
def several(make_catalog):
    """A section with two subsections and a rest, and one with a single subsection."""
    practices = [
        {"art": 1, "title": "a", "section": SOCIAL, "subsection": "Kultura"},
        {"art": 2, "title": "b", "section": SOCIAL, "subsection": "Kultura"},
        {"art": 3, "title": "c", "section": SOCIAL, "subsection": "Oświata"},
        {"art": 4, "title": "d", "section": SOCIAL},
        {"art": 5, "title": "e", "section": "Współpraca między JST", "subsection": "Praktyki"},
    ]
    places = [
        {"art": 1, "place": "Bochnia", "voivodeship": "małopolskie"},
        {"art": 1, "place": "Bielsko", "voivodeship": "śląskie"},
        {"art": 2, "place": "?", "status": "no_match"},
        {"art": 3, "place": "Bochnia", "voivodeship": "małopolskie"},
        {"art": 4, "place": "Bielsko", "voivodeship": "śląskie"},
        {"art": 5, "place": "Bielsko", "voivodeship": "śląskie"},
    ]
    return make_catalog(practices, places)


def spread(theme):
    found = theme.by_voivodeship
    return {name: int(count) for name, count in found.items() if count}


def test_every_theme_by_voivodeship(several):
    found = themes(several, np.ones(5, dtype=bool))
    assert [(each.section, each.name, each.total, spread(each)) for each in found] == [
        (SOCIAL, "Kultura", 2, {"małopolskie": 1, "śląskie": 1}),
        (SOCIAL, "Oświata", 1, {"małopolskie": 1}),
        ("", SOCIAL, 1, {"śląskie": 1}),
        ("", "Współpraca między JST", 1, {"śląskie": 1}),
    ]
    assert all(len(each.by_voivodeship) == 16 for each in found)


def test_filters_on_region_and_theme_leave_the_other_themes_in_sight(several):
    filters = Filters(chosen={Facet.VOIVODESHIP: ("śląskie",), Facet.SUBSECTION: (CULTURE,)})
    assert mask_for_themes(several, filters, None).all()
    assert not mask_for_themes(several, filters, 2020).any()


def test_a_choice_replaces_the_theme_and_a_second_one_takes_it_back():
    before = Filters(chosen={Facet.VOIVODESHIP: ("śląskie",), Facet.SECTION: (SOCIAL,)})
    after = with_theme(before, Facet.SUBSECTION, CULTURE)
    assert after.chosen == {Facet.VOIVODESHIP: ("śląskie",), Facet.SUBSECTION: (CULTURE,)}
    assert chosen_theme(after) == (Facet.SUBSECTION, CULTURE)
    assert with_theme(after, Facet.SUBSECTION, CULTURE).chosen == {Facet.VOIVODESHIP: ("śląskie",)}
    assert chosen_theme(Filters(chosen={Facet.SECTION: ("a", "b")})) is None
