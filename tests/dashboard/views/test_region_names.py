import pytest

from dashboard.explore.catalog import regions
from dashboard.explore.coverage.levels import Level
from dashboard.locale import texts_in
from dashboard.views.coverage.region_names import listed_labels, region_title, region_titles

BOCHNIA = "małopolskie / bocheński / Bochnia (wiejska)"


@pytest.mark.parametrize(
    ("region", "language", "title"),
    [
        pytest.param("śląskie", "pl", "województwo śląskie", id="voivodeship"),
        pytest.param("śląskie / bielski", "pl", "powiat bielski (śląskie)", id="county"),
        pytest.param("śląskie / bielski", "en", "bielski county (śląskie)", id="in English"),
        pytest.param("małopolskie / Kraków", "pl", "m. Kraków", id="city with county rights"),
        pytest.param(
            "małopolskie / Kraków / Kraków", "pl", "m. Kraków", id="the city as a commune"
        ),
        pytest.param(BOCHNIA, "pl", "gmina Bochnia (wiejska), powiat bocheński", id="commune"),
        pytest.param(
            "śląskie / bielski / Wilkowice",
            "pl",
            "gmina Wilkowice, powiat bielski, śląskie",
            id="commune of a county whose name is not alone",
        ),
    ],
)
def test_a_region_by_itself_has_a_name_that_no_other_has(region, language, title):
    assert region_title(region, texts_in(language)) == title


def test_no_two_regions_have_one_title():

    named = (*regions.voivodeships(), *regions.counties(), *regions.communes())
    titles = region_titles(named, texts_in("pl"))
    cities = sum(title.startswith("m. ") for title in titles)
    assert len(titles) - len(set(titles)) == cities / 2, (
        "a city is a county and a commune of one name"
    )


@pytest.mark.parametrize(
    ("region", "level", "inside", "label"),
    [
        pytest.param("śląskie / bielski", Level.COUNTY, (), "bielski (śląskie)", id="country"),
        pytest.param("śląskie / bielski", Level.COUNTY, ("śląskie",), "bielski", id="inside"),
        pytest.param(
            BOCHNIA, Level.COMMUNE, ("małopolskie / bocheński",), "Bochnia (wiejska)", id="c"
        ),
        pytest.param(
            BOCHNIA,
            Level.COMMUNE,
            ("małopolskie",),
            "Bochnia (wiejska), pow. bocheński",
            id="communes of a voivodeship",
        ),
    ],
)
def test_a_list_says_what_a_region_is_part_of_where_that_differs(region, level, inside, label):
    assert listed_labels([region], level, inside, texts_in("pl")) == [label]
