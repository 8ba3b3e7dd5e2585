"""Who may save corrections in the dashboard that is about to start: checked, and said."""

import os
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dashboard.errors import SettingsError
from dashboard.extras import missing_extra
from dashboard.practices.corrections import EDIT_VARIABLE
from dashboard.practices.editors import (
    EDITORS_VARIABLE,
    TRUST_EMAIL_VARIABLE,
    is_file,
    named_editors,
)

LOGIN_VARIABLE: Final = "MAPA_PRAKTYK_LOGIN"
"""The environment variable that names the file which describes the identity provider."""

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
        raise SettingsError("--trust-email is about those who log in: add --login")
    if not edit:
        if login or editors:
            raise SettingsError("--login and --editors are for saving corrections: add --edit")
        return ""
    os.environ[EDIT_VARIABLE] = "1"
    os.environ[TRUST_EMAIL_VARIABLE] = "1" if trust_email else ""
    if not login and not editors:
        return (
            "Corrections: whoever opens the dashboard may save them, without a login"
            " (--login and --editors name people)"
        )
    if not login or not editors:
        raise SettingsError(
            "--login says where people log in and --editors who may save corrections: each needs"
            " the other"
        )
    check_login(login)
    os.environ[EDITORS_VARIABLE] = str(Path(editors).resolve()) if is_file(editors) else editors
    trusted = "; the provider's word is taken for their addresses" if trust_email else ""
    return f"Corrections: saved for {len(named_editors())} named people, once they log in{trusted}"


def is_login_installed() -> bool:
    """Whether the package is here without which Streamlit lets nobody log in."""
    return find_spec("authlib") is not None


def check_login(path: Path) -> None:
    """Say so where nobody could log in with what a file says.

    Raises:
        SettingsError: Something is missing in it, or what a login needs is not installed.
    """
    if not is_login_installed():
        raise SettingsError(f"--login {missing_extra(LOGIN_EXTRA)}")
    described = _read(path)
    stated = {name for name, value in described.items() if value and isinstance(value, str)}
    missing = [name for name in _NEEDED if name not in stated]
    if missing:
        raise SettingsError(f"{path}: [auth] has no {', '.join(missing)}")
    login_address(path)
    if len(described["cookie_secret"]) < _SHORTEST_SECRET:
        raise SettingsError(
            f"{path}: cookie_secret is shorter than {_SHORTEST_SECRET} characters; make one with"
            ' python -c "import secrets; print(secrets.token_hex())"'
        )


def login_address(path: Path | None) -> str:
    """Where the identity provider sends people back to; empty where nothing says so.

    Raises:
        SettingsError: It is no address of a dashboard.
    """
    address = str(_read(path).get("redirect_uri", "")) if path else ""
    if address and not _can_lead_back(address):
        raise SettingsError(
            f"{path}: redirect_uri is the dashboard's address, from its https:// on, with"
            f" {CALLBACK} at its end"
        )
    return address


def _can_lead_back(address: str) -> bool:
    """Whether a browser can be sent to an address where those who log in are awaited."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    has_host = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return has_host and address.endswith(CALLBACK)


def _read(path: Path) -> dict[str, Any]:
    """The table [auth] of a file; empty where it has none."""
    try:
        with path.open("rb") as file:
            described = tomllib.load(file).get("auth", {})
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):  # their words may hold a secret
        raise SettingsError(f"{path}: this is no TOML file") from None
    return described if isinstance(described, dict) else {}
