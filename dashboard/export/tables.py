"""The tables of a file: the filtered practices and their places, with or without contacts."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.errors import ExportError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed
from dashboard.explore.catalog.facets import Mask
from dashboard.export.request import ExportRequest
from dashboard.locale import Texts
from dashboard.practices import fields_from_json
from dashboard.practices.card_lines import fields_to_json
from dashboard.practices.fields import CARD, FIELDS
from dashboard.practices.metryka import may_leave
from dashboard.practices.places import PLACE_COLUMNS

MAX_REPEATED: Final = 200_000_000
"""Characters of practices with several places that are written again for each further place."""
GAZETTEER: Final = "population_gazetteer"
POSITION: Final = (
    *("lat", "lon", "status", "precision", "accuracy_m"),
    *("matched_label", "matched_commune", "matched_county", "matched_voivodeship"),
)
"""The columns on a place besides its name."""


@dataclass(frozen=True, slots=True)
class ExportTables:
    """Practices and places to write into a file.

    Attributes:
        practices: One row a practice, columns of the practices table, and after its population
            GAZETTEER: the one that the gazetteer completes it with, where the reader wants that.
        places: One row a practice and place, columns PLACE_COLUMNS, in the practices' order.
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
    practices.insert(names.index("population") + 1, GAZETTEER, _whole(found))
    cards = practices[CARD].map(lambda card: _public_lines(card, with_contacts=with_contacts))
    practices[CARD] = cards.astype(practices[CARD].dtype)
    return ExportTables(
        practices=practices[mask].reset_index(drop=True),
        places=places.reindex(columns=list(PLACE_COLUMNS)).reset_index(drop=True),
    )


def _public_lines(metryka: str, *, with_contacts: bool) -> str:
    """Return the lines of a record card that may leave, as JSON."""
    lines = fields_from_json(metryka)
    return fields_to_json(
        line for line in lines if may_leave(line.label, with_contacts=with_contacts)
    )


def _whole(numbers: pd.Series) -> pd.Series:
    """Return the numbers rounded to whole ones; unknown ones stay so."""
    return numbers.astype("float64").round().astype("Int64")
