"""Which other sites' pages may read the open interface with their scripts (CORS)."""

import re
from collections.abc import Iterable
from typing import Final

from dashboard.errors import SettingsError
from dashboard.locale import message

ANY: Final = "*"
_ORIGIN: Final = re.compile(r"https?://[a-z0-9_-]+(\.[a-z0-9_-]+)*(:[0-9]{1,5})?")


def api_origins(named: Iterable[str]) -> tuple[str, ...]:
    """Return the sites, each once, in small letters.

    Args:
        named: What the settings give: https://www.example.org, or * for any site.

    Raises:
        SettingsError: One of them is no address of a site.
    """
    origins = [each.strip().lower().rstrip("/") for each in named]
    for origin in origins:
        if origin != ANY and not _ORIGIN.fullmatch(origin):
            raise SettingsError(message("origin-no-site", origin=repr(origin)))
    return tuple(dict.fromkeys(origins))
