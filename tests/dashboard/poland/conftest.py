"""Reads vector tiles, and tells which tile holds a point."""

import gzip
import math

import mapbox_vector_tile
import pytest

from dashboard.poland.ground_tiles import Tile


def _read(content):
    """The features of each layer: (kind, properties, coordinates), y downwards."""
    layers = mapbox_vector_tile.decode(
        gzip.decompress(content), default_options={"y_coord_down": True}
    )
    assert all((each["version"], each["extent"]) == (2, 4096) for each in layers.values())
    return {
        name: [
            (each["geometry"]["type"], each["properties"], each["geometry"]["coordinates"])
            for each in layer["features"]
        ]
        for name, layer in layers.items()
    }


def _tile_at(lat, lon, zoom):
    """The tile of a zoom that holds a point."""
    sine = math.sin(math.radians(lat))
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return Tile(zoom, int((lon / 360 + 0.5) * 2**zoom), int(y * 2**zoom))


@pytest.fixture(scope="session")
def read_tile():
    """A function that gives the features of each layer: (kind, properties, coordinates)."""
    return _read


@pytest.fixture(scope="session")
def tile_at():
    """A function that gives the tile of a zoom that holds (lat, lon)."""
    return _tile_at
