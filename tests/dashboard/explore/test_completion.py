import numpy as np
import pytest

from dashboard.explore.catalog.completion import (
    completed,
    completed_population,
    with_stated_population,
)
from dashboard.explore.units.local_units import local_units

BOCHNIA = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
HERE = {"county": "bocheński", "voivodeship": "małopolskie", "commune": "Bochnia"}


@pytest.mark.parametrize(
    ("practice", "code"),
    [
        pytest.param({"unit_type": "gmina miejska"}, "120101", id="town"),
        pytest.param({"unit_type": "gmina wiejska"}, "120102", id="rural commune around it"),
        pytest.param({"unit_type": "powiat"}, "1201", id="county"),
        pytest.param({"unit_type": "województwo"}, "12", id="voivodeship"),
        pytest.param({"unit_type": "związek"}, None, id="association"),
    ],
)
def test_a_population_that_no_card_states_is_that_of_the_unit(make_catalog, practice, code):
    catalog = make_catalog(
        [{"art": 1, "title": "x", **BOCHNIA, **practice}], [{"art": 1, "place": "Bochnia", **HERE}]
    )
    expected = local_units().find(code).population if code else None
    assert completed_population(catalog, 0) == expected
    assert catalog.population.tolist() == pytest.approx([expected or np.nan], nan_ok=True)
    assert completed(catalog).tolist() == [expected is not None]


def test_a_stated_population_stays(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "x", "population": 30_500, "unit_type": "gmina miejska", **BOCHNIA}],
        [{"art": 1, "place": "Bochnia", **HERE}],
    )
    assert catalog.population.tolist() == [30_500]
    assert completed_population(catalog, 0) is None


def test_who_wants_the_stated_ones_alone_has_them(make_catalog):
    catalog = make_catalog(
        [
            {"art": 1, "title": "x", "unit_type": "gmina miejska", **BOCHNIA},
            {"art": 2, "title": "y", "population": 500},
        ],
        [{"art": 1, "place": "Bochnia", **HERE}, {"art": 2, "place": "", "status": "skipped"}],
    )
    stated = with_stated_population(catalog)
    assert stated.population.tolist() == pytest.approx([np.nan, 500], nan_ok=True)
    assert not completed(stated).any()
    assert completed(catalog).tolist() == [True, False]
