"""Files in the making, without a page: stages, progress, failures, and giving up."""

import gc
import logging
import subprocess
import sys
import threading

import pytest

from dashboard.errors import ExportError
from dashboard.export import Cancelled
from dashboard.export.jobs import Job, JobSpec, JobStatus

LONG_S = 60
ENDING = """
import threading
from dashboard.export import jobs

started = threading.Event()

def make(progress):
    while True:
        progress(1, 2)
        started.set()

files = [
    jobs.Job(jobs.JobSpec(name="a", mime="text/plain", make=make)) for _ in range(9)
]
started.wait()
jobs.close()
"""


class Work:
    """A recipe's work that goes on step by step, as the test lets it."""

    def __init__(self):
        self.started, self.going_on, self.ended = (threading.Event() for _ in range(3))
        self.outcome = None

    def __call__(self, progress):
        try:
            progress(1, 4)
            self.started.set()
            assert self.going_on.wait(LONG_S)
            progress(2, 4)
        except Cancelled:
            self.outcome = "cancelled"
            raise
        else:
            self.outcome = "made"
            return b"content"
        finally:
            self.ended.set()


class Heard(logging.Handler):
    """What was logged, and that something was."""

    def __init__(self):
        super().__init__()
        self.something, self.words = threading.Event(), ""

    def emit(self, record):
        self.words += record.getMessage()
        self.something.set()


def recipe(make):
    return JobSpec(name="praktyki.csv", mime="text/csv", make=make)


def failing(error):
    def make(_progress):
        raise error

    return make


@pytest.fixture
def works():
    """As many pieces of work as are done at a time, and one more; all are let go in the end."""
    works = [Work() for _ in range(3)]
    yield works
    for work in works:
        work.going_on.set()


def test_a_file_tells_how_far_it_is_and_then_holds_what_was_made(works):
    file = Job(recipe(works[0]))
    assert works[0].started.wait(LONG_S)
    assert (file.status, file.share) == (JobStatus.MAKING, 0.25)
    works[0].going_on.set()
    file.wait(LONG_S)
    assert (file.status, file.share, file.content) == (JobStatus.READY, 0.5, b"content")


def test_more_files_than_can_be_made_at_a_time_wait(works):
    files = [Job(recipe(work)) for work in works]
    assert works[0].started.wait(LONG_S)
    assert works[1].started.wait(LONG_S)
    assert [file.status for file in files] == [
        JobStatus.MAKING,
        JobStatus.MAKING,
        JobStatus.WAITING,
    ]
    works[0].going_on.set()
    assert works[2].started.wait(LONG_S)
    assert files[2].status is JobStatus.MAKING


def test_a_wait_ends_though_the_file_is_not_there(works):
    file = Job(recipe(works[0]))
    file.wait(0.01)
    assert file.status is not JobStatus.READY


def test_a_file_that_is_given_up_is_made_no_further(works):
    file = Job(recipe(works[0]))
    assert works[0].started.wait(LONG_S)
    file.cancel()
    works[0].going_on.set()
    assert works[0].ended.wait(LONG_S)
    assert works[0].outcome == "cancelled"


def test_a_file_that_is_given_up_while_it_waits_is_never_begun(works):
    files = [Job(recipe(work)) for work in works]
    files[2].cancel()
    for work in works[:2]:
        assert work.started.wait(LONG_S)
        work.going_on.set()
        assert work.ended.wait(LONG_S)
    Job(recipe(lambda _progress: b"")).wait(LONG_S)  # the queue is done
    assert not works[2].started.is_set()


def test_a_visit_that_ends_gives_its_files_up(works):
    visit = [Job(recipe(works[0]))]
    assert works[0].started.wait(LONG_S)
    visit.clear()
    gc.collect()
    works[0].going_on.set()
    assert works[0].ended.wait(LONG_S)
    assert works[0].outcome == "cancelled"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(ExportError("too many rows"), "too many rows", id="to tell"),
        pytest.param(ZeroDivisionError("Jan Kowalski"), "", id="a bug"),
    ],
)
def test_a_reader_is_told_why_a_file_failed_where_that_helps(error, reason):
    file = Job(recipe(failing(error)))
    file.wait(LONG_S)
    assert (file.status, file.reason) == (JobStatus.FAILED, reason)


def test_a_bug_is_logged_with_its_place_and_without_its_words():
    log, heard = logging.getLogger("dashboard.export.jobs"), Heard()
    log.addHandler(heard)
    file = Job(recipe(failing(ZeroDivisionError("Jan Kowalski"))))
    assert heard.something.wait(LONG_S)
    log.removeHandler(heard)
    assert file.status is JobStatus.FAILED
    assert "ZeroDivisionError" in heard.words
    assert "test_jobs.py" in heard.words
    assert "Kowalski" not in heard.words


def test_the_program_ends_while_files_are_being_made():
    subprocess.run([sys.executable, "-c", ENDING], check=True, timeout=120)
