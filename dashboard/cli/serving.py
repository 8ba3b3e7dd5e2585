"""Serves the dashboard, once its table and the settings of whoever serves it were checked."""

import os
from collections.abc import Sequence
from pathlib import Path

import typer

from dashboard.cli.preparing import prepare_table
from dashboard.cli.terminal import say
from dashboard.locale import message
from dashboard.poland.base_map import use_base_map
from dashboard.poland.map_servers import use_map_servers
from dashboard.publishing.embedding import use_embedding
from dashboard.publishing.publisher import use_publisher
from dashboard.rate_limits import rate_limits
from dashboard.server.editing import login_address, prepare_editing
from dashboard.server.hosts import known_hosts
from dashboard.server.origins import api_origins
from dashboard.store import PracticeStore, open_store
from dashboard.variables import DATA_VARIABLE


def open_dashboard(  # noqa: PLR0913  one argument an option
    *,
    port: int | None,
    address: str,
    data: str | None,
    headless: bool,
    base_path: str,
    hosts: Sequence[str],
    edit: bool,
    login: Path | None,
    editors: str | None,
    trust_email: bool,
    basemap: Path | None,
    map_servers: Path | None,
    origins: Sequence[str],
    embed_in: Sequence[str],
    publisher: Path | None,
) -> None:
    """Check the settings, prepare the table, and serve the dashboard on it until Ctrl-C.

    Raises:
        DashboardError: A setting or the table is at fault.
    """
    rate_limits()  # before anything that takes long
    use_base_map(basemap)
    use_map_servers(map_servers)
    use_embedding(embed_in)
    use_publisher(publisher)
    known = known_hosts(hosts, address=address, login=login_address(login))
    readers = api_origins(origins)
    table = open_store(data, say=say)
    if edit:
        table.require_writable()
    prepare_table(table, say)
    if said := prepare_editing(edit=edit, login=login, editors=editors, trust_email=trust_email):
        say(said)
    for line in table.warnings():
        say(line)
    if login:
        table.ended_logins().prepare()
    serve(
        table,
        port=port,
        address=address,
        headless=headless,
        base_path=base_path,
        hosts=known,
        login=login,
        origins=readers,
    )


def serve(  # noqa: PLR0913  one argument an option
    table: PracticeStore,
    *,
    port: int | None,
    address: str,
    headless: bool,
    hosts: tuple[str, ...],
    base_path: str = "",
    login: Path | None = None,
    origins: tuple[str, ...] = (),
) -> None:
    """Serve the dashboard on a table until Ctrl-C."""
    rate_limits()
    os.environ[DATA_VARIABLE] = table.address
    from dashboard.server import running  # noqa: PLC0415  a second of imports that only this needs

    settings = running.ServerSettings(
        address=address,
        port=running.take_port(address, port) if port else running.next_free_port(address),
        headless=headless,
        base_path=base_path,
        login=login,
        hosts=hosts,
        origins=origins,
    )
    typer.echo(message("command-served", address=running.open_server(settings)))
    running.run_server(settings)
