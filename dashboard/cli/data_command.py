"""`mapa-praktyk data add`, `data list`, `data remove`: data of one's own."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from geocoding.added import add_file, added, remove_kind

data_app = typer.Typer(
    help="Data of your own: GUS's TERC and SIMC, population by commune, borders of PRG.",
    no_args_is_help=True,
)


@data_app.command("add")
def add_data(
    file: Annotated[Path, typer.Argument(help="The file, as its publisher serves it.")],
    day: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DAY",
            show_default="as the file says",
            help="The day of its data.",
        ),
    ] = None,
) -> None:
    """Add a file, or replace the one of its kind; what it is shows from what it holds.

    It is checked whole, and wins over the data that comes with the program from then on.
    """
    record = add_file(file, day=day.date() if day else None)
    typer.echo(f"{record.kind}: {record.rows} records of {record.day} from {record.source}")
    typer.echo(f"SHA-256 {record.sha256}")


@data_app.command("list")
def list_data() -> None:
    """List what was added: kind, day, number of records, source, checksum."""
    records = added()
    for record in records:
        typer.echo(f"{record.kind}\t{record.day}\t{record.rows}\t{record.source}\t{record.sha256}")
    if not records:
        typer.echo("nothing was added; `mapa-praktyk data add FILE` adds a file")


@data_app.command("remove")
def remove_data(
    kind: Annotated[str, typer.Argument(help="The kind, as `data list` names it: terc.")],
) -> None:
    """Remove what was added of a kind; what comes with the program counts again."""
    record = remove_kind(kind)
    typer.echo(f"{record.kind}: {record.source} of {record.day} was removed")
