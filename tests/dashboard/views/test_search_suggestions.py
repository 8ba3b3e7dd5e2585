import json

import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.locale import texts_in
from dashboard.views.search_suggestions import suggested, suggestions_file


@pytest.fixture
def catalog(make_catalog):
    themes = [
        ("Usługi społeczne", "Kultura"),
        ("Usługi społeczne", "Kultura"),
        ("Nowy", "Transport"),
    ]
    return make_catalog(
        [
            {"art": at, "title": "T", "section": section, "subsection": subsection}
            for at, (section, subsection) in enumerate(themes)
        ],
        [
            {"art": at, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
            for at in range(3)
        ],
    )


def test_the_field_suggests_values_of_filters_with_their_numbers_the_most_practices_first(catalog):
    labels = json.loads(suggestions_file(catalog, texts_in("pl")))
    assert "Poddział: Kultura (2)" in labels
    assert "Powiat: bocheński (3)" in labels
    assert labels.index("Województwo: małopolskie (3)") < labels.index("Dział: Nowy (1)")


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Poddział: Kultura (2)", (Facet.SUBSECTION, "Usługi społeczne / Kultura")),
        ("Subsection: Kultura (2)", (Facet.SUBSECTION, "Usługi społeczne / Kultura")),
        ("Województwo: małopolskie (3)", (Facet.VOIVODESHIP, "małopolskie")),
        ("Kultura", None),
        ("", None),
    ],
)
def test_a_suggestion_stands_for_the_value_of_a_filter_in_either_language(catalog, label, value):
    assert suggested(catalog, label) == value
