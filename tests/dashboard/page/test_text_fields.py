"""Every field of the pages that takes a text says how long it may be, and holds no longer one."""

import ast
from pathlib import Path

import pytest

import dashboard
from dashboard.practices import load_practices
from dashboard.practices.corrections import corrections_path
from dashboard.store import open_store
from dashboard.ui.visit.text_fields import LONGEST
from dashboard.variables import EDIT_VARIABLE

pytestmark = pytest.mark.slow

TABLE = "art,section,title,locality\n1,Kultura,Tytuł,Bochnia\n2,Kultura,Drugi,Liszki\n"
SAVED = "id,address,lat,lon,precision,reason,date\n1,Bochnia,50.0,20.5,street,rynek,2026-01-02\n"
PAGES = {
    "": {"moja": "Bochnia"},
    "about_page": {},
    "add_page": {},
    "analysis_page": {"moja": "Bochnia"},
    "coverage_page": {},
    "figures_page": {},
    "quality_page": {"przeglad": "1"},
    "shortlist_page": {"wybrane": "1"},
}
TAKING_TEXT = {"text_input", "text_area", "chat_input", "data_editor"}


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A table whose corrections anybody saves, with one."""
    path = tmp_path / "practices.csv"
    path.write_text(TABLE, encoding="utf-8")
    corrections_path(path).write_text(SAVED, encoding="utf-8")
    saved = open_store(str(path)).corrections()
    store = open_store(str(tmp_path / "store.sqlite"))
    store.save(load_practices(path))
    store.change_corrections(lambda _ones: saved)
    monkeypatch.setenv(EDIT_VARIABLE, "1")
    return store.address


def test_every_field_of_a_page_has_a_greatest_length(visit, table):
    found = {}
    for script, query in PAGES.items():
        page = visit(script, table, **query)
        assert not page.exception
        assert not page.text_area
        assert not page.chat_input
        found |= {field.key: field.proto.max_chars for field in page.text_input}

    assert found == dict(LONGEST)


def test_every_page_was_walked():
    scripts = {path.stem for path in (Path(dashboard.__path__[0]) / "app_pages").glob("*_page.py")}
    assert scripts == {script or "map_page" for script in PAGES}


def test_nothing_else_draws_a_field_for_text():
    """Fields that show in few states of a page are drawn by the same function."""
    drawn = []
    for path in sorted(Path(dashboard.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in TAKING_TEXT:
                drawn.append((path.name, node.attr))
            assert not isinstance(node, ast.keyword) or node.arg != "accept_new_options"
    assert drawn == [("text_fields.py", "text_input")]


def test_no_element_of_ours_has_a_field_for_text():
    fields = ('createElement("input")', "contenteditable=", "<input", "<textarea")
    for path in sorted((Path(dashboard.__path__[0]) / "ui" / "elements").rglob("*.js")):
        source = path.read_text(encoding="utf-8")
        assert not [field for field in fields if field in source], path


@pytest.mark.parametrize(
    ("script", "key", "query"),
    [
        pytest.param("", "filter-szukaj", {}, id="search"),
        pytest.param("", "home-place", {}, id="own unit"),
        pytest.param("quality_page", "review-words", {"przeglad": "1"}, id="words of a review"),
    ],
)
def test_a_text_that_no_browser_lets_through_is_cut(visit, table, script, key, query):
    page = visit(script, table, **query)
    field = page.text_input(key=key)
    field.set_value("12 / " * 20_000).run()

    assert not page.exception
    assert all(len(value) <= 1000 for values in page.query_params.values() for value in values)


def test_a_long_address_is_no_field_text(visit, tmp_path):
    path = tmp_path / "practices.csv"
    path.write_text(
        f"art,section,title,street,locality\n1,K,T,{'Polna ' * 49},{'Bochnia ' * 37}\n",
        encoding="utf-8",
    )
    page = visit("quality_page", path, przeglad="1")

    assert not page.exception
    assert page.text_input(key="review-words").value == ""


def test_endless_parameters_of_an_address_are_bounded(visit, table):
    many = [f"x{number}" for number in range(900)]
    page = visit("", table, woj=many, pow=["x" * 99_999], szukaj="y" * 99_999, p="9" * 99_999)

    assert not page.exception
    (warning,) = page.warning
    assert "x899" in warning.value
    assert "x" * 201 not in warning.value
    assert "9" * 201 not in warning.value


def test_a_practice_with_a_number_of_nine_digits_is_opened(visit, tmp_path):
    path = tmp_path / "practices.csv"
    rows = "art,section,title,locality\n123456789,Kultura,Tytuł,Bochnia\n1,Kultura,Inny,Liszki\n"
    path.write_text(rows, encoding="utf-8")
    page = visit("", path, p="123456789", wybrane="123456789,1")

    assert not page.exception
    assert not page.warning
    assert "123456789" in "".join(element.body for element in page.get("html"))
