"""Who may save corrections in the dashboard that is about to start: checked, and said."""

import os
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dashboard.errors import SettingsError
from dashboard.extras import missing_extra
from dashboard.locale import message
from dashboard.practices.editors import is_file, named_editors
from dashboard.variables import EDIT_VARIABLE, EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE
from geocoding.locale import os_reason

LOGIN_EXTRA: Final = "login"
"""The extra with the packages that a login needs."""

CALLBACK: Final = "/oauth2callback"
"""The path, behind the base path, to which an identity provider sends people back."""

_NEEDED: Final = (
    "redirect_uri",
    "cookie_secret",
    "client_id",
    "client_secret",
    "server_metadata_url",
)
_SHORTEST_SECRET: Final = 32


def prepare_editing(
    *, edit: bool, login: Path | None, editors: str | None, trust_email: bool = False
) -> str:
    """Check who may save corrections and keep it for the pages; gives what is to be said of it.

    Args:
        edit: Whether anybody may.
        login: File which describes the identity provider, in the form of Streamlit's secrets.
        editors: E-mail addresses of those who may, or the path of a file of them.
        trust_email: Whether addresses count which the provider does not state to be verified.

    Raises:
        SettingsError: They do not go together, or one of them is not as it should be.
    """
    if trust_email and not login:
        raise SettingsError(message("trust-email-alone"))
    if not edit:
        if login or editors:
            raise SettingsError(message("login-without-edit"))
        return ""
    os.environ[EDIT_VARIABLE] = "1"
    os.environ[TRUST_EMAIL_VARIABLE] = "1" if trust_email else ""
    if not login and not editors:
        return message("edit-everybody")
    if not login or not editors:
        raise SettingsError(message("login-needs-editors"))
    check_login(login)
    os.environ[EDITORS_VARIABLE] = str(Path(editors).resolve()) if is_file(editors) else editors
    trusted = message("edit-trusted") if trust_email else ""
    return message("edit-named", named_editors=str(len(named_editors())), trusted=trusted)


def is_login_installed() -> bool:
    """Say whether the package is here without which Streamlit lets nobody log in."""
    return find_spec("authlib") is not None


def check_login(path: Path) -> None:
    """Say so where nobody could log in with what a file says.

    Raises:
        SettingsError: Something is missing in it, or what a login needs is not installed.
    """
    if not is_login_installed():
        raise SettingsError(message("login-extra", missing_extra=missing_extra(LOGIN_EXTRA)))
    described = _read(path)
    stated = {name for name, value in described.items() if value and isinstance(value, str)}
    missing = [name for name in _NEEDED if name not in stated]
    if missing:
        raise SettingsError(message("login-incomplete", path=str(path), missing=", ".join(missing)))
    login_address(path)
    if len(described["cookie_secret"]) < _SHORTEST_SECRET:
        raise SettingsError(
            message("login-short-secret", path=str(path), shortest_secret=str(_SHORTEST_SECRET))
        )


def login_address(path: Path | None) -> str:
    """Return where the identity provider sends people back to; empty where nothing says so.

    Raises:
        SettingsError: It is no address of a dashboard.
    """
    address = str(_read(path).get("redirect_uri", "")) if path else ""
    if address and not _can_lead_back(address):
        raise SettingsError(message("login-redirect", path=str(path), callback=CALLBACK))
    return address


def _can_lead_back(address: str) -> bool:
    """Say whether a browser can be sent to an address where those who log in are awaited."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    has_host = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return has_host and address.endswith(CALLBACK)


def _read(path: Path) -> dict[str, Any]:
    """Return the table [auth] of a file; empty where it has none."""
    try:
        with path.open("rb") as file:
            described = tomllib.load(file).get("auth", {})
    except OSError as error:
        raise SettingsError(
            message("login-not-read", path=str(path), reason=os_reason(error))
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):  # their words may hold a secret
        raise SettingsError(message("login-no-toml", path=str(path))) from None
    return described if isinstance(described, dict) else {}
