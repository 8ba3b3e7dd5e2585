"""The communes of Poland by name, for a reader to pick their own."""

from functools import cache

import pandas as pd

from geocoding.model import Candidate
from geocoding.resources import data_dir


@cache
def commune_labels() -> tuple[str, ...]:
    """Return every commune as 'Liszki, powiat krakowski, małopolskie', by name.

    Cities with county rights are 'Kraków, małopolskie'. Each label is an address that the
    geocoder reads.
    """
    table = pd.read_parquet(
        data_dir() / "gazetteer" / "settlements.parquet",
        columns=["commune", "county", "voivodeship"],
    ).drop_duplicates()
    named = table[table["commune"] != ""].sort_values(["commune", "county"])
    rows = named.itertuples(index=False, name=None)
    return tuple(
        unit_label(name=name, county=county, region=region) for name, county, region in rows
    )


def unit_label(*, name: str, county: str, region: str) -> str:
    """Return a place with its units, as a reader and the geocoder both understand it."""
    if not county or name == county:
        return ", ".join(filter(None, (name, region)))
    return f"{name}, powiat {county}, {region}"


def candidate_label(candidate: Candidate) -> str:
    """Return an address that leads back to a geocoder's candidate: with its code, if any."""
    label = unit_label(name=candidate.label, county=candidate.county, region=candidate.voivodeship)
    code = candidate.postal_code
    return f"{code} {label}" if code and not label.startswith(code) else label
