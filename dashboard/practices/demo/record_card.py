"""The record cards of made-up practices: their cells under the labels that a page has."""

from typing import Final

import pandas as pd

from dashboard.practices.fields import MetrykaField, fields_to_json

_LABELS: Final = {
    "introduced": "Data wprowadzenia do BDP",
    "updated": "Data aktualizacji",
    "unit_type": "Typ jednostki",
    "locality": "Miejscowość",
    "county": "Powiat",
    "voivodeship": "Województwo",
    "post": "Kod pocztowy i Poczta",
    "unit": "Jednostka wdrażająca",
    "population": "Liczba mieszkańców",
}


def metryka_column(practices: pd.DataFrame) -> list[str]:
    """The column metryka for a table of text cells; fields without a value are left out."""
    several = practices["places"].str.replace("; ", ", ")
    shown = practices.assign(
        locality=practices["locality"].where(practices["places"] == "", several),
        post=(practices["postal_code"] + " " + practices["post_town"]).str.strip(),
        population=practices["population"].str.replace(r"(?<=\d)(?=(\d{3})+$)", ".", regex=True),
    )
    return [
        fields_to_json(
            MetrykaField(label, text)
            for label, text in zip(_LABELS.values(), cells, strict=True)
            if text
        )
        for cells in shown[list(_LABELS)].itertuples(index=False)
    ]
