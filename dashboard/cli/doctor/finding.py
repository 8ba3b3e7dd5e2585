"""What a check found: how bad it is, in words, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How bad it is; the value is what a report says."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The outcome of one check.

    Attributes:
        check: What was looked at, in a word or two.
        grade: How bad it is.
        found: What is the case.
        remedy: What to do; empty where nothing has to be done.
    """

    check: str
    grade: Grade
    found: str
    remedy: str = ""


def ok(check: str, *, found: str) -> Finding:
    """Return a finding that all is as it should be."""
    return Finding(check=check, grade=Grade.OK, found=found)


def warning(check: str, *, found: str, remedy: str) -> Finding:
    """Return a finding that something will be missed, although the dashboard runs."""
    return Finding(check=check, grade=Grade.WARNING, found=found, remedy=remedy)


def problem(check: str, *, found: str, remedy: str) -> Finding:
    """Return a finding that has to be put right."""
    return Finding(check=check, grade=Grade.PROBLEM, found=found, remedy=remedy)
