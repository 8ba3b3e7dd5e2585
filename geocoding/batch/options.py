"""The options of `python -m geocoding`; their texts are messages in `geocoding.locale`."""

from pathlib import Path
from typing import Annotated

import typer

from geocoding.cache import Retry
from geocoding.model import Precision
from geocoding.settings import GEOCODER_NAMES, OFFLINE, SERVICE_NAMES, EngineName

HELP = "help-geocode"
EPILOG = "help-geocode-codes"

Table = Annotated[Path, typer.Argument(metavar="metavar-in", help="help-in")]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="metavar-out", help="help-out")]
Column = Annotated[
    list[str] | None, typer.Option(metavar="metavar-part-heading", help="help-column")
]
Encoding = Annotated[str | None, typer.Option(metavar="metavar-name", help="help-encoding")]
Separator = Annotated[str | None, typer.Option(metavar="metavar-character", help="help-separator")]
HeaderRow = Annotated[int | None, typer.Option(min=0, help="help-header-row")]
SheetName = Annotated[str, typer.Option("--sheet", metavar="metavar-name", help="help-sheet")]
Limit = Annotated[int | None, typer.Option(min=0, help="help-limit")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="help-dry-run")]
Engine = Annotated[EngineName, typer.Option(help="help-engine")]
Scheduler = Annotated[str, typer.Option(metavar="metavar-address", help="help-scheduler")]
Geocoder = Annotated[
    str | None,
    typer.Option(metavar="|".join(GEOCODER_NAMES), show_default=OFFLINE, help="help-geocoder"),
]
Service = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(SERVICE_NAMES), show_default=SERVICE_NAMES[0], help="help-service"
    ),
]
Server = Annotated[str | None, typer.Option(metavar="URL", help="help-server")]
UserAgent = Annotated[str | None, typer.Option(metavar="metavar-words", help="help-user-agent")]
Interval = Annotated[
    float | None, typer.Option(metavar="metavar-seconds", show_default="1", help="help-interval")
]
Timeout = Annotated[
    float | None, typer.Option(metavar="metavar-seconds", show_default="10", help="help-timeout")
]
Attempts = Annotated[int | None, typer.Option(show_default="3", help="help-attempts")]
Workers = Annotated[int | None, typer.Option(show_default="1", help="help-workers")]
Cache = Annotated[Path | None, typer.Option(metavar="metavar-folder", help="help-cache")]
RetryKept = Annotated[Retry | None, typer.Option(show_default="nothing", help="help-retry")]
Coordinates = Annotated[
    Precision | None, typer.Option(show_default="building", help="help-stated-points")
]
Reverse = Annotated[bool, typer.Option("--reverse", help="help-reverse")]
Overrides = Annotated[Path | None, typer.Option(metavar="metavar-file", help="help-overrides")]
