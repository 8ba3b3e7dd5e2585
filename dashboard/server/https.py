"""How a browser reaches the dashboard: by https or not, which a proxy may speak, and where."""

from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

_SECURE: Final = {"https", "wss"}


def browser_uses_https(scope: Scope, login: str = "") -> bool:
    """Say whether a request comes from a browser that asked by https.

    Args:
        scope: The request.
        login: Address to which an identity provider sends people back; empty where none does. It
            is an address of the dashboard as browsers know it.
    """
    headers, own = Headers(scope=scope), urlsplit(login)
    forwarded = headers.get("x-forwarded-proto", "").split(",")[0].strip().lower()
    by_login = own.scheme in _SECURE and own.netloc == headers.get("host")
    return scope.get("scheme") in _SECURE or forwarded in _SECURE or by_login


def address_of(scope: Scope) -> str:
    """Return scheme and host by which a request came: 'https://mapa.example.org'."""
    scheme = "https" if browser_uses_https(scope) else "http"
    return f"{scheme}://{Headers(scope=scope).get('host', 'localhost')}"
