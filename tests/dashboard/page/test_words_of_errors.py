"""What visitors read where the data cannot be shown: no path, no host, no cell and no person."""

import errno
import os

import pytest

from dashboard.errors import (
    CorrectionError,
    EditConflictError,
    NoTableError,
    PracticeDataError,
    SettingsError,
    StoreError,
    Violation,
)
from dashboard.locale import texts_in
from dashboard.ui.error_words import log_once, words_for
from dashboard.variables import EDIT_VARIABLE, EDITORS_VARIABLE
from geocoding import GazetteerError, TableError

HIDDEN = "/srv/hidden/Zenobia at db.internal:5432"
FAULT = Violation(row=7, column="introduced", value=HIDDEN, rule="iso_date")


@pytest.fixture(autouse=True)
def empty_log():
    log_once.cache_clear()


def shown_on(page):
    assert not page.exception
    return "\n".join(each.value for each in (*page.error, *page.code))


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    "error",
    [
        PracticeDataError(HIDDEN, [FAULT]),
        NoTableError(HIDDEN),
        StoreError(HIDDEN),
        CorrectionError(HIDDEN),
        SettingsError(HIDDEN),
        TableError(HIDDEN),
        GazetteerError(HIDDEN),
    ],
)
def test_the_message_goes_to_the_log_and_not_to_visitors(error, language, caplog):
    words = words_for(error, texts_in(language))
    assert len(words) > 40
    for part in ("/srv", "Zenobia", "db.internal", "5432"):
        assert part not in words
    words_for(error, texts_in(language))
    assert [record.getMessage() for record in caplog.records] == [str(error)]


def test_a_full_disk_is_told(tmp_path):
    error = CorrectionError(str(tmp_path))
    error.__cause__ = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tmp_path))
    assert "dysku nie ma miejsca" in words_for(error, texts_in("pl"))


def test_what_a_visitor_did_is_told_as_it_is(caplog):
    assert "596/2" in words_for(EditConflictError("596/2"), texts_in("pl"))
    assert caplog.records == []


def test_a_damaged_table(visit, tmp_path):
    table = tmp_path / "practices.csv"
    table.write_text(
        "art,section,title,emails\n1,K,T,Zenobia tel. 600100200\nx,K,T,\n", encoding="utf-8"
    )
    told = shown_on(visit(table=table))
    assert "wiersz 2, kolumna emails: powinno być: adresy e-mail" in told
    assert "wiersz 3, kolumna art: powinno być: numer artykułu" in told
    for part in ("Zenobia", "600100200", str(tmp_path), "practices.csv", "'x'"):
        assert part not in told


def test_no_table(visit, tmp_path):
    told = shown_on(visit(table=tmp_path / "none.csv"))
    assert "powinno być: plik, który istnieje" in told
    assert str(tmp_path) not in told


def test_a_database_that_cannot_be_reached(visit):
    told = shown_on(visit(table="postgresql://anna@127.0.0.1:1/hidden"))
    assert "nie może teraz odczytać" in told
    for part in ("127.0.0.1", "hidden", "anna", "port"):
        assert part not in told


def test_a_list_of_editors_that_cannot_be_read(visit, monkeypatch):
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    monkeypatch.setenv(EDITORS_VARIABLE, "anna@example.org, jan.kowalski")
    told = shown_on(visit("quality_page", przeglad="1"))
    assert "Ustawienie serwera jest błędne" in told
    assert "anna" not in told


def test_corrections_that_cannot_be_read(visit, tmp_path):
    table = tmp_path / "practices.csv"
    table.write_text("art,section,title,locality\n1,K,T,Bochnia\n", encoding="utf-8")
    (tmp_path / "overrides.csv").write_text("Zenobia\n", encoding="utf-8")
    told = shown_on(visit(table=table))
    assert "Pliku poprawek nie można odczytać" in told
    assert str(tmp_path) not in told
