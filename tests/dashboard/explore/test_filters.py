import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.filters import Circle, Filters, counts_without_each, matches, select


def numbers(catalog, filters):
    mask = select(catalog, filters).mask
    return catalog.practices["art"][mask].tolist()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(), [1, 2, 3, 4], id="nothing chosen shows everything"),
        pytest.param(
            Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)}), [1, 2], id="any place counts"
        ),
        pytest.param(
            Filters(chosen={Facet.VOIVODESHIP: ("podlaskie", "śląskie")}),
            [2, 3],
            id="values of a facet are alternatives",
        ),
        pytest.param(
            Filters(chosen={Facet.COUNTY: ("podlaskie / bielski",)}),
            [3],
            id="counties of one name are kept apart",
        ),
        pytest.param(
            Filters(chosen={Facet.SUBSECTION: ("Efektywność energetyczna / Praktyki",)}),
            [3],
            id="a subsection belongs to its section",
        ),
        pytest.param(
            Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",), Facet.UNIT_TYPE: ("powiat",)}),
            [2],
            id="facets must all hold",
        ),
        pytest.param(Filters(chosen={Facet.YEAR: ("2009",)}), [1], id="year of introduction"),
        pytest.param(Filters(year_min=2009, year_max=2009), [1], id="years are inside"),
        pytest.param(Filters(year_min=2010), [], id="no year from there on"),
        pytest.param(Filters(year_max=2999), [1], id="an unknown year is in no range"),
        pytest.param(Filters(year_min=2012, year_max=2008), [], id="years backwards"),
        pytest.param(
            Filters(population_min=2000, population_max=30000), [1, 3], id="bounds are inside"
        ),
        pytest.param(Filters(population_min=30001), [2], id="open above"),
        pytest.param(Filters(population_max=30000), [1, 3], id="open below"),
        pytest.param(Filters(population_max=1999), [], id="unknown population is no small one"),
        pytest.param(Filters(population_unknown=True), [4], id="the unknown alone"),
        pytest.param(Filters(population_min=0), [1, 2, 3], id="no bound but one of nought"),
        pytest.param(Filters(within=Circle((50.0, 20.0), 1.8)), [1, 2, 3], id="the rim is inside"),
        pytest.param(Filters(within=Circle((50.0, 20.0), 1.7)), [], id="finer than the positions"),
        pytest.param(Filters(within=Circle((52.0, 20.0), 100)), [], id="circle elsewhere"),
        pytest.param(Filters(search="zlobek"), [1], id="without diacritics"),
        pytest.param(Filters(search="ŻŁOBEK"), [1], id="upper case"),
        pytest.param(Filters(search="gminie żłobek"), [1], id="words in any order"),
        pytest.param(Filters(search="żłobek bilet"), [], id="every word must occur"),
        pytest.param(Filters(search="liszki"), [2], id="places are searched"),
        pytest.param(Filters(search="   "), [1, 2, 3, 4], id="blank search"),
        pytest.param(Filters(search="100% (.*)"), [], id="no pattern language"),
    ],
)
def test_filters_leave(catalog, filters, expected):
    assert numbers(catalog, filters) == expected


def test_counts_say_what_another_choice_of_the_same_facet_would_show(catalog):
    counts = select(catalog, Filters(chosen={Facet.VOIVODESHIP: ("podlaskie",)})).counts
    found = {name: count for name, count in counts[Facet.VOIVODESHIP].items() if count}
    assert found == {"małopolskie": 2, "podlaskie": 1, "śląskie": 1}
    assert counts[Facet.UNIT_TYPE] == {"gmina miejska": 0, "powiat": 0}


def test_sections_are_offered_in_the_order_of_the_source(catalog):
    assert catalog.facets[Facet.SECTION].values == (
        "Usługi społeczne",
        "Usługi techniczne",
        "Efektywność energetyczna",
        "Współpraca między JST",
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(), {}, id="no filter leaves nothing out"),
        pytest.param(
            Filters(chosen={Facet.UNIT_TYPE: ("powiat",)}), {"typ": 2}, id="type not known"
        ),
        pytest.param(Filters(population_min=1), {"ludnosc": 1}, id="population not known"),
        pytest.param(Filters(population_unknown=True), {}, id="the unknown are asked for"),
        pytest.param(Filters(year_min=2000), {"lata": 3}, id="year not known"),
        pytest.param(
            Filters(within=Circle((52.0, 20.0), 100)), {"promien": 1}, id="point not known"
        ),
        pytest.param(Filters(search="oświetlenie"), {}, id="words are always known"),
        pytest.param(
            Filters(chosen={Facet.VOIVODESHIP: ("śląskie",)}), {"woj": 1}, id="place not known"
        ),
        pytest.param(
            Filters(chosen={Facet.UNIT_TYPE: ("powiat",)}, search="oświetlenie"),
            {"typ": 1},
            id="counted among what the other filters show",
        ),
    ],
)
def test_a_filter_says_how_many_unknown_it_leaves_out(catalog, filters, expected):
    assert select(catalog, filters).left_out == expected


def test_loosening_names_the_most_helpful_filter_first(catalog):
    filters = Filters(
        chosen={Facet.VOIVODESHIP: ("podlaskie",), Facet.UNIT_TYPE: ("powiat",)}, search="bilet"
    )
    assert counts_without_each(catalog, filters) == {"woj": 0, "typ": 0, "szukaj": 0}
    assert counts_without_each(catalog, filters.without("szukaj")) == {"woj": 1, "typ": 1}


@pytest.mark.parametrize(
    ("chosen", "search", "expected"),
    [
        pytest.param(
            {Facet.VOIVODESHIP: ("podlaskie",), Facet.UNIT_TYPE: ("powiat", "gmina miejska")},
            "",
            [("woj", 2), ("typ", 1)],
            id="against the alphabet",
        ),
        pytest.param(
            {Facet.VOIVODESHIP: ("małopolskie",)},
            "oszczędne",
            [("szukaj", 2), ("woj", 1)],
            id="against the order of the filters",
        ),
    ],
)
def test_the_more_a_filter_would_help_the_earlier_it_is_named(catalog, chosen, search, expected):
    assert (
        list(counts_without_each(catalog, Filters(chosen=chosen, search=search)).items())
        == expected
    )


@pytest.mark.parametrize(
    ("filters", "active"),
    [
        pytest.param(Filters(chosen={Facet.VOIVODESHIP: ()}, search=" "), (), id="none"),
        pytest.param(Filters(population_min=0), ("ludnosc",), id="bound below"),
        pytest.param(Filters(population_max=9), ("ludnosc",), id="bound above"),
        pytest.param(Filters(population_unknown=True), ("ludnosc",), id="the unknown"),
        pytest.param(Filters(year_min=2009), ("lata",), id="first year"),
        pytest.param(Filters(year_max=2009), ("lata",), id="last year"),
        pytest.param(
            Filters(chosen={Facet.YEAR: ("2009",)}, within=Circle((50.0, 20.0), 1), search="x"),
            (Facet.YEAR.value, "promien", "szukaj"),
            id="several",
        ),
    ],
)
def test_filters_in_use_are_named(filters, active):
    assert filters.active == active


@pytest.mark.parametrize("name", ["woj", "typ", "ludnosc", "lata", "promien", "szukaj"])
def test_a_filter_can_be_left_out_by_its_name(name):
    filters = Filters(
        chosen={Facet.VOIVODESHIP: ("śląskie",), Facet.UNIT_TYPE: ("powiat",)},
        population_max=5,
        year_min=2009,
        within=Circle((50.0, 20.0), 30.0),
        search="x",
    )
    assert name in filters.active
    assert set(filters.without(name).active) == set(filters.active) - {name}


def test_what_passes_is_what_is_selected(catalog):
    filters = Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)}, population_min=50_000)
    assert matches(catalog, filters).tolist() == [False, True, False, False]


def test_another_range_of_population_takes_the_place_of_the_one_before():
    filters = Filters(population_min=1, search="x").with_population(5, 7)
    assert filters == Filters(population_min=5, population_max=7, search="x")
    assert filters.with_population(unknown=True) == Filters(population_unknown=True, search="x")


def test_the_polish_alphabet_orders_the_values(make_catalog):
    names = ["zgierski", "żarski", "łaski", "lubański", "średzki", "sanocki"]
    catalog = make_catalog(
        [{"art": 1, "title": "a", "section": "b"}],
        [{"art": 1, "place": "x", "county": name, "voivodeship": "łódzkie"} for name in names],
    )
    values = [value.split(" / ") for value in catalog.facets[Facet.COUNTY].values]
    counties = [county for voivodeship, county in values if voivodeship == "łódzkie"]
    assert [county for county in counties if county in names] == [
        "lubański",
        "łaski",
        "sanocki",
        "średzki",
        "zgierski",
        "żarski",
    ]


def test_places_keep_the_practices_order(catalog):
    assert [place.name for place in catalog.places_of(1)] == ["Bielsko", "Liszki"]
    assert catalog.places_of(3)[0].point is None
    assert catalog.on_map.tolist() == [True, True, True, False]
    assert catalog.position_of(3) == 2
    assert catalog.position_of(99) is None
