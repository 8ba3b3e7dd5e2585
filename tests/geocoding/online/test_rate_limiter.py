from concurrent.futures import ThreadPoolExecutor

import pytest

from geocoding.errors import ServiceNotAskedError, ServiceRefusedError, ServiceUnavailableError
from geocoding.online.rate_limiter import Limits, RateLimiter


class Requests:
    """Requests that fail in a given way, then succeed; remembers when each was sent."""

    def __init__(self, clock, *errors):
        self.clock = clock
        self.errors = list(errors)
        self.sent_at = []

    def __call__(self):
        self.sent_at.append(self.clock())
        if self.errors:
            raise self.errors.pop(0)
        return "answer"


def down(retry_after_s=None):
    return ServiceUnavailableError("down", retry_after_s=retry_after_s)


def test_requests_keep_their_distance(gate, fake_time):
    request = Requests(fake_time.clock)

    assert [gate.ask(request) for _ in range(3)] == ["answer"] * 3
    assert request.sent_at == [0, 1, 2]


def test_a_slow_request_needs_no_further_wait(gate, fake_time):
    gate.ask(lambda: fake_time.sleep(5))
    fake_time.naps.clear()

    gate.ask(lambda: None)

    assert fake_time.naps == []


@pytest.mark.parametrize(
    ("errors", "sent_at"),
    [
        pytest.param([down(), down()], [0, 2, 6], id="waits-grow"),
        pytest.param([down(30.0)], [0, 30], id="retry-after"),
        pytest.param(
            [ServiceRefusedError("too many", retry_after_s=7.0)], [0, 7], id="refused-for-now"
        ),
        pytest.param([down(0.0)], [0, 1], id="no-wait-shorter-than-the-interval"),
    ],
)
def test_a_failed_request_is_sent_again(gate, fake_time, errors, sent_at):
    request = Requests(fake_time.clock, *errors)

    assert gate.ask(request) == "answer"
    assert request.sent_at == sent_at


@pytest.mark.parametrize(
    ("errors", "requests"),
    [
        pytest.param([down()] * 9, 3, id="attempts-are-used-up"),
        pytest.param([ServiceRefusedError("forbidden")] * 9, 1, id="refused-for-good"),
        pytest.param([down(121.0)] * 9, 1, id="asked-to-wait-too-long"),
    ],
)
def test_a_question_is_given_up(gate, fake_time, errors, requests):
    request = Requests(fake_time.clock, *errors)

    with pytest.raises(type(errors[0])):
        gate.ask(request)

    assert len(request.sent_at) == requests


def test_a_wait_that_was_asked_for_holds_for_the_next_question(gate, fake_time):
    failing = Requests(fake_time.clock, *[down(40.0)] * 3)
    with pytest.raises(ServiceUnavailableError):
        gate.ask(failing)
    request = Requests(fake_time.clock)

    gate.ask(request)

    assert failing.sent_at == [0, 40, 80]
    assert request.sent_at == [120]


def test_a_question_that_was_given_up_holds_up_no_other(gate, fake_time):
    failing = Requests(fake_time.clock, *[down()] * 3)
    with pytest.raises(ServiceUnavailableError):
        gate.ask(failing)
    request = Requests(fake_time.clock)

    gate.ask(request)

    assert failing.sent_at == [0, 2, 6]
    assert request.sent_at == [7]


def test_a_service_that_fails_again_and_again_is_not_asked_any_more(gate, fake_time):
    request = Requests(fake_time.clock, *[ServiceRefusedError("no")] * 99)
    for _ in range(5):
        with pytest.raises(ServiceRefusedError):
            gate.ask(request)

    with pytest.raises(ServiceNotAskedError, match="the 5 questions before had no answer"):
        gate.ask(request)

    assert len(request.sent_at) == 5


def test_an_answer_forgets_the_failures_before(fake_time):
    gate = RateLimiter(Limits(failures=2, attempts=1), clock=fake_time.clock, sleep=fake_time.sleep)
    request = Requests(fake_time.clock, down())

    for failing in (request, Requests(fake_time.clock), Requests(fake_time.clock, down())):
        try:
            gate.ask(failing)
        except ServiceUnavailableError:
            continue

    assert gate.ask(request) == "answer"


def test_threads_share_one_limit(gate, fake_time):
    request = Requests(fake_time.clock)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: gate.ask(request), range(20)))

    assert len(request.sent_at) == 20
    assert fake_time.clock() >= 19
