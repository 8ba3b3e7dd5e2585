"""The command's options and what each run says; the work is done elsewhere.

Exit codes: 0 all went well; 1 some pages were not imported, the others were, or no practice
passes the filters of an export, or the doctor found a problem; 2 nothing was done because an
option, the table or the place to write to is at fault.
"""

import os
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Final

import typer

from dashboard.cli import options
from dashboard.cli.data_command import data_app
from dashboard.cli.doctor_command import run_doctor
from dashboard.cli.explaining import explain_files
from dashboard.cli.export_command import ExportCommand, export_practices
from dashboard.cli.harvest_command import harvest_site
from dashboard.cli.importing import import_files
from dashboard.cli.language import Command, Group
from dashboard.cli.news_command import write_news
from dashboard.cli.preparing import memory_mib, prepare_table
from dashboard.cli.store_commands import (
    Force,
    Who,
    back_up,
    edit_practice,
    migrate_store,
    require_replaceable,
    restore_backup,
    show_history,
    signature,
    undo_edit,
    write_demo,
)
from dashboard.errors import DashboardError, PageError
from dashboard.extras import DISTRIBUTION
from dashboard.locale import message
from dashboard.poland.base_map import use_base_map
from dashboard.practices import save_practices
from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, make_demo
from dashboard.rate_limits import rate_limits
from dashboard.server.editing import login_address, prepare_editing
from dashboard.server.hosts import known_hosts
from dashboard.store import DATA_VARIABLE, PracticeStore, open_store
from geocoding import GeocodingError
from geocoding.batch import options as options_of_geocoding
from geocoding.batch.cli import geocode
from geocoding.batch.options import EPILOG as GEOCODE_EPILOG
from geocoding.batch.options import HELP as GEOCODE_HELP
from geocoding.model import Precision

FAILED: Final = 2
MAX_ROWS: Final = 1_000_000
"""More made-up practices than this help nobody."""

_app: Final = typer.Typer(
    cls=Group,
    help="help-app",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with arguments (None: the process's own), and exit with its code."""
    try:
        _app(arguments, prog_name=DISTRIBUTION)
    except (DashboardError, GeocodingError) as error:
        typer.echo(message("command-error", error=str(error)), err=True)
        raise SystemExit(FAILED) from None
    except MemoryError:
        words = message("command-no-memory", program=memory_mib(0))
        typer.echo(message("command-error", error=words), err=True)
        raise SystemExit(FAILED) from None


def _show_version(wanted: bool) -> None:  # noqa: FBT001  the way Typer calls it
    if wanted:
        typer.echo(f"{DISTRIBUTION} {version(DISTRIBUTION)}")
        raise typer.Exit


_Version = Annotated[
    bool,
    typer.Option("--version", callback=_show_version, is_eager=True, help="help-version"),
]


@_app.callback(invoke_without_command=True, help="help-app")
def _open(  # noqa: PLR0913  one argument an option
    context: typer.Context,
    *,
    port: options.Port = None,
    address: options.Address = "127.0.0.1",
    data: options.Data = None,
    no_browser: options.NoBrowser = False,
    base_path: options.BasePath = "",
    host: options.Hosts = None,
    edit: options.Edit = False,
    login: options.Login = None,
    editors: options.Editors = None,
    trust_email: options.TrustEmail = False,
    basemap: options.Basemap = None,
    _version: _Version = False,
) -> None:
    """Open the dashboard; it is served until Ctrl-C."""
    if context.invoked_subcommand is not None:
        return
    rate_limits()  # before anything that takes long
    use_base_map(basemap)
    hosts = known_hosts(host or (), address=address, login=login_address(login))
    table = open_store(data, say=_say)
    if edit:
        table.require_writable()
    prepare_table(table, _say)
    if said := prepare_editing(edit=edit, login=login, editors=editors, trust_email=trust_email):
        typer.echo(said, err=True)
    for line in table.warnings():
        typer.echo(line, err=True)
    if login:
        table.ended_logins().prepare()
    _serve(
        table,
        port=port,
        address=address,
        headless=no_browser,
        base_path=base_path,
        hosts=hosts,
        login=login,
    )


def _serve(  # noqa: PLR0913  one argument an option
    table: PracticeStore,
    *,
    port: int | None,
    address: str,
    headless: bool,
    hosts: tuple[str, ...],
    base_path: str = "",
    login: Path | None = None,
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
    )
    typer.echo(message("command-served", address=running.open_server(settings)))
    running.run_server(settings)


@_app.command("import", cls=Command, help="help-import")
def _import(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="metavar-path", help="help-import-paths"),
    ],
    output: options.Output = None,
    who: Who = None,
    coordinates: Annotated[Precision, typer.Option(help="help-coordinates")] = Precision.STREET,
    *,
    explain: Annotated[bool, typer.Option("--explain", help="help-explain")] = False,
) -> None:
    """Put pages and tables into the store; exit with code 1 where some could not be read."""
    if explain:
        faults: list[PageError] = []
        for line in explain_files(paths, faults):
            typer.echo(line)
        for fault in faults:
            typer.echo(str(fault), err=True)
        raise typer.Exit(1 if faults else 0)
    by = signature(who=who, reason=", ".join(path.name for path in paths), has_batch=True)
    report = import_files(paths, open_store(output, say=_say), by, coordinates)
    for line in report.faults:
        typer.echo(line, err=True)
    for line in report.notes:
        typer.echo(line)
    raise typer.Exit(1 if report.faults else 0)


_app.command("news", cls=Command, help="help-news")(write_news)
_app.command("harvest", cls=Command, help="help-harvest")(harvest_site)
_app.command(
    "geocode", cls=Command, help=options_of_geocoding.HELP, epilog=options_of_geocoding.EPILOG
)(geocode)


@_app.command("demo", cls=Command, help="help-demo")
def _demo(  # noqa: PLR0913  one parameter an option
    *,
    rows: Annotated[int, typer.Option(min=1, max=MAX_ROWS, help="help-rows")] = DEMO_ROWS,
    seed: Annotated[int, typer.Option(min=0, help="help-seed")] = DEMO_SEED,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="metavar-store",
            show_default="help-demo-output-default",
            help="help-demo-output",
        ),
    ] = None,
    force: Force = False,
    port: options.Port = None,
    address: options.Address = "127.0.0.1",
    no_browser: options.NoBrowser = False,
    host: options.Hosts = None,
) -> None:
    """Make up practices, and write them or open the dashboard on them."""
    practices = make_demo(rows, seed=seed)
    if output is not None:
        target = open_store(output, say=_say)
        require_replaceable(target, force=force)
        write_demo(practices, target, signature(reason="demo", has_batch=True))
        typer.echo(message("demo-written", store=target.name, count=len(practices)))
        return
    with TemporaryDirectory(prefix="mapa-praktyk-demo-") as folder:
        path = Path(folder) / "demo.csv"
        save_practices(practices, path)
        table = open_store(str(path))
        hosts = known_hosts(host or (), address=address)
        _serve(table, port=port, address=address, headless=no_browser, hosts=hosts)


def _say(line: str) -> None:
    """Say on the terminal what happens to the store."""
    typer.echo(line, err=True)


_app.command("geocode", cls=Command, help=GEOCODE_HELP, epilog=GEOCODE_EPILOG)(geocode)
_app.command("export", cls=ExportCommand, help="help-export")(export_practices)
_app.command("edit", cls=Command, help="help-edit")(edit_practice)
_app.command("history", cls=Command, help="help-history")(show_history)
_app.command("undo", cls=Command, help="help-undo")(undo_edit)
_app.command("backup", cls=Command, help="help-backup")(back_up)
_app.command("restore", cls=Command, help="help-restore")(restore_backup)
_app.command("migrate", cls=Command, help="help-migrate")(migrate_store)
_app.command("doctor", cls=Command, help="help-doctor")(run_doctor)
_app.add_typer(data_app, name="data")
