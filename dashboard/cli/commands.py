"""The options of `mapa-praktyk`, its commands, and what each run ends with.

Exit codes: 0 all went well; 1 some pages were not imported, the others were, or no practice
passes the filters of an export, or the doctor found a problem; 2 nothing was done because an
option, the table or the place to write to is at fault.
"""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, ClassVar, Final

import typer

from dashboard.cli import options
from dashboard.cli.deferred import Deferred, DeferredGroup
from dashboard.cli.memory import memory_mib
from dashboard.cli.terminal import say
from dashboard.errors import DashboardError
from dashboard.extras import DISTRIBUTION
from dashboard.locale import message
from geocoding.errors import GeocodingError

FAILED: Final = 2
_STORE: Final = "dashboard.cli.store_commands"


class _Commands(DeferredGroup):
    """The commands of `mapa-praktyk`."""

    deferred: ClassVar = {
        "import": Deferred("dashboard.cli.import_command", "help-import"),
        "harvest": Deferred("dashboard.cli.harvest_command", "help-harvest"),
        "news": Deferred("dashboard.cli.news_command", "help-news"),
        "geocode": Deferred("dashboard.cli.geocode_command", "help-geocode"),
        "demo": Deferred("dashboard.cli.demo_command", "help-demo"),
        "export": Deferred("dashboard.cli.export_command", "help-export"),
        "edit": Deferred(_STORE, "help-edit"),
        "history": Deferred(_STORE, "help-history"),
        "undo": Deferred(_STORE, "help-undo"),
        "backup": Deferred(_STORE, "help-backup"),
        "restore": Deferred(_STORE, "help-restore"),
        "migrate": Deferred(_STORE, "help-migrate"),
        "doctor": Deferred("dashboard.cli.doctor_command", "help-doctor"),
        "data": Deferred("dashboard.cli.data_command", "help-own-data"),
    }


_app: Final = typer.Typer(
    cls=_Commands,
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
        say(message("command-error", error=str(error)))
        raise SystemExit(FAILED) from None
    except MemoryError:
        words = message("command-no-memory", program=memory_mib(0))
        say(message("command-error", error=words))
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
    map_servers: options.MapServers = None,
    api_origin: options.ApiOrigins = None,
    embed_in: options.EmbedIn = None,
    publisher: options.PublisherFile = None,
    _version: _Version = False,
) -> None:
    """Open the dashboard; it is served until Ctrl-C."""
    if context.invoked_subcommand is not None:
        return
    from dashboard.cli.serving import open_dashboard  # noqa: PLC0415  no other command needs it

    open_dashboard(
        port=port,
        address=address,
        data=data,
        headless=no_browser,
        base_path=base_path,
        hosts=host or (),
        edit=edit,
        login=login,
        editors=editors,
        trust_email=trust_email,
        basemap=basemap,
        map_servers=map_servers,
        origins=api_origin or (),
        embed_in=embed_in or (),
        publisher=publisher,
    )
