"""The e-mail address that a command sends with its requests."""

import re
from typing import Final

from dashboard.errors import HarvestError
from dashboard.locale import message

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def require_email(contact: str) -> None:
    """Let an e-mail address pass, at which whoever is asked reaches whoever asks.

    Raises:
        HarvestError: It is none.
    """
    if not _EMAIL.fullmatch(contact):
        raise HarvestError(message("harvest-no-contact", contact=contact))
