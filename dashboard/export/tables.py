"""The tables of a file: the filtered practices and their places, with or without contacts."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from dashboard.errors import ExportError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.units.local_units import LocalUnits
from dashboard.export.request import ExportRequest
from dashboard.locale import Texts
from dashboard.practices import fields_from_json
from dashboard.practices.card_lines import fields_to_json
from dashboard.practices.fields import CARD, FIELDS
from dashboard.practices.metryka import may_leave
from dashboard.practices.places import PLACE_COLUMNS
from geocoding.projection import to_epsg_2180

MAX_REPEATED: Final = 200_000_000
"""Characters of practices with several places that are written again for each further place."""
FROM_TABLE: Final = "population_table"
EASTING, NORTHING = "east_2180", "north_2180"
UNIT: Final = ("unit_level", "teryt", "teryt_known_by")
"""The columns on the unit of a practice."""
POSITION: Final = (
    *("lat", "lon", EASTING, NORTHING, "status", "precision", "accuracy_m"),
    *("matched_label", "matched_commune", "matched_county", "matched_voivodeship"),
    "matched_teryt",
)
"""The columns on a place besides its name."""

_PLACE: Final = (
    *PLACE_COLUMNS[: PLACE_COLUMNS.index("lon") + 1],
    *(EASTING, NORTHING),
    *PLACE_COLUMNS[PLACE_COLUMNS.index("lon") + 1 : PLACE_COLUMNS.index("score")],
    "matched_teryt",
    *PLACE_COLUMNS[PLACE_COLUMNS.index("score") :],
)


@dataclass(frozen=True, slots=True)
class ExportTables:
    """Practices and places to write into a file.

    Attributes:
        practices: One row a practice, columns of the practices table, and after its population
            FROM_TABLE: that of its unit where the card states none, and its day, where the reader
            wants that; then UNIT.
        places: One row a practice and place, columns PLACE_COLUMNS, after its degrees EASTING and
            NORTHING in metres of EPSG:2180, and after its voivodeship the TERYT code of the
            commune that it lies in; in the practices' order.
    """

    practices: pd.DataFrame
    places: pd.DataFrame

    def with_positions(self) -> pd.DataFrame:
        """Return a row a practice: its columns, its number of places, the first one's POSITION."""
        first = self.places.drop_duplicates("art").set_index("art")[list(POSITION)]
        count = self.places["art"].value_counts().rename("places_count")
        table = self.practices.join(count, on="art").join(first, on="art")
        return table.assign(accuracy_m=_whole(table["accuracy_m"]))

    def by_place(self, texts: Texts) -> pd.DataFrame:
        """Return one row a practice and place: the practice's columns, then those of the place.

        Raises:
            ExportError: Practices with several places have so long texts that repeating them for
                each place would fill the memory.
        """
        further = self.places["art"].value_counts().reindex(self.practices["art"], fill_value=1) - 1
        lengths = sum(
            self.practices[name].str.len().to_numpy()
            for name in self.practices.select_dtypes(include=["str", "object"]).columns
        )
        if int((further.to_numpy() * lengths).sum()) > MAX_REPEATED:
            raise ExportError(texts("export-too-much-text", most=MAX_REPEATED))
        places = self.places.assign(accuracy_m=_whole(self.places["accuracy_m"]))
        return self.practices.merge(places, on="art", validate="one_to_many")


def tables_for(request: ExportRequest) -> ExportTables:
    """Return the tables that a request asks for; contacts only where it wants them."""
    return select_tables(
        request.catalog, request.mask, with_contacts=request.provenance.has_contacts
    )


def select_tables(catalog: Catalog, mask: Mask, *, with_contacts: bool) -> ExportTables:
    """Select the practices in a mask: their columns, and the lines of their cards, that may leave.

    Args:
        catalog: The practices and their places.
        mask: One entry a practice.
        with_contacts: Whether contacts are asked for.
    """
    places = catalog.places[mask[catalog.places["row"].to_numpy()]]
    names = [each.name for each in FIELDS if each.may_leave(with_contacts=with_contacts)]
    practices = catalog.practices[names]
    found = pd.Series(catalog.population, practices.index).where(completed(catalog))
    after = names.index("population") + 1
    columns = {
        FROM_TABLE: _whole(found),
        f"{FROM_TABLE}_day": _days(found, catalog.all_units.day),
        **_units(catalog),
    }
    for place, (name, values) in enumerate(columns.items(), after):
        practices.insert(place, name, values)
    practices = practices[mask].reset_index(drop=True)
    cards = practices[CARD].map(lambda card: _public_lines(card, with_contacts=with_contacts))
    practices[CARD] = cards.astype(practices[CARD].dtype)
    return ExportTables(
        practices=practices,
        places=_with_codes(places, catalog).reindex(columns=list(_PLACE)).reset_index(drop=True),
    )


def _days(found: pd.Series, day: dt.date) -> pd.Series:
    """Give the day of each population of the table, as a text; empty where there is none."""
    return pd.Series(np.where(found.notna(), day.isoformat(), ""), found.index, dtype="str")


def _units(catalog: Catalog) -> dict[str, pd.Series]:
    """Give the columns UNIT."""
    columns = (catalog.local_units[name] for name in ("level", "teryt", "known_by"))
    return {name: column.astype("str") for name, column in zip(UNIT, columns, strict=True)}


def _with_codes(places: pd.DataFrame, catalog: Catalog) -> pd.DataFrame:
    """Give the places with their metres of EPSG:2180 and the code of the unit that each lies in.

    It is the commune's; the county's or the voivodeship's where no more is known. Of a town and the
    commune around it, which have one name, it is the one that the practice is of.
    """
    metres = to_epsg_2180(places[["lon", "lat"]].to_numpy(np.float64)).round(2)
    names = ["matched_commune", "matched_county", "matched_voivodeship"]
    units = places[names].drop_duplicates()
    all_units = catalog.all_units
    codes = [all_units.code_at(*row) for row in units.itertuples(index=False, name=None)]
    coded = places[names].merge(units.assign(code=codes), on=names, how="left")["code"].tolist()
    own = catalog.local_units["teryt"].take(places["row"].to_numpy()).tolist()
    return places.assign(
        **{EASTING: metres[:, 0], NORTHING: metres[:, 1]},
        matched_teryt=[
            unit if unit.startswith(code) and code and _is_named(all_units, unit, commune) else code
            for code, unit, commune in zip(
                coded, own, places["matched_commune"].tolist(), strict=True
            )
        ],
    )


def _is_named(units: LocalUnits, teryt: str, name: str) -> bool:
    """Say whether the unit with a code has a name."""
    unit = units.find(teryt)
    return unit is not None and unit.name == name


def _public_lines(metryka: str, *, with_contacts: bool) -> str:
    """Return the lines of a record card that may leave, as JSON."""
    lines = fields_from_json(metryka)
    return fields_to_json(
        line for line in lines if may_leave(line.label, with_contacts=with_contacts)
    )


def _whole(numbers: pd.Series) -> pd.Series:
    """Return the numbers rounded to whole ones; unknown ones stay so."""
    return numbers.astype("float64").round().astype("Int64")
