"""The versions of a practice say what changed, and name no person."""

import datetime as dt

import pytest

from dashboard.practices.edits import PRACTICE, Edit
from dashboard.practices.versions import Change, FieldChange, shown_fields, versions_of

MONDAY = dt.datetime(2026, 11, 30, 8, tzinfo=dt.UTC)


def edit(before, after, *, field=PRACTICE, undoes=""):
    return Edit(at=MONDAY, place="150", field=field, before=before, after=after, undoes=undoes)


@pytest.mark.parametrize(
    ("made", "change", "fields"),
    [
        pytest.param(edit(None, {}), Change.ADDED, (), id="added"),
        pytest.param(edit({"title": "A", "art": "150"}, None), Change.REMOVED, (), id="removed"),
        pytest.param(
            edit({"title": "A", "metryka": "[1]"}, {"title": "B", "metryka": "[2]"}),
            Change.CHANGED,
            (FieldChange("title", "A", "B"),),
            id="changed",
        ),
        pytest.param(
            edit("30000", "29900", field="population"),
            Change.CORRECTED,
            (FieldChange("population", "30000", "29900"),),
            id="corrected",
        ),
        pytest.param(
            edit("29900", "30000", field="population", undoes="x"),
            Change.UNDONE,
            (FieldChange("population", "29900", "30000"),),
            id="undone",
        ),
        pytest.param(
            edit({"presentation": "Jan"}, {"presentation": "Anna"}),
            Change.CHANGED,
            (FieldChange("presentation", None, None),),
            id="a text that may name persons",
        ),
    ],
)
def test_a_version_says_what_changed(made, change, fields):
    (version,) = versions_of([made])
    assert (version.at, version.change, version.fields) == (MONDAY, change, fields)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(edit({"contacts": "Jan"}, {"contacts": "Anna"}), id="contact person"),
        pytest.param(edit("a@example.org", "", field="emails"), id="address"),
        pytest.param(edit({"phones": "1"}, {"phones": "2"}), id="telephone"),
        pytest.param(edit({"metryka": "[1]"}, {"metryka": "[2]"}), id="the card's text"),
        pytest.param(edit({"source": "a.html"}, {"source": "b.html"}), id="the file of the page"),
    ],
)
def test_what_concerns_persons_alone_is_no_version(made):
    assert shown_fields(made) == ()
    assert versions_of([made]) == []


def test_the_latest_version_stands_first():
    edits = [edit(None, {}), edit({"title": "A"}, {"title": "B"})]
    assert [each.change for each in versions_of(edits)] == [Change.CHANGED, Change.ADDED]
