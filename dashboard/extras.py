"""Packages that only some installations need: the extras that the program's metadata name.

Which packages an extra holds, and in which ranges, stands in pyproject.toml alone; here it is read
from the metadata of what is installed.
"""

import os
import shlex
import sys
from collections.abc import Iterator
from importlib.metadata import metadata, requires
from importlib.util import find_spec
from typing import Final

from packaging.requirements import Requirement

from dashboard.locale import message

DISTRIBUTION: Final = "mapa-praktyk"
"""The program's name as a package."""


def missing_extra(extra: str) -> str:
    """Return the end of a message on something that needs an extra which is not installed.

    It names no package to install, since a message may be copied into a terminal whose index does
    not have the program, or has another one under its name; the doctor gives the command.

    Args:
        extra: Name of the extra ('login').
    """
    return message("extra-missing", extra=extra, distribution=DISTRIBUTION)


def extras_of(distribution: str) -> list[str]:
    """Return the names of a package's extras."""
    return sorted(metadata(distribution).get_all("Provides-Extra") or ())


def requirements_of(extra: str, *, distribution: str = DISTRIBUTION) -> list[str]:
    """Return the packages that an extra adds, with their ranges: 'authlib<2,>=1.7.1'.

    Raises:
        PackageNotFoundError: The distribution is not installed.
    """
    return list(_requirements(extra, distribution))


def how_to_add(extra: str, *, distribution: str = DISTRIBUTION) -> str:
    """Return what to do to have an extra, with the command for this installation."""
    command = install_command(*requirements_of(extra, distribution=distribution))
    return message("extra-command", command=command)


def install_command(*requirements: str) -> str:
    """Return the command that installs packages for this Python, to be copied into a terminal.

    Args:
        requirements: Names of packages, with extras and ranges.
    """
    python = f'"{sys.executable}"' if os.name == "nt" else shlex.quote(sys.executable)
    words = " ".join(f'"{each}"' for each in requirements)
    if find_spec("pip"):
        return f"{python} -m pip install {words}"
    return f"uv pip install --python {python} {words}"  # uv makes environments without pip


def _requirements(extra: str, distribution: str) -> Iterator[str]:
    for line in requires(distribution) or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            continue  # everybody has it
        if requirement.marker.evaluate({"extra": extra}):
            wanted = f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""
            yield f"{requirement.name}{wanted}{requirement.specifier}"
