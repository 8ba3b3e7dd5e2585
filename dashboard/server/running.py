"""The dashboard's server: Streamlit in this very process, so that it ends when this one ends."""

import asyncio
import signal
import sys
import tomllib
import webbrowser
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, Final

import streamlit
from starlette.middleware import Middleware

from dashboard.errors import SettingsError
from dashboard.export import jobs
from dashboard.locale import message
from dashboard.poland.map_servers import map_servers
from dashboard.practices.reading import MAX_BYTES, readings
from dashboard.publishing.embedding import embedding_origins
from dashboard.rate_limits import rate_limits
from dashboard.server.closed_routes import ClosedRoutes
from dashboard.server.connections import Connections, ConnectionStates
from dashboard.server.descriptors import (
    DescriptorBudget,
    budget_within,
    log_exhausted_descriptors,
    raise_limit,
)
from dashboard.server.editing import login_address
from dashboard.server.embedding import Embedding
from dashboard.server.health import HealthRoutes
from dashboard.server.listening import open_socket, serve
from dashboard.server.log_redaction import redact_errors
from dashboard.server.logins import logins_of
from dashboard.server.map_first import MapFirst
from dashboard.server.map_tiles import MapTiles
from dashboard.server.memory import give_memory_back, trim
from dashboard.server.message_memory import MessageMemory
from dashboard.server.messages import MessageGate
from dashboard.server.news import NewsFeed
from dashboard.server.open_data import OpenData
from dashboard.server.opening_style import OpeningStyle
from dashboard.server.protection import KnownHosts, Protection
from dashboard.server.public_pages import PublicPages
from dashboard.server.static_cache import StaticCache
from dashboard.server.streamlit_protocol import load_options, local_address
from dashboard.server.upload_limit import UploadLimit
from dashboard.server.visit_owner import VisitOwner
from dashboard.ui.faults import draw_fault
from dashboard.ui.frame.style import page_style
from dashboard.ui.visit import visits

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
        login: File which describes the identity provider; None where nobody logs in.
        base_path: What stands before every page's path behind a proxy ('praktyki'); mostly empty.
        hosts: Names by which a browser may ask, as `known_hosts` gives them.
        origins: Sites whose pages may read the open interface, as `api_origins` gives them.
    """

    address: str
    port: int
    headless: bool
    base_path: str = ""
    login: Path | None = None
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


def config_file() -> Path:
    """Give Streamlit's settings of this project: inside the package in a wheel, else beside it."""
    shipped = _PACKAGE / "_streamlit" / "config.toml"
    return shipped if shipped.is_file() else _PACKAGE.parent / ".streamlit" / "config.toml"


def streamlit_options(config: Path, settings: ServerSettings) -> dict[str, Any]:
    """Return the options that Streamlit is started with, by their names ('server.port').

    The project's settings are passed on because Streamlit looks for its file in the
    folder where the command is given, which may be any.
    """
    return {
        **dict(_flat(tomllib.loads(config.read_text(encoding="utf-8")))),
        "server.address": settings.address,
        "server.port": settings.port,
        "server.headless": settings.headless,
        "server.maxUploadSize": MAX_BYTES // 2**20,
        "server.baseUrlPath": settings.base_path.strip("/"),
        "secrets.files": [str(settings.login.resolve())] if settings.login else [],
        "logger.level": "warning",
        "logger.enableRich": False,  # it would print the words of errors past the log
        "logger.hideWelcomeMessage": True,  # it asks another host for this machine's address
    }


def _flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a TOML table's values, with the names of the tables before their own."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def take_port(address: str, port: int) -> int:
    """Return the port, once it is known to be free.

    Raises:
        SettingsError: The port is in use, or this machine has no such address.
    """
    fault = _fault(address, port)
    if fault:
        raise SettingsError(message("port-taken", port=str(port), address=address, fault=fault))
    return port


def next_free_port(address: str) -> int:
    """Return the first free port from FIRST_PORT on.

    Raises:
        SettingsError: None of a hundred is free, or this machine has no such address.
    """
    ports = range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED)
    for port in ports:
        fault = _fault(address, port)
        if not fault:
            return port
    raise SettingsError(
        message(
            "ports-taken",
            ports=str(ports[0]),
            ports2=str(ports[-1]),
            address=address,
            fault=fault,
        )
    )


def _fault(address: str, port: int) -> str:
    """Return why a port cannot be listened on; empty where it can."""
    try:
        with open_socket(address, port) as probe:
            probe.listen()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def open_server(settings: ServerSettings) -> str:
    """Make Streamlit ready for the settings; gives the dashboard's address for a browser."""
    load_options(streamlit_options(config_file(), settings))
    return local_address(settings.address)


def run_server(settings: ServerSettings) -> None:
    """Serve the dashboard until the process is interrupted (Ctrl-C) or terminated.

    Raises:
        SettingsError: The port has been taken in the meantime, or the file that names map servers
            is not as it should be.
    """
    redact_errors()
    give_memory_back()
    limit = raise_limit()
    room = budget_within(limit)
    connections = Connections(room.connections)

    @asynccontextmanager
    async def opened(_app: streamlit.App) -> AsyncGenerator[None, None]:
        """Run what is inside while the server answers."""
        log_exhausted_descriptors(asyncio.get_running_loop(), limit)
        if not settings.headless:
            Thread(target=webbrowser.open, args=[open_server(settings)], daemon=True).start()
        tasks = [
            asyncio.create_task(each)
            for each in (visits.end_left_visits(room.websockets, trim), connections.watch())
        ]
        yield
        for task in tasks:
            task.cancel()

    open_server(settings)
    app = streamlit.App(
        _PACKAGE / "app.py",
        lifespan=opened,
        middleware=_middleware(settings, connections, room),
        on_script_error=draw_fault,
    )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # else no folder would be cleared away
    try:
        bound = open_socket(settings.address, settings.port)
    except OSError:
        take_port(settings.address, settings.port)
        raise
    with suppress(KeyboardInterrupt), bound:
        try:
            serve(app, bound, connections, waiting=room.waiting)
        finally:
            jobs.close()
            readings.close()


def _middleware(
    settings: ServerSettings, connections: Connections, room: DescriptorBudget
) -> list[Middleware]:
    """Return what stands between a browser and Streamlit, the outermost first.

    Raises:
        SettingsError: The file that names map servers is not as it should be.
    """
    base_path = settings.base_path
    embedding = Embedding(embedding_origins(), base_path)
    return [
        Middleware(ConnectionStates, connections=connections, most_websockets=room.websockets),
        Middleware(Protection, picture_sites=map_servers().origins, embedding=embedding),
        Middleware(KnownHosts, names=settings.hosts),
        Middleware(HealthRoutes, base_path=base_path),
        Middleware(ClosedRoutes, base_path=base_path),
        Middleware(PublicPages, base_path=base_path, has_login=settings.login is not None),
        Middleware(StaticCache, base_path=base_path),
        Middleware(OpeningStyle, style=page_style()),
        Middleware(MapTiles, base_path=base_path),
        Middleware(NewsFeed, base_path=base_path),
        Middleware(OpenData, base_path=base_path, origins=settings.origins),
        Middleware(
            VisitOwner,
            base_path=base_path,
            login=login_address(settings.login),
            embedding=embedding,
        ),
        Middleware(UploadLimit, most_bytes=rate_limits().uploads_mib * 2**20),
        Middleware(MapFirst, base_path=base_path),
        Middleware(MessageGate),
        Middleware(MessageMemory),
        *logins_of(settings.login, base_path),
    ]
