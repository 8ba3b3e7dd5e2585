import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geocoding.text import Locality, locality_key, read_locality, split_localities, stated_units


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        pytest.param("Ostrów Wlkp.", "Ostrów Wielkopolski", id="wlkp-masculine"),
        pytest.param("Środa Wlkp", "Środa Wielkopolska", id="wlkp-feminine"),
        pytest.param("Nowy Dwór Maz.", "Nowy Dwór Mazowiecki", id="maz"),
        pytest.param("Opole Lub.", "Opole Lubelskie", id="lub"),
        pytest.param("Kamień Pom.", "Kamień Pomorski", id="pom"),
        pytest.param("Dąbrowa Górn.", "Dąbrowa Górnicza", id="gorn"),
        pytest.param("Ostrowiec Św.", "Ostrowiec Świętokrzyski", id="sw"),
        pytest.param("Skarżysko-Kam.", "Skarżysko-Kamienna", id="half-of-a-double-name"),
        pytest.param("Bielsko-B.", "Bielsko-Biała", id="one-letter"),
        pytest.param("Lądek- Zdrój", "Lądek-Zdrój", id="space-after-dash"),
        pytest.param("Rabka Zdr.", "Rabka-Zdrój", id="zdroj"),
        pytest.param("Kostrzyn n/Odrą", "Kostrzyn nad Odrą", id="n-slash"),
        pytest.param("KOSTRZYN N. ODRĄ", "Kostrzyn nad Odrą", id="n-stop"),
        pytest.param("Opatówek k/Kalisza", "Opatówek", id="k-slash"),
        pytest.param("Opatówek k. Kalisza", "Opatówek koło Kalisza", id="k-stop"),
        pytest.param("Opatówek k Kalisza", "Opatówek koło Kalisza", id="k-alone"),
        pytest.param("m. st. Warszawa", "Warszawa", id="capital-city"),
        pytest.param("gm. Liszki", "Liszki", id="commune-before"),
        pytest.param("Krzeczów gm. Bochnia", "Krzeczów", id="commune-after"),
        pytest.param("Krzeczów (pow. bocheński)", "Krzeczów", id="county-in-brackets"),
        pytest.param("Kłodawa (Osada Leśna)", "Kłodawa Osada Leśna", id="brackets"),
        pytest.param("Wola II", "Wola Druga", id="roman"),
        pytest.param("Krzeczów 15", "Krzeczów", id="house-number"),
        pytest.param("Kraków-Podgórze", "Kraków", id="district"),
        pytest.param("Warszawa Wesoła", "Warszawa", id="district-with-space"),
        pytest.param("GDAŃSK (OLIWA)", "Gdańsk", id="district-in-brackets"),
    ],
)
def test_the_key_of_the_name_is_among_the_keys(stated: str, name: str) -> None:
    assert locality_key(name) in read_locality(stated).keys


@pytest.mark.parametrize(
    ("stated", "city", "district", "number"),
    [
        pytest.param("Kraków-Podgórze", "Kraków", "Podgórze", "", id="dash"),
        pytest.param("Warszawa Wesoła", "Warszawa", "Wesoła", "", id="space"),
        pytest.param("Warszawa/Ursus", "Warszawa", "Ursus", "", id="slash"),
        pytest.param("Dąbrowa Górnicza-Ząbkowice", "Dąbrowa Górnicza", "Ząbkowice", "", id="two"),
        pytest.param("Bielsko-Biała", "", "", "", id="a-double-name"),
        pytest.param("Gdańsk (Oliwa)", "Gdańsk", "Oliwa", "", id="brackets"),
        pytest.param("Kraków, Dzielnica X", "Kraków", "Dzielnica X", "", id="numbered"),
        pytest.param("KRZECZÓW NR 15A", "", "", "15A", id="number"),
        pytest.param("Krzeczów 15 a", "", "", "15A", id="number-and-letter-apart"),
        pytest.param("Bochnia", "", "", "", id="plain"),
    ],
)
def test_read_locality(stated: str, city: str, district: str, number: str) -> None:
    locality = read_locality(stated)

    assert (locality.city, locality.district, locality.number) == (city, district, number)


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        pytest.param(" ,Ostrów\u00a0Wlkp. ;", "Ostrów Wlkp.", id="as-stated"),
        pytest.param("Krzeczów 15", "Krzeczów", id="without-its-number"),
        pytest.param("Krzeczów nr 15", "Krzeczów", id="nr"),
        pytest.param("Krzeczów, nr. 15", "Krzeczów", id="comma-nr"),
        pytest.param("KRZECZÓW NR15", "KRZECZÓW", id="nr-glued"),
        pytest.param("Krzeczów numer 15", "Krzeczów", id="numer"),
        pytest.param("3-go Maja, 15", "3-go Maja", id="number-first"),
        pytest.param("Krzeczów, nr", "Krzeczów, nr", id="nr-without-a-number"),
        pytest.param("Krzecznr 15", "Krzecznr", id="a-word-that-ends-like-nr"),
        pytest.param("Kolonia X", "Kolonia X", id="roman"),
    ],
)
def test_the_name_is_what_was_stated(stated: str, name: str) -> None:
    assert read_locality(stated).name == name


def test_of_a_thousand_meanings_a_few_are_looked_up() -> None:
    """Each of these words stands for seven: 117,649 names in all."""
    keys = read_locality("Lub. " * 6).keys

    assert "lub lub lub lub lub lubuskie" in keys
    assert len(keys) < 100


def test_the_whole_name_comes_before_its_parts() -> None:
    assert read_locality("Opole Lubelskie").keys == ("opole lubelskie", "opole")


@pytest.mark.parametrize("unit", ["a", "a ", "a,", ", ", "1 ", "nr ", "nr 1 ", "a 1", "."])
def test_a_long_name_is_read_at_once(unit: str) -> None:
    begin = time.process_time()
    read_locality(unit * 10_000 + "!")
    assert time.process_time() - begin < 1


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    locality = read_locality(text)

    assert isinstance(locality, Locality)
    assert bool(locality.keys) == bool(locality_key(text))


LISTS = [
    pytest.param("Liszki, Krzeczów", ("Liszki", "Krzeczów"), id="two"),
    pytest.param("Krzeczów, gm. Rzezawa", ("Krzeczów, gm. Rzezawa",), id="commune"),
    pytest.param(
        "Liszki; Krzeczów, gm. Rzezawa, pow. bocheński",
        ("Liszki", "Krzeczów, gm. Rzezawa, pow. bocheński"),
        id="units",
    ),
    pytest.param("Krynica-Zdrój, II piętro, pokój 12", ("Krynica-Zdrój",), id="building"),
    pytest.param("gm. Rzezawa", ("gm. Rzezawa",), id="commune-alone"),
]


@pytest.mark.parametrize(("text", "localities"), LISTS)
def test_a_list_of_localities(text: str, localities: tuple[str, ...]) -> None:
    assert split_localities(text) == localities


UNITS = [
    pytest.param("Krzeczów, gm. Rzezawa", {"commune": "Rzezawa"}, id="commune"),
    pytest.param("Dąbrowa (gmina Izbica Kujawska)", {"commune": "Izbica Kujawska"}, id="brackets"),
    pytest.param(
        "Wola gm. Łaskarzew pow. garwoliński woj. mazowieckie",
        {"commune": "Łaskarzew", "county": "garwoliński", "voivodeship": "mazowieckie"},
        id="without-commas",
    ),
    pytest.param("gm. Rzezawa", {}, id="nothing-before-it"),
    pytest.param("Gminna Wola", {}, id="part-of-a-name"),
]


@pytest.mark.parametrize(("text", "units"), UNITS)
def test_units_behind_a_locality(text: str, units: dict[str, str]) -> None:
    assert stated_units(text) == units
