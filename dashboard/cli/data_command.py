"""`mapa-praktyk data add`, `data list`, `data remove`: data of one's own."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final

import typer
from tqdm import tqdm

from dashboard.cli.figures import FigureOptions, add_figure_file
from dashboard.cli.language import Command, Group
from dashboard.explore.figures.figure import FigureKind
from dashboard.locale import message
from dashboard.poland.added_map import ADDED_MAP, add_map, holds_map, remove_map
from geocoding.added import (
    ADDRESS_POINTS,
    add_address_points,
    add_file,
    added,
    pack_address_points,
    remove_kind,
)
from geocoding.address_points import holds_address_points
from geocoding.communes import unmatched_communes

data_app = typer.Typer(cls=Group, help="help-own-data", no_args_is_help=True, rich_markup_mode=None)


@data_app.command("add", cls=Command, help="help-data-add")
def add_data(  # noqa: PLR0913  one parameter an option
    files: Annotated[list[Path], typer.Argument(metavar="metavar-file", help="help-data-file")],
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
    """Add files, or replace those of their kinds; they win over what comes with the program.

    What is said of a figure says that the file holds one; other files are recognised.
    """
    stated = day.date() if day else None
    options = FigureOptions(
        name=name, unit=unit, source=source, column=column, year=year, kind=kind
    )
    if options.is_stated:
        for line in add_figure_file(files, options, stated):
            typer.echo(line)
        return
    of_maps = [path for path in files if holds_map(path)]
    for path in of_maps:
        _add_map(path, stated)
    files = [path for path in files if path not in of_maps]
    of_points = [path for path in files if holds_address_points(path)]
    for path in files:
        if path not in of_points:
            _add_other(path, stated)
    if of_points:
        _add_points(of_points, stated)


def _add_other(path: Path, day: date | None) -> None:
    """Add a file that holds no address points, and say what it was."""
    record = add_file(path, day=day)
    typer.echo(_added_words(record.kind, record.rows, record.day, record.source, record.sha256))
    unknown, lacking = unmatched_communes()
    if unknown:
        typer.echo(message("data-unknown-communes", codes=", ".join(unknown)))
    if lacking:
        typer.echo(message("data-lacking-communes", codes=", ".join(lacking)))


def _add_map(path: Path, day: date | None) -> None:
    """Add a map file, with a bar that shows the time left, and say what it was."""
    with tqdm(total=path.stat().st_size, unit="B", unit_scale=True, disable=None) as bar:
        record = add_map(path, day=day, progress=bar.update)
    typer.echo(_added_words(record.kind, record.rows, record.day, record.source, record.sha256))


def _add_points(paths: list[Path], day: date | None) -> None:
    """Add files of address points, with a bar that shows the time left, and say what came of it."""
    total = sum(path.stat().st_size for path in paths)
    with tqdm(total=total, unit="B", unit_scale=True, disable=None) as bar:

        def progress(count: int) -> None:
            """Move the bar; what is read twice counts once."""
            bar.update(min(count, total - bar.n))

        result = add_address_points(paths, day=day, progress=progress)
    for source in result.added:
        rows = sum(source.counties.values())
        kind = f"{ADDRESS_POINTS} ({source.model})"
        typer.echo(_added_words(kind, rows, source.day, source.source, source.sha256))
        for county, count in source.counties.items():
            before = result.before.get(county)
            if before not in {None, count}:
                typer.echo(
                    message("data-points-county", county=county, before=before or 0, count=count)
                )
    if missing := result.missing_counties:
        typer.echo(message("data-points-missing", counties=", ".join(missing)))
    if result.problems:
        kinds = ", ".join(f"{name}: {count}" for name, count in result.problems.items())
        count, path = sum(result.problems.values()), str(result.problem_list)
        typer.echo(message("data-points-problems", count=count, kinds=kinds, path=path))


def _added_words(kind: str, rows: int, day: str, source: str, sha256: str) -> str:
    """Return what is said of a file that was added."""
    return message("data-added", kind=kind, rows=rows, day=day, source=source, sha256=sha256)


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
    for record in remove_map() if kind == ADDED_MAP else remove_kind(kind):
        words = {"kind": record.kind, "source": record.source, "day": record.day}
        typer.echo(message("data-removed", **words))


@data_app.command("pack", cls=Command, help="help-data-pack")
def pack_data(
    file: Annotated[Path, typer.Argument(metavar="metavar-file", help="help-data-pack-file")],
) -> None:
    """Write all added address points to one file, which `data add` takes elsewhere."""
    count = pack_address_points(file)
    size = file.stat().st_size
    typer.echo(message("data-packed", path=str(file), count=count, bytes=size))


app: Final = typer.Typer(rich_markup_mode=None)
app.add_typer(data_app, name="data")
