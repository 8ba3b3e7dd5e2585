"""The command `python -m geocoding`: its options and what it prints."""

from pathlib import Path
from typing import Annotated

import typer

from geocoding.cache import Retry
from geocoding.columns import answer_headings, find_columns
from geocoding.csv_table import open_table
from geocoding.errors import GeocodingError, SettingsError
from geocoding.report import report_paths
from geocoding.run import Job, Outcome, Preview, geocode_job, preview_job
from geocoding.settings import GeocoderName, ServiceName, load_settings

EXIT_REFUSED = 2
EXIT_OPEN_ROWS = 3
EXIT_INTERRUPTED = 130
EPILOG = """\b
Exit codes:
    0  done: each row has its answer, also where nothing was found
    2  nothing done: a wrong option, or a table that cannot be read
    3  done, but a service did not answer for some rows (column 'error')
  130  stopped; what a service answered is kept: the same command goes on

Options but IN.csv, --output and those of the table can also be set in the environment
(MAPA_PRAKTYK_SERVER), in mapa-praktyk.toml (server = "..."), or in pyproject.toml under
[tool.mapa-praktyk]; an option goes first, then the environment.
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command."""
    app()


@app.command(epilog=EPILOG)
def geocode(  # noqa: PLR0913, PLR0917  # one argument for each option
    table: Annotated[Path, typer.Argument(metavar="IN.csv", help="A CSV file with addresses.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT.csv", help="Where the answers go.")
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="PART=HEADING", help="A column whose heading is not known."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of IN.csv, if not found out.")
    ] = None,
    separator: Annotated[
        str | None,
        typer.Option(metavar="CHARACTER", help="What separates cells, if not found out."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=0, help="Answer the first rows only; keep the others.")
    ] = None,
    dry_run: Annotated[  # noqa: FBT002  # a switch of the command line
        bool, typer.Option("--dry-run", help="Say what would be asked; ask and write nothing.")
    ] = False,
    geocoder: Annotated[GeocoderName | None, typer.Option(help="[default: offline]")] = None,
    service: Annotated[
        ServiceName | None, typer.Option(help="What a chain asks. [default: nominatim]")
    ] = None,
    server: Annotated[
        str | None, typer.Option(metavar="URL", help="The service's address; a must for nominatim.")
    ] = None,
    user_agent: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Who asks; a must for nominatim.")
    ] = None,
    interval: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Between requests. [default: 1]")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="For an answer. [default: 10]")
    ] = None,
    attempts: Annotated[
        int | None, typer.Option(help="Requests for one question. [default: 3]")
    ] = None,
    cache: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where answers of services are kept.")
    ] = None,
    retry: Annotated[
        Retry | None, typer.Option(help="Kept answers to ask for again. [default: nothing]")
    ] = None,
    overrides: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Points that a person has set.")
    ] = None,
) -> None:
    """Write IN.csv with a point for each row to OUT.csv, and an audit of the run beside it.

    Known columns, in any order and with or without Polish letters: street (ulica), number
    (numer), city (miejscowość), postal_code (kod pocztowy), county (powiat), voivodeship
    (województwo), or address (adres) for all in one. All columns and rows are kept.

    Without an option nothing but the gazetteer is asked, on this machine. A service is asked
    where it is named: there is no built-in Nominatim server, and the public one's terms
    (https://operations.osmfoundation.org/policies/nominatim/) allow one request a second for
    all users of a program together, and no systematic queries.
    """
    try:
        settings = load_settings(
            {
                "geocoder": geocoder,
                "service": service,
                "server": server,
                "user_agent": user_agent,
                "interval_s": interval,
                "timeout_s": timeout,
                "attempts": attempts,
                "cache": cache,
                "retry": retry,
                "overrides": overrides,
            }
        )
        source = open_table(table, encoding=encoding, separator=separator)
        columns = find_columns(source.header, _named_columns(column or []))
        job = Job(table=source, columns=columns, output=output, limit=limit)
        if dry_run:
            _say_plan(job, preview_job(job, settings))
        else:
            _finish(job, geocode_job(job, settings))
    except GeocodingError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(EXIT_REFUSED) from error
    except KeyboardInterrupt as error:
        typer.echo("Stopped; what a service answered is kept: the same command goes on.", err=True)
        raise typer.Exit(EXIT_INTERRUPTED) from error


def _named_columns(options: list[str]) -> dict[str, str]:
    """Part -> heading, from options of the form PART=HEADING."""
    named = {}
    for option in options:
        part, equals, heading = option.partition("=")
        if not equals:
            raise SettingsError(f"--column {option!r}: PART=HEADING is expected.")
        named[part] = heading
    return named


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
    summary, source = outcome.summary, job.table
    speed = summary.rows / outcome.elapsed_s if outcome.elapsed_s else 0
    typer.echo("\n".join(summary.lines()))
    typer.echo(
        f"{summary.rows:,} rows in {outcome.elapsed_s:.1f} s ({speed:,.0f} a second):"
        f" {job.output}; to check: {report_paths(job.output)[1]}"
    )
    if source.blank_lines:
        typer.echo(f"{source.blank_lines:,} blank lines of {source.path} are no rows.")
    for name, heading in answer_headings(source.header).items():
        if name != heading:
            typer.echo(f"{source.path} has a column {name!r}: the new one is {heading!r}.")
    if summary.stale_overrides:
        typer.echo(
            f"{summary.stale_overrides:,} rows have a person's point that was set for another"
            " address: look for override_address in the audit."
        )
    if summary.open_rows:
        typer.echo(f"{summary.open_rows:,} rows are open: a service did not answer.", err=True)
        raise typer.Exit(EXIT_OPEN_ROWS)
