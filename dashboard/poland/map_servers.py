"""The map servers that whoever runs the dashboard names: pictures of the ground, drawn by browsers.

No server is built in, and this program asks none: the browser of each reader does. The file is read
once, when the dashboard starts.
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dashboard.locale import message
from dashboard.poland.map_server import MapServer
from dashboard.settings_file import read_settings_file
from dashboard.variables import MAP_SERVERS_VARIABLE

EMBEDDED: Final = "wbudowana"
"""What an address calls the map that comes with the program."""

_MAX_SERVERS: Final = 20


class MapServers(BaseModel):
    """The map servers that readers may choose among.

    Attributes:
        default: Name of the one that a map opens with; empty for the embedded map.
        maps: The servers, in the order in which they are offered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    default: str = ""
    maps: Annotated[tuple[MapServer, ...], Field(strict=False, max_length=_MAX_SERVERS)] = ()

    @property
    def origins(self) -> tuple[str, ...]:
        """The sites that browsers get pictures from, each as scheme, host and port."""
        return tuple(dict.fromkeys(each for one in self.maps for each in one.origins))

    @model_validator(mode="after")
    def _names_are_clear(self) -> Self:
        """Refuse two servers of one name, and a default that is none of them."""
        names = [each.name for each in self.maps]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None or EMBEDDED in names:
            raise ValueError(message("map-server-name-taken", name=twice or EMBEDDED))
        if self.default and self.default not in names:
            known = ", ".join(names) or "–"
            raise ValueError(message("map-server-no-default", name=self.default, known=known))
        return self


def use_map_servers(path: Path | None) -> None:
    """Offer the map servers that a file names from now on; none where None.

    Raises:
        SettingsError: The file cannot be read, or something in it is not as it should be.
    """
    if path is None:
        os.environ.pop(MAP_SERVERS_VARIABLE, None)
        return
    read_map_servers(path)
    os.environ[MAP_SERVERS_VARIABLE] = str(path.resolve())


def map_servers() -> MapServers:
    """Return the map servers in use, as they were when they were first asked for.

    Raises:
        SettingsError: The file that names them is not as it should be.
    """
    named = os.environ.get(MAP_SERVERS_VARIABLE, "")
    return _read_once(Path(named)) if named else MapServers()


@lru_cache(maxsize=1)
def _read_once(path: Path) -> MapServers:
    return read_map_servers(path)


def read_map_servers(path: Path) -> MapServers:
    """Return the map servers that a file names.

    Raises:
        SettingsError: It cannot be read, is no TOML, or has an impossible value; the message lists
            every key that is at fault with its value and what was expected.
    """
    return read_settings_file(path, MapServers, option="--map-servers")
