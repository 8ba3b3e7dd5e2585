"""The sites whose pages may show a part of the dashboard in a frame (`--embed-in`).

No site may unless it is named. A name is an origin as browsers know it: scheme, host and port.
"""

import os
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from dashboard.errors import SettingsError
from dashboard.locale import message
from dashboard.variables import EMBED_IN_VARIABLE

_LABEL: Final = r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?"
_AN_ORIGIN: Final = re.compile(rf"https?://{_LABEL}(\.{_LABEL})*(:[0-9]{{1,5}})?")
_LAST_PORT: Final = 65_535


def use_embedding(origins: Iterable[str]) -> None:
    """Let pages of these sites embed the dashboard from now on; of no site where there is none.

    Raises:
        SettingsError: One of them is no origin.
    """
    os.environ[EMBED_IN_VARIABLE] = " ".join(checked_origins(origins))


def embedding_origins() -> tuple[str, ...]:
    """Return the sites whose pages may embed the dashboard, each as scheme, host and port.

    Raises:
        SettingsError: The setting names something that is no origin.
    """
    return checked_origins(os.environ.get(EMBED_IN_VARIABLE, "").split())


def checked_origins(origins: Iterable[str]) -> tuple[str, ...]:
    """Return origins in small letters, each once, without the port that their scheme has anyway.

    Raises:
        SettingsError: One of them is no http or https origin: it has a path, a user, a wildcard, an
            impossible port or a letter beyond ASCII.
    """
    return tuple(dict.fromkeys(_checked(each.strip()) for each in origins))


def _checked(text: str) -> str:
    """Return one origin in small letters."""
    origin = text.lower()
    port = origin.rpartition(":")[2]
    is_port_possible = not port.isdecimal() or 0 < int(port) <= _LAST_PORT
    if not _AN_ORIGIN.fullmatch(origin) or not is_port_possible:
        raise SettingsError(message("embed-no-origin", value=repr(text), meant=_meant(text)))
    scheme = origin.partition("://")[0]
    return origin.removesuffix({"https": ":443", "http": ":80"}[scheme])


def _meant(text: str) -> str:
    """Return the origin that a text may be meant to be: that of the address of a page."""
    try:
        parts = urlsplit(text.lower())
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        host, port = "", ""
    meant = f"{parts.scheme}://{host}{port}" if host else ""
    return meant if _AN_ORIGIN.fullmatch(meant) else "https://www.example.org"
