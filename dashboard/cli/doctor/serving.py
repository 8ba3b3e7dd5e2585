"""Whether the dashboard can be served where it was asked to."""

import http.client
import re
from collections.abc import Iterator, Sequence
from contextlib import closing

from dashboard.cli.doctor.finding import Finding, ok, problem, warning
from dashboard.errors import SettingsError
from dashboard.locale import message
from dashboard.publishing.embedding import checked_origins
from dashboard.server import running
from dashboard.server.hosts import ANY, is_known, known_hosts

_PORT = "port"
_NAMES = "host names"
_EMBEDDING = "embedding"
_HEALTH = "_stcore/health"
_TIMEOUT_S = 2.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  compared, not listened on
_A_PATH = re.compile(r"/?[\w.~-]+(/[\w.~-]+)*/?", re.ASCII)


def check_base_path(base_path: str) -> Finding:
    """Say whether a base path can stand in an address as it is."""
    if not base_path.strip("/"):
        return ok("base path", found=message("doctor-none"))
    parts = base_path.strip("/").split("/")
    if _A_PATH.fullmatch(base_path) and not {".", ".."}.intersection(parts):
        return ok("base path", found=base_path)
    return problem(
        "base path",
        found=message("doctor-base-path", base_path=repr(base_path)),
        remedy=message("doctor-base-path-remedy"),
    )


def check_port(address: str, port: int | None, *, base_path: str) -> Finding:
    """Say whether a port can be listened on, or a dashboard answers there already.

    Args:
        address: The network address to serve on.
        port: The port; None for the next free one.
        base_path: What stands before the dashboard's paths.
    """
    try:
        if port is None:
            return ok(
                _PORT,
                found=message(
                    "doctor-next-port",
                    next_free_port=str(running.next_free_port(address)),
                    address=str(address),
                ),
            )
        return ok(
            _PORT,
            found=message(
                "doctor-port", take_port=str(running.take_port(address, port)), address=str(address)
            ),
        )
    except SettingsError as error:
        if port is not None and _is_served(address, port, base_path):
            return ok(
                _PORT, found=message("doctor-port-answers", port=str(port), address=str(address))
            )
        return problem(_PORT, found=str(error), remedy=message("doctor-port-remedy"))


def check_hosts(named: Sequence[str], *, base_path: str, address: str, login: str) -> Finding:
    """Say whether the dashboard answers by the names that browsers ask by.

    Args:
        named: Names that the settings give.
        base_path: What stands before the dashboard's paths; a proxy is in front where it is given.
        address: The network address to serve on.
        login: Where people are sent back to when they logged in; empty without a login.
    """
    try:
        names = known_hosts(named, address=address, login=login)
    except SettingsError as error:
        return problem(_NAMES, found=str(error), remedy=message("doctor-host-remedy"))
    if ANY in names:
        return warning(
            _NAMES,
            found=message("doctor-any-host"),
            remedy=message("doctor-any-host-remedy"),
        )
    own = known_hosts(())
    if base_path.strip("/") and all(is_known(name, own) for name in names):
        return warning(
            _NAMES,
            found=message("doctor-no-host"),
            remedy=message("doctor-no-host-remedy"),
        )
    return ok(_NAMES, found=", ".join(names))


def check_embedding(named: Sequence[str]) -> Iterator[Finding]:
    """Say which sites may embed the dashboard, or what is wrong; nothing where none is named.

    Args:
        named: Origins that the settings give.
    """
    if not named:
        return
    try:
        origins = checked_origins(named)
    except SettingsError as error:
        yield problem(_EMBEDDING, found=str(error), remedy=message("doctor-embedding-remedy"))
        return
    yield ok(_EMBEDDING, found=", ".join(origins))


def _is_served(address: str, port: int, base_path: str) -> bool:
    """Say whether a Streamlit application answers that it is well."""
    host = _EVERYWHERE.get(address, address)
    path = "/".join(filter(None, ("", base_path.strip("/"), _HEALTH)))
    with closing(http.client.HTTPConnection(host, port, timeout=_TIMEOUT_S)) as connection:
        try:
            connection.request("GET", f"/{path.lstrip('/')}")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
