import pytest

from dashboard.explore.units.local_units import UnitLevel, local_units


@pytest.mark.parametrize(
    ("code", "name", "level"),
    [
        pytest.param("120101", "Bochnia", UnitLevel.COMMUNE, id="six digits"),
        pytest.param("1201011", "Bochnia", UnitLevel.COMMUNE, id="seven digits"),
        pytest.param("1201", "bocheński", UnitLevel.COUNTY, id="county"),
        pytest.param("12", "małopolskie", UnitLevel.VOIVODESHIP, id="voivodeship"),
        pytest.param("1261", "Kraków", UnitLevel.COMMUNE, id="county code of a city"),
    ],
)
def test_a_unit_is_found_by_its_code(units, code, name, level):
    unit = units.find(code)
    assert (unit.name, unit.level) == (name, level)


@pytest.mark.parametrize("code", ["", "1", "99", "9999", "129901", "Bochnia"])
def test_no_unit_has_another_code(units, code):
    assert units.find(code) is None


def test_a_county_is_what_its_communes_are_together(units):
    county = units.find("1201")
    assert county.population == 64_000
    assert county.density == pytest.approx(64_000 / 240)
    assert county.point[0] == pytest.approx((50.01 * 30 + 50.02 * 20 + 50.06 * 14) / 64)
    assert (county.kind, county.urbanisation, county.urban_area) == ("", None, "")


def test_a_city_with_county_rights_is_no_county_besides(units):
    assert units.find("126101").has_county_rights
    assert units.named(UnitLevel.COUNTY, "Kraków") == []
    assert units.find("12").population == 894_000


@pytest.mark.parametrize(
    ("where", "code"),
    [
        pytest.param(("Liszki", "krakowski", "małopolskie"), "120607", id="one commune"),
        pytest.param(("Bochnia", "bocheński", "małopolskie"), "1201", id="two of one name"),
        pytest.param(("", "bocheński", "małopolskie"), "1201", id="county alone"),
        pytest.param(("", "", "małopolskie"), "12", id="voivodeship alone"),
        pytest.param(("", "", ""), "", id="nothing"),
    ],
)
def test_the_smallest_certain_unit_of_a_place(units, where, code):
    assert units.code_at(*where) == code


def test_all_units_of_poland_are_there():
    levels = local_units().table["level"].value_counts().to_dict()
    assert levels == {"commune": 2478, "county": 314, "voivodeship": 16}
    assert local_units().table["teryt"].is_unique
