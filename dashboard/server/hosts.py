"""By which names the dashboard answers, so that no foreign name can be made to mean this machine.

A page of evil.example can have its name point to 127.0.0.1 once it is open (DNS rebinding); the
browser then takes this server for that site and lets its scripts read and save here. Only a name
can be made to point elsewhere, so addresses in figures are always answered.
"""

import re
import socket
from collections.abc import Collection, Iterable
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from dashboard.errors import SettingsError
from dashboard.locale import message

ANY: Final = "*"
_LOCAL: Final = ("localhost", "*.localhost")
_A_NAME: Final = re.compile(r"(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*")


def known_hosts(named: Iterable[str], *, address: str = "", login: str = "") -> tuple[str, ...]:
    """Give the names by which the dashboard answers besides addresses in figures, in small letters.

    Args:
        named: Names that the settings give: mapa.example.org, *.example.org, or * for any.
        address: Network address that is listened on; may be a name.
        login: Address to which an identity provider sends people back; empty where none does.

    Raises:
        SettingsError: One of the named is no name of a host.
    """
    names = [name.strip().lower().rstrip(".") for name in named]
    for name in names:
        if name != ANY and not _A_NAME.fullmatch(name):
            raise SettingsError(message("host-no-name", name=repr(name)))
    own = (socket.gethostname(), address, urlsplit(login).hostname or "")
    own_names = [name.lower() for name in own if name and not _is_address(name)]
    return tuple(dict.fromkeys([*_LOCAL, *own_names, *names]))


def is_known(host: str | None, names: Collection[str]) -> bool:
    """Say whether a browser asked by a name of ours; programs that are none may name nothing.

    Args:
        host: What the request names: a name or an address, with or without a port.
        names: As `known_hosts` gives them.
    """
    if host is None or ANY in names:
        return True
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    return _is_address(name) or any(each in names for each in (name, *_above(name)))


def _is_address(name: str) -> bool:
    """Say whether it is an address in figures."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _above(name: str) -> list[str]:
    """Return the patterns that hold a name: '*.example.org' for 'mapa.example.org'."""
    parts = name.split(".")
    return [".".join((ANY, *parts[start:])) for start in range(1, len(parts))]
