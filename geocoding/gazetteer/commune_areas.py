"""Which commune a point lies in, by approximate areas of communes or those that were added."""

import json
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape

from geocoding.added import boundaries_file, cached_with_added, has_borders
from geocoding.communes import Commune, load_communes
from geocoding.distance import Floats
from geocoding.errors import GazetteerError
from geocoding.locale import message
from geocoding.projection import to_km

APPROXIMATE_AREAS: Final = "approximate_areas"
ADDED_BORDERS: Final = "added_borders"
_BEYOND_KM: Final = 1.5
"""How far beyond its area a point may lie and still be of the commune, since lines are simplified:
a pier, the bank of a river."""


class CommuneAreas:
    """The areas of all communes, in which points are looked up.

    Attributes:
        source: APPROXIMATE_AREAS, or ADDED_BORDERS where an office added the register's.
    """

    def __init__(self, codes: list[str], areas: NDArray[np.object_], source: str) -> None:
        """Prepare the areas.

        Args:
            codes: The communes' codes of six digits.
            areas: Their areas on the plane of `to_km`.
            source: Where they are from.
        """
        self.source = source
        self._codes = np.array(codes, dtype=np.object_)
        self._tree = shapely.STRtree(areas)

    def codes_at(self, lat: Floats, lon: Floats) -> list[str]:
        """Return the code of the commune that each point lies in; '' outside Poland.

        Args:
            lat: Degrees, one for each point.
            lon: Degrees.
        """
        points = np.asarray(shapely.points(to_km(np.column_stack([lon, lat]))), dtype=np.object_)
        found = np.full(len(points), "", dtype=np.object_)
        at, area = self._tree.query_nearest(points, max_distance=_BEYOND_KM, all_matches=False)
        found[at] = self._codes[area]
        return [str(code) for code in found]

    def communes_at(self, lat: Floats, lon: Floats) -> list[Commune | None]:
        """Return the commune that each point lies in; None outside Poland."""
        communes = load_communes()
        return [communes.with_teryt(code) for code in self.codes_at(lat, lon)]


@cached_with_added
def load_commune_areas() -> CommuneAreas:
    """Return the areas of communes; they are read again only when data is added or removed.

    Raises:
        GazetteerError: The file is missing or damaged.
    """
    path = boundaries_file("communes")
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        codes = [each["properties"]["teryt"] for each in features]
        areas = [shapely.transform(shape(each["geometry"]), to_km) for each in features]
    except (OSError, ValueError, KeyError) as error:
        raise GazetteerError(message("data-not-read", path=str(path), error=str(error))) from error
    source = ADDED_BORDERS if has_borders() else APPROXIMATE_AREAS
    return CommuneAreas(codes, np.array(areas, dtype=np.object_), source)
