from dashboard.ui.visit.visits import VISITS

OF_THE_TEST = "test session id"
"""Streamlit names so a visit without a browser."""


def test_every_visit_is_watched_until_its_reader_has_left(visit):
    assert not visit().exception
    assert OF_THE_TEST in VISITS
