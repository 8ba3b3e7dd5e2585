"""Where practices count whose unit's office stands in another county."""

import pytest

OFFICE_IN_CRACOW = {"voivodeship": "małopolskie", "county": "Kraków"}


@pytest.mark.parametrize(
    ("stated", "checks", "county"),
    [
        pytest.param("krakowski", "locality=ok;county=ok", "krakowski", id="county around it"),
        pytest.param("Kraków", "locality=ok;county=ok", "Kraków", id="the city itself"),
        pytest.param("", "locality=ok", "Kraków", id="not stated"),
        pytest.param("bocheński", "locality=ok;county=failed", "Kraków", id="contradicted"),
        pytest.param("poznański", "locality=ok;county=ok", "Kraków", id="of another voivodeship"),
        pytest.param("Nibylandia", "locality=ok;county=ok", "Kraków", id="no county"),
    ],
)
def test_a_practice_counts_where_its_unit_is(make_catalog, stated, checks, county):
    catalog = make_catalog(
        [{"art": 1, "title": "a", "section": "a", "county": stated, "voivodeship": "małopolskie"}],
        [{"art": 1, "place": "Kraków", **OFFICE_IN_CRACOW, "checks": checks}],
    )
    assert catalog.places["county"].tolist() == [county]
