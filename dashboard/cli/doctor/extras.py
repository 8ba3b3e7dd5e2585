"""Whether the packages that only some installations need are there, and how to add them."""

import sys
from collections.abc import Collection, Iterator

from dashboard.cli.doctor.environment import check_packages
from dashboard.cli.doctor.finding import Finding, Grade, ok, problem
from dashboard.extras import extras_of, how_to_add
from dashboard.locale import message


def check_extras(distribution: str, *, in_use: Collection[str]) -> Iterator[Finding]:
    """Look at each extra of a package; one that is in use and not whole is a problem.

    Args:
        distribution: The package.
        in_use: Those of its extras that the options ask for.
    """
    for extra in extras_of(distribution):
        faults = [
            each.found
            for each in check_packages(distribution, extras=(extra,), path=sys.path)
            if each.grade is Grade.PROBLEM
        ]
        remedy = how_to_add(extra, distribution=distribution)
        yield _finding(extra, faults, remedy=remedy, needed=extra in in_use)


def _finding(extra: str, faults: list[str], *, remedy: str, needed: bool) -> Finding:
    check = f"extra {extra}"
    if not faults:
        return ok(check, found=message("doctor-installed"))
    if needed:
        return problem(check, found="; ".join(faults), remedy=remedy)
    return ok(check, found=message("doctor-extra-absent", remedy=str(remedy)))
