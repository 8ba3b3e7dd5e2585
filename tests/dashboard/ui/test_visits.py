"""A visit ends soon after its reader has left."""

import pytest

from dashboard.ui.visit.visits import Visits


class Server:
    """Visits that a test lets come and go."""

    def __init__(self, *active):
        self.active = set(active)
        self.closed = []

    def is_active_session(self, session_id):
        return session_id in self.active

    def close_session(self, session_id):
        self.closed.append(session_id)


@pytest.fixture
def clock():
    """A clock that stands until it is set."""

    class Clock:
        now = 0.0

        def __call__(self):
            return self.now

    return Clock()


def test_a_visit_is_ended_once_after_its_reader_has_left(clock):
    visits, server = Visits(clock=clock), Server("a", "b")
    visits.add("a")
    visits.add("b")
    server.active.remove("a")
    for clock.now in (0.0, 30.0, 44.0):
        visits.end_left(server)
        assert server.closed == []
    for clock.now in (45.0, 300.0):
        visits.end_left(server)
        assert server.closed == ["a"]


def test_a_reader_who_comes_back_finds_the_visit(clock):
    visits, server = Visits(clock=clock), Server()
    visits.add("a")
    visits.end_left(server)
    server.active.add("a")
    clock.now = 40.0
    visits.end_left(server)
    server.active.remove("a")
    for clock.now in (60.0, 100.0):
        visits.end_left(server)
    assert server.closed == []


def test_a_visit_that_ended_is_watched_no_more(clock):
    visits, server = Visits(clock=clock), Server()
    visits.add("a")
    assert "a" in visits
    for clock.now in (0.0, 45.0):
        visits.end_left(server)
    assert "a" not in visits


def test_of_many_visits_that_are_left_the_longest_left_end_first(clock):
    visits, server = Visits(clock=clock), Server("a", "b", "c", "d")
    for clock.now, visit in enumerate("abcd"):
        visits.add(visit)
        server.active.discard(visit if visit != "d" else "")
        visits.end_left(server)
    visits.end_longest_left(server, 2)
    assert server.closed == ["a"]
    visits.end_longest_left(server, 2)
    assert server.closed == ["a"]
    assert "d" in visits
