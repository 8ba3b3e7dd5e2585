"""Which other sites' pages may read the open interface with their scripts (CORS)."""

from collections.abc import Iterable
from typing import Final

from dashboard.publishing.embedding import checked_origins

ANY: Final = "*"


def api_origins(named: Iterable[str]) -> tuple[str, ...]:
    """Return the sites, each once, in small letters.

    Args:
        named: What the settings give: https://www.example.org, or * for any site.

    Raises:
        SettingsError: One of them is no origin.
    """
    names = [each.strip() for each in named]
    is_any = (ANY,) if ANY in names else ()
    return (*is_any, *checked_origins((each for each in names if each != ANY), "origin-no-site"))
