"""The page 'Dodaj dane' as Streamlit runs it, without a browser."""

import io
import zipfile
from functools import partial

import pytest
from xlsxwriter import Workbook

from dashboard.practices.worker_program import MAX_MEMORY_BYTES

pytestmark = pytest.mark.slow

MAX_MB = MAX_MEMORY_BYTES // 2**20

KILLING_ROWS = (
    b'<row r="1"><c r="A1"><v>1</v></c></row><row><c r="xfd1048576"><v>1</v></c></row></sheetData>'
)
TABLE = (
    "Lp;Nazwa praktyki;Dział;Miejscowość;Kod pocztowy;Ludność\n"
    "1;<b>Autobus</b>;Usługi techniczne;Liszki;32-060;17 tys.\n"
    "2;Biblioteka;Usługi społeczne;Bochnia;32-700;dużo\n"
    "2;Powtórzona;Usługi społeczne;Bochnia;32-700;\n"
)


@pytest.fixture
def open_page(visit):
    """A function that opens the page in a language."""
    return partial(visit, "add_page")


@pytest.fixture
def bring(open_page):
    """A function that opens the page and brings files, each a name and its content."""

    def run(*files, **query):
        page = open_page(**query)
        contents = [
            (name, content.encode() if isinstance(content, str) else content)
            for name, content in files
        ]
        triples = [(name, content, "text/plain") for name, content in contents]
        return page.file_uploader(key="add-files").set_value(triples).run()

    return run


@pytest.fixture
def killing_workbook():
    """A workbook whose reading asks for some 500 GB."""
    output, packed = io.BytesIO(), io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        book.add_worksheet()
    with zipfile.ZipFile(output) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"<sheetData/>", b"<sheetData>" + KILLING_ROWS)
            new.writestr(name, part)
    return packed.getvalue()


def problems_of(page):
    return next(each.value for each in page.dataframe if "Wiersz lub plik" in each.value)


def texts_of(page):
    return "\n".join(element.body for element in page.get("html"))


@pytest.mark.parametrize(
    ("language", "title"), [("pl", "Dodaj dane"), ("en", "Add data")], ids=["pl", "en"]
)
def test_the_page_says_what_can_be_brought(open_page, language, title):
    page = open_page(lang=language)
    assert not page.exception
    assert f'<h1 class="mp-title">{title}</h1>' in texts_of(page)
    assert "CSV" in texts_of(page)


def test_columns_are_matched_by_their_headings(bring):
    page = bring(("tabela.csv", TABLE))
    chosen = {box.label: box.value for box in page.selectbox if box.key.startswith("add-column")}
    assert chosen["Tytuł"] == "Nazwa praktyki"
    assert chosen["Numer praktyki"] == "Lp"
    assert chosen["Liczba mieszkańców"] == "Ludność"
    assert chosen["Powiat"] is None


def test_a_table_is_read_shown_and_its_problems_are_listed(bring):
    page = bring(("tabela.csv", TABLE))
    page.button(key="add-read").click().run()
    assert not page.exception
    assert "Wczytano 3 praktyki z 3." in texts_of(page)
    assert "3 z 3 praktyk" in texts_of(page)
    assert "Twoje dane: widzi je tylko ta przeglądarka" in texts_of(page)
    problems = problems_of(page)
    assert problems["Wiersz lub plik"].tolist() == ["3", "4"]
    assert problems["Kolumna"].tolist() == ["Liczba mieszkańców", "Numer praktyki"]
    assert problems["Wartość"].tolist() == ["dużo", "2"]
    assert problems["Skutek"].tolist() == [
        "wartość pominięto",
        "praktyka dostała numer tymczasowy",
    ]


def test_the_map_shows_what_was_brought_and_it_can_be_forgotten(bring):
    page = bring(("tabela.csv", TABLE))
    page.button(key="add-read").click().run()
    page.switch_page("app_pages/map_page.py").run()
    assert not page.exception
    assert "3 z 3 praktyk" in texts_of(page)
    page.switch_page("app_pages/add_page.py").run()
    page.button(key="add-forget").click().run()
    assert "11 z 11 praktyk" in texts_of(page)
    assert "Wynik wczytania" not in texts_of(page)


def test_without_a_title_nothing_can_be_read(bring):
    page = bring(("tabela.csv", "Uwagi\nx\n"))
    assert page.button(key="add-read").disabled
    assert "Wskaż kolumnę z tytułem" in texts_of(page)


def test_pages_are_read(bring, make_page):
    page = bring(("11.txt", make_page(title="Jedenasta")), ("uwagi.txt", "nic"))
    page.button(key="add-read").click().run()
    assert not page.exception
    assert "Wczytano 1 praktykę z 2." in texts_of(page)
    assert problems_of(page)["Wiersz lub plik"].tolist() == ["uwagi.txt"]


@pytest.mark.parametrize(
    ("language", "reason"),
    [("pl", "skoroszyt zawiera makra"), ("en", "the workbook holds macros")],
    ids=["pl", "en"],
)
def test_what_is_not_taken_is_told_why(bring, language, reason):
    page = bring(("<i>x</i>.xlsm", "x"), lang=language)
    assert not page.exception
    assert f"<strong>&lt;i&gt;x&lt;/i&gt;.xlsm</strong>: {reason}" in texts_of(page)


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        pytest.param(
            "pl", "komórka w wierszu 1003, w kolumnie 2, ma ponad 131\xa0072 znaki", id="pl"
        ),
        pytest.param(
            "en", "the cell in row 1003, column 2 has more than 131,072 characters", id="en"
        ),
    ],
)
def test_a_cell_that_is_too_long_is_told_with_its_place(bring, language, reason):
    table = "Tytuł;Opis\n" + "A;B\n" * 1001 + 'C;"' + "x" * 140_000 + '"\n'
    page = bring(("tabela.csv", table), lang=language)
    assert not page.exception
    assert f"<strong>tabela.csv</strong>: {reason}" in texts_of(page)


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        pytest.param("pl", f"odczyt wymaga więcej pamięci niż {MAX_MB} MB", id="pl"),
        pytest.param("en", f"reading takes more memory than {MAX_MB} MB", id="en"),
    ],
)
def test_a_workbook_that_ends_its_reader_is_refused_and_the_next_is_read(
    bring, killing_workbook, language, reason
):
    page = bring(("tabela.xlsx", killing_workbook), lang=language)
    assert not page.exception
    assert f"<strong>tabela.xlsx</strong>: {reason}" in texts_of(page)
    page = bring(("tabela.csv", TABLE), lang=language)
    assert not page.exception
    assert page.button(key="add-read")


def test_too_many_places_are_told_with_their_row_and_the_most(bring):
    table = 'Tytuł;Miejscowość\nA;"' + "; ".join(f"M{number}" for number in range(9000)) + '"\n'
    page = bring(("tabela.csv", table))
    page.button(key="add-read").click().run()
    assert not page.exception
    problem = problems_of(page).iloc[0]
    assert problem["Wiersz lub plik"] == "2"
    assert problem["Oczekiwano"] == "najwyżej 50 miejscowości rozdzielonych średnikami"
    assert len(problem["Wartość"]) < 400


ADDRESSES = (
    "Wykaz urzędów;;;;\n"
    "Nazwa urzędu;Ulica i nr;Kod poczt.;Miejscowość;Uwagi\n"
    "=1+1;ul. Kazimierza Wielkiego 2;32-700;Bochnia;a\n"
    "B;;;Nie Ma Takiej Wsi;b;c;d\n"
)


def test_a_list_of_addresses_is_located_and_comes_back(bring):
    page = bring(("urzedy.csv", ADDRESSES))
    page.radio[0].set_value(False).run()
    chosen = {box.label: box.value for box in page.selectbox if box.key.startswith("add-address-")}
    assert chosen["Ulica"] == "Ulica i nr"
    assert chosen["Kod pocztowy"] == "Kod poczt."
    page.button(key="add-geocode").click().run()
    assert not page.exception
    assert "Położenie znaleziono dla 1 z 2 wierszy." in texts_of(page)
    assert "nie szukano jego położenia: 4" in texts_of(page)
    page.button(key="add-addresses-csv").click().run()
    page.button(key="add-addresses-xlsx").click().run()
    assert not page.exception


def test_names_at_addresses_are_offered_as_addresses_and_may_be_practices(bring):
    page = bring(("urzedy.csv", "Nazwa;ulica;miejscowość\nUrząd;ul. Polna 1;Bochnia\n"))
    assert page.radio[0].value is False
    page.radio[0].set_value(True).run()
    assert not page.exception
    page.button(key="add-read").click().run()
    assert not page.exception


def test_a_list_of_addresses_needs_no_title(bring):
    page = bring(("urzedy.csv", "ulica;numer;miejscowość\nul. Polna;1;Bochnia\n"))
    assert page.radio[0].value is False
    assert not page.button(key="add-geocode").disabled


def test_the_row_with_the_headings_can_be_chosen(bring):
    page = bring(("t.csv", "Tytuł;Miejscowość\nNazwa praktyki;Miasto\nA;Bochnia\n"))
    box = next(each for each in page.selectbox if each.label == "Wiersz z nagłówkami")
    assert box.value == 1
    box.set_value(2).run()
    chosen = {each.label: each.value for each in page.selectbox}
    assert chosen["Tytuł"] == "Nazwa praktyki"
    box = next(each for each in page.selectbox if each.label == "Wiersz z nagłówkami")
    box.set_value(0).run()
    assert not page.exception
    assert "(1)" in page.dataframe[0].value.columns


def test_own_coordinates_are_the_positions(bring):
    page = bring(("t.csv", "Nazwa;Miejscowość;Szerokość;Długość\nA;Limanowa;49,9691;20,4302\n"))
    page.button(key="add-read").click().run()
    assert not page.exception
    assert "1 praktyka ma położenie ze współrzędnych w pliku." in texts_of(page)
