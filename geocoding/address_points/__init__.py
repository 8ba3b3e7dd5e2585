"""Address points of the state's register (PRG): read from its files, indexed, found again.

`entries` opens files and archives; `csv_file`, `shapefile` and `gml_file` read them; `placement`
and `encoding` check points and make numbers of them; `importing` puts them into an index, which
`index` maps into memory. `street_names` and `house_numbers` read what addresses state.
"""

from geocoding.address_points.entries import Progress
from geocoding.address_points.importing import (
    ImportResult,
    holds_address_points,
    import_files,
)
from geocoding.address_points.index import AddressPoints
from geocoding.address_points.labels import labels_of, postal_codes, words_of
from geocoding.address_points.nearest import Nearest, nearest_points
from geocoding.address_points.official_names import OfficialName, OfficialNames
from geocoding.address_points.official_names import encoded as encoded_names
from geocoding.address_points.pack import write_pack
from geocoding.address_points.sources import PointSource, sources_of
from geocoding.address_points.suggestions import Suggestion, Suggestions, suggestions_of

__all__ = [
    "AddressPoints",
    "ImportResult",
    "Nearest",
    "OfficialName",
    "OfficialNames",
    "PointSource",
    "Progress",
    "Suggestion",
    "Suggestions",
    "encoded_names",
    "holds_address_points",
    "import_files",
    "labels_of",
    "nearest_points",
    "postal_codes",
    "sources_of",
    "suggestions_of",
    "words_of",
    "write_pack",
]
