"""The command `python -m geocoding`: its options and what it prints."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from geocoding.batch import options
from geocoding.batch.columns import answer_headings, find_columns, is_heading
from geocoding.batch.notes import reading_notes, restored_note
from geocoding.batch.report import report_paths
from geocoding.batch.run import Job, Outcome, Preview, geocode_job, preview_job
from geocoding.errors import GeocodingError, SettingsError, TableError
from geocoding.settings import OFFLINE, EngineName, Settings, load_settings
from geocoding.tables.choices import Choices
from geocoding.tables.reader import open_table
from geocoding.tables.table import Table

EXIT_REFUSED = 2
EXIT_OPEN_ROWS = 3
EXIT_INTERRUPTED = 130
_ROWS_LOOKED_AT = 200
_ALL_OFFLINE = (
    "--engine dask answers all rows from the gazetteer: leave out --limit, --dry-run, and any"
    " --geocoder but offline."
)


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


@app.command(help=options.HELP, epilog=options.EPILOG)
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
) -> None:
    """Write a table with a point for each row, or say what that would ask of a service."""
    with _exit_codes():
        settings = load_settings(
            {
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
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(EXIT_REFUSED) from error
    except KeyboardInterrupt as error:
        typer.echo("Stopped; what was answered is kept: the same command goes on.", err=True)
        raise typer.Exit(EXIT_INTERRUPTED) from error


def _named_columns(pairs: list[str]) -> dict[str, str]:
    """Part -> heading, from texts of the form PART=HEADING."""
    named = {}
    for pair in pairs:
        part, equals, heading = pair.partition("=")
        if not equals:
            raise SettingsError(f"--column {pair!r}: PART=HEADING is expected.")
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
    job = Job(table=table, columns=columns, output=request.output, limit=limit)
    if plans_only:
        _say_plan(job, preview_job(job, settings))
    else:
        _finish(job, geocode_job(job, settings))


def _run_parallel(request: _Request, scheduler: str, settings: Settings, *, is_whole: bool) -> None:
    """Geocode a table on a Dask cluster."""
    if settings.geocoder != OFFLINE or not is_whole:
        raise SettingsError(_ALL_OFFLINE)
    try:
        from geocoding.batch.parallel import engine, source  # noqa: PLC0415  # an extra, and slow
    except ImportError as error:
        raise SettingsError(
            f"--engine dask needs packages of the extra 'dask', of which {error.name} is not"
            " installed here; `mapa-praktyk doctor` gives the command that installs them."
        ) from error
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
    _say_outcome(engine.geocode_parallel(job, settings), request.output, table.header)


def _first_rows(table: Table) -> list[list[str]]:
    """Give the cells of some rows."""
    with closing(table.chunks(_ROWS_LOOKED_AT)) as chunks:
        return [row.cells for row in next(chunks, []) if not row.surplus]


def _no_headings(table: Table) -> str:
    """Say that a table has no headings, what its first row is, and what to do."""
    first = next(iter(table.first_rows), (1, []))[1]
    columns = ", ".join(f"{place} {cell!r}" for place, cell in enumerate(first, start=1))
    return (
        f"{table.name}: has no headings; its first row is {columns}. Say which column holds what by"
        " its number, as in --column city=3 --column postal_code=2, or where the headings stand:"
        " --header-row 1."
    )


def _say_plan(job: Job, preview: Preview) -> None:
    """Print what a run would do."""
    header = job.table.header
    for part, place in job.columns.items():
        typer.echo(f"{part:<12} column {place + 1}: {header[place]}")
    typer.echo(f"{job.table.row_count:,} rows; nothing was asked or written.")
    if preview.questions:
        minutes = preview.at_least_s / 60
        typer.echo(
            f"A service would be asked about {preview.questions:,} addresses: {minutes:,.0f} min"
            " or more; all others have kept answers."
        )


def _finish(job: Job, outcome: Outcome) -> None:
    """Print how the rows came out and what a reader of the output must know; exit by it."""
    _say_outcome(outcome, job.output, job.table.header)
    for note in reading_notes(job.table, job.columns):
        typer.echo(note)
    if outcome.restored:
        typer.echo(restored_note(outcome.restored))
    if outcome.summary.open_rows:
        open_rows = outcome.summary.open_rows
        typer.echo(
            f"{open_rows:,} rows are open: a service did not answer, or a text is too long to be"
            " read. The column 'error' says which.",
            err=True,
        )
        raise typer.Exit(EXIT_OPEN_ROWS)


def _say_outcome(outcome: Outcome, output: Path, header: Sequence[str]) -> None:
    """Print how the rows came out, where they are, and which columns had to be renamed."""
    summary = outcome.summary
    speed = summary.rows / outcome.elapsed_s if outcome.elapsed_s else 0
    typer.echo("\n".join(summary.lines()))
    typer.echo(
        f"{summary.rows:,} rows in {outcome.elapsed_s:.1f} s ({speed:,.0f} a second):"
        f" {output}; to check: {report_paths(output)[1]}"
    )
    for name, heading in answer_headings(header).items():
        if name != heading:
            typer.echo(f"The table has a column {name!r}: the new one is {heading!r}.")
    if summary.stale_overrides:
        typer.echo(
            f"{summary.stale_overrides:,} rows have a person's point that was set for another"
            " address: look for override_address in the audit."
        )
