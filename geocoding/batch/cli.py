"""The command `python -m geocoding`: its options and what it prints."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from geocoding.batch import options
from geocoding.batch.columns import (
    added_columns,
    answer_headings,
    find_columns,
    is_heading,
    states_points,
)
from geocoding.batch.command import TranslatedCommand
from geocoding.batch.notes import outside_notes, reading_notes, restored_note
from geocoding.batch.report import report_paths
from geocoding.batch.run import Job, Outcome, Preview, geocode_job, preview_job
from geocoding.errors import GeocodingError, SettingsError, TableError
from geocoding.locale import message
from geocoding.settings import OFFLINE, EngineName, Settings, load_settings
from geocoding.tables.choices import Choices
from geocoding.tables.reader import open_table
from geocoding.tables.table import Table

EXIT_REFUSED = 2
EXIT_OPEN_ROWS = 3
EXIT_INTERRUPTED = 130
_ROWS_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class _Request:
    """The files of a run, the columns by their headings, and what is said of the table."""

    table: Path
    output: Path
    columns: Mapping[str, str]
    choices: Choices


app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command."""
    app()


@app.command(cls=TranslatedCommand, help=options.HELP, epilog=options.EPILOG)
def geocode(  # noqa: PLR0913, PLR0917  # one argument for each option
    table: options.Table,
    output: options.Output,
    column: options.Column = None,
    encoding: options.Encoding = None,
    separator: options.Separator = None,
    header_row: options.HeaderRow = None,
    sheet: options.SheetName = "",
    limit: options.Limit = None,
    dry_run: options.DryRun = False,  # noqa: FBT002  # a switch of the command line
    engine: options.Engine = EngineName.LOCAL,
    scheduler: options.Scheduler = "",
    geocoder: options.Geocoder = None,
    service: options.Service = None,
    server: options.Server = None,
    user_agent: options.UserAgent = None,
    interval: options.Interval = None,
    timeout: options.Timeout = None,
    attempts: options.Attempts = None,
    workers: options.Workers = None,
    cache: options.Cache = None,
    retry: options.RetryKept = None,
    overrides: options.Overrides = None,
    coordinates: options.Coordinates = None,
    reverse: options.Reverse = False,  # noqa: FBT002  # a switch of the command line
) -> None:
    """Write a table with a point for each row, or say what that would ask of a service."""
    with _exit_codes():
        settings = load_settings(
            {
                "coordinates": coordinates,
                "geocoder": geocoder,
                "service": service,
                "server": server,
                "user_agent": user_agent,
                "interval_s": interval,
                "timeout_s": timeout,
                "attempts": attempts,
                "workers": workers,
                "cache": cache,
                "retry": retry,
                "overrides": overrides,
                "reverse": reverse or None,
            }
        )
        said = Choices(encoding=encoding, separator=separator, header_row=header_row, sheet=sheet)
        request = _Request(table, output, _named_columns(column or []), said)
        address = None if engine is EngineName.LOCAL else scheduler
        _run(request, settings, scheduler=address, limit=limit, plans_only=dry_run)


@contextmanager
def _exit_codes() -> Iterator[None]:
    """End the program with a message and an exit code where something is wrong or stops it."""
    try:
        yield
    except GeocodingError as error:
        typer.echo(message("geocode-error", error=str(error)), err=True)
        raise typer.Exit(EXIT_REFUSED) from error
    except KeyboardInterrupt as error:
        typer.echo(message("geocode-stopped"), err=True)
        raise typer.Exit(EXIT_INTERRUPTED) from error


def _named_columns(pairs: list[str]) -> dict[str, str]:
    """Return part -> heading, from texts of the form PART=HEADING."""
    named = {}
    for pair in pairs:
        part, equals, heading = pair.partition("=")
        if not equals:
            raise SettingsError(message("geocode-no-equals", pair=repr(pair)))
        named[part] = heading
    return named


def _run(
    request: _Request,
    settings: Settings,
    *,
    scheduler: str | None,
    limit: int | None,
    plans_only: bool,
) -> None:
    """Geocode a table in this process, or (a scheduler's address, '' for none) by Dask."""
    if scheduler is None:
        _run_here(request, settings, limit=limit, plans_only=plans_only)
    else:
        _run_parallel(request, scheduler, settings, is_whole=limit is None and not plans_only)


def _run_here(
    request: _Request, settings: Settings, *, limit: int | None, plans_only: bool
) -> None:
    """Geocode a table, or say what that would ask of a service."""
    table = open_table(request.table, request.choices, is_heading=is_heading)
    if not table.layout.header_row and not request.columns:
        raise TableError(_no_headings(table))
    columns = find_columns(table.header, request.columns, _first_rows(table))
    if settings.reverse and not states_points(columns):
        raise TableError(message("geocode-reverse-no-points", header=repr(table.header)))
    job = Job(table=table, columns=columns, output=request.output, limit=limit)
    if plans_only:
        _say_plan(job, preview_job(job, settings))
    else:
        _finish(job, geocode_job(job, settings), nearest=settings.reverse)


def _run_parallel(request: _Request, scheduler: str, settings: Settings, *, is_whole: bool) -> None:
    """Geocode a table on a Dask cluster."""
    if settings.geocoder != OFFLINE or settings.reverse or not is_whole:
        raise SettingsError(message("geocode-all-offline"))
    try:
        from geocoding.batch.parallel import engine, source  # noqa: PLC0415  # an extra, and slow
    except ImportError as error:
        raise SettingsError(message("geocode-no-dask", name=str(error.name))) from error
    table = source.open_source(
        request.table,
        partition_bytes=engine.PARTITION_BYTES,
        choices=request.choices,
    )
    job = engine.ParallelJob(
        source=table,
        columns=find_columns(table.header, request.columns),
        output=request.output,
        scheduler=scheduler,
    )
    headings = answer_headings(table.header, added_columns(job.columns))
    _say_outcome(engine.geocode_parallel(job, settings), request.output, headings)


def _first_rows(table: Table) -> list[list[str]]:
    """Give the cells of some rows."""
    with closing(table.chunks(_ROWS_LOOKED_AT)) as chunks:
        return [row.cells for row in next(chunks, []) if not row.surplus]


def _no_headings(table: Table) -> str:
    """Say that a table has no headings, what its first row is, and what to do."""
    first = next(iter(table.first_rows), (1, []))[1]
    columns = ", ".join(f"{place} {cell!r}" for place, cell in enumerate(first, start=1))
    return message("geocode-no-headings", table=table.name, columns=columns)


def _say_plan(job: Job, preview: Preview) -> None:
    """Print what a run would do."""
    header = job.table.header
    for part, place in job.columns.items():
        words = message(
            "geocode-plan-column",
            part=f"{part:<12}",
            number=str(place + 1),
            heading=header[place],
        )
        typer.echo(words)
    typer.echo(message("geocode-plan-rows", count=job.table.row_count))
    if preview.questions:
        minutes = round(preview.at_least_s / 60)
        typer.echo(message("geocode-plan-questions", count=preview.questions, minutes=minutes))


def _finish(job: Job, outcome: Outcome, *, nearest: bool) -> None:
    """Print how the rows came out and what a reader of the output must know; exit by it."""
    added = added_columns(job.columns, nearest=nearest)
    _say_outcome(outcome, job.output, answer_headings(job.table.header, added))
    for note in reading_notes(job.table, job.columns):
        typer.echo(note)
    for note in outside_notes(outcome.outside):
        typer.echo(note)
    if outcome.restored:
        typer.echo(restored_note(outcome.restored))
    if outcome.summary.open_rows:
        typer.echo(message("geocode-open-rows", count=outcome.summary.open_rows), err=True)
        raise typer.Exit(EXIT_OPEN_ROWS)


def _say_outcome(outcome: Outcome, output: Path, headings: Mapping[str, str]) -> None:
    """Print how the rows came out, where they are, and which columns had to be renamed."""
    summary = outcome.summary
    speed = summary.rows / outcome.elapsed_s if outcome.elapsed_s else 0
    typer.echo("\n".join(summary.lines()))
    done = message(
        "geocode-done",
        count=summary.rows,
        seconds=f"{outcome.elapsed_s:.1f}",
        speed=round(speed),
        output=str(output),
        audit=str(report_paths(output)[1]),
    )
    typer.echo(done)
    for name, heading in headings.items():
        if name != heading:
            typer.echo(message("geocode-renamed", name=repr(name), heading=repr(heading)))
    if summary.stale_overrides:
        typer.echo(message("geocode-stale-overrides", count=summary.stale_overrides))
