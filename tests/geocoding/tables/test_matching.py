import pytest

from geocoding.tables.matching import HeadingMatcher, Target, share

MATCHER = HeadingMatcher(
    [
        Target(
            name="key",
            aliases=("lp",),
            fits=lambda cells: len({each for each in cells if each.isdecimal()}) / len(cells),
            unsure_aliases=("numer",),
        ),
        Target(
            name="link",
            aliases=("www",),
            fits=share(lambda t: "www" in t),
            unsure_aliases=("adres",),
        ),
        Target(
            name="street", aliases=("ulica",), unsure_aliases=("adres",), beside=frozenset({"town"})
        ),
        Target(name="town", aliases=("miejscowość",)),
        Target(
            name="number",
            aliases=("nr domu",),
            unsure_aliases=("numer",),
            beside=frozenset({"street"}),
        ),
        Target(name="county", aliases=("powiat",)),
        Target(
            name="people", aliases=("liczba mieszkańców", "mieszkańcy"), fits=share(str.isdecimal)
        ),
        Target(
            name="day", aliases=("data", "data wdrożenia"), fits=share(lambda t: t.count("-") == 2)
        ),
    ],
    other_names=("kraj",),
)


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Pow.", "county"),
        ("POWIATU", "county"),
        ("Ilość mieszkańców", "people"),
        ("Data zgłoszenia", "day"),
        ("Miejscowosc (siedziba)", "town"),
        ("Mijescowość", "town"),
    ],
)
def test_headings_are_known_by_likeness(heading: str, target: str) -> None:
    assert MATCHER.match([heading]) == {target: heading}


@pytest.mark.parametrize("heading", ["Uwagi", "Powierzchnia", "kraj", "", "x" * 10_000])
def test_other_headings_are_not_matched(heading: str) -> None:
    assert MATCHER.match([heading]) == {}


def test_cells_decide_what_a_heading_means() -> None:
    assert MATCHER.match(["Adres"], {"Adres": ["ul. Długa 5", ""]}) == {"street": "Adres"}
    assert MATCHER.match(["Adres"], {"Adres": ["www.x.pl"]}) == {"link": "Adres"}
    assert MATCHER.match(["Ilość mieszkańców"], {"Ilość mieszkańców": ["dużo"]}) == {}


def test_neighbours_decide_what_a_heading_means() -> None:
    assert MATCHER.match(["ulica", "numer"]) == {"street": "ulica", "number": "numer"}
    assert MATCHER.match(["numer", "www"]) == {"key": "numer", "link": "www"}
    cells = {"ulica": ["a", "b"], "numer": ["5", "5"]}
    assert MATCHER.match(["ulica", "numer"], cells)["number"] == "numer"


def test_a_name_is_sure_whatever_the_cells() -> None:
    assert MATCHER.match(["Lp"], {"Lp": ["4", "4", "5a", "x"]}) == {"key": "Lp"}
