"""Data that an office adds: registers, populations, borders; they win over what is shipped."""

from geocoding.added.folder import (
    Record,
    add_file,
    added,
    added_population,
    added_units,
    boundaries_file,
    cached_with_added,
    has_borders,
    remove_kind,
    stamp,
    stored_file,
)

__all__ = [
    "Record",
    "add_file",
    "added",
    "added_population",
    "added_units",
    "boundaries_file",
    "cached_with_added",
    "has_borders",
    "remove_kind",
    "stamp",
    "stored_file",
]
