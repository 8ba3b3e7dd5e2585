import runpy
from pathlib import Path

import pytest

SOAK = Path(__file__).parents[2] / "programs" / "soak"
FIGURES = runpy.run_path(str(SOAK / "load_figures.py"))
Findings, Sample = FIGURES["Findings"], FIGURES["Sample"]


def sample(at_s=0.0, memory_mib=500.0, files=30, threads=10):
    return Sample(at_s=at_s, memory_mib=memory_mib, files=files, threads=threads)


def found(**changes):
    """Half an hour in which nothing is wrong, but for the changes."""
    flat = {
        "samples": [sample(60.0 * minute) for minute in range(31)],
        "quiet": [sample(), sample()],
    }
    return Findings(**flat | changes)


def test_half_an_hour_in_which_nothing_is_lost_holds():
    assert FIGURES["faults_of"](found(answers={"filter": [0.1, 0.2], "open": [9.0]})) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        pytest.param({"errors": ["open: TimeoutError"]}, "1 errors", id="error"),
        pytest.param(
            {"answers": {"filter": [2.0, 2.0]}}, "95 % of the answers within 2.00 s", id="slow"
        ),
        pytest.param(
            {"samples": [sample(60.0 * minute, 500.0 + 2 * minute) for minute in range(31)]},
            "memory grew by +6.5 %",
            id="memory",
        ),
        pytest.param(
            {"quiet": [sample(), sample(files=33)]},
            "3 files are left of the visits",
            id="one kept visit",
        ),
        pytest.param(
            {"quiet": [sample(), sample(threads=13)]},
            "3 threads are left of the visits",
            id="threads",
        ),
    ],
)
def test_what_is_lost_is_told(changes, fault):
    assert FIGURES["faults_of"](found(**changes)) == [fault]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            {
                "samples": [
                    sample(60.0 * minute, min(400 + 20 * minute, 600)) for minute in range(31)
                ]
            },
            id="memory that grows until the tenth minute",
        ),
        pytest.param(
            {"samples": [sample(60.0 * minute, files=100 + minute) for minute in range(31)]},
            id="files of visitors who are there",
        ),
        pytest.param({"quiet": [sample(), sample(files=32)]}, id="two files of the server's own"),
    ],
)
def test_what_comes_with_visitors_is_no_loss(changes):
    assert FIGURES["faults_of"](found(**changes)) == []
