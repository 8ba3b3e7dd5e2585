"""The command `python -m geocoding`: options in, a table and a summary out."""

import time
from pathlib import Path
from typing import Annotated

import typer
from tqdm import tqdm

from geocoding.batch import geocode_table
from geocoding.columns import answer_headings, find_columns
from geocoding.csv_table import CsvTable, open_table
from geocoding.errors import GeocodingError, SettingsError
from geocoding.offline import GazetteerGeocoder
from geocoding.summary import Summary

CHUNK_ROWS = 50_000
EXIT_REFUSED = 2
EXIT_OPEN_ROWS = 3
EXIT_CODES = """\b
Exit codes:
  0  done: each row has its answer, also where nothing was found
  2  nothing done: a wrong option, or a table that cannot be read
  3  done, but some rows have status 'error': their question is still open
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command."""
    app()


@app.command(epilog=EXIT_CODES)
def geocode(
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
) -> None:
    """Write IN.csv with a point for each row to OUT.csv.

    Known columns, in any order and with or without Polish letters: street (ulica), number
    (numer), city (miejscowość), postal_code (kod pocztowy), county (powiat), voivodeship
    (województwo), or address (adres) for all in one. All columns and rows are kept.
    """
    started = time.monotonic()
    try:
        source = open_table(table, encoding=encoding, separator=separator)
        columns = find_columns(source.header, _named_columns(column or []))
        summary = _run(source, output, columns)
    except GeocodingError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(EXIT_REFUSED) from error
    _report(summary, source, output, time.monotonic() - started)
    if summary.count("error"):
        raise typer.Exit(EXIT_OPEN_ROWS)


def _run(source: CsvTable, output: Path, columns: dict[str, int]) -> Summary:
    """Geocode the table, with a progress bar; the outcomes."""
    geocoder = GazetteerGeocoder()
    summary = Summary()
    with tqdm(total=source.row_count, unit=" rows", disable=None) as bar:
        for chunk in geocode_table(
            source, output, geocoder, columns=columns, chunk_rows=CHUNK_ROWS
        ):
            summary.add(chunk.answers)
            bar.update(len(chunk.rows))
    return summary


def _named_columns(options: list[str]) -> dict[str, str]:
    """Part -> heading, from options of the form PART=HEADING."""
    named = {}
    for option in options:
        part, equals, heading = option.partition("=")
        if not equals:
            raise SettingsError(f"--column {option!r}: PART=HEADING is expected.")
        named[part] = heading
    return named


def _report(summary: Summary, source: CsvTable, output: Path, elapsed_s: float) -> None:
    """Print how the rows came out, and what a reader of the output must know."""
    typer.echo("\n".join(summary.lines()))
    speed = summary.rows / elapsed_s if elapsed_s else 0
    typer.echo(f"{summary.rows:,} rows in {elapsed_s:.1f} s ({speed:,.0f} a second): {output}")
    if source.blank_lines:
        typer.echo(f"{source.blank_lines:,} blank lines of {source.path} are no rows.")
    for name, heading in answer_headings(source.header).items():
        if name != heading:
            typer.echo(f"{source.path} has a column {name!r}: the new one is {heading!r}.")
