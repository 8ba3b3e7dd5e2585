"""Who publishes the dashboard, and what they say of its accessibility and of personal data.

A TOML file (`--publisher`) says it. No key of it is required: what is absent is named as absent, on
the pages that the law asks for and by `mapa-praktyk doctor`. It is read when the server starts.
"""

import datetime as dt
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from dashboard.settings_file import read_settings_file
from dashboard.variables import PUBLISHER_VARIABLE

REVIEWED_EVERY_DAYS: Final = 366
"""After so many days the statement is to be looked through again."""

_Text = Annotated[str, Field(max_length=5_000)]
_Address = Annotated[str, Field(max_length=500, pattern=r"^(https?://\S+)?$")]
_Texts = Annotated[tuple[_Text, ...], Field(strict=False, max_length=100)]


class _Table(BaseModel):
    """A table of the file: no key but these, and no value of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AccessibilitySettings(_Table):
    """What the accessibility statement says.

    Attributes:
        contact: The person or unit that answers; with `email` and `phone`.
        published: The day on which the site was published.
        updated: The day of its last important change.
        drawn_up: The day on which the statement was drawn up.
        reviewed: The day on which it was last looked through.
        status: How the site meets the act. Never 'full', as the program itself does not: see
            `dashboard.views.public_pages`.
        auditor: Who examined the site; empty where the publisher did.
        not_met: What is not met besides what the program does not meet, and why.
        not_met_en: The same in English.
        burden_url: Address of the analysis that meeting all would be too great a burden.
        architecture: How the publisher's building can be entered.
        architecture_en: The same in English.
        apps: The publisher's mobile applications; empty for none.
    """

    contact: _Text = ""
    email: _Text = ""
    phone: _Text = ""
    published: dt.date | None = None
    updated: dt.date | None = None
    drawn_up: dt.date | None = None
    reviewed: dt.date | None = None
    status: Literal["partial", "none"] = "partial"
    auditor: _Text = ""
    not_met: _Texts = ()
    not_met_en: _Texts = ()
    burden_url: _Address = ""
    architecture: _Text = ""
    architecture_en: _Text = ""
    apps: _Text = ""


class PrivacySettings(_Table):
    """What the page about personal data says.

    Attributes:
        officer: The data protection officer, or who answers in their place.
        email: Where they are written to.
        legal_basis: On what ground the publisher shows contact persons, with its article.
        legal_basis_en: The same in English.
        log_days: For how many days the publisher's own servers in front (proxy) store addresses.
        more: What else the publisher says.
        more_en: The same in English.
    """

    officer: _Text = ""
    email: _Text = ""
    legal_basis: _Text = ""
    legal_basis_en: _Text = ""
    log_days: Annotated[int, Field(ge=0, le=3_650)] | None = None
    more: _Texts = ()
    more_en: _Texts = ()


class Publisher(_Table):
    """Who publishes the dashboard.

    Attributes:
        name: Their name.
        url: The address at which the dashboard is published.
        postal_address: Where they are written to.
        accessibility: What the accessibility statement says.
        privacy: What the page about personal data says.
    """

    name: _Text = ""
    url: _Address = ""
    postal_address: _Text = ""
    accessibility: AccessibilitySettings = AccessibilitySettings()
    privacy: PrivacySettings = PrivacySettings()


_NEEDED_OF_ALL: Final = ("name", "url", "postal_address")
_NEEDED: Final = {
    "accessibility": (
        *("contact", "email", "phone", "published", "updated", "drawn_up", "reviewed"),
        "architecture",
    ),
    "privacy": ("officer", "email", "legal_basis", "log_days"),
}


def missing_keys(publisher: Publisher) -> tuple[str, ...]:
    """Return the keys of the file without which a page that the law asks for is incomplete."""
    return tuple(_missing(publisher))


def _missing(publisher: Publisher) -> Iterator[str]:
    for key in _NEEDED_OF_ALL:
        if not getattr(publisher, key):
            yield key
    for table, keys in _NEEDED.items():
        for key in keys:
            if getattr(getattr(publisher, table), key) in ("", None):
                yield f"{table}.{key}"


def last_review(publisher: Publisher) -> dt.date | None:
    """Return the day on which the statement was last looked through; None where it is not said."""
    stated = (publisher.accessibility.reviewed, publisher.accessibility.drawn_up)
    return max((day for day in stated if day), default=None)


def use_publisher(path: Path | None) -> None:
    """Say on the pages what a file says of the publisher from now on; None for no file.

    Raises:
        SettingsError: The file cannot be read, or something in it is not as it should be.
    """
    if path is None:
        os.environ.pop(PUBLISHER_VARIABLE, None)
        return
    read_publisher(path)
    os.environ[PUBLISHER_VARIABLE] = str(path.resolve())


def publisher() -> Publisher | None:
    """Return who publishes the dashboard, as it was when first asked for; None without a file.

    Raises:
        SettingsError: The file is not as it should be.
    """
    named = os.environ.get(PUBLISHER_VARIABLE, "")
    return _read_once(Path(named)) if named else None


@lru_cache(maxsize=1)
def _read_once(path: Path) -> Publisher:
    return read_publisher(path)


def read_publisher(path: Path) -> Publisher:
    """Return what a file says of the publisher.

    Raises:
        SettingsError: It cannot be read, is no TOML, or has an impossible value.
    """
    return read_settings_file(path, Publisher, option="--publisher")
