"""Readers of Polish address text.

Reading never fails and loses nothing: a text that is no part of an address is handed back.
`folding` compares spellings; `postal`, `streets` and `localities` read single parts;
`free_text` takes whole addresses apart.
"""

from geocoding.text.folding import fold, fold_column, map_distinct, tidy
from geocoding.text.free_text import FreeText, read_address, read_free_text
from geocoding.text.localities import (
    Locality,
    locality_key,
    read_locality,
    split_localities,
    stated_units,
)
from geocoding.text.postal import PostLine, read_post, read_postal_code
from geocoding.text.streets import StreetLine, full_street_name, names_kind, read_street, street_key

__all__ = [
    "FreeText",
    "Locality",
    "PostLine",
    "StreetLine",
    "fold",
    "fold_column",
    "full_street_name",
    "locality_key",
    "map_distinct",
    "names_kind",
    "read_address",
    "read_free_text",
    "read_locality",
    "read_post",
    "read_postal_code",
    "read_street",
    "split_localities",
    "stated_units",
    "street_key",
    "tidy",
]
