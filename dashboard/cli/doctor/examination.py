"""All checks but those of the packages, which come first, on the machine as it is."""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from dashboard.cli.doctor import folders, serving, terminal, variables
from dashboard.cli.doctor.assets import check_bundles, check_fonts, check_page
from dashboard.cli.doctor.base_map import check_base_map, check_map_servers
from dashboard.cli.doctor.data_files import check_data
from dashboard.cli.doctor.extras import check_extras
from dashboard.cli.doctor.finding import Finding, Grade, problem
from dashboard.cli.doctor.links import check_links_of
from dashboard.cli.doctor.login import check_logging_in
from dashboard.cli.doctor.publisher import check_publisher
from dashboard.cli.doctor.services import check_service
from dashboard.cli.doctor.table import check_saving, check_table
from dashboard.errors import DashboardError, SettingsError
from dashboard.locale import message
from dashboard.practices.disk_cache import DiskCache, cache_folder
from dashboard.server.editing import login_address
from dashboard.store import PracticeStore, SqlStore, find_store
from dashboard.views.map import resources
from geocoding import data_dir
from geocoding.settings import Settings

_TIMEOUT_S: Final = 5.0
_FONT: Final = "SourceSansVF-Upright*.woff2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What is to be looked at.

    Attributes:
        distribution: The program's name as a package.
        data: The practices table; None for the one in use.
        address: The network address to serve on.
        port: The port; None for the next free one.
        base_path: What stands before the dashboard's paths.
        hosts: Names that a browser may ask by, as they were given.
        is_editing: Whether corrections are to be saved.
        login: File which describes the identity provider; None without one.
        editors: Those who may save corrections, or the path of a file of them; None for anybody.
        base_map: The map file with streets; None without one.
        map_servers: The file that names map servers; None without one.
        embed_in: The sites that may embed the dashboard, as they were given.
        publisher: The file that says who publishes the dashboard; None without one.
        trusts_email: Whether addresses count which the provider does not state to be verified.
        asks_links: Whether the web addresses of the practices are asked for.
        contact: E-mail address that is sent with those requests; empty for none.
    """

    distribution: str
    data: str | None
    address: str
    port: int | None
    base_path: str
    hosts: tuple[str, ...]
    is_editing: bool
    login: Path | None
    editors: str | None
    base_map: Path | None = None
    map_servers: Path | None = None
    embed_in: tuple[str, ...] = ()
    publisher: Path | None = None
    trusts_email: bool = False
    asks_links: bool = False
    contact: str = ""


def run_checks(setup: Setup) -> Iterator[Finding]:
    """Look at everything; each finding comes as soon as it is known."""
    settings, faults = variables.read_settings()
    store, refused = _store(setup.data)
    yield from check_extras(setup.distribution, in_use=_extras_in_use(setup, store))
    yield from check_data(data_dir())
    yield from check_base_map(setup.base_map)
    yield from check_map_servers(setup.map_servers)
    yield from check_bundles(resources.BUNDLES, resources.text_of)
    yield from _browser_files()
    yield from variables.check_variables(os.environ)
    yield from variables.check_rate_limits()
    yield check_logging_in(
        setup.login,
        setup.editors,
        is_editing=setup.is_editing,
        base_path=setup.base_path,
        trusts_email=setup.trusts_email,
    )
    yield from faults
    yield from refused
    if store is not None:
        yield from check_table(store, DiskCache(cache_folder()))
        if setup.is_editing:
            yield check_saving(store)
    yield from _folders(store, settings, is_editing=setup.is_editing)
    if settings is not None:
        yield check_service(settings, timeout_s=_TIMEOUT_S)
    yield serving.check_port(setup.address, setup.port, base_path=setup.base_path)
    yield serving.check_base_path(setup.base_path)
    yield serving.check_hosts(
        setup.hosts, base_path=setup.base_path, address=setup.address, login=_log_in_address(setup)
    )
    yield from serving.check_embedding(setup.embed_in)
    yield check_publisher(setup.publisher, today=dt.datetime.now().astimezone().date())
    yield from terminal.check_encodings(terminal.output_encoding(), sys.getfilesystemencoding())
    if setup.asks_links and store is not None:
        yield from check_links_of(store, setup.contact)


def _store(data: str | None) -> tuple[PracticeStore | None, list[Finding]]:
    """Return the practices table, or why it cannot be opened."""
    try:
        return find_store(data), []
    except DashboardError as error:
        return None, [problem("table", found=str(error), remedy=message("doctor-see-there"))]


def _is_server(store: PracticeStore) -> bool:
    """Say whether a store is in a database server."""
    return isinstance(store, SqlStore) and store.path is None


def _extras_in_use(setup: Setup, store: PracticeStore | None) -> set[str]:
    """Return the extras that the options ask for.

    A store that cannot be opened is in a database.
    """
    asked = {"login": setup.login is not None, "postgresql": store is None or _is_server(store)}
    return {extra for extra, is_asked in asked.items() if is_asked}


def _log_in_address(setup: Setup) -> str:
    """Return where people are sent back to when they logged in.

    Empty where that cannot be known.
    """
    try:
        return login_address(setup.login)
    except SettingsError:  # which the check of the login reports
        return ""


def _browser_files() -> Iterator[Finding]:
    static = _folder_of("streamlit") / "static"
    yield from check_page(static / "index.html", package="streamlit")
    frame = _folder_of("streamlit_folium") / "frontend" / "build" / "index.html"
    yield from check_page(frame, package="streamlit-folium")
    yield check_fonts(static / "static" / "media", _FONT, package="streamlit")
    for package in ("font-source-sans-pro", "font-source-serif-pro"):
        folder = _folder_of(package.replace("-", "_")) / "files"
        yield check_fonts(folder, "Source*Pro-Semibold.ttf", package=package)


def _folder_of(package: str) -> Path:
    """Return where a package is, without running it."""
    found = find_spec(package)
    return Path(found.origin).parent if found and found.origin else Path(package)


def _folders(
    store: PracticeStore | None, settings: Settings | None, *, is_editing: bool
) -> Iterator[Finding]:
    if store is not None and not _is_server(store):
        folder = Path(store.address).parent
        yield folders.check_folder(
            folders.WritableFolder(
                check="store's folder",
                folder=folder,
                grade=Grade.PROBLEM if is_editing else Grade.WARNING,
                loss=message("doctor-loss-store"),
                remedy=message("doctor-remedy-store"),
            )
        )
        yield folders.check_room(folder)
    yield folders.check_folder(
        folders.WritableFolder(
            check="prepared folder",
            folder=cache_folder(),
            grade=Grade.WARNING,
            loss=message("doctor-loss-prepared"),
            remedy=message("doctor-remedy-prepared"),
        )
    )
    yield folders.check_privacy(cache_folder())
    yield folders.check_room(cache_folder())
    if settings is not None:
        yield folders.check_folder(
            folders.WritableFolder(
                check="answers' folder",
                folder=settings.cache,
                grade=Grade.WARNING,
                loss=message("doctor-loss-answers"),
                remedy=message("doctor-remedy-answers"),
            )
        )
