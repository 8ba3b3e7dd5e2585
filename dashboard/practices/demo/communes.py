"""Real communes to draw from, as the gazetteer knows them: seat, codes, inhabitants."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from geocoding.distance import distance_km
from geocoding.gazetteer.reference import Reference

_UNIT: Final = ["voivodeship", "county", "commune"]
_SAME_PLACE_KM: Final = 12.0
_TOWN: Final = 4000
"""From so many inhabitants on a seat is taken for a town; the gazetteer does not say."""


@dataclass(frozen=True, slots=True)
class Communes:
    """Communes whose seat bears their name, and the postal codes of the seats.

    Attributes:
        table: One row a commune: voivodeship, county, commune, unit_type, population (of the
            seat; NaN where the gazetteer has none), first and codes (where its postal codes
            begin in `codes`, and how many there are).
        codes: Postal codes, those of one seat together.
    """

    table: pd.DataFrame
    codes: npt.NDArray[np.object_]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Return the communes of the gazetteer in a folder.

        Raises:
            GazetteerError: A table is missing or damaged.
        """
        reference = Reference.read(folder)
        settlements = reference.settlements.columns.to_pandas()
        seats = settlements[settlements["place"] == settlements["commune"]]
        seats = seats.sort_values([*_UNIT, "postal_code"], ignore_index=True)
        table = seats.groupby(_UNIT, as_index=False).agg(
            key=("key", "first"),
            lat=("lat", "median"),
            lon=("lon", "median"),
            codes=("postal_code", "size"),
        )
        table["first"] = table["codes"].cumsum() - table["codes"]
        places = settlements.groupby(_UNIT)["key"].nunique().rename("places")
        table = table.join(places, on=_UNIT)
        table["population"] = _population(table, reference.cities.columns.to_pandas())
        table["unit_type"] = _unit_type(table)
        return cls(table=table, codes=seats["postal_code"].to_numpy(dtype=object))

    def draw(self, count: int, dice: np.random.Generator) -> pd.DataFrame:
        """Draw `count` communes, larger ones more often, each with one of its seat's codes."""
        weight = np.sqrt(self.table["population"].fillna(500.0).to_numpy())
        rows = dice.choice(len(weight), size=count, p=weight / weight.sum())
        drawn = self.table.iloc[rows].reset_index(drop=True)
        code = drawn["first"] + (dice.random(count) * drawn["codes"]).astype(np.int64)
        return drawn.assign(postal_code=self.codes[code.to_numpy()])


def _population(communes: pd.DataFrame, cities: pd.DataFrame) -> pd.Series:
    """Return inhabitants of each seat: those of the nearest place of its name.

    NaN where none is near.
    """
    pairs = communes.reset_index().merge(cities, on=["key", "voivodeship"], suffixes=("", "_city"))
    here = pairs[["lat", "lon"]].to_numpy(np.float64)
    there = pairs[["lat_city", "lon_city"]].to_numpy(np.float64)
    pairs["km"] = distance_km(*here.T, *there.T)
    near = pairs[pairs["km"] < _SAME_PLACE_KM].sort_values("km").drop_duplicates("index")
    population: pd.Series = near.set_index("index")["population"].reindex(communes.index)
    return population.astype("float64")


def _unit_type(communes: pd.DataFrame) -> npt.NDArray[np.object_]:
    """Return the kind of commune that its size and its number of places suggest."""
    is_town = communes["population"] >= _TOWN
    kinds = np.where(is_town, "gmina miejsko-wiejska", "gmina wiejska").astype(object)
    kinds[(is_town & (communes["places"] <= 2)).to_numpy()] = "gmina miejska"  # noqa: PLR2004
    kinds[(communes["county"] == communes["commune"]).to_numpy()] = "miasto na prawach powiatu"
    return kinds
