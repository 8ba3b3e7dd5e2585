"""Data that an office adds: registers, populations, borders; they win over what is shipped."""

from geocoding.added.folder import (
    add_file,
    added_population,
    added_units,
    boundaries_file,
    has_borders,
    is_reference,
    remove_kind,
)
from geocoding.added.points import (
    ADDRESS_POINTS,
    add_address_points,
    added_address_points,
    pack_address_points,
)
from geocoding.added.records import Record, added, cached_with_added, stamp, stored_file

__all__ = [
    "ADDRESS_POINTS",
    "Record",
    "add_address_points",
    "add_file",
    "added",
    "added_address_points",
    "added_population",
    "added_units",
    "boundaries_file",
    "cached_with_added",
    "has_borders",
    "is_reference",
    "pack_address_points",
    "remove_kind",
    "stamp",
    "stored_file",
]
