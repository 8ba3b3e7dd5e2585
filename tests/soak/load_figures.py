"""What a long run showed: how soon the visitors were answered, and what grew."""

import statistics
from collections import defaultdict
from dataclasses import dataclass, field

from load_server import Sample

ANSWER_S = 1.5
"""What 95 of 100 answers may take."""

GROWTH = 0.05
"""How much memory may grow in the last two thirds of the time."""

HANDLES = 8
"""How many more files or threads there may be at the end: visitors come and go."""

APART = ("upload", "export", "open")
"""What takes longer than a change of the page, and is told apart from it."""


@dataclass
class Findings:
    """What was seen: seconds of each answer by what was done, errors, the server's samples."""

    answers: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)


def faults_of(seen: Findings) -> list[str]:
    """What does not hold; prints the figures that tell."""
    pages = sorted(
        each for name, ones in seen.answers.items() if name not in APART for each in ones
    )
    faults = [f"{len(seen.errors)} errors"] if seen.errors else []
    for name, ones in [("all pages", pages), *sorted(seen.answers.items())]:
        print(f"{name:>10}  {line_of(sorted(ones))}")
    if len(pages) > 1 and percentile(pages, 95) > ANSWER_S:
        faults.append(f"95 % of the answers within {percentile(pages, 95):.2f} s")
    late = [each for each in seen.samples if each.at_s >= seen.samples[-1].at_s / 3]
    fifth = max(len(late) // 5, 1)
    first, last = late[:fifth], late[-fifth:]
    for name in ("memory_mib", "files", "threads"):
        before, after = (
            statistics.median(getattr(one, name) for one in ones) for ones in (first, last)
        )
        most = max(getattr(one, name) for one in seen.samples)
        print(f"{name:>10}  {before:.0f} to {after:.0f} in the last two thirds, at most {most:.0f}")
        if after > before * (1 + GROWTH) and (name == "memory_mib" or after > before + HANDLES):
            faults.append(f"{name} grew by {100 * (after / before - 1):.1f} %")
    return faults


def line_of(ones: list[float]) -> str:
    """How many answers, and how long they took."""
    if len(ones) < 2:
        return f"{len(ones)} answers"
    shown = ", ".join(f"{share} % {percentile(ones, share):.2f} s" for share in (50, 95, 99))
    return f"{len(ones)} answers: {shown}, longest {ones[-1]:.2f} s"


def percentile(ones: list[float], share: int) -> float:
    """What so many of a hundred do not exceed."""
    return statistics.quantiles(ones, n=100, method="inclusive")[share - 1]
