import subprocess
import sys

import pytest
from diskcache_community import Cache

from geocoding.cache import AnswerCache, CachedAnswer, RememberingGeocoder, Retry, question_key
from geocoding.errors import CacheError, ServiceNotAskedError, ServiceUnavailableError
from geocoding.model import Address, Candidate, Match, Point, Precision, Status

BOCHNIA = Address(street="ul. Polna", number="2", city="Bochnia", postal_code="32-700")
FOUND = Match(
    status=Status.OK,
    precision=Precision.BUILDING,
    point=Point(49.97, 20.43),
    accuracy_m=50,
    matched_label="Polna 2, Bochnia",
    candidates=(Candidate(label="Polna 2", point=Point(49.97, 20.43), score=0.9),),
    checks={"locality": True, "postal_code": False},
    provider="service",
)
NOT_FOUND = Match(status=Status.NO_MATCH, provider="service")


class Service:
    """Answers in turn, the last answer again and again; remembers what it was asked."""

    name = "service"

    def __init__(self, *answers, version="1"):
        self.version = version
        self.answers = list(answers)
        self.asked = []

    def match(self, address):
        self.asked.append(address)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Match):
            return answer
        raise answer


class Clock:
    """Seconds since 1970, as a test sets them."""

    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def cache(tmp_path):
    cache = AnswerCache(tmp_path / "cache")
    yield cache
    cache.close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def run(cache, clock):
    """Start a run over the cache, later than the one before."""

    def start(service, **options):
        clock.now += 10
        return RememberingGeocoder(service, cache, clock=clock, **options)

    return start


@pytest.mark.parametrize("answer", [FOUND, NOT_FOUND], ids=["found", "not-found"])
def test_a_question_is_asked_once(run, answer):
    service = Service(answer)

    first, second = run(service).match(BOCHNIA), run(service).match(BOCHNIA)

    assert first == second == answer
    assert len(service.asked) == 1


def test_spellings_are_one_question():
    spelled = Address(street="UL.POLNA", number=" 2", city="BOCHNIA\u00a0", postal_code="32700")

    assert question_key(spelled, provider="a", version="1") == question_key(
        BOCHNIA, provider="a", version="1"
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("b", "1", BOCHNIA), id="provider"),
        pytest.param(("a", "2", BOCHNIA), id="version"),
        pytest.param(("a", "1", Address(city="Bochnia")), id="address"),
    ],
)
def test_other_questions_are_other_ones(other):
    provider, version, address = other

    assert question_key(address, provider=provider, version=version) != question_key(
        BOCHNIA, provider="a", version="1"
    )


def test_an_error_is_kept_for_a_while(run, clock):
    service = Service(ServiceUnavailableError("down"), FOUND)

    failed = run(service).match(BOCHNIA)
    again = run(service).match(BOCHNIA)
    clock.now += 3600
    later = run(service).match(BOCHNIA)

    assert (failed.status, failed.error, failed.provider) == (Status.ERROR, "down", "service")
    assert again == failed
    assert later == FOUND
    assert len(service.asked) == 2


def test_a_question_that_was_not_asked_is_not_kept(run):
    service = Service(ServiceNotAskedError("gave up"), FOUND)

    with pytest.raises(ServiceNotAskedError):
        run(service).match(BOCHNIA)

    assert run(service).match(BOCHNIA) == FOUND


@pytest.mark.parametrize(
    ("retry", "asked_again"),
    [
        pytest.param(Retry.NOTHING, set(), id="nothing"),
        pytest.param(Retry.ERRORS, {"error"}, id="errors"),
        pytest.param(Retry.NO_MATCH, {"error", "no_match"}, id="no_match"),
        pytest.param(Retry.ALL, {"error", "no_match", "ok"}, id="all"),
    ],
)
def test_a_run_can_ask_again(run, retry, asked_again):
    answers = {
        "ok": FOUND,
        "no_match": NOT_FOUND,
        "error": ServiceUnavailableError("down"),
    }
    for name, answer in answers.items():
        run(Service(answer)).match(Address(city=name))
    service = Service(FOUND)
    geocoder = run(service, retry=retry)

    for _ in range(2):
        for name in answers:
            geocoder.match(Address(city=name))

    assert {address.city for address in service.asked} == asked_again
    assert len(service.asked) == len(asked_again)


def test_what_another_version_wrote_is_asked_anew(tmp_path):
    folder = tmp_path / "cache"
    key = question_key(BOCHNIA, provider="service", version="1")
    with Cache(str(folder)) as raw:
        raw[key] = '{"match": {"status": "perhaps"}}'
    cache = AnswerCache(folder)

    assert cache.get(key) is None
    cache.close()


def test_a_folder_that_cannot_be_used_is_named(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(CacheError, match=r"Cache .*file/cache: cannot be used"):
        AnswerCache(tmp_path / "file" / "cache")


WRITE_ANSWERS = """
import sys
from pathlib import Path
from geocoding.cache import AnswerCache, CachedAnswer
from geocoding.model import Match, Status

cache = AnswerCache(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 100):
    answer = Match(status=Status.NO_MATCH, provider="service")
    cache.put(f"key {number}", CachedAnswer(answer, float(number)))
cache.close()
"""


@pytest.mark.slow
def test_two_processes_lose_nothing(tmp_path):
    command = [sys.executable, "-P", "-c", WRITE_ANSWERS, str(tmp_path / "c")]
    writers = [subprocess.Popen([*command, first]) for first in ("0", "100")]
    exit_codes = [writer.wait() for writer in writers]

    cache = AnswerCache(tmp_path / "c")
    assert exit_codes == [0, 0]
    assert all(cache.get(f"key {n}") == CachedAnswer(NOT_FOUND, float(n)) for n in range(200))
    cache.close()


def cut_in_half(database):
    content = database.read_bytes()
    database.write_bytes(content[: len(content) // 2])


DAMAGES = [
    pytest.param(cut_in_half, "malformed", id="cut-off"),
    pytest.param(lambda file: file.write_bytes(b"x" * 9000), "not a database", id="garbage"),
    pytest.param(lambda file: (file.unlink(), file.mkdir()), "unable to open", id="a-folder"),
]


@pytest.mark.parametrize(("damage", "said"), DAMAGES)
def test_a_damaged_cache_is_told_and_left_alone(tmp_path, damage, said):
    folder = tmp_path / "cache"
    cache = AnswerCache(folder)
    for number in range(200):
        cache.put(f"key {number}", CachedAnswer(NOT_FOUND, 1.0))
    cache.close()
    for journal in folder.glob("cache.db-*"):
        journal.unlink()
    damage(folder / "cache.db")

    with pytest.raises(CacheError, match=rf"cache: cannot be used \(.*{said}.*--cache"):
        AnswerCache(folder)

    assert (folder / "cache.db").exists()


def test_damage_that_shows_later_is_told_too(tmp_path):
    folder = tmp_path / "cache"
    cache = AnswerCache(folder)
    for number in range(2000):
        cache.put(f"key {number}", CachedAnswer(NOT_FOUND, 1.0))
    cache.close()
    with (folder / "cache.db").open("rb+") as file:
        file.seek(20 * 4096)
        file.write(b"\xff" * 60 * 4096)

    with pytest.raises(CacheError, match="Move a damaged folder away"):
        read_all(folder)


def read_all(folder):
    cache = AnswerCache(folder)
    try:
        return [cache.get(f"key {number}") for number in range(2000)]
    finally:
        cache.close()


def test_a_value_that_is_not_ours_is_asked_anew(tmp_path):
    folder = tmp_path / "cache"
    with Cache(str(folder)) as raw:
        raw["key"] = {1, 2}
    cache = AnswerCache(folder)

    assert cache.get("key") is None
    cache.close()


def test_an_error_of_a_time_to_come_is_asked_again(run, clock):
    """The clock was set back by a day: the age of what is kept is not known."""
    service = Service(ServiceUnavailableError("down"), FOUND)
    run(service).match(BOCHNIA)
    clock.now -= 86_400

    assert run(service).match(BOCHNIA) == FOUND


@pytest.mark.parametrize("answer", [FOUND, NOT_FOUND], ids=["found", "not-found"])
def test_an_answer_of_a_time_to_come_stands(run, clock, answer):
    service = Service(answer)
    run(service).match(BOCHNIA)
    clock.now -= 86_400

    assert run(service).match(BOCHNIA) == answer
    assert len(service.asked) == 1


def test_with_the_clock_set_back_a_run_can_ask_again_once(run, clock):
    service = Service(NOT_FOUND, FOUND)
    run(service).match(BOCHNIA)
    clock.now -= 86_400
    geocoder = run(service, retry=Retry.NO_MATCH)

    assert [geocoder.match(BOCHNIA) for _ in range(2)] == [FOUND, FOUND]
    assert len(service.asked) == 2


def test_a_clock_set_back_during_a_run_asks_nothing_twice(run, clock):
    service = Service(ServiceUnavailableError("down"), FOUND)
    geocoder = run(service, retry=Retry.ALL)
    first = geocoder.match(BOCHNIA)
    clock.now -= 86_400

    assert geocoder.match(BOCHNIA) == first
    assert len(service.asked) == 1
