import datetime as dt
from collections.abc import Callable

import pytest

from dashboard.practices import (
    Metryka,
    MetrykaField,
    email_link,
    fields_from_json,
    meaning,
    phone_link,
    read_page,
    website_link,
)
from dashboard.practices.card_lines import Line, split_fields
from dashboard.practices.metryka import read_metryka


def read(*pairs: tuple[str, str]) -> Metryka:
    """The record card with these fields."""
    return read_metryka([MetrykaField(label, text) for label, text in pairs])[0]


def remarks(*pairs: tuple[str, str]) -> list[str]:
    """The labels of the fields that could not be read as their type."""
    return [
        remark.field.label
        for remark in read_metryka([MetrykaField(label, text) for label, text in pairs])[1]
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Powiat:\xa0\xa0Bochnia"], [("Powiat", "Bochnia")], id="two-no-break"),
        pytest.param(["Powiat: Bochnia"], [("Powiat", "Bochnia")], id="one-space"),
        pytest.param(["Powiat :  Bochnia"], [("Powiat", "Bochnia")], id="space-before-colon"),
        pytest.param(["Powiat:"], [("Powiat", "")], id="empty"),
        pytest.param(["Powiat:", "Bochnia"], [("Powiat", "Bochnia")], id="value-below"),
        pytest.param(
            ["Powiat:", "", "Ulica: Rynek 1"], [("Powiat", ""), ("Ulica", "Rynek 1")], id="gap"
        ),
        pytest.param(
            ["Jednostka wdrażająca:  Urząd Miejski,", "Referat Promocji"],
            [("Jednostka wdrażająca", "Urząd Miejski, Referat Promocji")],
            id="broken-line",
        ),
        pytest.param(["Budżet:  12.500 zł"], [("Budżet", "12.500 zł")], id="unknown-label"),
        pytest.param(["Nagroda – rok: 2011"], [("Nagroda – rok", "2011")], id="unknown-with-dash"),
        pytest.param(["tel. (14) 6149150"], [("tel.", "(14) 6149150")], id="phone"),
        pytest.param(["tel.: 14 614 91 50"], [("tel.", "14 614 91 50")], id="phone-colon"),
        pytest.param(["tel./fax +48 14 6149150"], [("tel./fax", "+48 14 6149150")], id="phone-fax"),
        pytest.param(["tel."], [("tel.", "")], id="phone-empty"),
        pytest.param(["fax (14) 6149150"], [("fax", "(14) 6149150")], id="fax"),
        pytest.param(["e@mail: a@example.pl"], [("e@mail", "a@example.pl")], id="mail"),
        pytest.param(["e-mail a@example.pl"], [("e-mail", "a@example.pl")], id="mail-no-colon"),
        pytest.param(
            ["Witryna internetowa:  http://www.example.pl/a:b"],
            [("Witryna internetowa", "http://www.example.pl/a:b")],
            id="colon-in-value",
        ),
        pytest.param(
            ["Witryna internetowa:", "http://www.example.pl"],
            [("Witryna internetowa", "http://www.example.pl")],
            id="address-below",
        ),
        pytest.param(["Urząd Miejski"], [("", "Urząd Miejski")], id="no-label-at-all"),
        pytest.param(["tel. 1", "tel. 2"], [("tel.", "1"), ("tel.", "2")], id="label-twice"),
        pytest.param(["", ""], [], id="nothing"),
    ],
)
def test_split_fields(lines: list[str], expected: list[tuple[str, str]]) -> None:
    fields = split_fields(Line(number, text) for number, text in enumerate(lines, start=1))
    assert [(field.label, field.text) for field in fields] == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Wirtyna internetowa", "website"),
        ("Witryna internetowa", "website"),
        ("WITRYNA INTERNETOWA", "website"),
        ("e@mail", "emails"),
        ("E-mail", "emails"),
        ("tel.", "phones"),
        ("tel", "phones"),
        ("Telefon", "phones"),
        ("tel./fax", "phones"),
        ("fax", "unknown"),
        ("Osoba kontaktowa", "contacts"),
        ("Powiat", "county"),
        ("Budżet", "unknown"),
        ("", "unknown"),
    ],
)
def test_meaning(label: str, expected: str) -> None:
    assert meaning(label) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30.000", 30_000),
        ("30000", 30_000),
        ("30 000", 30_000),
        ("30\xa0000", 30_000),
        ("30,000", 30_000),
        ("5 323 653", 5_323_653),
        ("1.549.826", 1_549_826),
        ("96 tys.", 96_000),
        ("96 tys", 96_000),
        ("96,5 tys.", 96_500),
        ("96.5 tys.", 96_500),
        ("1,2 mln", 1_200_000),
        ("1 milion", 1_000_000),
        ("ok. 30 tys.", 30_000),
        ("około 30 tysięcy", 30_000),
        ("30.000 mieszkańców", 30_000),
        ("30.000 (2009 r.)", 30_000),
        ("30.000, w tym miasto 20.000", 30_000),
        ("850", 850),
    ],
)
def test_population(text: str, expected: int) -> None:
    assert read(("Liczba mieszkańców", text)).values.get("population") == expected
    assert remarks(("Liczba mieszkańców", text)) == []


@pytest.mark.parametrize("text", ["30.00", "30.5", "dużo", "30-40 tys.", "1,2", "2009: 30.000"])
def test_population_that_is_no_number_is_told(text: str) -> None:
    assert read(("Liczba mieszkańców", text)).values.get("population") is None
    assert remarks(("Liczba mieszkańców", text)) == ["Liczba mieszkańców"]


@pytest.mark.parametrize("text", ["", "-", "–", "brak", "Brak danych", "b.d."])
def test_a_value_that_says_there_is_none(text: str) -> None:
    field = ("Liczba mieszkańców", text)
    assert read(field).values.get("population") is None
    assert remarks(field) == []
    assert read(field).fields == (MetrykaField(*field),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2009-11-23", dt.date(2009, 11, 23)),
        ("23.11.2009", dt.date(2009, 11, 23)),
        ("23-11-2009 r.", dt.date(2009, 11, 23)),
        ("2009-02-30", None),
        ("listopad 2009", None),
        ("0000-00-00", None),
    ],
)
def test_days(text: str, expected: dt.date | None) -> None:
    assert read(("Data aktualizacji", text)).values.get("updated") == expected
    assert remarks(("Data aktualizacji", text)) == ([] if expected else ["Data aktualizacji"])


@pytest.mark.parametrize(
    ("text", "street", "number"),
    [
        ("ul. Kazimierza Wielkiego 2", "ul. Kazimierza Wielkiego", "2"),
        ("ul. 3 Maja 3", "ul. 3 Maja", "3"),
        ("ul. 3 Maja", "ul. 3 Maja", ""),
        ("al. Jana Pawła II 10a", "al. Jana Pawła II", "10A"),
        ("ul. Długa 12/4", "ul. Długa", "12/4"),
        ("ul. Długa 12 m. 4", "ul. Długa", "12/4"),
        ("pl. Wolności, 1", "pl. Wolności", "1"),
        ("ul. Długa nr 7", "ul. Długa", "7"),
        ("Rynek 15-17", "Rynek", "15-17"),
        ("Krzeczów 15", "Krzeczów", "15"),
        ("Rynek", "Rynek", ""),
        ("15", "", "15"),
    ],
)
def test_streets(text: str, street: str, number: str) -> None:
    cells = read(("Ulica", text)).cells()
    assert (cells["street"], cells["number"]) == (street, number)


@pytest.mark.parametrize(
    ("text", "code", "town"),
    [
        ("32-700 Bochnia", "32-700", "Bochnia"),
        ("32-700\xa0Bochnia", "32-700", "Bochnia"),
        ("32700 Bochnia", "32-700", "Bochnia"),
        ("32-700", "32-700", ""),
        ("Bochnia", "", "Bochnia"),
    ],
)
def test_post_lines(text: str, code: str, town: str) -> None:
    cells = read(("Kod pocztowy i Poczta", text)).cells()
    assert (cells["postal_code"], cells["post_town"]) == (code, town)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("małopolskie", "małopolskie"),
        ("Małopolskie", "małopolskie"),
        ("MALOPOLSKIE", "małopolskie"),
        ("woj. małopolskie", "małopolskie"),
        ("warmińsko – mazurskie", "warmińsko-mazurskie"),
        ("warmińsko–mazurskie", "warmińsko-mazurskie"),
        ("Małopolska", "małopolskie"),
        ("Lesser Poland", "małopolskie"),
        ("woj. małopolska", "małopolskie"),
        ("12", "małopolskie"),
        ("2", "dolnośląskie"),
        ("kuj.-pom.", "kujawsko-pomorskie"),
        ("galicyjskie", ""),
        ("13", ""),
    ],
)
def test_voivodeships(text: str, expected: str) -> None:
    assert read(("Województwo", text)).cells()["voivodeship"] == expected
    assert bool(remarks(("Województwo", text))) is not bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("www.bochnia.pl", "http://www.bochnia.pl"),
        ("bochnia.pl", "http://bochnia.pl"),
        ("http://www.bochnia.pl/", "http://www.bochnia.pl/"),
        ("HTTPS://www.bochnia.pl", "https://www.bochnia.pl"),
        ("www.bochnia.pl, www.example.pl", "http://www.bochnia.pl"),
        ("www.świdnica.pl", "http://www.świdnica.pl"),
        ("www.bochnia.pl:8080/a?b=c", "http://www.bochnia.pl:8080/a?b=c"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("ftp://bochnia.pl", ""),
        ("http://a.pl/\"onclick='x'", ""),
        ("urząd", ""),
    ],
)
def test_websites(text: str, expected: str) -> None:
    assert read(("Witryna internetowa", text)).cells()["website"] == expected
    assert website_link(text) == expected
    assert bool(remarks(("Witryna internetowa", text))) is not bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(14) 6149150", "tel:+48146149150"),
        ("14 614 91 50", "tel:+48146149150"),
        ("14-614-91-50", "tel:+48146149150"),
        ("+48 14 614 91 50", "tel:+48146149150"),
        ("0048146149150", "tel:+48146149150"),
        ("(0-14) 614 91 50", "tel:+48146149150"),
        ("014 6149150", "tel:+48146149150"),
        ("14 614 91 50 wew. 12", "tel:+48146149150;ext=12"),
        ("600 100 200", "tel:+48600100200"),
        ("6149150", ""),
        ("614 91 50 lub 614 91 51", ""),
        ("+49 30 123456789", ""),
        ("", ""),
        ("centrala", ""),
    ],
)
def test_phone_links(text: str, expected: str) -> None:
    assert phone_link(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("promocja@um.bochnia.pl", "mailto:promocja@um.bochnia.pl"),
        ("a.b+c@example.pl", "mailto:a.b+c@example.pl"),
        ("a@example.pl?bcc=b@example.pl", "mailto:a@example.pl"),
        ("promocja", ""),
        ("", ""),
    ],
)
def test_email_links(text: str, expected: str) -> None:
    assert email_link(text) == expected


def test_emails_among_other_words() -> None:
    card = read(("e@mail", "sekretariat: a@example.pl; b@example.pl, a@example.pl."))
    assert card.values["emails"] == ("a@example.pl", "b@example.pl")
    assert remarks(("e@mail", "a(at)example.pl")) == ["e@mail"]


def test_repeated_labels_are_one_list() -> None:
    card = read(
        ("tel.", "1"), ("e@mail", "a@example.pl"), ("tel.", "2"), ("e@mail", "b@example.pl")
    )
    assert card.values["phones"] == ("1", "2")
    assert card.values["emails"] == ("a@example.pl", "b@example.pl")
    assert len(card.fields) == 4


def test_contacts_are_not_parted_at_dashes() -> None:
    card = read(("Osoby kontaktowe", "Referat – Promocja, Sekretariat; Biuro"))
    assert card.values["contacts"] == ("Referat – Promocja", "Sekretariat", "Biuro")


def test_several_localities() -> None:
    card = read(("Miejscowość", "Czernichów, Liszki, Mogilany"))
    assert card.cells()["locality"] == ""
    assert card.values["places"] == ("Czernichów", "Liszki", "Mogilany")


def test_unknown_fields_are_kept(make_page: Callable[..., str]) -> None:
    page = make_page(fields=["Budżet:\xa0\xa012.500\xa0zł", "Powiat:\xa0\xa0Bochnia", "Nagrody:"])
    fields = read_page(page, source="7.txt").fields
    assert [(field.label, field.text) for field in fields] == [
        ("Budżet", "12.500\xa0zł"),
        ("Powiat", "Bochnia"),
        ("Nagrody", ""),
    ]


def test_fields_survive_the_table() -> None:
    card = read(('"La\\bel"', "x; y"), ("Powiat", "Łódź"))
    assert fields_from_json(card.cells()["metryka"]) == card.fields
    assert fields_from_json("") == ()
