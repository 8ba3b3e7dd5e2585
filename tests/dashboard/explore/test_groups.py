import pytest

from dashboard.explore.filters.filters import GROUP, Filters, select
from dashboard.explore.filters.groups import (
    DEFAULT_TRAITS,
    Group,
    Trait,
    group_rows,
    size_class_of,
    traits_of,
)
from dashboard.explore.units.likeness import Profile
from dashboard.explore.units.local_units import local_units


@pytest.fixture
def codes(units):
    """A function that gives the codes of the group of a unit."""

    def found(own, *traits):
        group = Group(Profile.of(units.find(own)), traits)
        return {units.at(row).teryt for row in group_rows(group, units)}

    return found


@pytest.mark.parametrize(
    ("own", "traits", "expected"),
    [
        pytest.param("120101", DEFAULT_TRAITS, {"120101", "120501"}, id="size and kind"),
        pytest.param("120101", (Trait.SIZE,), {"120101", "120102", "120501"}, id="size alone"),
        pytest.param(
            "120101",
            (Trait.KIND,),
            {"120101", "120501", "020601", "026101", "126101"},
            id="kind alone",
        ),
        pytest.param(
            "120607",
            (Trait.URBANISATION, Trait.AREA),
            {"120101", "120607", "120608"},
            id="urbanisation and urban area",
        ),
        pytest.param("1201", (Trait.SIZE,), {"1201"}, id="county"),
        pytest.param("12", (), {"02", "12"}, id="voivodeships are one group"),
    ],
)
def test_a_group_shares_its_traits(codes, own, traits, expected):
    assert codes(own, *traits) == expected


def test_without_traits_all_units_of_the_level_are_the_group(codes, units):
    communes = {code for code in units.table["teryt"] if len(code) == 6}
    assert codes("120101") == communes


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        pytest.param("120101", tuple(Trait), id="commune"),
        pytest.param("1201", (Trait.SIZE,), id="county"),
        pytest.param("12", (), id="voivodeship"),
    ],
)
def test_the_traits_that_a_unit_has(units, own, expected):
    assert traits_of(Profile.of(units.find(own))) == expected


@pytest.mark.parametrize(
    ("population", "key"),
    [(4_999, "below-5"), (5_000, "5-10"), (49_999, "20-50"), (10**6, "from-200")],
)
def test_the_size_class_of_a_number(population, key):
    assert size_class_of(population).key == key


def test_a_filter_leaves_the_practices_of_a_group(make_catalog):
    bochnia = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
    catalog = make_catalog(
        [
            {"art": 1, "title": "a", "unit_type": "gmina miejska", **bochnia},
            {"art": 2, "title": "b", "unit_type": "gmina wiejska", **bochnia},
            {"art": 3, "title": "c"},
        ],
        [{"art": art, "place": "x", "status": "skipped"} for art in (1, 2, 3)],
    )
    profile = Profile.of(local_units().find("120101"))
    filters = Filters(group=Group(profile, DEFAULT_TRAITS))
    selection = select(catalog, filters)
    assert selection.mask.tolist() == [True, False, False]
    assert filters.active == (GROUP,)
    assert selection.left_out == {GROUP: 1}
    assert filters.without(GROUP) == Filters()
