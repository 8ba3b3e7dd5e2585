"""The process that reads what may be made to do harm: whatever ends it is an error by a rule."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from threading import Event

import pytest

from dashboard.errors import UploadError, WorkerError
from dashboard.practices.reading import PROCESSES, Reading, Upload, read_table
from dashboard.practices.reading.readings import end_idle
from dashboard.practices.worker import MAX_ANSWER_BYTES, Worker

pytestmark = pytest.mark.slow

TIMEOUT_S = 120
BACKTRACKING = (r"(a+)+$", "a" * 40 + "b")
SLEEPER = """
import time
from dashboard.practices.worker import Worker
worker = Worker("dashboard.practices.worker")
print(worker.call(60, __import__("os").getpid), flush=True)
worker.call(600, {function}, *{arguments})
"""


@pytest.mark.parametrize(
    ("rule", "seconds", "function", "arguments"),
    [
        pytest.param("time", 1, time.sleep, [60], id="asleep"),
        pytest.param("time", 1, re.match, BACKTRACKING, id="holding the interpreter"),
        pytest.param("memory", 60, bytearray, [2**40], id="more memory than there is"),
        pytest.param("memory", 60, os.abort, [], id="abort"),
        pytest.param("crash", 60, os._exit, [3], id="exit"),
        pytest.param("crash", 60, int, ["Anna Kowal"], id="an error that nobody expected"),
        pytest.param("output", 60, bytes, [MAX_ANSWER_BYTES + 1], id="a large answer"),
    ],
)
def test_what_ends_the_process_is_an_error_and_the_next_call_is_answered(
    worker, rule, seconds, function, arguments
):
    with pytest.raises(WorkerError) as caught:
        worker.call(seconds, function, *arguments)
    assert caught.value.rule == rule
    assert worker.call(60, abs, -1) == 1


def test_the_log_names_the_place_of_an_error_and_not_its_words(worker, capfd):
    worker.close()
    with pytest.raises(WorkerError):
        worker.call(60, int, "Anna Kowal")
    log = capfd.readouterr().err
    assert "ValueError at" in log
    assert "Kowal" not in log


def test_a_refusal_comes_as_it_was_raised(worker):
    with pytest.raises(UploadError) as caught:
        worker.call(60, read_table, Upload("t.csv", b"A;B\n"))
    error = caught.value
    assert (error.file, error.rule, error.row, str(error)) == (
        *("t.csv", "empty", 0),
        "t.csv: the file is empty or has no row under its headings.",
    )


def test_it_has_no_streamlit(worker):
    modules = worker.call(60, eval, "sorted(__import__('sys').modules)")
    assert "dashboard.practices.worker" in modules
    assert "streamlit" not in modules


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize(
    ("function", "arguments"),
    [("time.sleep", [600]), ('__import__("re").match', BACKTRACKING)],
    ids=["asleep", "holding the interpreter"],
)
def test_it_ends_with_the_program_that_started_it(how, function, arguments):
    program = SLEEPER.format(function=function, arguments=arguments)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        descriptor = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(how)
        ended, _, _ = select.select([descriptor], [], [], TIMEOUT_S)
        os.close(descriptor)
    assert ended


def test_one_that_was_stopped_answers_no_more():
    with Worker(__name__) as worker:
        worker.stop()
        with pytest.raises(WorkerError, match="stopped"):
            worker.call(60, abs, -1)


# Readings of all visitors


@pytest.fixture
def occupied():
    """All processes are taken until the event is set."""
    go_on = Event()
    begun = [Event() for _ in range(PROCESSES)]

    def hold(event):
        event.set()
        go_on.wait(TIMEOUT_S)

    readings = [Reading(lambda _, event=event: hold(event)) for event in begun]
    assert all(event.wait(TIMEOUT_S) for event in begun)
    yield go_on
    go_on.set()
    assert all(reading.wait(TIMEOUT_S) for reading in readings)


def test_those_who_wait_know_their_place(occupied):
    first, second, third = (Reading(lambda worker: worker.call(60, abs, -1)) for _ in range(3))
    assert [each.place for each in (first, second, third)] == [1, 2, 3]
    second.give_up()
    assert [each.place for each in (first, third)] == [1, 2]
    occupied.set()
    assert (first.result(), third.result()) == (1, 1)
    assert first.place == 0


def test_a_reading_that_ends_its_process_stops_no_other():
    deadly = Reading(lambda worker: worker.call(60, os.abort))
    others = [Reading(lambda worker: worker.call(60, abs, -1)) for _ in range(3)]
    assert [each.result() for each in others] == [1, 1, 1]
    with pytest.raises(WorkerError, match="memory"):
        deadly.result()


def test_a_reading_that_is_given_up_ends_its_process():
    begun = Event()

    def read(worker):
        worker.start()
        begun.set()
        return worker.call(600, time.sleep, 600)

    reading = Reading(read)
    assert begun.wait(TIMEOUT_S)
    reading.give_up()
    with pytest.raises(WorkerError, match="stopped"):
        reading.result()


def test_a_process_goes_on_as_long_as_it_takes_little_memory(worker):
    first = worker.call(60, os.getpid)
    assert worker.call(60, os.getpid) == first
    assert worker.call(60, eval, "len(b'x' * 10**8)") == 10**8
    assert worker.call(60, os.getpid) != first


def test_a_process_without_work_ends():
    reading = Reading(lambda worker: os.pidfd_open(worker.call(60, os.getpid)))
    descriptor = reading.result()
    end_idle(unused_s=0)
    ended, _, _ = select.select([descriptor], [], [], TIMEOUT_S)
    os.close(descriptor)
    assert ended
    assert Reading(lambda worker: worker.call(60, abs, -1)).result() == 1
