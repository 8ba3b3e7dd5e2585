"""Which hosts are on the Internet, and not this machine or the network that it stands in.

An address in a table comes from others: asking for it must not reach a device of the office.
"""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import urlsplit

Resolve = Callable[[str], Iterable[str]]
"""Gives the network addresses of a host's name; none where it has none."""
_INSIDE: Final = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".intranet")


def network_addresses(host: str) -> list[str]:
    """Return the network addresses of a host as this machine knows them; empty where it has none.

    A machine behind a proxy may know none: the proxy decides then.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def is_public(address: str, resolve: Resolve = network_addresses) -> bool:
    """Say whether a web address is one of the Internet.

    Args:
        address: A web address; what is none is not public.
        resolve: Gives the network addresses of a host.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # a bracket that is none
        return False
    if parts.scheme not in ("http", "https") or ("." not in host and ":" not in host):
        return False
    return not host.endswith(_INSIDE) and all(_is_global(each) for each in resolve(host))


def _is_global(text: str) -> bool:
    """Say whether a network address is one of the Internet."""
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return found.is_global and not found.is_multicast
