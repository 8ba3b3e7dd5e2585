"""Saved corrections on the page 'Jakość danych': their history, undoing, two editors at once."""

import sqlite3
from contextlib import closing
from functools import partial

import pytest

from dashboard.practices import load_practices
from dashboard.practices.edits import Action
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE, EDIT_VARIABLE, EDITORS_VARIABLE

pytestmark = pytest.mark.slow

ROWS = (
    "art,section,title,locality,county,voivodeship\n1,Kultura,Tytuł,Bochnia,,\n2,Kultura,Drugi,,,\n"
)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """The store of practices whose corrections anybody saves."""
    table, path = tmp_path / "practices.csv", tmp_path / "store.sqlite"
    table.write_text(ROWS, encoding="utf-8")
    monkeypatch.setenv(DATA_VARIABLE, str(path))
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    store = open_store(str(path))
    store.save(load_practices(table))
    return store


@pytest.fixture
def open_page(visit):
    """A function that opens the page for another visitor."""
    return partial(visit, "quality_page")


def texts_of(page):
    assert not page.exception
    return "\n".join(element.body for element in page.get("html"))


def fill(page, lat, reason):
    page.number_input(key="review-lat").set_value(lat)
    page.number_input(key="review-lon").set_value(20.43)
    page.selectbox(key="review-precision").set_value("building")
    page.text_input(key="review-reason").set_value(reason)
    return page


def save(page, lat=49.97, reason="adres ze strony"):
    return fill(page, lat, reason).button(key="review-put").click().run()


def take_back(page, edit):
    return page.button(key=f"take-back-{edit.id}").click().run()


def keys(page):
    return [button.key for button in page.button]


def test_saving_replacing_and_removing_are_told_and_each_can_be_undone(store, open_page):
    page = open_page(przeglad="2")
    assert "Historia poprawek" not in texts_of(page)
    save(page, 49.97, "urząd")
    save(page, 49.98, "<b>mapa</b>")
    page.text_input(key="review-remove-reason").set_value("jednak nie")
    page.button(key="review-remove-sure").click().run()
    told = texts_of(page)
    assert "Historia poprawek" in told
    assert "49.97000, 20.43000 (budynek): urząd → 49.98000, 20.43000 (budynek): &lt;b&gt;" in told
    assert "bez logowania · usunięto" in told
    assert "Powód: jednak nie" in told
    added, replaced, removed = store.edits()
    for edit, lat in ((removed, 49.98), (replaced, 49.97)):
        take_back(page, edit)
        assert "Cofnięto. Mapa pokazuje" in texts_of(page)
        assert [each.lat for each in store.corrections()] == [lat]
        assert page.number_input(key="review-lat").value == lat
        assert store.edits()[-1].undoes == edit.id
    take_back(page, added)
    assert store.corrections() == []
    assert [each.action for each in store.edits()[3:]] == [
        Action.ADD,
        Action.REPLACE,
        Action.REMOVE,
    ]
    assert "bez logowania · cofnięto zmianę" in texts_of(page)


def test_the_second_editor_is_asked_and_loses_nothing(store, open_page):
    first, second = open_page(przeglad="1"), open_page(przeglad="1")
    save(first, 49.97, "urząd")
    save(second, 50.01, "własny pomiar")
    assert [each.reason for each in store.corrections()] == ["urząd"]
    assert "W międzyczasie ktoś zapisał tę poprawkę inaczej" in texts_of(second)
    assert "49.97000, 20.43000 (budynek): urząd" in texts_of(second)
    assert second.text_input(key="review-reason").value == "własny pomiar"
    second.button(key="review-conflict-mine").click().run()
    second.button(key="review-put").click().run()
    assert "Zapisano" in texts_of(second)
    assert [each.reason for each in store.corrections()] == ["własny pomiar"]
    assert store.edits()[-1].before.reason == "urząd"


def test_the_second_editor_may_take_what_is_saved(store, open_page):
    first, second = open_page(przeglad="1"), open_page(przeglad="1")
    fill(second, 50.01, "własny pomiar").run()
    save(first, 49.97, "urząd")
    second.run()
    second.button(key="review-conflict-theirs").click().run()
    assert "W międzyczasie" not in texts_of(second)
    assert second.number_input(key="review-lat").value == 49.97
    assert len(store.edits()) == 1


def test_a_form_that_was_not_touched_follows_what_is_saved(store, open_page):
    first, second = open_page(przeglad="1"), open_page(przeglad="1")
    save(first, 49.97, "urząd")
    second.run()
    assert "W międzyczasie" not in texts_of(second)
    assert second.number_input(key="review-lat").value == 49.97
    assert len(store.edits()) == 1


def test_what_somebody_changed_meanwhile_is_neither_removed_nor_undone_unseen(store, open_page):
    first = open_page(przeglad="1")
    save(first, 49.97, "urząd")
    second, third = open_page(przeglad="1"), open_page(przeglad="1")
    save(first, 49.98, "pomiar")
    second.button(key="review-remove-sure").click().run()
    assert "Nic nie zapisano" in texts_of(second)
    assert [each.reason for each in store.corrections()] == ["pomiar"]
    take_back(third, store.edits()[0])
    assert "Nie cofnięto" in texts_of(third)
    assert [each.reason for each in store.corrections()] == ["pomiar"]
    assert len(store.edits()) == 2


def test_the_overview_tells_the_latest_edits_of_all_places(store, open_page):
    save(open_page(przeglad="1"))
    save(open_page(przeglad="2"))
    page = open_page()
    assert "nr 1" in texts_of(page)
    assert "nr 2" in texts_of(page)
    take_back(page, store.edits()[0])
    assert [each.id for each in store.corrections()] == ["2"]


@pytest.mark.usefixtures("store")
def test_a_reader_sees_the_history_and_undoes_nothing(open_page, monkeypatch):
    save(open_page(przeglad="1"))
    monkeypatch.delenv(EDIT_VARIABLE)
    page = open_page(przeglad="1")
    assert "Historia poprawek" in texts_of(page)
    assert not [key for key in keys(page) if key.startswith("take-back")]


def test_who_is_not_logged_in_keeps_a_correction_for_download(store, open_page, monkeypatch):
    monkeypatch.setenv(EDITORS_VARIABLE, "anna@example.org")
    page = open_page(przeglad="1")
    assert "tylko wyznaczone osoby, po zalogowaniu" in texts_of(page)
    save(page)
    assert "1 poprawka z tej wizyty" in texts_of(page)
    assert (store.corrections(), store.edits()) == ([], [])


def test_what_was_drawn_for_an_editor_is_not_saved_for_a_reader(store, open_page, monkeypatch):
    page = open_page(przeglad="1")
    save(page)
    (edit,) = store.edits()
    fill(page, 50.01, "pomiar")
    monkeypatch.setenv(EDITORS_VARIABLE, "anna@example.org")
    page.button(key="review-put").click().run()
    assert "1 poprawka z tej wizyty" in texts_of(page)
    take_back_again = open_page(przeglad="1")
    assert f"take-back-{edit.id}" not in keys(take_back_again)
    assert len(store.edits()) == 1


@pytest.mark.usefixtures("store")
def test_a_history_that_cannot_be_read_hides_nothing_else(open_page, tmp_path, caplog):
    save(open_page(przeglad="1"))
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection, connection:
        connection.execute(
            "INSERT INTO practice_edits (id, at, who, place, before, after, reason, undoes)"
            """ VALUES ('obcy', '2026-01-01', '', '1', '{"id": "1"}', NULL, '', '')"""
        )
    page = open_page(przeglad="1")
    assert "nie może teraz odczytać" in page.code[0].value
    assert "row_no" not in page.code[0].value
    assert "row_no" in caplog.text
    assert "Sprawdzenie położenia" in texts_of(page)
