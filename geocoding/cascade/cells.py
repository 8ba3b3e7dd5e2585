"""Cells that hold more than their heading says, taken apart: '32-700 Bochnia' in the city's cell.

Code and town are found in either of their cells, in either order, and swapped; the commune, the
county and the voivodeship are found after the name of the locality.
"""

import re
from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.gazetteer.lookup import Ints
from geocoding.text.localities import stated_units
from geocoding.text.patterns import match_pattern
from geocoding.text.postal import (
    read_post,
    read_postal_code,
    split_at_code,
    split_at_mistyped_code,
)

_MIXED_CITY = r"(?i)\d|\b(gm|gmina|pow|powiat|woj|wojew[oó]dztwo)\b"
_MIXED_CODE = r"\pL"
_STREET = re.compile(r"(?i)(ul|al|pl|os)\.\s")
_LETTER = re.compile(r"[^\W\d_]")
_PUNCTUATION = " ,;:-–/()"
_UNITS = ("commune", "county", "voivodeship")


def rearranged(columns: Mapping[str, pa.Array], rows: Ints) -> dict[str, pa.Array]:
    """Return the columns with every part in the cell of its name.

    Args:
        columns: Texts of city, postal_code, commune, county and voivodeship; null where none is
            stated.
        rows: Rows whose city or code is none that the gazetteer knows; the others stay.
    """
    taken = pa.array(rows)
    city, postal_code = (columns[part].take(taken) for part in ("city", "postal_code"))
    mixed = pc.or_(_matches(city, _MIXED_CITY), _matches(postal_code, _MIXED_CODE))
    rows = rows[np.asarray(mixed)]
    if not rows.size:
        return dict(columns)
    taken = pa.array(rows)
    stated = {part: pc.fill_null(column.take(taken), "") for part, column in columns.items()}
    read: dict[tuple[str, str], dict[str, str]] = {}
    found: dict[str, list[str]] = {part: [] for part in columns}
    for cells in zip(*(stated[part].to_pylist() for part in found), strict=True):
        row = dict(zip(found, cells, strict=True))
        pair = row["city"], row["postal_code"]
        parts = read.get(pair) or read.setdefault(pair, read_cells(*pair))
        for part, cell in row.items():
            found[part].append(cell if part in _UNITS and cell else parts.get(part, ""))
    mask = np.zeros(len(columns["city"]), dtype=np.bool_)
    mask[rows] = True
    return {
        part: pc.replace_with_mask(column, pa.array(mask), pa.array(found[part], column.type))
        for part, column in columns.items()
    }


def read_cells(city: str, postal_code: str) -> dict[str, str]:
    """Return the parts of an address that the cells of the locality and of the code hold.

    Returns:
        city and postal_code, empty where there is none; commune, county and voivodeship where
        they follow the locality's name. A code that cannot be read stays as it is.
    """
    own_code = read_postal_code(postal_code)
    code, *around = split_at_code(city)
    if not code and not own_code:
        code, *around = split_at_mistyped_code(city)
    name = " ".join(filter(None, (part.strip(_PUNCTUATION) for part in around)))
    town = read_post(postal_code).town
    is_street = _STREET.match(name) is not None
    if _LETTER.search(town) and (is_street or not _LETTER.search(name)):
        name, postal_code = town, ""
    return {"city": name, "postal_code": own_code or code or postal_code, **stated_units(name)}


def _matches(column: pa.Array, pattern: str) -> pa.Array:
    """Return whether each text of a column holds a pattern; false for null."""
    return pc.fill_null(match_pattern(column, pattern), fill_value=False)
