"""Polish addresses to points, offline: the public interface of the package."""

from geocoding.errors import (
    AddressError,
    GazetteerError,
    GeocodingError,
    ServiceError,
    ServiceRefusedError,
    ServiceUnavailableError,
    SettingsError,
    TableError,
)
from geocoding.folding import fold, fold_column
from geocoding.model import Address, Candidate, Match, Point, Precision, Status
from geocoding.offline import GazetteerGeocoder
from geocoding.resources import data_dir

__all__ = [
    "Address",
    "AddressError",
    "Candidate",
    "GazetteerError",
    "GazetteerGeocoder",
    "GeocodingError",
    "Match",
    "Point",
    "Precision",
    "ServiceError",
    "ServiceRefusedError",
    "ServiceUnavailableError",
    "SettingsError",
    "Status",
    "TableError",
    "data_dir",
    "fold",
    "fold_column",
]
