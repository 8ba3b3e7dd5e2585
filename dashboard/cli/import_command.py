"""The options of `mapa-praktyk import`, and what it says."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dashboard.cli import options
from dashboard.cli.explaining import explain_files
from dashboard.cli.importing import import_files
from dashboard.cli.language import Command
from dashboard.cli.store_commands import Who, signature
from dashboard.cli.terminal import say
from dashboard.store import open_store
from geocoding.model import Precision

if TYPE_CHECKING:
    from dashboard.errors import PageError

app: Final = typer.Typer(rich_markup_mode=None)


@app.command("import", cls=Command, help="help-import")
def import_practices(
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
            say(str(fault))
        raise typer.Exit(1 if faults else 0)
    by = signature(who=who, reason=", ".join(path.name for path in paths), has_batch=True)
    report = import_files(paths, open_store(output, say=say), by, coordinates)
    for line in report.faults:
        typer.echo(line, err=True)
    for line in report.notes:
        typer.echo(line)
    raise typer.Exit(1 if report.faults else 0)
