"""Refuses every connection that would leave this machine.

`tests/conftest.py` runs this module in the test process and puts its folder on PYTHONPATH, so
that each Python started by a test imports it too: `sitecustomize` is the name that Python looks
for when it starts. The refused code sees what it would see in a closed network, an OSError; the
attempt is also written to the file named by MAPA_PRAKTYK_REFUSALS, which fails the test.
"""

import ipaddress
import os
import sys
from pathlib import Path

# The audit event of each way out, and the place of the host or address among its arguments.
WAYS_OUT = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}


def is_local(address: object) -> bool:
    """Whether a host, or a socket address, stays on this machine."""
    if not isinstance(address, tuple | str):  # nothing to resolve, or a Unix socket as bytes
        return True
    host = str(address[0]) if isinstance(address, tuple) else address
    if host in ("", "localhost") or host.startswith("/"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Stop an attempt to reach another machine, and record it."""
    place = WAYS_OUT.get(event)
    if place is None or is_local(arguments[place]):
        return
    record = f"{event} {arguments[place]!r}"
    if path := os.environ.get("MAPA_PRAKTYK_REFUSALS"):
        with Path(path).open("a", encoding="utf-8") as refusals:
            refusals.write(f"{record}\n")
    message = f"the tests run offline: {record}"
    raise ConnectionRefusedError(message)


sys.addaudithook(refuse)
