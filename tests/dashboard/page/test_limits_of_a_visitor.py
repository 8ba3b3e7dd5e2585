"""One visitor may ask for so much; what is more is told, and others are served."""

import gc
import threading
import weakref

import pytest
import streamlit as st
from limits.storage import MemoryStorage
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.rate_limits import rate_limits

TABLE = "Nazwa praktyki;Miejscowość\nAutobus;Liszki\n"


def script(make):
    """Ask for a file; show the refusal."""
    import streamlit  # noqa: PLC0415  a script of its own

    from dashboard.export.jobs import JobSpec  # noqa: PLC0415
    from dashboard.locale import texts_in  # noqa: PLC0415
    from dashboard.ui.downloads import downloads_panel  # noqa: PLC0415

    downloads_panel.ask(JobSpec(name="a.txt", mime="text/plain", make=make), patience_s=0)
    for name, limit in streamlit.session_state.get("tray-refusal", {}).items():
        streamlit.html(texts_in("pl")(f"tray-refused-{name}", limit=limit))


@pytest.fixture
def allow(monkeypatch):
    """A function that sets how much one visitor may ask for."""

    def put(**settings):
        for name, value in settings.items():
            monkeypatch.setenv(f"MAPA_PRAKTYK_{name.upper()}", str(value))
        rate_limits.cache_clear()
        st.cache_resource.clear()

    yield put
    rate_limits.cache_clear()
    st.cache_resource.clear()


def texts_of(page):
    assert not page.exception
    return "\n".join(element.body for element in page.get("html"))


def visit(make):
    """A visit that asks for a file at each run."""
    return AppTest.from_function(script, default_timeout=60, args=(make,))


def test_files_at_once_are_limited_for_each_visitor_and_others_are_served(allow):
    allow(files_at_once=1)
    started, going_on, other_made = threading.Event(), threading.Event(), threading.Event()

    def slow(_progress):
        started.set()
        assert going_on.wait(60)
        return b"slow"

    def quick(_progress):
        other_made.set()
        return b"quick"

    busy = visit(slow).run()
    assert started.wait(60)
    assert "Naraz powstaje 1 plik" in texts_of(busy.run())
    other = visit(quick).run()
    assert other_made.wait(60)
    assert "Naraz" not in texts_of(other)
    going_on.set()


def test_files_of_all_visitors_that_wait_are_limited_and_told(allow):
    allow(files_waiting=3, files_at_once=2)
    going_on = threading.Event()

    def slow(_progress):
        assert going_on.wait(60)
        return b"slow"

    visits = [visit(slow).run() for _ in range(3)]
    reloaded = visit(slow).run()
    assert "czekają już 3 pliki różnych osób" in texts_of(reloaded)
    going_on.set()
    for each in visits:
        (file,) = each.session_state["tray-files"]
        file.wait(60)
    assert "różnych osób" not in texts_of(reloaded.run())


def test_files_an_hour_are_limited_for_each_visitor(allow):
    allow(files_per_hour=2, files_at_once=9)
    page = visit(lambda _progress: b"")
    for _ in range(2):
        assert "godzinę" not in texts_of(page.run())
    assert "To już wszystkie pliki na tę godzinę. Następny za 60 minut." in texts_of(page.run())
    assert "godzinę" not in texts_of(visit(lambda _progress: b"").run())


def counts():
    """What counts for somebody, as long as it does."""
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):  # of a storage, which looks for what is over
            thread.join(60)
    gc.collect()
    storages = (each for each in gc.get_objects() if isinstance(each, MemoryStorage))
    return weakref.WeakSet(each for each in storages if each.events)


def test_what_was_counted_is_forgotten_with_the_visit(allow):
    allow(files_at_once=9)
    before = counts()
    page = visit(lambda _progress: b"").run()
    (file,) = page.session_state["tray-files"]
    file.wait(60)
    of_visit = counts() - before
    assert len(of_visit) == 1
    del page, file
    assert not of_visit & counts()


def test_readings_an_hour_are_limited_and_told(allow):
    allow(readings_per_hour=1)
    page = AppTest.from_file(f"{dashboard.__path__[0]}/app.py", default_timeout=120).run()
    page.switch_page("app_pages/add_page.py").run()
    for name, is_refused in (("a.csv", False), ("b.csv", True)):
        files = [(name, TABLE.encode(), "text/csv")]
        page.file_uploader(key="add-files").set_value(files).run()
        assert ("wczytano już tyle plików" in texts_of(page)) is is_refused
