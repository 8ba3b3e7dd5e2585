"""The options of `python -m geocoding`, and its help."""

from pathlib import Path
from typing import Annotated

import typer

from geocoding.cache import Retry
from geocoding.settings import GEOCODER_NAMES, OFFLINE, SERVICE_NAMES, EngineName

HELP = """Write a table with a point for each row to OUT, and an audit of the run beside it.

IN is CSV, XLSX, XLS, ODS or GeoJSON; OUT is CSV, or a workbook where its name ends in .xlsx.

Known columns, in any order and with or without Polish letters: street (ulica), number
(numer), city (miejscowość), postal_code (kod pocztowy), county (powiat), voivodeship
(województwo), or address (adres) for all in one. All columns and rows are kept.

Without an option nothing but the gazetteer is asked, on this machine. A service is asked
where it is named: there is no built-in Nominatim server, and the public one's terms
(https://operations.osmfoundation.org/policies/nominatim/) allow one request a second for
all users of a program together, and no systematic queries.
"""

EPILOG = """\b
Exit codes:
    0  done: each row has its answer, also where nothing was found
    2  nothing done: a wrong option, or a table that cannot be read
    3  done, but for some rows a service did not answer, or a text is too long (column 'error')
  130  stopped; what a service answered is kept: the same command goes on

Options from --geocoder on can also be set in the environment (MAPA_PRAKTYK_SERVER), in
mapa-praktyk.toml (server = "..."), or in pyproject.toml under [tool.mapa-praktyk]; an option
goes first, then the environment. Times are called interval_s and timeout_s there.
"""

Table = Annotated[
    Path,
    typer.Argument(
        metavar="IN", help="A table with addresses: CSV, XLSX, XLS, ODS, GeoJSON; for Dask Parquet."
    ),
]
Output = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="OUT", help="Where the answers go; a folder for Dask."),
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PART=HEADING", help="A column whose heading is not known, or its number."
    ),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of IN, if not found out.")
]
Separator = Annotated[
    str | None, typer.Option(metavar="CHARACTER", help="What separates cells, if not found out.")
]
HeaderRow = Annotated[
    int | None,
    typer.Option(min=0, help="Row with the headings, if not found out; 0 for none."),
]
SheetName = Annotated[
    str, typer.Option("--sheet", metavar="NAME", help="Of a workbook; else the first with rows.")
]
Limit = Annotated[
    int | None, typer.Option(min=0, help="Answer the first rows only; keep the others.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be asked; ask and write nothing.")
]
Engine = Annotated[
    EngineName,
    typer.Option(help="dask: in parts, on all cores or a cluster, from the gazetteer alone."),
]
Scheduler = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS", help="Of a Dask cluster that sees the same files; else on all cores."
    ),
]
Geocoder = Annotated[
    str | None, typer.Option(metavar="|".join(GEOCODER_NAMES), help=f"[default: {OFFLINE}]")
]
Service = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(SERVICE_NAMES), help=f"What a chain asks. [default: {SERVICE_NAMES[0]}]"
    ),
]
Server = Annotated[
    str | None, typer.Option(metavar="URL", help="The service's address; a must for nominatim.")
]
UserAgent = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Who asks; a must for nominatim.")
]
Interval = Annotated[
    float | None, typer.Option(metavar="SECONDS", help="Between requests. [default: 1]")
]
Timeout = Annotated[
    float | None, typer.Option(metavar="SECONDS", help="For an answer. [default: 10]")
]
Attempts = Annotated[int | None, typer.Option(help="Requests for one question. [default: 3]")]
Workers = Annotated[int | None, typer.Option(help="Requests under way at a time. [default: 1]")]
Cache = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Where answers of services are kept.")
]
RetryKept = Annotated[
    Retry | None, typer.Option(help="Kept answers to ask for again. [default: nothing]")
]
Overrides = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Points that a person has set.")
]
