"""Practices filtered by a figure of their units, and the range in the address."""

import pytest

from dashboard.explore.figures.figure import Figure, FigureCaption, FigureKind
from dashboard.explore.figures.practice_values import FigureRange
from dashboard.explore.filters.figure_query import FigureQuery
from dashboard.explore.filters.filters import FIGURE, Filters, matches, select
from dashboard.explore.link.links import View, read_link, write_link
from dashboard.locale import texts_in
from dashboard.views.filter_words import filter_words

SEAT = {"locality": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"}
OTHER_SEAT = {"locality": "Liszki", "county": "krakowski", "voivodeship": "małopolskie"}


def in_range(by_code, least=None, most=None, *, is_own=False) -> Filters:
    caption = FigureCaption(name="stopa", unit="%", year=2023, source="GUS", kind=FigureKind.RATE)
    figure = Figure(caption=caption, by_code=by_code, is_own=is_own)
    return Filters(figure=FigureRange(figure, "stopa, 2023", least, most))


@pytest.fixture
def three(make_catalog):
    """Three practices: of the town of Bochnia, of the county around it, of a commune elsewhere."""
    return make_catalog(
        [
            {"art": 1, "unit_type": "gmina miejska", "unit": "Gmina Miasta Bochnia", **SEAT},
            {"art": 2, "unit_type": "powiat", "unit": "Powiat Bocheński", **SEAT},
            {"art": 3, "unit_type": "gmina wiejska", "unit": "Gmina Liszki", **OTHER_SEAT},
        ],
        [
            {"art": 1, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"},
            {"art": 2, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"},
            {"art": 3, "place": "Liszki", "county": "krakowski", "voivodeship": "małopolskie"},
        ],
    )


@pytest.mark.parametrize(
    ("by_code", "bounds", "passed"),
    [
        pytest.param({"120101": 5, "120607": 9}, (4, 6), [1], id="communes"),
        pytest.param({"120101": 5, "120607": 9}, (5, None), [1, 3], id="bounds-are-inside"),
        pytest.param({"120101": 5, "1201": 7}, (6, None), [2], id="two-levels"),
        pytest.param({"1201": 5, "1206": 9}, (None, 6), [1, 2], id="county-for-its-communes"),
        pytest.param({"12": 5}, (5, 5), [1, 2, 3], id="voivodeship-for-all-in-it"),
        pytest.param({"24": 5}, (None, 9), [], id="no-number"),
    ],
)
def test_practices_pass_whose_unit_is_in_the_range(three, by_code, bounds, passed):
    found = matches(three, in_range(by_code, *bounds))
    assert three.practices["art"][found].tolist() == passed


def test_units_without_a_number_are_counted_as_left_out(three):
    filters = in_range({"120101": 5}, 0)
    assert filters.active == (FIGURE,)
    assert select(three, filters).left_out == {FIGURE: 2}
    assert filters.without(FIGURE).active == ()


def test_the_range_is_said_in_words_and_whose_it_is():
    ((_, words),) = filter_words(in_range({"12": 5.5}, 2.5, is_own=True), texts_in("pl"))
    assert words == "stopa, 2023 od 2,50 (z Twojego pliku)"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        pytest.param("stopa-2023:2.5..7", FigureQuery("stopa-2023", 2.5, 7), id="both"),
        pytest.param("stopa-2023:..7", FigureQuery("stopa-2023", None, 7), id="most"),
        pytest.param("stopa-2023:-3..", FigureQuery("stopa-2023", -3, None), id="least"),
        pytest.param("stopa:..", FigureQuery("stopa"), id="no-bound"),
        pytest.param("stopa:7..2", None, id="backwards"),
        pytest.param("stopa", None, id="no-range"),
        pytest.param("<b>:1..2", None, id="no-key"),
        pytest.param("stopa:1e9..2", None, id="no-number"),
    ],
)
def test_an_address_holds_the_range(three, text, query):
    link = read_link({FIGURE: [text]}, three)
    assert link.view.figure == query
    if query is None:
        assert link.ignored == ((FIGURE, text),)
    else:
        assert write_link(View(figure=query)) == {FIGURE: [text]}
