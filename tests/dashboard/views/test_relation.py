import numpy as np
import pytest

from dashboard.explore.filters.home import HomeQuery, HomeUnit
from dashboard.explore.filters.order import Order
from dashboard.explore.similar import Similar
from dashboard.explore.units.local_units import local_units
from dashboard.locale import texts_in
from dashboard.views.practice.relation import relate, relation_words, similar_words

PL = texts_in("pl")


BOCHNIA = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}


@pytest.fixture
def catalog(make_catalog):
    """A county, an unknown unit, a town whose card states no population, one whose card does."""
    return make_catalog(
        [
            {"art": 1, "title": "a", "section": "A", "unit_type": "powiat", "population": 42000},
            {"art": 2, "title": "b", "section": "B"},
            {"art": 3, "title": "c", "section": "B", "unit_type": "gmina miejska", **BOCHNIA},
            {"art": 4, "title": "d", "unit_type": "gmina miejska", "population": 900, **BOCHNIA},
        ],
        [
            {"art": 1, "place": "x", "point": (50.0, 20.0)},
            {"art": 2, "place": "", "status": "skipped"},
            {"art": 3, "place": "y", "point": (50.102, 20.0)},
            {
                "art": 4,
                "place": "powiat bocheński",
                "point": (50.2, 20.0),
                "precision": "county",
                "accuracy_m": 15_000.0,
            },
        ],
    )


def words(catalog, row, place="", **query):
    unit = local_units().find(place)
    home = HomeUnit(unit=unit, label="", point=(50.1, 20.0), query=HomeQuery(**query))
    return relation_words(catalog, relate(catalog, home), row, PL).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("row", "query", "expected"),
    [
        pytest.param(0, {}, "11 km stąd", id="distance alone"),
        pytest.param(2, {}, "mniej niż 1 km stąd", id="positions are no more exact than that"),
        pytest.param(1, {}, "", id="not located, nothing stated"),
        pytest.param(3, {}, "wiadomo tylko: powiat bocheński", id="a county has no distance"),
        pytest.param(
            0,
            {"unit_type": "powiat", "population": 42000},
            "11 km stąd · powiat, 42 tys.; podobieństwo 1,00",
            id="what the score is made of",
        ),
        pytest.param(
            0,
            {"place": "120101"},
            "11 km stąd · powiat, 42 tys.; inny szczebel, nie porównujemy",
            id="another level",
        ),
        pytest.param(
            1,
            {"place": "120101"},
            "jednostka nieznana; nie ma czego porównać",
            id="what is unknown is said",
        ),
        pytest.param(
            2,
            {"place": "120101", "sections": ("B",)},
            "mniej niż 1 km stąd · gmina miejska, 29,9 tys. (spoza metryki), ważny dział; "
            "podobieństwo 1,00",
            id="population of the table, a section that matters",
        ),
        pytest.param(
            3,
            {"place": "120101", "population": 900},
            "gmina miejska, 900 mieszk.; podobieństwo 1,00",
            id="few inhabitants",
        ),
    ],
)
def test_relation_in_words(catalog, row, query, expected):
    assert words(catalog, row, **query) == expected


def test_orders_need_what_they_sort_by(catalog):
    home = HomeUnit(unit=None, label="x", point=(50.0, 20.0), query=HomeQuery())
    relations = relate(catalog, home)
    assert relations.ranks(Order.NUMBER) is None
    assert relations.ranks(Order.LIKENESS) is None
    assert relations.ranks(Order.DISTANCE)[0] == pytest.approx(0)


def test_the_likest_come_first_and_of_these_the_nearest(make_catalog):
    places = [(50.0, 20.0), (50.2, 20.0), (50.1, 20.0), None]
    catalog = make_catalog(
        [
            {"art": art, "title": "a", "unit_type": kind, **BOCHNIA}
            for art, kind in enumerate(["gmina wiejska", *["gmina miejska"] * 3], 1)
        ],
        [
            {"art": art, "place": "x", "point": point, "status": "ok" if point else "skipped"}
            for art, point in enumerate(places, 1)
        ],
    )
    unit = local_units().find("120101")
    home = HomeUnit(unit=unit, label="", point=(50.0, 20.0), query=HomeQuery())
    ranks = relate(catalog, home).ranks(Order.LIKENESS)
    assert np.argsort(ranks).tolist() == [2, 1, 3, 0]


@pytest.mark.parametrize(
    ("is_completed", "population"),
    [
        pytest.param(False, "podobna liczba mieszkańców", id="stated"),
        pytest.param(True, "podobna liczba mieszkańców (spoza metryki)", id="from the table"),
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
