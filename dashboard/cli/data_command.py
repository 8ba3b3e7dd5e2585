"""`mapa-praktyk data add`, `data list`, `data remove`: data of one's own."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.figures import FigureOptions, add_figure_file
from dashboard.cli.language import Command, Group
from dashboard.explore.figures.figure import FigureKind
from dashboard.locale import message
from geocoding.added import add_file, added, remove_kind
from geocoding.communes import unmatched_communes

data_app = typer.Typer(cls=Group, help="help-own-data", no_args_is_help=True, rich_markup_mode=None)


@data_app.command("add", cls=Command, help="help-data-add")
def add_data(  # noqa: PLR0913  one parameter an option
    file: Annotated[Path, typer.Argument(metavar="metavar-file", help="help-data-file")],
    *,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="help-data-day")
    ] = None,
    name: Annotated[str, typer.Option(help="help-figure-name")] = "",
    unit: Annotated[str, typer.Option(help="help-figure-unit")] = "",
    source: Annotated[str, typer.Option(help="help-figure-source")] = "",
    column: Annotated[str, typer.Option(help="help-figure-column")] = "",
    year: Annotated[int | None, typer.Option(help="help-figure-year", min=1900, max=2100)] = None,
    kind: Annotated[FigureKind | None, typer.Option(help="help-figure-kind")] = None,
) -> None:
    """Add a file, or replace the one of its kind; it wins over what comes with the program.

    What is said of a figure says that the file holds one; other files are recognised.
    """
    options = FigureOptions(
        name=name, unit=unit, source=source, column=column, year=year, kind=kind
    )
    if options.is_stated:
        for line in add_figure_file(file, options, day.date() if day else None):
            typer.echo(line)
        return
    record = add_file(file, day=day.date() if day else None)
    typer.echo(
        message(
            "data-added",
            kind=record.kind,
            rows=record.rows,
            day=record.day,
            source=record.source,
            sha256=record.sha256,
        )
    )

    unknown, lacking = unmatched_communes()
    if unknown:
        typer.echo(message("data-unknown-communes", codes=", ".join(unknown)))
    if lacking:
        typer.echo(message("data-lacking-communes", codes=", ".join(lacking)))


@data_app.command("list", cls=Command, help="help-data-list")
def list_data() -> None:
    """List what was added: kind, day, number of records, file, checksum."""
    records = added()
    for record in records:
        values = (record.kind, record.day, str(record.rows), record.source, record.sha256)
        typer.echo("\t".join(values))
    if not records:
        typer.echo(message("data-none"))


@data_app.command("remove", cls=Command, help="help-data-remove")
def remove_data(
    kind: Annotated[str, typer.Argument(metavar="metavar-kind", help="help-data-kind")],
) -> None:
    """Remove what was added of a kind; what comes with the program counts again."""
    record = remove_kind(kind)
    typer.echo(message("data-removed", kind=record.kind, source=record.source, day=record.day))
