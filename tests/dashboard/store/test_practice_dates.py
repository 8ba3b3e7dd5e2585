"""A store says when practices were added and changed, and what changed of each."""

import datetime as dt

from dashboard.store import open_store


def today():
    return dt.datetime.now().astimezone().date()


def test_added_practices_have_their_day(store):
    dates = store.read().dates
    assert dates.added == dict.fromkeys(store.load()["art"].tolist(), today())
    assert dates.changed == {}


def test_changes_have_theirs_where_they_are_shown(store, by):
    first, second = store.load()["art"].tolist()[:2]
    store.edit_field(first, "population", "29,9 tys.", by)
    store.edit_field(second, "emails", "nowy@example.org", by)
    assert store.read().dates.changed == {first: today()}
    found = store.practice_edits(number=first)
    assert [each.field for each in found] == ["practice", "population"]
    assert store.practice_edits(since=dt.datetime.now(dt.UTC) + dt.timedelta(days=1)) == []


def test_a_position_is_no_change_of_the_practice(store, correction, by):
    store.change_corrections(lambda _: [correction], by)
    assert store.read().dates.changed == {}
    assert {each.field for each in store.practice_edits()} == {"practice"}


def test_a_removed_practice_that_comes_back_is_new(store, practices):
    store.save(practices[1:])
    store.save(practices)
    assert store.read().dates.added[int(practices["art"].iloc[0])] == today()


def test_a_table_file_notes_nothing(practices, tmp_path):
    path = tmp_path / "praktyki.csv"
    practices.to_csv(path, index=False)
    table = open_store(str(path))
    assert table.practice_edits() == []
    assert table.read().dates.added == {}
