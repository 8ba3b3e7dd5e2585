"""How Streamlit writes a login into cookies: the one module that knows it.

Streamlit puts every claim of the identity token into one cookie and the tokens themselves into a
second one, each cut into numbered pieces where it is too long for a browser. A person of many
groups then brings more than the head of a websocket may hold, and every page stays empty. So what
nobody here reads is left out, and both fit into what one cookie may take.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from streamlit.auth_util import MAX_COOKIE_BYTES, get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    decode_signed_value,
)
from streamlit.web.server.starlette.starlette_server_config import (
    AUTH_COOKIE_MAX_AGE_SECONDS,
    SESSION_COOKIE_NAME,
    TOKENS_COOKIE_NAME,
    USER_COOKIE_NAME,
)

LOGOUT: Final = "/auth/logout"
"""The path, behind the base path, at which Streamlit logs people out."""

MAX_BYTES: Final = MAX_COOKIE_BYTES
"""What the cookies of a login take together at most, their names among it."""

LASTS_S: Final = AUTH_COOKIE_MAX_AGE_SECONDS
"""How many seconds a browser has the cookies of a login for."""

_WHOLE: Final = (USER_COOKIE_NAME, TOKENS_COOKIE_NAME)
_OURS: Final = ("iss", "sub", "iat", "email", "email_verified")
_STREAMLITS: Final = ("origin", "is_logged_in", "provider")
_ID_TOKEN: Final = "id_token"  # noqa: S105  a name
_PLAIN: Final = (str, int, float, bool)


def is_of_a_login(name: str) -> bool:
    """Say whether a cookie belongs to a login: who it is, a piece of that, or the way there."""
    return name == SESSION_COOKIE_NAME or name in _WHOLE or is_piece(name)


def is_identity(name: str) -> bool:
    """Say whether a cookie holds a login, or a piece of one."""
    return name in _WHOLE or is_piece(name)


def is_piece(name: str) -> bool:
    """Say whether a cookie is a piece of one that was too long."""
    start, _, number = name.rpartition("_")
    return start in _WHOLE and number.isdigit()


def claims_in(cookies: Mapping[str, str]) -> dict[str, Any]:
    """Return what a browser's cookies say of who is logged in; empty where that is nobody.

    Args:
        cookies: All of the browser's by their names, in the server's own signature or not.
    """
    return _content(cookies, USER_COOKIE_NAME)


def shortened(cookies: Mapping[str, str]) -> dict[str, str]:
    """Return the cookies that say the same of a login as far as anybody here reads it.

    The identity token, which the provider likes to see when somebody logs out, stays where both
    together are short enough.

    Args:
        cookies: As Streamlit made them, whole or in pieces.

    Returns:
        By their names; none where nobody is logged in, or what has to stay is too long.
    """
    claims = claims_in(cookies)
    content = {
        name: claims[name]
        for name in (*_OURS, *_STREAMLITS)
        if isinstance(claims.get(name), _PLAIN)
    }
    made = dict(_signed({USER_COOKIE_NAME: content})) if content else {}
    if not made or _bytes_of(made) > MAX_BYTES:
        return {}
    tokens = _content(cookies, TOKENS_COOKIE_NAME)
    hint = {name: tokens[name] for name in (_ID_TOKEN,) if name in tokens}
    with_hint = made | dict(_signed({TOKENS_COOKIE_NAME: hint}))
    return with_hint if _bytes_of(with_hint) <= MAX_BYTES else made


def names_of(cookies: Iterable[str]) -> list[str]:
    """Return the cookies among some that hold a login or a piece of one."""
    return [name for name in cookies if is_identity(name)]


def _content(cookies: Mapping[str, str], name: str) -> dict[str, Any]:
    """Return what a cookie holds, put together from its pieces; empty where it is not ours."""

    def signed(part: str) -> bytes | None:
        value = cookies.get(part)
        return decode_signed_value(get_cookie_secret(), part, value) if value else None

    content = get_cookie_with_chunks(signed, name)
    try:
        read = json.loads(content) if content else {}
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _signed(contents: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield cookies with their contents, as Streamlit signs them."""
    for name, content in contents.items():
        value = create_signed_value(get_cookie_secret(), name, json.dumps(content))
        yield name, value.decode()


def _bytes_of(cookies: Mapping[str, str]) -> int:
    """Return how long cookies are as a browser sends them."""
    return len("; ".join(f"{name}={value}" for name, value in cookies.items()))
