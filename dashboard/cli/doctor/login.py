"""Whether people can log in to save corrections, where that is asked for."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from dashboard.cli.doctor.finding import Finding, ok, problem
from dashboard.errors import SettingsError
from dashboard.extras import how_to_add
from dashboard.locale import message
from dashboard.practices.editors import read_editors
from dashboard.server.editing import (
    CALLBACK,
    LOGIN_EXTRA,
    check_login,
    is_login_installed,
    login_address,
)

_CHECK: Final = "login"


def check_logging_in(
    login: Path | None,
    editors: str | None,
    *,
    is_editing: bool,
    base_path: str,
    trusts_email: bool = False,
) -> Finding:
    """Say whether the identity provider is described and editors are named; no name is shown.

    Args:
        login: File which describes the identity provider.
        editors: E-mail addresses of those who may save, or the path of a file of them.
        is_editing: Whether corrections are to be saved.
        base_path: What stands before the dashboard's paths.
        trusts_email: Whether addresses count which the provider does not state to be verified.
    """
    if trusts_email and not login:
        return problem(
            _CHECK, found=message("doctor-trust-alone"), remedy=message("doctor-add-login")
        )
    if not login or not editors or not is_editing:
        return _without_one(login, editors)
    fault = _fault_of_provider(login)
    if fault is not None:
        return fault
    try:
        count = len(read_editors(editors))
    except SettingsError:  # its words may hold a person's address
        found = message("doctor-editors-not-read")
        return problem(_CHECK, found=found, remedy=message("doctor-editors-file"))
    counts = message("doctor-email-trusted" if trusts_email else "doctor-email-verified")
    return _wrong_way_back(login, base_path) or ok(
        _CHECK, found=message("doctor-login", count=str(count), counts=str(counts))
    )


def _without_one(login: Path | None, editors: str | None) -> Finding:
    """Return what to say where not all that saving after a login needs is given."""
    if not login and not editors:
        return ok(_CHECK, found=message("doctor-not-wanted"))
    if login and editors:
        found = message("doctor-login-without-edit")
        return problem(_CHECK, found=found, remedy=message("doctor-add-edit"))
    found = message("doctor-login-or-editors")
    return problem(_CHECK, found=found, remedy=message("doctor-both"))


def _fault_of_provider(login: Path) -> Finding | None:
    """Return what keeps anybody from logging in; None where all is well."""
    if not is_login_installed():
        return problem(
            _CHECK,
            found=message("doctor-login-extra", login_extra=str(LOGIN_EXTRA)),
            remedy=how_to_add(LOGIN_EXTRA),
        )
    try:
        check_login(login)
    except SettingsError as error:
        return problem(_CHECK, found=str(error), remedy=message("doctor-mend-login"))
    return None


def _wrong_way_back(login: Path, base_path: str) -> Finding | None:
    """Return what is wrong with where people are sent back to.

    None where the dashboard awaits them.
    """
    path = urlsplit(login_address(login)).path
    awaited = f"/{base_path.strip('/')}{CALLBACK}".replace("//", "/")
    if path == awaited:
        return None
    return problem(
        _CHECK,
        found=message("doctor-redirect", login=str(login), path=str(path), awaited=str(awaited)),
        remedy=message("doctor-redirect-remedy", awaited=str(awaited)),
    )
