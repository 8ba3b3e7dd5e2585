import numpy as np
import pandas as pd
import pytest

from dashboard.explore.catalog.completion import completed, with_completed_population

TOWNS = pd.DataFrame(
    [
        ("bochnia", "małopolskie", 29_814, 49.97, 20.43),
        ("koszalin", "zachodniopomorskie", 107_450, 54.19, 16.17),
        ("bielsko biala", "śląskie", 170_000, 49.82, 19.05),
        ("lipnica", "małopolskie", 900, 49.9, 20.5),
        ("lipnica", "małopolskie", 2_000, 49.5, 20.9),
    ],
    columns=["key", "voivodeship", "population", "lat", "lon"],
)
TOWN = {"unit_type": "gmina miejska", "locality": "Bochnia"}
FOUND = {"county": "bocheński", "voivodeship": "małopolskie", "point": (49.97, 20.43)}
CITY = {"county": "Koszalin", "voivodeship": "zachodniopomorskie", "point": (54.19, 16.17)}


@pytest.mark.parametrize(
    ("practice", "place", "expected"),
    [
        pytest.param(TOWN, FOUND, 29_814, id="an urban commune"),
        pytest.param(TOWN | {"unit_type": "Gmina Miejska"}, FOUND, 29_814, id="capitals"),
        pytest.param(
            {"unit_type": "miasto na prawach powiatu", "locality": "Bielsko-Biała"},
            {"county": "Bielsko-Biała", "voivodeship": "śląskie", "point": (49.82, 19.05)},
            170_000,
            id="a city with county rights",
        ),
        pytest.param({"locality": "Koszalin"}, CITY, 107_450, id="no type, a city of its own"),
        pytest.param(
            {"locality": "Koszalin", "unit": "Starostwo Powiatowe w Koszalinie"},
            CITY,
            None,
            id="no type, the county's office",
        ),
        pytest.param(TOWN | {"unit_type": ""}, FOUND, None, id="no type, a town with a namesake"),
        pytest.param(TOWN | {"unit_type": "powiat"}, FOUND, None, id="a county"),
        pytest.param(TOWN | {"unit_type": "województwo"}, FOUND, None, id="a voivodeship"),
        pytest.param(TOWN | {"unit_type": "związek"}, FOUND, None, id="an association"),
        pytest.param(TOWN | {"unit_type": "gmina wiejska"}, FOUND, None, id="a rural commune"),
        pytest.param(
            TOWN | {"unit_type": "gmina miejsko-wiejska"}, FOUND, None, id="a mixed commune"
        ),
        pytest.param(TOWN | {"locality": "Lipnica"}, FOUND, None, id="two of that name"),
        pytest.param(TOWN | {"locality": "Nieznane"}, FOUND, None, id="none of that name"),
        pytest.param(TOWN | {"locality": ""}, FOUND, None, id="no locality"),
        pytest.param(TOWN, FOUND | {"point": (50.2, 20.43)}, None, id="too far from the town"),
        pytest.param(TOWN, FOUND | {"precision": "county"}, None, id="too coarse"),
        pytest.param(TOWN, FOUND | {"status": "ambiguous"}, None, id="ambiguous"),
        pytest.param(TOWN, FOUND | {"status": "no_match"}, None, id="not located"),
    ],
)
def test_only_the_population_of_one_certain_town_is_completed(
    make_catalog, practice, place, expected
):
    catalog = make_catalog(
        [{"art": 1, "title": "x", **practice}], [{"art": 1, "place": "Bochnia", **place}]
    )
    found = with_completed_population(catalog, TOWNS)
    assert found.population.tolist() == pytest.approx([expected or np.nan], nan_ok=True)
    assert completed(found).tolist() == [expected is not None]


def test_a_stated_population_stays(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "x", "population": 30_000, **TOWN}],
        [{"art": 1, "place": "Bochnia", **FOUND}],
    )
    found = with_completed_population(catalog, TOWNS)
    assert found.population.tolist() == [30_000]
    assert completed(found).tolist() == [False]


def test_a_practice_of_several_places_is_not_completed(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "x", **TOWN}],
        [{"art": 1, "place": "Bochnia", **FOUND}, {"art": 1, "place": "Liszki", **FOUND}],
    )
    assert np.isnan(with_completed_population(catalog, TOWNS).population).all()


def test_the_catalogue_itself_stays_as_it_is(make_catalog):
    catalog = make_catalog(
        [{"art": 1, "title": "x", **TOWN}], [{"art": 1, "place": "Bochnia", **FOUND}]
    )
    with_completed_population(catalog, TOWNS)
    assert np.isnan(catalog.population).all()
    assert not completed(catalog).any()
