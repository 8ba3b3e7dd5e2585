import numpy as np
import pytest

from dashboard.explore.filters.filters import Circle, Filters, select
from dashboard.explore.filters.groups import Trait
from dashboard.explore.filters.home import HomeQuery, compare, distances_km, find_home
from dashboard.explore.filters.order import ordered_rows
from dashboard.explore.units.likeness import Side
from geocoding import Match, Point, Precision, Status

KRAKOW = (50.0614, 19.9366)


@pytest.fixture
def near_and_far(make_catalog):
    """Three practices: one near Kraków with a second place far off, one far, one nowhere."""
    return make_catalog(
        [{"art": art, "title": "t", "section": "Usługi społeczne"} for art in (1, 2, 3)],
        [
            {"art": 1, "place": "Szczecin", "point": (53.43, 14.55)},
            {"art": 1, "place": "Liszki", "point": (50.04, 19.77)},
            {"art": 2, "place": "Ełk", "point": (53.83, 22.36)},
            {"art": 3, "place": "", "status": "skipped"},
        ],
    )


def test_the_nearest_place_counts(near_and_far):
    away = distances_km(near_and_far, KRAKOW)
    assert away[0] == pytest.approx(12.1, abs=0.3)
    assert away[1] == pytest.approx(451, abs=5)
    assert np.isnan(away[2])


def test_a_circle_keeps_what_has_a_place_in_it_and_tells_what_has_none(near_and_far):
    selection = select(near_and_far, Filters(within=Circle(KRAKOW, 50)))
    assert selection.mask.tolist() == [True, False, False]
    assert selection.left_out == {"promien": 1}


@pytest.fixture
def by_precision(make_catalog):
    """Practices around Kraków, each located as exactly as its title says."""
    places = [
        ("village", {"precision": "locality", "accuracy_m": 1200.0}),
        ("wide code", {"precision": "postal_code", "accuracy_m": 12_000.0}),
        ("commune", {"precision": "commune", "accuracy_m": 7000.0}),
        ("county", {"precision": "county", "accuracy_m": 4000.0}),
        ("voivodeship", {"precision": "voivodeship", "accuracy_m": 80_000.0}),
        ("far county", {"precision": "county", "accuracy_m": 20_000.0, "point": (53.8, 20.5)}),
    ]
    return make_catalog(
        [
            {"art": art, "title": title, "section": "Usługi społeczne"}
            for art, (title, _) in enumerate(places, start=1)
        ],
        [
            {"art": art, "place": title, "point": (50.0, 19.9), **stated}
            for art, (title, stated) in enumerate(places, start=1)
        ],
    )


@pytest.mark.parametrize(
    ("radius_km", "inside", "near"),
    [
        pytest.param(10, ["village", "commune"], ["wide code", "county", "voivodeship"], id="10"),
        pytest.param(15, ["village", "wide code", "commune"], ["county", "voivodeship"], id="15"),
    ],
)
def test_a_circle_has_what_is_located_exactly_enough(by_precision, radius_km, inside, near):
    selection = select(by_precision, Filters(within=Circle(KRAKOW, radius_km)))
    titles = by_precision.practices["title"]
    assert titles[selection.mask].tolist() == inside
    assert titles[selection.near].tolist() == near
    assert selection.left_out == {"promien": len(near)}


def test_an_area_has_no_distance(by_precision):
    away = distances_km(by_precision, KRAKOW)
    assert np.isnan(away).tolist() == [False, False, False, True, True, True]


def test_without_a_circle_none_is_near_it(by_precision):
    assert not select(by_precision, Filters()).near.any()


def test_the_order_puts_the_unknown_last(near_and_far):
    everything = select(near_and_far, Filters())
    assert ordered_rows(everything, None).tolist() == [0, 1, 2]
    assert ordered_rows(everything, -distances_km(near_and_far, KRAKOW)).tolist() == [1, 0, 2]


def nowhere(_place):
    return Match(status=Status.NO_MATCH)


def at_liszki(_place):
    return Match(
        status=Status.OK,
        precision=Precision.LOCALITY,
        point=Point(50.03, 19.8),
        matched_label="Kryspinów",
        matched_commune="Liszki",
        matched_county="krakowski",
        matched_voivodeship="małopolskie",
    )


def test_a_unit_is_found_by_its_code_without_the_geocoder(units):
    match, home = find_home(HomeQuery(place="120101"), pytest.fail, units)
    assert match is None
    assert home.unit == units.find("120101")
    assert home.point == home.unit.point


def test_a_place_in_words_is_of_the_unit_that_it_lies_in(units):
    match, home = find_home(HomeQuery(place="Kryspinów"), at_liszki, units)
    assert match.matched_label == home.label == "Kryspinów"
    assert home.unit.teryt == "120607"
    assert home.point == (50.03, 19.8)


@pytest.mark.parametrize("place", ["", "  "])
def test_nothing_is_asked_of_nothing(units, place):
    assert find_home(HomeQuery(place=place), pytest.fail, units) == (None, None)


def test_what_is_not_found_is_no_unit(units):
    match, home = find_home(HomeQuery(place="990000"), nowhere, units)
    assert (match.status, home) == (Status.NO_MATCH, None)


def test_a_profile_is_filled_in_by_the_table_and_changed_by_the_reader(units):
    def profile(**query):
        return find_home(HomeQuery(place="120101", **query), nowhere, units)[1].profile

    own = profile()
    assert (own.population, own.kind, own.urbanisation) == (30_000, "urban", 2)
    changed = profile(population=60_000, density=500, urbanisation=1, unit_type="gmina wiejska")
    assert (changed.population, changed.density, changed.urbanisation) == (60_000, 500, 1)
    assert (changed.kind, changed.urban_area) == ("rural", "Kraków")
    other = profile(unit_type="powiat", population=60_000)
    assert (other.level, other.kind, other.urbanisation) == ("county", "", None)


def test_the_group_has_only_traits_that_the_unit_has(units):
    home = find_home(HomeQuery(place="1201"), nowhere, units)[1]
    assert home.group.traits == (Trait.SIZE,)


def test_practices_are_compared_by_their_units(make_catalog):
    bochnia = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
    catalog = make_catalog(
        [
            {"art": 1, "title": "a", "section": "A", "unit_type": "gmina miejska", **bochnia},
            {"art": 2, "title": "b", "section": "B", "unit_type": "gmina wiejska", **bochnia},
            {"art": 3, "title": "c", "unit_type": "powiat", **bochnia},
            {"art": 4, "title": "d"},
        ],
        [{"art": art, "place": "x", "status": "skipped"} for art in (1, 2, 3, 4)],
    )
    query = HomeQuery(place="120101", sections=("A",))
    found = compare(catalog, find_home(query, nowhere)[1])
    assert found.alike[0] == 1
    assert 0 < found.alike[1] < 1
    assert np.isnan(found.alike[2:]).all()
    assert found.sides[Side.THEME].tolist() == [1, 0, 0, 0]


def test_a_stated_population_comes_before_that_of_the_table(make_catalog):
    bochnia = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
    catalog = make_catalog(
        [{"art": 1, "title": "a", "unit_type": "gmina miejska", "population": 15_000, **bochnia}],
        [{"art": 1, "place": "x", "status": "skipped"}],
    )
    home = find_home(HomeQuery(place="120101", population=30_000), nowhere)[1]
    assert compare(catalog, home).sides[Side.SIZE] == pytest.approx(1 - np.log10(2))
