import datetime as dt

import pytest

from dashboard.errors import EditConflictError
from dashboard.practices.edits import (
    UNSIGNED,
    Action,
    Edit,
    Signature,
    apply_correction,
    edits_between,
    require_unchanged,
)
from geocoding import Precision
from geocoding.overrides import Override

NOW = dt.datetime(2026, 5, 11, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
EDITOR = Signature(who="anna@example.org")


def correction(place, **changes):
    values = {
        "address": "",
        "lat": 49.97,
        "lon": 20.43,
        "precision": Precision.BUILDING,
        "reason": "widziane na miejscu",
        "date": dt.date(2026, 5, 11),
    }
    return Override(id=place, **values | changes)


def edits(before, after, by=EDITOR):
    return edits_between(before=before, after=after, by=by, at=NOW)


@pytest.mark.parametrize(
    ("before", "after", "action"),
    [
        pytest.param([], [correction("7")], Action.ADD, id="add"),
        pytest.param([correction("7")], [correction("7", lat=50.0)], Action.REPLACE, id="replace"),
        pytest.param([correction("7")], [], Action.REMOVE, id="remove"),
    ],
)
def test_an_edit_says_who_when_what_and_why(before, after, action):
    (edit,) = edits([correction("41"), *before], [*after, correction("41")])
    assert (edit.who, edit.place, edit.action) == ("anna@example.org", "7", action)
    assert edit.at.isoformat() == "2026-05-11T12:30:00+00:00"
    assert [one for one in (edit.before,) if one] == before
    assert [one for one in (edit.after,) if one] == after
    assert edit.reason == (after[0].reason if after else "")


def test_the_reason_that_is_signed_goes_first():
    (edit,) = edits([], [correction("7")], Signature(reason="cofnięcie", undoes="x"))
    assert (edit.who, edit.reason, edit.undoes) == ("", "cofnięcie", "x")


def test_what_stays_is_no_edit():
    assert edits([correction("7")], [correction("7")]) == []


def test_several_places_and_one_that_only_an_address_names():
    after = [correction("7"), correction("", address="Liszki"), correction("41")]
    assert [each.place for each in edits([], after)] == ["41", "7", "Liszki"]


def test_an_edit_is_one_line_and_is_read_again():
    (edit,) = edits([], [correction("7", reason="w\u2028dwóch\nwierszach")])
    line = edit.model_dump_json()
    assert '"action":"add"' in line
    assert "\n" not in line
    assert Edit.model_validate_json(line) == edit


@pytest.mark.parametrize("before", [None, correction("7")])
def test_an_edit_is_undone_by_putting_back_what_was_there(before):
    there = [correction("41")] + ([before] if before else [])
    changed = apply_correction(there, "7", correction("7", lat=50.0))
    (edit,) = edits(there, changed)
    assert apply_correction(changed, edit.place, edit.before) == there


@pytest.mark.parametrize(
    ("seen", "is_changed"),
    [
        pytest.param({"7": correction("7")}, False, id="as seen"),
        pytest.param({"41": None}, False, id="still none"),
        pytest.param({"7": None}, True, id="added meanwhile"),
        pytest.param({"7": correction("7", lat=50.0)}, True, id="replaced meanwhile"),
        pytest.param({"41": correction("41")}, True, id="removed meanwhile"),
    ],
)
def test_nobody_overwrites_what_they_have_not_seen(seen, is_changed):
    there = [correction("7")]
    if not is_changed:
        require_unchanged(there, seen)
        return
    with pytest.raises(EditConflictError) as told:
        require_unchanged(there, seen)
    assert told.value.place in seen


def test_nobody_has_to_sign():
    assert UNSIGNED.who == ""
