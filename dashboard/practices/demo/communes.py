"""Real communes to draw from: name, kind and inhabitants, and the postal codes of their seats."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from geocoding.communes import CommuneKind, commune_table
from geocoding.gazetteer.reference import Reference

_COUNTY: Final = ["voivodeship", "county"]
_TYPES: Final = {
    CommuneKind.URBAN.value: "gmina miejska",
    CommuneKind.MIXED.value: "gmina miejsko-wiejska",
    CommuneKind.RURAL.value: "gmina wiejska",
}


@dataclass(frozen=True, slots=True)
class Communes:
    """Communes with a seat of their name in their county, and the postal codes of the seats.

    Attributes:
        table: One row a commune: voivodeship, county, commune, unit_type, population, first and
            codes (where its postal codes begin in `codes`, and how many there are).
        codes: Postal codes, those of one seat together.
    """

    table: pd.DataFrame
    codes: npt.NDArray[np.object_]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Give the communes of the program, and their seats in the gazetteer of a folder.

        Raises:
            GazetteerError: A table is missing or damaged.
        """
        settlements = Reference.read(folder).settlements.columns.to_pandas()
        keys = [*_COUNTY, "place"]
        seats = settlements.sort_values([*keys, "postal_code"], ignore_index=True)
        seats = seats[seats["place"].isin(commune_table()["name"])].reset_index(drop=True)
        spans = seats.groupby(keys, as_index=False).agg(codes=("postal_code", "size"))
        spans["first"] = spans["codes"].cumsum() - spans["codes"]
        communes = commune_table().assign(place=commune_table()["name"])
        table = communes.merge(spans, on=keys, validate="many_to_one")
        table["unit_type"] = _unit_type(table)
        columns = [*_COUNTY, "commune", "unit_type", "population", "first", "codes"]
        table = table.rename(columns={"name": "commune"})[columns]
        return cls(table=table, codes=seats["postal_code"].to_numpy(dtype=object))

    def draw(self, count: int, dice: np.random.Generator) -> pd.DataFrame:
        """Draw `count` communes, larger ones more often, each with one of its seat's codes."""
        weight = np.sqrt(self.table["population"].to_numpy(np.float64))
        rows = dice.choice(len(weight), size=count, p=weight / weight.sum())
        drawn = self.table.iloc[rows].reset_index(drop=True)
        code = drawn["first"] + (dice.random(count) * drawn["codes"]).astype(np.int64)
        return drawn.assign(postal_code=self.codes[code.to_numpy()])


def _unit_type(communes: pd.DataFrame) -> pd.Series:
    """Give the type of each commune as record cards name it."""
    is_city = communes["county"] == communes["name"]
    return communes["kind"].map(_TYPES).mask(is_city, "miasto na prawach powiatu")
