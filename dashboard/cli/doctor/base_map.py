"""Whether the map file that an office brings, and the map servers that it names, can be used."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.cli.doctor.finding import Finding, ok, problem
from dashboard.errors import BasemapError, SettingsError
from dashboard.locale import message
from dashboard.poland.added_map import added_map
from dashboard.poland.map_servers import read_map_servers
from dashboard.poland.tile_file_opening import open_tile_file

_CHECK = "map file"
_SERVERS_CHECK = "map servers"


def check_base_map(path: Path | None) -> Iterator[Finding]:
    """Say what a map file holds, or why it is of no use; nothing where there is none.

    Args:
        path: The file that is named at the start; None for the one that was added to the data.
    """
    path = path or added_map()
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


def check_map_servers(path: Path | None) -> Iterator[Finding]:
    """Say which map servers a file names, or what is wrong with it; nothing where none is named.

    No server is asked: the browsers of the readers do that, from where they are.
    """
    if path is None:
        return
    try:
        servers = read_map_servers(path)
    except SettingsError as error:
        remedy = message("doctor-map-servers-remedy")
        yield problem(_SERVERS_CHECK, found=str(error), remedy=remedy)
        return
    names = ", ".join(each.name for each in servers.maps) or "–"
    words = {"names": names, "origins": ", ".join(servers.origins) or "–"}
    yield ok(_SERVERS_CHECK, found=message("doctor-map-servers", **words))
