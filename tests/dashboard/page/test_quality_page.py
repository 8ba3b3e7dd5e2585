"""The page 'Jakość danych' as Streamlit runs it, without a browser."""

import sqlite3
from contextlib import closing
from functools import partial

import pytest

from dashboard.practices import load_practices
from dashboard.store import open_store
from dashboard.ui.labels import plain
from dashboard.variables import EDIT_VARIABLE
from geocoding.overrides import Override

pytestmark = pytest.mark.slow

SAVED = Override.model_validate(
    {
        "id": "1",
        "address": "Bochnia",
        "lat": 50.0,
        "lon": 20.5,
        "precision": "street",
        "reason": "przy rynku",
        "date": "2026-01-02",
    }
)
HEADER = "art,section,title,locality,county,voivodeship\n"


@pytest.fixture
def open_page(visit):
    """A function that opens the page on a table (None: the shipped one) and an address."""
    return partial(visit, "quality_page")


@pytest.fixture
def make_table(tmp_path):
    """A function that makes a store of these rows of a practices table."""

    def make(*rows):
        table = tmp_path / "practices.csv"
        table.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        path = tmp_path / "store.sqlite"
        open_store(str(path)).save(load_practices(table))
        return path

    return make


def correct(table, *corrections):
    """Put corrections of positions into a store."""
    open_store(str(table)).change_corrections(lambda _ones: list(corrections))


def corrected(table):
    """The corrections of positions in a store."""
    return open_store(str(table)).corrections()


def texts_of(page):
    return "\n".join(element.body for element in page.get("html"))


def offers_corrections(page):
    return "correction-download" in [button.key for button in page.get("download_button")]


def has_button(page, key):
    return key in [button.key for button in page.button]


def fill(page, *, lat=49.97, lon=20.43, reason="adres ze strony urzędu"):
    page.number_input(key="review-lat").set_value(lat)
    page.number_input(key="review-lon").set_value(lon)
    page.selectbox(key="review-precision").set_value("building")
    page.text_input(key="review-reason").set_value(reason)
    return page.button(key="review-put").click().run()


def test_the_overview_counts_what_was_found(open_page):
    page = open_page()
    assert not page.exception
    assert "15 miejsc, z tego 14 na mapie" in texts_of(page)
    assert "znalezione (14)" in page.pills(key="quality-status").options
    assert "Żadne położenie nie kłóci się" in texts_of(page)


def test_a_link_chooses_and_tells_what_it_could_not_use(open_page):
    page = open_page(stan=["skipped", "lost"])
    assert page.pills(key="quality-status").value == ["skipped"]
    assert "stan = lost" in page.warning[0].value


def test_nothing_passes(open_page):
    page = open_page(stan="error")
    assert "Żadne miejsce nie spełnia" in texts_of(page)
    page.button(key="quality-reset").click().run()
    assert page.pills(key="quality-status").value == []


def test_all_are_located(open_page, make_table):
    page = open_page(make_table("1,Kultura,Tytuł,Bochnia,,"))
    assert "Wszystkie miejsca są na mapie" in texts_of(page)


def test_none_is_located(open_page, make_table):
    page = open_page(make_table("1,Kultura,Tytuł,Qwertyuiop,,", "2,Kultura,Drugi,,,"))
    assert not page.exception
    assert "Żadnego z tych miejsc nie ma na mapie" in texts_of(page)


def test_practices_with_provisional_numbers_are_listed(open_page, make_table):
    page = open_page(make_table("1,Kultura,Tytuł,Bochnia,,", "1000000005,Kultura,Drugi,,,"))
    assert not page.exception
    assert "Numery tymczasowe" in texts_of(page)


def test_without_provisional_numbers_there_is_no_list_of_them(open_page):
    assert "Numery tymczasowe" not in texts_of(open_page())


def test_an_empty_table(open_page, make_table):
    page = open_page(make_table())
    assert not page.exception
    assert "mapa-praktyk import" in page.info[0].value


def test_a_contradiction_is_counted_as_a_choice(open_page, make_table):
    page = open_page(make_table("1,Kultura,Tytuł,Bochnia,Kraków,małopolskie"))
    assert "inny powiat (1)" in page.pills(key="quality-check").options


def test_a_review_shows_what_is_stated_and_found(open_page):
    page = open_page(przeglad="596/2")
    assert not page.exception
    assert "Sprawdzenie położenia" in texts_of(page)
    assert "krakowski" in texts_of(page)
    assert page.selectbox(key="review-which").value == "596/2"
    assert page.text_input(key="review-words").value == "Liszki"
    page.button(key="review-close").click().run()
    assert "Brakujące pola" in texts_of(page)


@pytest.mark.parametrize("name", ["99", "596", "596/6", "../x", "9" * 300])
def test_a_place_that_is_not_there_is_told(open_page, name):
    page = open_page(przeglad=name)
    assert f"przeglad = {plain(name)}" in page.warning[0].value
    assert "Brakujące pola" in texts_of(page)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"lat": None}, "Wskaż punkt", id="no point"),
        pytest.param({"reason": "  "}, "Podaj powód", id="no reason"),
        pytest.param({"lat": 10.0}, "poza Polską", id="outside"),
    ],
)
def test_a_correction_that_is_not_whole_is_not_kept(open_page, changes, words):
    page = fill(open_page(przeglad="41"), **changes)
    assert words in page.warning[0].value
    assert not offers_corrections(page)


def test_without_editing_a_correction_is_offered_as_a_file(open_page, make_table):
    table = make_table("1,Kultura,Tytuł,Bochnia,,")
    page = fill(open_page(table, przeglad="1"))
    assert not page.exception
    assert "1 poprawka z tej wizyty" in texts_of(page)
    assert offers_corrections(page)
    assert corrected(table) == []
    page.button(key="correction-forget").click().run()
    assert not offers_corrections(page)


def test_a_correction_of_this_visit_can_be_taken_back_alone(open_page, make_table):
    table = make_table("1,Kultura,Tytuł,Bochnia,,")
    page = fill(open_page(table, przeglad="1"))
    page.button(key="review-remove-sure").click().run()
    assert not page.exception
    assert "Usunięto" in texts_of(page)
    assert not offers_corrections(page)
    assert not has_button(page, "review-remove-sure")


def test_without_editing_a_saved_correction_is_left_out_of_the_file(open_page, make_table):
    table = make_table("1,Kultura,Tytuł,Bochnia,,")
    correct(table, SAVED)
    page = open_page(table, przeglad="1")
    page.button(key="review-remove-sure").click().run()
    assert "1 poprawka do usunięcia, jeszcze obecna w danych" in texts_of(page)
    assert offers_corrections(page)
    assert not has_button(page, "review-remove-sure")
    assert corrected(table) == [SAVED]
    page.button(key="review-put").click().run()
    assert "do usunięcia" not in texts_of(page)
    assert "1 poprawka z tej wizyty" in texts_of(page)


def test_in_editing_mode_a_saved_correction_is_removed_and_can_be_saved_again(
    open_page, make_table, monkeypatch
):
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    table = make_table("1,Kultura,Tytuł,Bochnia,,", "2,Kultura,Bez miejsca,,,")
    correct(table, SAVED)
    before = corrected(table)
    page = open_page(table, przeglad="1")
    assert "Powód poprawki" in texts_of(page)
    assert "Poprawka zniknie z danych" in texts_of(page)
    page.button(key="review-remove-sure").click().run()
    assert not page.exception
    assert corrected(table) == []
    assert "Powód poprawki" not in texts_of(page)
    assert "Usunięto poprawkę. Mapa pokazuje położenie, które znajduje program" in texts_of(page)
    assert page.text_input(key="review-reason").value == "przy rynku"
    page.button(key="review-put").click().run()
    (after,) = corrected(table)
    assert (after.id, after.lat, after.reason) == ("1", before[0].lat, "przy rynku")
    assert "Powód poprawki" in texts_of(page)


def test_a_removal_that_cannot_be_written_is_told(open_page, make_table, monkeypatch, caplog):
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    table = make_table("1,Kultura,Tytuł,Bochnia,,")
    correct(table, SAVED)
    page = open_page(table, przeglad="1")
    with closing(sqlite3.connect(table)) as connection, connection:
        connection.execute("UPDATE practice_corrections SET precision = 'house'")
    page.button(key="review-remove-sure").click().run()
    assert not page.exception
    assert "nie może teraz odczytać" in page.code[0].value
    assert "practice_corrections: row 1, precision" in caplog.text


def test_in_editing_mode_a_correction_is_saved_and_wins(open_page, make_table, monkeypatch):
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    table = make_table("1,Kultura,Tytuł,Bochnia,,", "2,Kultura,Bez miejsca,,,")
    page = fill(open_page(table, przeglad="2"))
    assert not page.exception
    assert "Zapisano" in texts_of(page)
    assert "Powód poprawki" in texts_of(page)
    saved = corrected(table)
    assert [(each.id, each.lat, each.reason) for each in saved] == [
        ("2", 49.97, "adres ze strony urzędu")
    ]
    page.button(key="review-close").click().run()
    assert "2 miejsca, z tego 2 na mapie" in texts_of(page)
    assert "ustalone ręcznie (1)" in page.pills(key="quality-status").options


def test_a_saved_correction_of_no_place_is_told_and_can_be_removed(
    open_page, make_table, monkeypatch
):
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    table = make_table("1,Kultura,Tytuł,Bochnia,,")
    correct(table, SAVED, SAVED.model_copy(update={"id": "8"}))
    page = open_page(table)
    assert "1 zapisana poprawka nic nie zmienia" in texts_of(page)
    page.button(key="review-remove-sure").click().run()
    assert "nic nie zmienia" not in texts_of(page)
    assert [each.id for each in corrected(table)] == ["1"]


def test_made_up_practices_are_never_corrected_in_the_file(open_page, make_table, monkeypatch):
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    table = make_table("1,Kultura,Tytuł,Bochnia,,")
    page = open_page(table, dane="demo")
    assert not page.exception
    assert "Tryb edycji" not in texts_of(page)


def test_english(open_page):
    page = open_page(lang="en", przeglad="150")
    assert "Review of a position" in texts_of(page)
    assert page.button(key="review-put").label == "Add to the corrections"
