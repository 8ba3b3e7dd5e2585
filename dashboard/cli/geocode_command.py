"""`mapa-praktyk geocode`: the command of the geocoder, under the name of the dashboard's."""

from typing import Final

import typer

from dashboard.cli.language import Command
from geocoding.batch import options
from geocoding.batch.cli import geocode

app: Final = typer.Typer(rich_markup_mode=None)
app.command("geocode", cls=Command, help=options.HELP, epilog=options.EPILOG)(geocode)
