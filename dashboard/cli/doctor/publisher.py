"""Whether the pages that the law asks a public body for say what they have to."""

import datetime as dt
from pathlib import Path
from typing import Final

from dashboard.cli.doctor.finding import Finding, ok, problem, warning
from dashboard.errors import SettingsError
from dashboard.locale import message
from dashboard.publishing.publisher import (
    REVIEWED_EVERY_DAYS,
    last_review,
    missing_keys,
    read_publisher,
)

_CHECK: Final = "publisher"


def check_publisher(path: Path | None, *, today: dt.date) -> Finding:
    """Say whether accessibility statement and page about personal data are complete and recent.

    Args:
        path: The file that says who publishes the dashboard; None without one.
        today: The day to compare the statement's with.
    """
    if path is None:
        return ok(_CHECK, found=message("doctor-publisher-none"))
    try:
        publisher = read_publisher(path)
    except SettingsError as error:
        return problem(_CHECK, found=str(error), remedy=message("doctor-publisher-mend"))
    missing = missing_keys(publisher)
    if missing:
        keys = ", ".join(missing)
        return warning(
            _CHECK,
            found=message("doctor-publisher-missing", keys=keys),
            remedy=message("doctor-publisher-complete", path=str(path)),
        )
    reviewed = last_review(publisher)
    if reviewed is None or not 0 <= (today - reviewed).days <= REVIEWED_EVERY_DAYS:
        return warning(
            _CHECK,
            found=message("doctor-publisher-old", day=str(reviewed)),
            remedy=message("doctor-publisher-review"),
        )
    return ok(_CHECK, found=message("doctor-publisher", name=publisher.name, day=str(reviewed)))
