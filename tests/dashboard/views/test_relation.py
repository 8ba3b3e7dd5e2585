from dataclasses import replace

import numpy as np
import pytest

from dashboard.explore.filters.home import HomeQuery, HomeUnit
from dashboard.explore.filters.order import Order
from dashboard.explore.similar import Similar
from dashboard.locale import texts_in
from dashboard.views.practice.relation import relate, relation_words, similar_words

PL = texts_in("pl")


@pytest.fixture
def catalog(make_catalog):
    return make_catalog(
        [
            {"art": 1, "title": "a", "section": "A", "unit_type": "powiat", "population": 42000},
            {"art": 2, "title": "b", "section": "B"},
            {"art": 3, "title": "c", "section": "B"},
        ],
        [
            {"art": 1, "place": "x", "point": (50.0, 20.0)},
            {"art": 2, "place": "", "status": "skipped"},
            {"art": 3, "place": "y", "point": (50.102, 20.0)},
        ],
    )


def words(catalog, row, **query):
    unit = HomeUnit(label="Bochnia", point=(50.1, 20.0), query=HomeQuery(**query))
    return relation_words(catalog, relate(catalog, unit), row, PL).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("row", "query", "expected"),
    [
        pytest.param(0, {}, "11 km stąd", id="distance alone"),
        pytest.param(2, {}, "mniej niż 1 km stąd", id="positions are no more exact than that"),
        pytest.param(1, {}, "", id="not located, nothing stated"),
        pytest.param(
            0,
            {"unit_type": "powiat", "population": 42000},
            "11 km stąd · podobieństwo 100%: 42 000 mieszkańców; ten sam typ jednostki",
            id="the score is explained",
        ),
        pytest.param(
            1,
            {"unit_type": "powiat", "population": 42000, "sections": ("A",)},
            "podobieństwo 0%: liczba mieszkańców nieznana; typ jednostki nieznany; inny dział",
            id="what is unknown is said",
        ),
    ],
)
def test_relation_in_words(catalog, row, query, expected):
    assert words(catalog, row, **query) == expected


def test_a_population_from_the_gazetteer_is_called_so(catalog):
    completed = replace(catalog, population=np.array([42000.0, 19000.0, np.nan]))
    assert words(completed, 0, population=42000).endswith("100%: 42 000 mieszkańców")
    assert words(completed, 1, population=19000) == (
        "podobieństwo 100%: 19 000 mieszkańców (z gazetera)"
    )


def test_orders_need_what_they_sort_by(catalog):
    unit = HomeUnit(label="x", point=(50.0, 20.0), query=HomeQuery())
    relations = relate(catalog, unit)
    assert relations.ranks(Order.NUMBER) is None
    assert relations.ranks(Order.LIKENESS) is None
    assert relations.ranks(Order.DISTANCE)[0] == pytest.approx(0)


@pytest.mark.parametrize(
    ("is_completed", "population"),
    [
        pytest.param(False, "podobna liczba mieszkańców", id="stated"),
        pytest.param(True, "podobna liczba mieszkańców (z gazetera)", id="from the gazetteer"),
    ],
)
def test_reasons_of_similarity(is_completed, population):
    alike = Similar(
        row=1,
        score=0.9,
        same_subsection=True,
        same_section=True,
        same_type=True,
        population_ratio=1.5,
        is_completed=is_completed,
        shared_text=False,
    )
    assert similar_words(alike, PL) == f"ten sam temat, ten sam typ jednostki, {population}"
