"""What is new or changed since a day: as a filter, in a link, and counted."""

import datetime as dt

import pytest

from dashboard.explore.catalog.catalog import build_catalog
from dashboard.explore.catalog.subset import subset
from dashboard.explore.filters.filters import Filters, counts_without_each, matches, select
from dashboard.explore.link.links import read_link, write_link
from dashboard.explore.news import News, count_since, news_since
from dashboard.practices.edits import StoredDates

SEPTEMBER = dt.date(2026, 9, 1)
PRACTICES = [
    {"art": 1, "title": "A", "section": "X", "introduced": "2009-11-23"},
    {"art": 2, "title": "B", "section": "X", "introduced": "2026-09-01"},
    {"art": 3, "title": "C", "section": "X", "introduced": "2009-11-23", "updated": "2026-10-05"},
    {"art": 4, "title": "D", "section": "X"},
    {"art": 5, "title": "E", "section": "X", "introduced": "2999-01-01"},
]


@pytest.fixture
def catalog(make_catalog):
    """Practices that no store knows: one new by its card, one changed, two without a day."""
    return make_catalog(PRACTICES, [{"art": each["art"], "place": ""} for each in PRACTICES])


def numbers(catalog, filters):
    return catalog.practices["art"][matches(catalog, filters)].tolist()


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        pytest.param(None, [1, 2, 3, 4, 5], id="no day"),
        pytest.param(SEPTEMBER, [2, 3], id="the day itself counts"),
        pytest.param(dt.date(2026, 9, 2), [3], id="the day after"),
        pytest.param(dt.date(2009, 11, 23), [1, 2, 3], id="long ago"),
        pytest.param(dt.date(2027, 1, 1), [], id="in future"),
    ],
)
def test_without_a_store_the_record_card_says_since_when(catalog, since, expected):
    assert numbers(catalog, Filters(since=since)) == expected


def test_a_store_knows_better_than_the_card(catalog):
    history = StoredDates(added={1: SEPTEMBER, 3: dt.date(2026, 1, 1)}, changed={4: SEPTEMBER})
    known = build_catalog(catalog.practices, catalog.places, history=history)
    assert numbers(known, Filters(since=SEPTEMBER)) == [1, 2, 4]
    assert news_since(known, matches(known, Filters()), SEPTEMBER) == [
        News(row=0, is_new=True, day=SEPTEMBER),
        News(row=1, is_new=True, day=SEPTEMBER),
        News(row=3, is_new=False, day=SEPTEMBER),
    ]
    assert count_since(known, matches(known, Filters()), SEPTEMBER) == (2, 1)


def test_the_latest_stands_first(catalog):
    found = news_since(catalog, matches(catalog, Filters()), dt.date(2000, 1, 1))
    assert [each.row for each in found] == [2, 1, 0]


def test_some_of_the_practices_have_the_same_dates(catalog):
    assert numbers(subset(catalog, [3, 2]), Filters(since=SEPTEMBER)) == [3]


def test_what_is_not_known_is_counted(catalog):
    selection = select(catalog, Filters(since=SEPTEMBER))
    assert selection.left_out == {"nowe": 2}
    assert counts_without_each(catalog, Filters(since=SEPTEMBER)) == {"nowe": 5}
    assert Filters(since=SEPTEMBER).without("nowe") == Filters()


def test_the_day_is_in_the_link(catalog):
    link = read_link({"nowe": ["2026-09-01"]}, catalog)
    assert (link.view.filters.since, link.ignored) == (SEPTEMBER, ())
    assert write_link(link.view) == {"nowe": ["2026-09-01"]}


@pytest.mark.parametrize(
    "day",
    ["2026-02-30", "2026-9-1", "20260901", "wczoraj", "0001-01-01", "2026-W01-1", "२०२६-०९-०१"],
)
def test_what_is_no_day_is_said(catalog, day):
    link = read_link({"nowe": [day]}, catalog)
    assert link.view.filters.since is None
    assert link.ignored == (("nowe", day),)
