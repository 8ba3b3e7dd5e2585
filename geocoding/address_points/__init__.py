"""Address points of the state's register (PRG): read from its files, indexed, found again.

`entries` opens files and archives; `csv_file`, `shapefile` and `gml_file` read them; `placement`
and `encoding` check points and make numbers of them; `importing` puts them into an index, which
`index` maps into memory. `street_names` and `house_numbers` read what addresses state.
"""

from geocoding.address_points.entries import Progress
from geocoding.address_points.importing import (
    ImportResult,
    PointSource,
    holds_address_points,
    import_files,
    sources_of,
)
from geocoding.address_points.index import AddressPoints

__all__ = [
    "AddressPoints",
    "ImportResult",
    "PointSource",
    "Progress",
    "holds_address_points",
    "import_files",
    "sources_of",
]
