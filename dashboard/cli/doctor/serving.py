"""Whether the dashboard can be served where it was asked to."""

import http.client
import re
from collections.abc import Sequence
from contextlib import closing

from dashboard.cli.doctor.finding import Finding, problem, warning, well
from dashboard.errors import SettingsError
from dashboard.server import running
from dashboard.server.hosts import ANY, is_known, known_hosts

_PORT = "port"
_NAMES = "host names"
_HEALTH = "_stcore/health"
_PATIENCE_S = 2.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  compared, not listened on
_A_PATH = re.compile(r"/?[\w.~-]+(/[\w.~-]+)*/?", re.ASCII)


def check_base_path(base_path: str) -> Finding:
    """Whether a base path can stand in an address as it is."""
    if not base_path.strip("/"):
        return well("base path", found="none")
    parts = base_path.strip("/").split("/")
    if _A_PATH.fullmatch(base_path) and not {".", ".."}.intersection(parts):
        return well("base path", found=base_path)
    return problem(
        "base path",
        found=f"{base_path!r} cannot stand in an address as it is",
        remedy="use plain letters, digits, '-' and '_': --base-path praktyki",
    )


def check_port(address: str, port: int | None, *, base_path: str) -> Finding:
    """Whether a port can be listened on, or a dashboard answers there already.

    Args:
        address: The network address to serve on.
        port: The port; None for the next free one.
        base_path: What stands before the dashboard's paths.
    """
    try:
        if port is None:
            return well(_PORT, found=f"{running.next_free_port(address)} at {address} is free")
        return well(_PORT, found=f"{running.take_port(address, port)} at {address} is free")
    except SettingsError as error:
        if port is not None and _is_served(address, port, base_path):
            return well(_PORT, found=f"{port} at {address}: a dashboard answers there already")
        return problem(_PORT, found=str(error), remedy="end what uses it, or give another --port")


def check_hosts(named: Sequence[str], *, base_path: str, address: str, login: str) -> Finding:
    """Whether the dashboard answers by the names that browsers ask by.

    Args:
        named: Names that the settings give.
        base_path: What stands before the dashboard's paths; a proxy is in front where it is given.
        address: The network address to serve on.
        login: Where people are sent back to when they logged in; empty without a login.
    """
    try:
        names = known_hosts(named, address=address, login=login)
    except SettingsError as error:
        return problem(_NAMES, found=str(error), remedy="give the name alone: mapa.example.org")
    if ANY in names:
        return warning(
            _NAMES,
            found="any: a page of another site can give this machine a name and read along",
            remedy="name those that are used: --host mapa.example.org",
        )
    own = known_hosts(())
    if base_path.strip("/") and all(is_known(name, own) for name in names):
        return warning(
            _NAMES,
            found="there is a base path, but no name besides this machine's: by the proxy's name"
            " nobody is answered",
            remedy="name what stands in the browser's address: --host mapa.example.org",
        )
    return well(_NAMES, found=", ".join(names))


def _is_served(address: str, port: int, base_path: str) -> bool:
    """Whether a Streamlit application answers that it is well."""
    host = _EVERYWHERE.get(address, address)
    path = "/".join(filter(None, ("", base_path.strip("/"), _HEALTH)))
    with closing(http.client.HTTPConnection(host, port, timeout=_PATIENCE_S)) as connection:
        try:
            connection.request("GET", f"/{path.lstrip('/')}")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
