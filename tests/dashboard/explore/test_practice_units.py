import pandas as pd
import pytest

from dashboard.explore.units.practice_units import KnownBy, KnownUnit, find_unit
from dashboard.explore.units.statement import Statement, kind_of_type, level_of_type

BOCHNIA = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
IN_BOCHNIA = {
    "commune_there": "Bochnia",
    "county_there": "bocheński",
    "voivodeship_there": "małopolskie",
}
IN_KRAKOW = {
    "commune_there": "Kraków",
    "county_there": "Kraków",
    "voivodeship_there": "małopolskie",
}
IN_JELENIA_GORA = {
    "commune_there": "Jelenia Góra",
    "county_there": "Jelenia Góra",
    "voivodeship_there": "dolnośląskie",
}


@pytest.mark.parametrize(
    ("said", "code", "known_by"),
    [
        pytest.param(
            {"unit_type": "gmina miejska", **BOCHNIA}, "120101", KnownBy.CARD, id="town by its kind"
        ),
        pytest.param(
            {"unit_type": "gmina wiejska", **BOCHNIA},
            "120102",
            KnownBy.CARD,
            id="rural commune of the same name",
        ),
        pytest.param(
            {"unit": "Urząd Gminy w Bochni", **BOCHNIA},
            "120102",
            KnownBy.CARD,
            id="kind by the office's name",
        ),
        pytest.param(
            {"unit": "Urząd w Gminie Bochnia", "population": 19_000.0, **BOCHNIA},
            "120102",
            KnownBy.CARD,
            id="by the inhabitants",
        ),
        pytest.param(
            {"unit": "Muzeum", **BOCHNIA, **IN_BOCHNIA},
            "120101",
            KnownBy.POINT,
            id="a locality alone is the town",
        ),
        pytest.param(
            {"unit": "Gmina Liszki", "voivodeship": "małopolskie"},
            "120607",
            KnownBy.NAME,
            id="commune in the name",
        ),
        pytest.param(
            {"unit": "Urząd Gminy Liszki", **IN_KRAKOW},
            "120607",
            KnownBy.NAME,
            id="office in another commune",
        ),
        pytest.param(
            {"unit": "Urząd Miasta Krakowa", **IN_KRAKOW},
            "126101",
            KnownBy.POINT,
            id="a name in another case: where it stands",
        ),
        pytest.param(
            {"unit": "Gmina Michałowice"}, "", "", id="two communes of a name: not certain"
        ),
        pytest.param(
            {"unit": "Gmina Michałowice", "county": "proszowicki"},
            "121402",
            KnownBy.NAME,
            id="two communes of a name: by the county",
        ),
        pytest.param(
            {"unit_type": "powiat", "county": "bocheński", "voivodeship": "małopolskie"},
            "1201",
            KnownBy.CARD,
            id="county as stated",
        ),
        pytest.param(
            {"unit": "Starostwo Powiatowe w Krakowie", "county": "Kraków", **IN_KRAKOW},
            "1206",
            KnownBy.NAME,
            id="county office in its city",
        ),
        pytest.param(
            {"unit": "Starostwo Powiatowe", **IN_JELENIA_GORA},
            "0206",
            KnownBy.POINT,
            id="county of another name than its city",
        ),
        pytest.param(
            {"unit": "Powiat Jeleniogórski", "voivodeship": "dolnośląskie"},
            "0206",
            KnownBy.NAME,
            id="former name of a county",
        ),
        pytest.param(
            {"unit": "Urząd Marszałkowski Województwa Dolnośląskiego"},
            "02",
            KnownBy.NAME,
            id="voivodeship in the name",
        ),
        pytest.param(
            {"unit_type": "województwo", **IN_KRAKOW}, "12", KnownBy.POINT, id="voivodeship's seat"
        ),
        pytest.param({"unit_type": "związek", **BOCHNIA}, "", KnownBy.CARD, id="association"),
        pytest.param({"unit": "Związek Gmin Raba"}, "", KnownBy.NAME, id="association by its name"),
        pytest.param(
            {"unit_type": "miasto na prawach powiatu", "locality": "Kraków", "county": "krakowski"},
            "126101",
            KnownBy.POINT,
            id="city with the county around it stated",
        ),
        pytest.param({}, "", "", id="nothing"),
    ],
)
def test_the_unit_of_a_practice(units, said, code, known_by):
    found = find_unit(Statement(**said), units)
    assert (found.teryt, found.known_by) == (code, known_by)


def test_what_is_no_unit_keeps_its_level(units):
    assert find_unit(Statement(unit_type="związek"), units).level == "association"
    assert find_unit(Statement(unit_type="powiat"), units) == KnownUnit("county", "", "")


@pytest.mark.parametrize(
    ("unit_type", "level", "kind"),
    [
        pytest.param("gmina miejsko-wiejska", "commune", "mixed", id="mixed"),
        pytest.param("Gmina Wiejska", "commune", "rural", id="capitals"),
        pytest.param("miasto na prawach powiatu", "commune", "urban", id="city"),
        pytest.param("powiat", "county", None, id="county"),
        pytest.param("województwo", "voivodeship", None, id="voivodeship"),
        pytest.param("związek międzygminny", "association", None, id="association"),
        pytest.param("szkoła", None, None, id="neither"),
    ],
)
def test_what_a_type_tells(unit_type, level, kind):
    assert (level_of_type(unit_type), kind_of_type(unit_type)) == (level, kind)


def test_a_catalogue_knows_the_units_of_its_practices(make_catalog):
    place = {"commune": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
    catalog = make_catalog(
        [
            {"art": 1, "title": "a", "unit_type": "gmina wiejska", **BOCHNIA},
            {"art": 2, "title": "b"},
            {"art": 3, "title": "c"},
        ],
        [
            {"art": 1, "place": "Bochnia", **place},
            {"art": 2, "place": "Bochnia", **place},
            {"art": 2, "place": "Kraków", "commune": "Kraków", "county": "Kraków"},
            {"art": 3, "place": "Bochnia", "status": "ambiguous", **place},
        ],
    )
    expected = pd.DataFrame(
        [("commune", "120102", "card"), ("", "", ""), ("", "", "")],
        columns=["level", "teryt", "known_by"],
        dtype="str",
    )
    pd.testing.assert_frame_equal(catalog.local_units, expected)
    assert (catalog.unit_rows >= 0).tolist() == [True, False, False]
