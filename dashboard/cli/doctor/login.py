"""Whether people can log in to save corrections, where the environment asks for that."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dashboard.cli.doctor.finding import Finding, problem, well
from dashboard.cli.editing import LOGIN_VARIABLE, check_login
from dashboard.errors import SettingsError
from dashboard.practices.editors import EDITORS_VARIABLE, named_editors

_CHECK: Final = "login"


def check_logging_in(environment: Mapping[str, str]) -> Finding:
    """Whether the identity provider is described and editors are named; none is told by name.

    Args:
        environment: The variables, as `os.environ`.
    """
    login, editors = (environment.get(name, "") for name in (LOGIN_VARIABLE, EDITORS_VARIABLE))
    if not login and not editors:
        return well(_CHECK, found="not asked for in the environment")
    if not login or not editors:
        found = f"{LOGIN_VARIABLE} and {EDITORS_VARIABLE} need each other, one is not set"
        return problem(_CHECK, found=found, remedy="set both, or neither")
    try:
        check_login(Path(login))
    except SettingsError as error:
        return problem(
            _CHECK, found=str(error), remedy=f"mend the file that {LOGIN_VARIABLE} names"
        )
    try:
        count = len(named_editors())
    except SettingsError:  # its words may hold a person's address
        found = f"{EDITORS_VARIABLE} cannot be read, or holds what is no e-mail address"
        return problem(_CHECK, found=found, remedy="name a file with one address a line")
    return well(_CHECK, found=f"described; {count} named people may save corrections")
