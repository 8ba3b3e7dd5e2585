"""Whether the map file that an office brings can be used."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.cli.doctor.finding import Finding, ok, problem
from dashboard.errors import BasemapError
from dashboard.locale import message
from dashboard.poland.base_map import open_tile_file

_CHECK = "map file"


def check_base_map(path: Path | None) -> Iterator[Finding]:
    """Say what a map file holds, or why it is of no use; nothing where none is named."""
    if path is None:
        return
    try:
        facts = open_tile_file(path).facts
    except BasemapError as error:
        yield problem(_CHECK, found=str(error), remedy=message("doctor-base-map-remedy"))
        return
    first, last = map(str, facts.zooms)
    words = {"name": facts.name or path.name, "schema": facts.schema, "first": first, "last": last}
    yield ok(_CHECK, found=message("doctor-base-map", **words))
