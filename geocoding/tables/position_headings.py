"""How people call columns with coordinates, and which cells may be coordinates."""

from collections.abc import Callable, Mapping
from typing import Final

from geocoding.tables.coordinates import read_degrees, read_metres, read_pair
from geocoding.tables.matching import Fits, share

POSITION_PARTS: Final = ("lat", "lon", "position")
"""What holds coordinates: latitude or northing, longitude or easting, or both in one cell."""

POSITION_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "lat": (
        *("lat", "latitude", "szerokosc", "szer geogr", "szerokosc geograficzna", "geo lat"),
        *("wspolrzedna n", "northing", "n wgs84", "y wgs84", "polnoc", "phi", "lat wgs84"),
    ),
    "lon": (
        *("lon", "lng", "long", "longitude", "dlugosc", "dl geogr", "dlugosc geograficzna"),
        *("geo lon", "geo lng", "wspolrzedna e", "easting", "e wgs84", "x wgs84", "wschod"),
        *("lambda", "lon wgs84"),
    ),
    "position": (
        *("position", "wspolrzedne", "wspolrzedne gps", "gps", "coordinates", "lokalizacja gps"),
        *("wkt", "koordynaty", "wspolrzedne geograficzne", "pozycja gps", "punkt gps", "coords"),
        *("lat lon", "lat lng", "latlon", "wspolrzedne punktu", "wspolrzedne wgs84"),
    ),
}
"""Part of a position -> its names."""

_PLANE_NAMES: Final = (
    *(
        "epsg 2180",
        "2180",
        "1992",
        "92",
        "puwg 1992",
        "puwg 92",
        "puwg",
        "m",
        "metry",
        "uklad 1992",
    ),
    *("wsp", "wspolrzedna", "coord", "coordinate", "puwg1992"),
)


def _on_axis(axis: str) -> tuple[str, ...]:
    """Give the names of a coordinate by the letter of its axis."""
    return tuple(text for name in _PLANE_NAMES for text in (f"{axis} {name}", f"{name} {axis}"))


UNSURE_POSITION_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "lat": ("x", "y", "n", *_on_axis("x"), *_on_axis("y"), *_on_axis("n")),
    "lon": ("y", "x", "e", *_on_axis("y"), *_on_axis("x"), *_on_axis("e")),
    "position": ("lokalizacja", "polozenie", "geom", "geometry", "geometria", "punkt", "location"),
}
"""Names that mean other things, too, or either axis, so that cells decide."""

_MAX_CHARACTERS: Final = 300
_LATITUDES: Final = (48.0, 56.0)
_LONGITUDES: Final = (13.0, 25.0)
_METRES: Final = (120_000.0, 870_000.0)


def _may_be(*bounds: tuple[float, float]) -> Callable[[str], bool]:
    """Make a test of whether a text is an angle within some bounds, or metres of EPSG:2180."""

    def test(text: str) -> bool:
        degrees = read_degrees(text[:_MAX_CHARACTERS])
        if degrees is not None and any(low <= degrees <= high for low, high in bounds):
            return True
        metres = read_metres(text[:_MAX_CHARACTERS])
        return metres is not None and _METRES[0] <= metres <= _METRES[1]

    return test


POSITION_FITS: Final[Mapping[str, Fits]] = {
    "lat": share(_may_be(_LATITUDES, _LONGITUDES)),
    "lon": share(_may_be(_LATITUDES, _LONGITUDES)),
    "position": share(lambda text: bool(read_pair(text))),
}
"""Part of a position -> how well some cells are that; two columns may be swapped."""
