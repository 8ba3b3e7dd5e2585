"""Record cards for practices that came without a page: their cells under a page's labels."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import pandas as pd

from dashboard.practices.fields import MetrykaField, fields_to_json

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "introduced": "Data wprowadzenia do BDP",
        "updated": "Data aktualizacji",
        "unit_type": "Typ jednostki",
        "locality": "Miejscowość",
        "county": "Powiat",
        "voivodeship": "Województwo",
        "post": "Kod pocztowy i Poczta",
        "unit": "Jednostka wdrażająca",
        "street": "Ulica",
        "website": "Witryna internetowa",
        "population": "Liczba mieszkańców",
        "contacts": "Osoby kontaktowe",
        "phones": "tel.",
        "emails": "e@mail",
    }
)
"""The label of each column; 'post' is postal code and post town together."""

_THOUSANDS: Final = r"(?<=\d)(?=(?:\d{3}){1,3}$)"
"""Where a dot goes into a whole number of at most nine digits, as the schema has it."""


def metryka_column(practices: pd.DataFrame) -> list[str]:
    """The column metryka for a table of text cells; fields without a value are left out."""
    several = practices["places"].str.replace("; ", ", ")
    shown = practices.assign(
        locality=practices["locality"].where(practices["places"] == "", several),
        post=_joined(practices, "postal_code", "post_town"),
        street=_joined(practices, "street", "number"),
        population=practices["population"].str.replace(_THOUSANDS, ".", regex=True),
        contacts=practices["contacts"].str.replace("; ", ", "),
        phones=practices["phones"].str.replace("; ", ", "),
        emails=practices["emails"].str.replace("; ", ", "),
    )
    return [
        fields_to_json(
            MetrykaField(label, text)
            for label, text in zip(LABELS.values(), cells, strict=True)
            if text
        )
        for cells in shown[list(LABELS)].itertuples(index=False)
    ]


def _joined(practices: pd.DataFrame, first: str, second: str) -> pd.Series:
    """Two columns' texts with a space between."""
    return (practices[first] + " " + practices[second]).str.strip()
