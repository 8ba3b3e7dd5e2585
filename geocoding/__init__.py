"""Polish addresses to points, offline: the public interface of the package.

What reads tables or addresses is imported when it is first asked for: it needs pandas and Arrow,
whose import takes most of the time in which a command starts that needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING

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
from geocoding.resources import data_dir

if TYPE_CHECKING:
    from geocoding.offline import GazetteerGeocoder
    from geocoding.text import (
        PostLine,
        StreetLine,
        read_address,
        read_post,
        read_postal_code,
        read_street,
    )
    from geocoding.text.folding import fold, fold_column
else:
    _MODULES = {
        "GazetteerGeocoder": "geocoding.offline",
        **dict.fromkeys(("PostLine", "StreetLine", "read_address"), "geocoding.text"),
        **dict.fromkeys(("read_post", "read_postal_code", "read_street"), "geocoding.text"),
        **dict.fromkeys(("fold", "fold_column"), "geocoding.text.folding"),
    }

    def __getattr__(name: str) -> object:
        """Return a part of the interface, imported now (PEP 562)."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return globals().setdefault(name, getattr(import_module(_MODULES[name]), name))


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
