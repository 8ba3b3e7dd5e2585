"""Whether Python and all packages are in the ranges that the program declares."""

import platform
import sys
from collections import deque
from collections.abc import Collection, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distributions, metadata

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from dashboard.cli.doctor.finding import Finding, ok, problem
from dashboard.extras import install_command
from dashboard.locale import message

_PACKAGES = "packages"


def check_environment(name: str) -> list[Finding]:
    """Say whether this process's Python and packages are those that a program needs.

    Args:
        name: The program's name as a package.
    """
    try:
        ranges = metadata(name)["Requires-Python"]
    except PackageNotFoundError:
        return [
            problem(
                _PACKAGES,
                found=message("doctor-not-installed", name=str(name)),
                remedy=message("doctor-install-wheel"),
            )
        ]
    python = check_python(ranges, running=platform.python_version())
    return [python, *check_packages(name, extras=(), path=sys.path)]


def check_python(ranges: str, *, running: str) -> Finding:
    """Say whether the Python that runs is one that the program is for.

    Args:
        ranges: What the program declares ('>=3.11').
        running: The version that runs.
    """
    if SpecifierSet(ranges).contains(running, prereleases=True):
        return ok("Python", found=running)
    return problem(
        "Python",
        found=message("doctor-wrong-python", running=str(running), ranges=str(ranges)),
        remedy=message("doctor-make-environment", ranges=str(ranges)),
    )


def check_packages(name: str, *, extras: Collection[str], path: Sequence[str]) -> list[Finding]:
    """Say whether a package, all that it needs, and all that those need are there and fit.

    Args:
        name: The package.
        extras: Those of its extras that are in use.
        path: Folders with packages, as `sys.path`.
    """
    start = Requirement(f"{name}[{','.join(extras)}]" if extras else name)
    faults: list[Finding] = []
    seen: set[str] = set()
    asked = {str(start)}
    queue = deque([start])
    while queue:
        requirement = queue.popleft()
        found = next(iter(distributions(name=requirement.name, path=list(path))), None)
        if found is None:
            faults.append(_fault(requirement, "is missing"))
            continue
        if not requirement.specifier.contains(found.version, prereleases=True):
            faults.append(
                _fault(requirement, f"is {found.version}, {requirement.specifier} is needed")
            )
        seen.add(canonicalize_name(requirement.name))
        further = [each for each in _needed(found, requirement.extras) if str(each) not in asked]
        asked.update(map(str, further))
        queue.extend(further)
    return faults or [ok(_PACKAGES, found=message("doctor-packages", seen=str(len(seen))))]


def _needed(package: Distribution, extras: Collection[str]) -> list[Requirement]:
    """Return what a package needs on this machine."""
    requirements = [Requirement(line) for line in package.requires or ()]
    return [
        requirement
        for requirement in requirements
        if requirement.marker is None
        or any(requirement.marker.evaluate({"extra": extra}) for extra in (*extras, ""))
    ]


def _fault(requirement: Requirement, what: str) -> Finding:
    line = f"{requirement.name}{requirement.specifier}"
    return problem(
        _PACKAGES,
        found=f"{requirement.name} {what}",
        remedy=message("doctor-install-command", install_command=str(install_command(line))),
    )
