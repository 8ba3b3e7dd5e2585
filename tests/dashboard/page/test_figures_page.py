"""The page 'Wskaźniki' and its figures on other pages, as Streamlit runs them for one visitor."""

from functools import partial

import pytest

from dashboard.explore.figures.added import add_figure
from dashboard.explore.figures.figure import Figure, FigureCaption, FigureKind
from dashboard.explore.units.local_units import local_units

pytestmark = pytest.mark.slow

KEY = "zlobki-b-2023"


@pytest.fixture
def open_page(visit):
    """A function that opens the page on the shipped table and an address."""
    return partial(visit, "figures_page")


@pytest.fixture
def figure(tmp_path, monkeypatch):
    """Add a count of all voivodeships but one, for all visitors."""
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    caption = FigureCaption(
        name="Żłobki <b>", unit="szt.", year=2023, source="GUS", kind=FigureKind.COUNT
    )
    codes = [code for code in local_units().positions if len(code) == 2 and code != "12"]
    figure = Figure(caption=caption, by_code={code: float(code) for code in codes})
    path = tmp_path / "plik.csv"
    path.write_text("kod;n\n", "utf-8")
    add_figure(figure, path)
    return figure


def texts_of(page):
    return "\n".join(element.body for element in page.get("html"))


def test_without_any_figure_the_page_says_how_to_bring_one(open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    page = open_page()
    assert not page.exception
    assert "mapa-praktyk data add" in texts_of(page)


@pytest.mark.usefixtures("figure")
def test_an_added_figure_is_shown_with_its_source_and_what_it_lacks(open_page):
    page = open_page(wskaznik=KEY)
    assert not page.exception
    assert not page.warning
    assert page.selectbox(key="figures-choice").value == KEY
    assert page.selectbox(key="figures-level").value == "woj"
    words = texts_of(page)
    assert "Żłobki &lt;b&gt;, 2023 (szt.)" in words
    assert "źródło: GUS" in words
    assert "małopolskie" in words.split("te regiony nie mają wartości")[1]
    assert "nie jest przyczyną" in page.text[-1].value or "za mało" in page.text[-1].value


@pytest.mark.usefixtures("figure")
def test_a_link_to_a_figure_that_is_not_there_says_so(open_page):
    page = open_page(wskaznik="wlasny-inny-2023-00000000")
    assert "wskaznik" in page.warning[0].value


@pytest.mark.usefixtures("figure")
def test_a_figure_is_a_measure_a_denominator_and_a_second_colour_of_coverage(visit):
    page = visit("coverage_page", miara=f"na-{KEY}", druga=KEY)
    assert not page.exception
    assert not page.warning
    assert page.selectbox(key="coverage-miara").value == f"na-{KEY}"
    assert page.selectbox(key="coverage-druga").value == KEY


@pytest.mark.usefixtures("figure")
def test_practices_are_filtered_by_the_figure_of_their_unit(visit):
    page = visit("analysis_page", wskaznikjednostki=f"{KEY}:20..")
    assert not page.exception
    assert not page.warning
    assert page.selectbox(key="filter-figure").value == KEY
    assert page.number_input(key="filter-figure-from").value == 20
    page.number_input(key="filter-figure-to").set_value(24.0).run()
    assert page.query_params["wskaznikjednostki"] == f"{KEY}:20..24"
    page.button(key="reset").click().run()
    assert "wskaznikjednostki" not in page.query_params


@pytest.mark.usefixtures("figure")
def test_the_own_unit_is_compared_by_a_figure(visit):
    page = visit("analysis_page", moja="24", mojwskaznik=KEY)
    assert not page.exception
    assert not page.warning
    assert page.selectbox(key="home-figure").value == KEY
    page = visit("analysis_page", moja="24", mojwskaznik="inny")
    assert "Wskaźnik do porównania = inny" in page.warning[0].value
