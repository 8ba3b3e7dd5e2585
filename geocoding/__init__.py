"""Polish addresses to points, offline: the public interface of the package."""

from geocoding.errors import (
    AddressError,
    CacheError,
    GazetteerError,
    GeocodingError,
    ServiceError,
    ServiceNotAskedError,
    ServiceRefusedError,
    ServiceUnavailableError,
    SettingsError,
    TableError,
)
from geocoding.model import Address, Candidate, Match, Point, Precision, Status
from geocoding.offline import GazetteerGeocoder
from geocoding.resources import data_dir
from geocoding.text import (
    PostLine,
    StreetLine,
    read_address,
    read_post,
    read_postal_code,
    read_street,
)
from geocoding.text.folding import fold, fold_column

__all__ = [
    "Address",
    "AddressError",
    "CacheError",
    "Candidate",
    "GazetteerError",
    "GazetteerGeocoder",
    "GeocodingError",
    "Match",
    "Point",
    "PostLine",
    "Precision",
    "ServiceError",
    "ServiceNotAskedError",
    "ServiceRefusedError",
    "ServiceUnavailableError",
    "SettingsError",
    "Status",
    "StreetLine",
    "TableError",
    "data_dir",
    "fold",
    "fold_column",
    "read_address",
    "read_post",
    "read_postal_code",
    "read_street",
]
