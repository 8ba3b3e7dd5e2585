"""Whether the environment holds settings that nothing reads, or whose values are impossible."""

from collections.abc import Collection, Mapping
from typing import Final

from rapidfuzz import process

from dashboard.cli.doctor.finding import Finding, ok, problem, warning
from dashboard.errors import SettingsError
from dashboard.locale import message
from dashboard.rate_limits import RateLimits, rate_limits
from dashboard.variables import (
    API_ORIGINS_VARIABLE,
    BASEMAP_VARIABLE,
    CACHE_VARIABLE,
    DATA_VARIABLE,
    EDIT_VARIABLE,
    EDITORS_VARIABLE,
    EMBED_IN_VARIABLE,
    HOSTS_VARIABLE,
    LOGIN_VARIABLE,
    MAP_SERVERS_VARIABLE,
    PUBLISHER_VARIABLE,
    TRUST_EMAIL_VARIABLE,
)
from geocoding import GeocodingError
from geocoding.locale import LANGUAGE_VARIABLE
from geocoding.settings import PREFIX, Settings, load_settings

_CHECK: Final = "settings"
KNOWN: Final = frozenset(
    {DATA_VARIABLE, EDIT_VARIABLE, EDITORS_VARIABLE, LOGIN_VARIABLE, CACHE_VARIABLE}
    | {BASEMAP_VARIABLE, HOSTS_VARIABLE, LANGUAGE_VARIABLE, TRUST_EMAIL_VARIABLE}
    | {API_ORIGINS_VARIABLE, EMBED_IN_VARIABLE, MAP_SERVERS_VARIABLE, PUBLISHER_VARIABLE}
    | {f"{PREFIX}{name.upper()}" for name in (*Settings.model_fields, *RateLimits.model_fields)}
)
"""Every environment variable that one of our programs reads."""


def check_variables(
    environment: Mapping[str, str], known: Collection[str] = KNOWN
) -> list[Finding]:
    """Say whether each variable of ours is one that is read; no value is shown.

    Args:
        environment: The variables, as `os.environ`.
        known: Those that are read.
    """
    ours = sorted(name for name in environment if name.upper().startswith(PREFIX))
    unknown = [name for name in ours if name.upper() not in known]
    findings = [
        warning(
            _CHECK,
            found=message("doctor-unread", name=str(name)),
            remedy=message(
                "doctor-did-you-mean",
                extractone=str(process.extractOne(name.upper(), sorted(known))[0]),
            ),
        )
        for name in unknown
    ]
    set_here = ", ".join(name for name in ours if name not in unknown) or message("doctor-none")
    return findings or [ok(_CHECK, found=message("doctor-set-here", set_here=str(set_here)))]


def check_rate_limits() -> list[Finding]:
    """Return what is wrong with how much visitors may ask for, where something is."""
    try:
        rate_limits()
    except SettingsError as error:
        return [problem(_CHECK, found=str(error), remedy=message("doctor-mend-setting"))]
    return []


def read_settings() -> tuple[Settings | None, list[Finding]]:
    """Return the settings of `python -m geocoding` as they stand, and what is wrong with them."""
    try:
        return load_settings({}), []
    except GeocodingError as error:
        fault = problem(_CHECK, found=str(error), remedy=message("doctor-mend-setting"))
        return None, [fault]
