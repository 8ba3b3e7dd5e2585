"""The reference tables as they stand in data/gazetteer, read and checked."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geocoding.distance import Floats
from geocoding.errors import GazetteerError
from geocoding.gazetteer.lookup import TextIndex
from geocoding.locale import message
from geocoding.text.localities import locality_key

_COLUMNS = {
    "settlements": {
        "postal_code",
        "key",
        "place",
        "commune",
        "county",
        "voivodeship",
        "lat",
        "lon",
    },
    "postal_codes": {"postal_code", "key", "locality", "voivodeship", "lat", "lon"},
    "cities": {"key", "name", "voivodeship", "population", "lat", "lon"},
    "further_places": {
        "key",
        "name",
        "city",
        "commune",
        "county",
        "voivodeship",
        "population",
        "lat",
        "lon",
    },
    "county_names": {"name", "kind", "county", "voivodeship"},
}


@dataclass(frozen=True)
class Table:
    """One table: its columns as arrays."""

    columns: pa.Table

    def __len__(self) -> int:
        """Return number of rows."""
        return int(self.columns.num_rows)

    def texts(self, name: str) -> pa.Array:
        """Return a column of texts."""
        return self.columns[name].combine_chunks().cast(pa.string())

    def numbers(self, name: str) -> Floats:
        """Return a column of numbers."""
        return np.array(self.columns[name].combine_chunks(), dtype=np.float64)


@dataclass(frozen=True, eq=False, repr=False)
class Reference:
    """The five tables; their columns are described in the data's README."""

    settlements: Table
    postal_codes: Table
    cities: Table
    further_places: Table
    county_names: Table

    @classmethod
    def read(cls, folder: Path) -> "Reference":
        """Read the tables from a folder.

        Raises:
            GazetteerError: If a table is missing, cannot be read, or lacks a column.
        """
        return cls(**{name: _read(folder / f"{name}.parquet") for name in _COLUMNS})

    @cached_property
    def names(self) -> TextIndex:
        """The keys of all localities that a table names, numbered."""
        tables = (self.settlements, self.postal_codes, self.cities, self.further_places)
        keys = [table.texts("key") for table in tables]
        return TextIndex(pc.unique(pa.concat_arrays([*keys, self.district_keys])))

    @cached_property
    def district_keys(self) -> pa.Array:
        """The key of each further place with its city's before it: 'warszawa zoliborz'."""
        cities = map(locality_key, self.further_places.texts("city").to_pylist())
        names = self.further_places.texts("key").to_pylist()
        return pa.array([f"{city} {name}" for city, name in zip(cities, names, strict=True)])

    @cached_property
    def codes(self) -> TextIndex:
        """All postal codes that a table has, numbered in their order."""
        tables = (self.settlements, self.postal_codes)
        distinct = pc.unique(pa.concat_arrays([table.texts("postal_code") for table in tables]))
        return TextIndex(distinct.take(pc.array_sort_indices(distinct)))


def _read(path: Path) -> Table:
    """Return one table with the columns that it must have."""
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise GazetteerError(message("data-not-read", path=str(path), error=str(error))) from error
    missing = _COLUMNS[path.stem] - set(table.column_names)
    if missing:
        raise GazetteerError(
            message("data-no-column", path=str(path), missing=", ".join(sorted(missing)))
        )
    return Table(table)
