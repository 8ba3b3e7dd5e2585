import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.errors import PageError
from dashboard.practices import MetrykaField, Practice, read_page
from dashboard.practices.schema import COLUMNS

TWO_TABS = ".: \xa0 Skrót i Metryka -> Pełna prezentacja \xa0 :."


@pytest.fixture(scope="session")
def bochnia(repository: Path) -> Practice:
    """The real page of article 150."""
    text = (repository / "data" / "pages" / "150.txt").read_text(encoding="utf-8")
    return read_page(text, source="150.txt")


def test_real_page_head(bochnia: Practice) -> None:
    assert bochnia.art == 150
    assert bochnia.url == "https://dobrepraktyki.pl/index.php?p1=3&p2=7&art=150"
    assert bochnia.section == "Rozwój instytucjonalny"
    assert bochnia.subsection == "Zarządzanie strategiczne"
    assert bochnia.title == "Promocja kultury narzędziem realizacji celów strategii rozwoju miasta"
    assert bochnia.source == "150.txt"
    assert bochnia.remarks == ()


def test_real_page_summary_is_three_paragraphs(bochnia: Practice) -> None:
    first, second, third = bochnia.summary
    assert first.startswith("Integracja problematyki promocji historii")
    assert first.endswith("Referatowi Promocji i\xa0Rozwoju Miasta.")
    assert second.startswith("Niestety zdarza się")
    assert third.endswith("do podnoszenia jakości życia w\xa0mieście.")


def test_real_page_fields_as_printed(bochnia: Practice) -> None:
    assert bochnia.fields == tuple(
        MetrykaField(label, text)
        for label, text in (
            ("Data wprowadzenia do BDP", "2009-11-23"),
            ("Data aktualizacji", "2012-01-18"),
            ("Typ jednostki", "gmina miejska"),
            ("Miejscowość", "Bochnia"),
            ("Powiat", "Bochnia"),
            ("Województwo", "małopolskie"),
            ("Kod pocztowy i Poczta", "32-700 Bochnia"),
            ("Jednostka wdrażająca", "Urząd Miejski w Bochni, Referat Promocji i Rozwoju Miasta"),
            ("Ulica", "ul. Kazimierza Wielkiego 2"),
            ("Wirtyna internetowa", "www.bochnia.pl"),
            ("Liczba mieszkańców", "30.000"),
            ("Osoby kontaktowe", "Anna Kocot – Maciaszek, Maria Michalczyk"),
            ("tel.", "(14) 6149150, (14) 6118399"),
            ("e@mail", "promocja@um.bochnia.pl"),
        )
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("introduced", dt.date(2009, 11, 23)),
        ("updated", dt.date(2012, 1, 18)),
        ("unit_type", "gmina miejska"),
        ("locality", "Bochnia"),
        ("county", "Bochnia"),
        ("voivodeship", "małopolskie"),
        ("postal_code", "32-700"),
        ("post_town", "Bochnia"),
        ("unit", "Urząd Miejski w Bochni, Referat Promocji i Rozwoju Miasta"),
        ("street", "ul. Kazimierza Wielkiego"),
        ("number", "2"),
        ("website", "http://www.bochnia.pl"),
        ("population", 30_000),
        ("contacts", ("Anna Kocot – Maciaszek", "Maria Michalczyk")),
        ("phones", ("(14) 6149150", "(14) 6118399")),
        ("emails", ("promocja@um.bochnia.pl",)),
        ("places", ()),
    ],
)
def test_real_page_typed_values(bochnia: Practice, name: str, value: object) -> None:
    assert bochnia.metryka.values.get(name, ()) == value


def test_real_page_as_cells_of_the_table(bochnia: Practice) -> None:
    cells = bochnia.cells()
    assert set(cells) == set(COLUMNS)
    assert (cells["art"], cells["source"]) == ("150", "150.txt")
    assert (cells["url"], cells["title"]) == (bochnia.url, bochnia.title)
    assert (cells["section"], cells["subsection"]) == (bochnia.section, bochnia.subsection)
    assert tuple(cells["summary"].split("\n\n")) == bochnia.summary
    assert (cells["locality"], cells["population"]) == ("Bochnia", "30000")


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"banner": ["Baza Dobrych Praktyk", ""]}, id="banner-line"),
        pytest.param(
            {"banner": ["Skrót i Metryka", "Pełna prezentacja"]}, id="a-line-for-each-tab"
        ),
        pytest.param({"banner": ["Metryka praktyki"]}, id="metryka-above-the-tabs"),
        pytest.param({"banner": ["1.000", "Usługi techniczne : Woda"]}, id="two-counters"),
        pytest.param({"above_heading": [" : "]}, id="colon-alone"),
        pytest.param({"above_heading": ["10:30"]}, id="time-of-day"),
        pytest.param({"above_heading": ["Projekt : dofinansowany"]}, id="funder-line"),
        pytest.param({"above_heading": ["Sfinansowano ze środków: Norwegia"]}, id="funder-colon"),
        pytest.param({"tabs": TWO_TABS}, id="two-tabs"),
        pytest.param({"tabs": ".:   Skrót i Metryka -> Pełna prezentacja   :."}, id="plain-spaces"),
        pytest.param({"heading": "Usługi społeczne : Kultura"}, id="no-leading-space"),
        pytest.param({"heading": "\xa0Usługi społeczne\xa0:\xa0Kultura"}, id="no-break-colon"),
    ],
)
def test_layout_variants(make_page: Callable[..., str], parts: dict[str, object]) -> None:
    practice = read_page(make_page(**parts), source="7.txt")
    assert (practice.section, practice.subsection) == ("Usługi społeczne", "Kultura")
    assert practice.title == "Biblioteka w każdej wsi"
    assert practice.summary == ("Pierwszy akapit.", "Drugi akapit.")
    assert practice.fields == (MetrykaField("Miejscowość", "Bochnia"),)


@pytest.mark.parametrize(
    ("heading", "section", "subsection", "url"),
    [
        pytest.param(
            " System Monitorowania Usług Publicznych : Praktyki",
            "System Monitorowania Usług Publicznych",
            "Praktyki",
            "https://dobrepraktyki.pl/index.php?p1=8&p2=23&art=7",
            id="long-name",
        ),
        pytest.param(
            " SMUP : Praktyki",
            "System Monitorowania Usług Publicznych",
            "Praktyki",
            "https://dobrepraktyki.pl/index.php?p1=8&p2=23&art=7",
            id="menu-name",
        ),
        pytest.param(
            " Efektywność energetyczna : Praktyki",
            "Efektywność energetyczna",
            "Praktyki",
            "https://dobrepraktyki.pl/index.php?p1=4&p2=17&art=7",
            id="same-subsection-elsewhere",
        ),
        pytest.param(" Dialog społeczny", "Dialog społeczny", "", "", id="no-subsection"),
        pytest.param(
            " Współpraca JST-NGO : Konsultacje",
            "Współpraca JST-NGO",
            "Konsultacje",
            "",
            id="numbers-not-known",
        ),
        pytest.param(" Nowy dział : Nowy temat", "Nowy dział", "Nowy temat", "", id="new-section"),
        pytest.param(
            " Nowy dział : A : B", "Nowy dział", "A : B", "", id="colon-in-the-subsection"
        ),
    ],
)
def test_headings(
    make_page: Callable[..., str], heading: str, section: str, subsection: str, url: str
) -> None:
    practice = read_page(make_page(heading=heading), source="7.txt")
    assert (practice.section, practice.subsection) == (section, subsection)
    assert practice.url == url


def test_heading_between_a_counter_and_a_title(make_page: Callable[..., str]) -> None:
    """The line above the counter belongs to the menu, the one below it may be the heading."""
    page = make_page(heading="", title="Tytuł").replace(
        "\n1.549.826", "\nUsługi techniczne : Woda\n1.549.826\nUsługi społeczne : Kultura"
    )
    practice = read_page(page, source="7.txt")
    assert (practice.section, practice.subsection) == ("Usługi społeczne", "Kultura")


def test_known_section_is_the_heading_whatever_colons_follow(make_page: Callable[..., str]) -> None:
    page = make_page(above_heading=["Projekt : A"], heading="Usługi społeczne : Kultura : sztuka")
    practice = read_page(page, source="7.txt")
    assert (practice.section, practice.subsection) == ("Usługi społeczne", "Kultura : sztuka")


@pytest.mark.parametrize(
    "title",
    [
        "Przeciwdziałanie bezdomności - program polityki mieszkaniowej",
        "Działanie projektowe – nowoczesny sposób",
        "Obszar funkcjonalny Blisko Krakowa, - „od kasy do współpracy” – historia",
        "Projekty edukacyjne (Zintegrowany Plan Rozwoju)",
        "Kultura : sztuka dialogu",
        "Oświata: 12.500 uczniów",
        "<b>Tytuł</b> & „</script>” `x` \\ 'y'",
        "Świadczenie " + "usług " * 30 + "w Ełku",
    ],
)
def test_titles_stay_as_printed(make_page: Callable[..., str], title: str) -> None:
    assert read_page(make_page(title=title), source="7.txt").title == title


def test_title_broken_over_two_lines(make_page: Callable[..., str]) -> None:
    assert read_page(make_page(title="Długi\ntytuł"), source="7.txt").title == "Długi tytuł"


def test_summary_keeps_line_breaks_and_no_break_spaces(make_page: Callable[..., str]) -> None:
    page = make_page(summary=["Cele:", "- w\xa0gminie", "\xa0", "Koniec."])
    assert read_page(page, source="7.txt").summary == ("Cele:\n- w\xa0gminie", "Koniec.")


def test_no_summary_no_fields(make_page: Callable[..., str]) -> None:
    practice = read_page(make_page(summary=[], fields=[]), source="7.txt")
    assert practice.summary == ()
    assert practice.fields == ()
    assert practice.metryka.values.get("population") is None


def test_page_without_blank_lines(make_page: Callable[..., str]) -> None:
    page = make_page(tabs=TWO_TABS)
    practice = read_page(re.sub("\n+", "\n", page), source="7.txt")
    assert practice.summary == ("Pierwszy akapit.\nDrugi akapit.",)
    assert practice.fields == (MetrykaField("Miejscowość", "Bochnia"),)


def test_field_that_holds_no_value_is_remarked(make_page: Callable[..., str]) -> None:
    practice = read_page(make_page(fields=["Data aktualizacji: wczoraj"]), source="7.txt")
    assert [remark.field for remark in practice.remarks] == [
        MetrykaField("Data aktualizacji", "wczoraj")
    ]


def test_windows_line_ends(make_page: Callable[..., str]) -> None:
    page = make_page()
    assert read_page(page.replace("\n", "\r\n"), source="7.txt") == read_page(page, source="7.txt")


def test_old_line_ends_and_tabulators(make_page: Callable[..., str]) -> None:
    page = make_page(summary=["Cele\t \tgminy "]).replace("\n", "\r")
    assert read_page(page, source="7.txt").summary == ("Cele gminy",)


@pytest.mark.parametrize("heading", ["METRYKA PRAKTYKI:", "Metryka  praktyki :"])
def test_heading_of_the_metryka(make_page: Callable[..., str], heading: str) -> None:
    page = make_page().replace("Metryka praktyki", heading)
    assert read_page(page, source="7.txt").metryka.values["locality"] == "Bochnia"


def test_metryka_ends_before_text_that_is_no_field(make_page: Callable[..., str]) -> None:
    page = make_page(fields=["Powiat:", "Bochnia", "", "tel. 12", "", "Związek Miast", "Ulica: 1"])
    practice = read_page(page.rpartition("\n.:")[0], source="7.txt")
    assert practice.fields == (MetrykaField("Powiat", "Bochnia"), MetrykaField("tel.", "12"))


def test_address_behind_the_metryka_is_the_pages_own(make_page: Callable[..., str]) -> None:
    page = f"{make_page()}\nhttps://dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"
    assert read_page(page, source="7.txt").art == 28


def test_page_cut_off_behind_the_metryka(make_page: Callable[..., str]) -> None:
    page, _, footer = make_page(fields=["Powiat:  Bochnia"]).rpartition("\n.:")
    practice = read_page(page + footer.partition("\n")[2], source="7.txt")
    assert practice.fields == (MetrykaField("Powiat", "Bochnia"),)


@pytest.mark.parametrize(
    ("source", "line", "art"),
    [
        pytest.param("150.txt", "", 150, id="name"),
        pytest.param("0150.html", "", 150, id="leading-zero"),
        pytest.param("art150.html", "", 150, id="art-in-name"),
        pytest.param("praktyka-150.htm", "", 150, id="word-in-name"),
        pytest.param("index.php?p1=3&p2=7&art=150", "", 150, id="address-as-name"),
        pytest.param("index.php@p1=3&p2=7&art=150&s=1.html", "", 150, id="mirrored"),
        pytest.param("x.txt", "https://dobrepraktyki.pl/index.php?p1=1&p2=1&art=28", 28, id="text"),
        pytest.param("150.txt", "https://a.pl/index.php?p1=1&p2=1&art=28&s=1", 28, id="text-first"),
        pytest.param(
            "5.txt", "https://a.pl/i.php?art=28 https://a.pl/i.php?art=29", 5, id="two-addresses"
        ),
    ],
)
def test_article_number(make_page: Callable[..., str], source: str, line: str, art: int) -> None:
    assert read_page(make_page(banner=[line]), source=source).art == art


def test_address_in_the_summary_is_not_the_pages_own(make_page: Callable[..., str]) -> None:
    page = make_page(summary=["Zobacz https://dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"])
    assert read_page(page, source="7.txt").art == 7


def test_address_is_kept_without_its_tab(make_page: Callable[..., str]) -> None:
    page = make_page(banner=["http://archiwum.dobrepraktyki.pl/index.php?p1=1&p2=1&art=28&s=1"])
    url = "http://archiwum.dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"
    assert read_page(page, source="x.txt").url == url


@pytest.mark.parametrize("source", ["page.txt", "000_8805c1f4ba56b474.txt", "3-7.txt", "0.txt"])
def test_no_article_number(make_page: Callable[..., str], source: str) -> None:
    practice = read_page(make_page(title="Świetlica"), source=source)
    assert practice.has_provisional_number
    assert practice.art == read_page(make_page(title="ŚWIETLICA"), source="x.txt").art
    assert practice.art != read_page(make_page(title="Muzeum"), source=source).art
    assert 1_000_000_000 <= practice.art < 2_000_000_000
    assert practice.url == ""


def test_second_tab_has_no_metryka(make_page: Callable[..., str]) -> None:
    page = make_page().replace("Metryka praktyki\nMiejscowość:\xa0\xa0Bochnia\n", "")
    remedy = "save the tab 'Skrót i Metryka', whose address does not end with s=2"
    with pytest.raises(PageError, match=remedy) as caught:
        read_page(page, source="7.txt")
    line = page.split("\n")[caught.value.line - 1]
    assert line.startswith(".:")


@pytest.mark.parametrize(
    ("page", "rule", "line", "message"),
    [
        pytest.param("", "tabs", 0, "7.txt: expected a page of Baza", id="empty"),
        pytest.param(
            "To jest list.\nDo Pana.", "tabs", 0, "7.txt: expected a page", id="other-text"
        ),
        pytest.param("{}", "tabs", 0, "7.txt: expected a page", id="no-text"),
        pytest.param("\x00\x01\x02", "tabs", 0, "7.txt: expected a page", id="binary"),
        pytest.param(
            f"Tytuł\n{TWO_TABS}", "heading", 2, "7.txt:2: expected a heading", id="heading"
        ),
        pytest.param(
            f"Baza\n Usługi społeczne : Kultura\n\n{TWO_TABS}",
            "title",
            2,
            "7.txt:2: expected the practice's title under",
            id="title",
        ),
        pytest.param(
            f"Usługi społeczne : Kultura\nTytuł\n{TWO_TABS}\nOpis",
            "metryka",
            3,
            "7.txt:3: expected 'Metryka praktyki' under the",
            id="metryka",
        ),
    ],
)
def test_no_practice_page(page: str, rule: str, line: int, message: str) -> None:
    with pytest.raises(PageError) as caught:
        read_page(page, source="7.txt")
    assert caught.value.rule == rule
    assert caught.value.line == line
    assert str(caught.value).startswith(message)
