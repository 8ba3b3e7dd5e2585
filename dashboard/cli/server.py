"""The dashboard's server: Streamlit in this very process, so that it ends when this one ends."""

import os
import socket
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from streamlit.web import bootstrap
from streamlit.web.server import server_util

from dashboard.errors import SettingsError

FIRST_PORT: Final = 8501
_PORTS_TRIED: Final = 100
_PACKAGE: Final = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """Where the dashboard is served.

    Attributes:
        address: Network address to listen on; '0.0.0.0' for all of this machine's.
        port: TCP port.
        headless: Whether no browser is opened here.
        base_path: What stands before every page's path behind a proxy ('praktyki'); mostly empty.
    """

    address: str
    port: int
    headless: bool
    base_path: str = ""


def config_file() -> Path:
    """Streamlit's settings of this project: inside the package in a wheel, else beside it."""
    shipped = _PACKAGE / "_streamlit" / "config.toml"
    return shipped if shipped.is_file() else _PACKAGE.parent / ".streamlit" / "config.toml"


def streamlit_options(config: Path, settings: ServerSettings) -> dict[str, Any]:
    """The options that Streamlit is started with, named as its own flags are.

    The project's settings are passed on as flags because Streamlit looks for its file in the
    folder where the command is given, which may be any.
    """
    return {
        **dict(_flat(tomllib.loads(config.read_text(encoding="utf-8")))),
        "server_address": settings.address,
        "server_port": settings.port,
        "server_headless": settings.headless,
        "server_baseUrlPath": settings.base_path.strip("/"),
        "logger_level": "warning",
        "logger_hideWelcomeMessage": True,  # it asks another host for this machine's address
    }


def _flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """A TOML table's values, with the names of the tables before their own."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}_")
        else:
            yield f"{prefix}{name}", value


def take_port(address: str, port: int) -> int:
    """The port, once it is known to be free.

    Raises:
        SettingsError: The port is in use, or this machine has no such address.
    """
    fault = _fault(address, port)
    if fault:
        raise SettingsError(
            f"port {port} at {address} cannot be used ({fault}): give another one with --port, "
            "or leave --port out to take the next free one"
        )
    return port


def next_free_port(address: str) -> int:
    """The first free port from FIRST_PORT on.

    Raises:
        SettingsError: None of a hundred is free, or this machine has no such address.
    """
    ports = range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED)
    for port in ports:
        fault = _fault(address, port)
        if not fault:
            return port
    raise SettingsError(
        f"none of the ports {ports[0]} to {ports[-1]} at {address} can be used ({fault}): "
        "give one with --port"
    )


def _fault(address: str, port: int) -> str:
    """Why a port cannot be listened on; empty where it can."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name != "nt":  # on Windows it would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            probe.listen()
        except OSError as error:
            return error.strerror or str(error)
    return ""


def open_server(settings: ServerSettings) -> str:
    """Make Streamlit ready for the settings; gives the dashboard's address for a browser."""
    bootstrap.load_config_options(streamlit_options(config_file(), settings))
    return server_util.get_url(server_util.get_display_address(settings.address))


def run_server(settings: ServerSettings) -> None:
    """Serve the dashboard until the process is interrupted (Ctrl-C) or terminated."""
    with suppress(KeyboardInterrupt):  # where it comes before Streamlit handles it
        bootstrap.run(
            str(_PACKAGE / "app.py"),
            is_hello=False,
            args=[],
            flag_options=streamlit_options(config_file(), settings),
        )
