"""What a long run showed: how soon the visitors were answered, and what grew."""

import statistics
from collections import defaultdict
from dataclasses import dataclass, field

ANSWER_S = 1.5
"""What 95 of 100 answers may take."""

GROWTH = 0.05
"""How much memory may grow in the last two thirds of the time."""

HANDLES = 2
"""How many more files or threads there may be once all have left: one kept visit has 3 files."""

APART = ("upload", "export", "open")
"""What takes longer than a change of the page, and is told apart from it."""


@dataclass
class Sample:
    """The server at one moment: seconds since the start, memory in MiB, open files, threads."""

    at_s: float
    memory_mib: float
    files: int
    threads: int


@dataclass
class Findings:
    """What was seen.

    Attributes:
        answers: Seconds of each answer, by what was done.
        errors: What went wrong, in words.
        samples: The server while the visitors are there.
        quiet: The server whenever all visitors have left and are forgotten.
    """

    answers: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    quiet: list[Sample] = field(default_factory=list)


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
    return [*faults, *faults_of_load(seen.samples), *faults_of_quiet(seen.quiet)]


def faults_of_load(samples: list[Sample]) -> list[str]:
    """What is wrong with the memory while the visitors are there."""
    late = [each.memory_mib for each in samples if each.at_s >= samples[-1].at_s / 3]
    fifth = max(len(late) // 5, 1)
    before, after = statistics.median(late[:fifth]), statistics.median(late[-fifth:])
    growth = f"{100 * (after / before - 1):+.1f} %"
    print(f"    memory  {before:.0f} to {after:.0f} MiB in the last two thirds, {growth}")
    for name in ("memory_mib", "files", "threads"):
        print(f"{name:>10}  at most {max(getattr(each, name) for each in samples):.0f}")
    return [f"memory grew by {growth}"] if after > before * (1 + GROWTH) else []


def faults_of_quiet(quiet: list[Sample]) -> list[str]:
    """What is left of the visits when all visitors have left: files, threads."""
    faults = []
    for name in ("memory_mib", "files", "threads"):
        counts = [round(getattr(each, name)) for each in quiet]
        print(f"{name:>10}  {' to '.join(map(str, counts))} when all have left")
        if name != "memory_mib" and counts[-1] > counts[0] + HANDLES:
            faults.append(f"{counts[-1] - counts[0]} {name} are left of the visits")
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
