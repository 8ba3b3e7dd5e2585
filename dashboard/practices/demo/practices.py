"""The made-up practices as a practices table.

Communes, their kinds, inhabitants and the postal codes of their seats are real, as the tables of
the program have them; themes, texts and days are made up, and every title and summary says so.
There are no persons, telephone numbers and addresses of any sort. Some practices have several
places or a larger area, some cannot be located, and some lack their population or type, so that the
dashboard has something to show of each.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.practices.demo.communes import Communes
from dashboard.practices.demo.themes import Themes
from dashboard.practices.record_card import metryka_column
from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import typed
from geocoding import data_dir

DEMO_ROWS: Final = 480
DEMO_SEED: Final = 2026
DEMO_SOURCE: Final = "dane przykładowe"
"""What the column source of every made-up practice says."""

_DISCLAIMER: Final = (
    "To przykład utworzony przez program, nie opis prawdziwej praktyki. Prawdziwe są tylko nazwa "
    "gminy, jej rodzaj i liczba mieszkańców oraz kod pocztowy siedziby."
)
_KINDS: Final = {
    "commune": 0.845,
    "county": 0.06,
    "voivodeship": 0.02,
    "association": 0.03,
    "unknown place": 0.015,
    "ambiguous place": 0.015,
    "no place": 0.015,
}
_NO_POPULATION: Final = 0.08
_NO_TYPE: Final = 0.05
_NOWHERE: Final = "Przykładów Nieistniejący"
_HOMONYM: Final = "Nowa Wieś"
_FIRST_DAY: Final = np.datetime64("2007-10-01")
_LAST_DAY: Final = np.datetime64("2025-12-31")
_ADDRESS: Final = ["locality", "county", "voivodeship", "postal_code", "post_town", "population"]


def make_demo(rows: int, *, seed: int) -> pd.DataFrame:
    """Return so many made-up practices; the same rows and seed always give the same.

    Args:
        rows: How many, 1 or more.
        seed: Of the random numbers; 0 or more.

    Returns:
        As `load_practices` gives them; `art` counts from 1.

    Raises:
        GazetteerError: The gazetteer is missing or damaged.
    """
    dice = np.random.default_rng(seed)
    communes = Communes.read(data_dir() / "gazetteer")
    table = Themes.read().draw(rows, dice).join(_units(communes, rows, dice))
    table["art"] = np.arange(1, rows + 1)
    number = table["art"].astype("str").str.zfill(max(3, len(str(rows))))
    table["title"] = "Przykład " + number + ": " + table["title"]
    table["summary"] = _DISCLAIMER + "\n\n" + table["summary"]
    table["introduced"], table["updated"] = _days(rows, dice)
    table["source"] = DEMO_SOURCE
    table = table.reindex(columns=list(COLUMNS), fill_value="").astype("str")
    return typed(table.assign(metryka=metryka_column(table)))


def has_examples(practices: pd.DataFrame) -> bool:
    """Say whether any of the practices is a made-up one."""
    return bool((practices["source"] == DEMO_SOURCE).any())


def is_made_up(practices: pd.DataFrame) -> bool:
    """Say whether all practices of a table are made-up ones."""
    return bool((practices["source"] == DEMO_SOURCE).all())


def _units(communes: Communes, rows: int, dice: np.random.Generator) -> pd.DataFrame:
    """Return who carries each practice out, and where: text cells, empty where nothing is known."""
    drawn = communes.draw(rows, dice)
    kind = dice.choice(list(_KINDS), size=rows, p=list(_KINDS.values()))
    population = drawn["population"].astype("Int64").astype("str").fillna("")
    office = np.where(drawn["unit_type"] == "gmina wiejska", "Urząd Gminy ", "Urząd Miejski ")
    table = pd.DataFrame(
        {
            "unit_type": drawn["unit_type"].mask(dice.random(rows) < _NO_TYPE, ""),
            "locality": drawn["commune"],
            "county": drawn["county"],
            "voivodeship": drawn["voivodeship"],
            "postal_code": drawn["postal_code"],
            "post_town": drawn["commune"],
            "population": population.mask(dice.random(rows) < _NO_POPULATION, ""),
            "unit": office + drawn["commune"],
            "places": "",
        },
        dtype="str",
    )
    _make_larger_units(table, kind)
    _make_associations(table, kind == "association", communes, dice)
    _hide_places(table, kind)
    table["unit"] += " (przykład)"
    return table


def _make_larger_units(table: pd.DataFrame, kind: npt.NDArray[np.str_]) -> None:
    """Turn communes into the county or the voivodeship that they lie in."""
    county, voivodeship = kind == "county", kind == "voivodeship"
    table.loc[county | voivodeship, ["locality", "postal_code", "post_town", "population"]] = ""
    table.loc[county, "unit_type"] = "powiat"
    table.loc[county, "unit"] = "Starostwo Powiatowe, powiat " + table["county"]
    table.loc[voivodeship, ["unit_type", "county"]] = ["województwo", ""]
    table.loc[voivodeship, "unit"] = "Urząd Marszałkowski, województwo " + table["voivodeship"]


def _make_associations(
    table: pd.DataFrame,
    chosen: npt.NDArray[np.bool_],
    communes: Communes,
    dice: np.random.Generator,
) -> None:
    """Turn communes into associations of up to four communes of their county."""
    names = communes.table.groupby(["voivodeship", "county"])["commune"].agg(list)
    home = table.loc[chosen, ["voivodeship", "county"]]
    members = [
        "; ".join(dice.permutation(names[(voivodeship, county)])[:4])
        for voivodeship, county in home.itertuples(index=False)
    ]
    table.loc[chosen, ["locality", "postal_code", "post_town", "population"]] = ""
    table.loc[chosen, "places"] = members
    table.loc[chosen, "unit_type"] = "związek"
    table.loc[chosen, "unit"] = "Związek gmin, powiat " + table["county"]


def _hide_places(table: pd.DataFrame, kind: npt.NDArray[np.str_]) -> None:
    """Take away from some practices what they could be located by."""
    for name, locality in (
        ("unknown place", _NOWHERE),
        ("ambiguous place", _HOMONYM),
        ("no place", ""),
    ):
        rows = kind == name
        table.loc[rows, _ADDRESS] = ""
        table.loc[rows, "locality"] = locality
        table.loc[rows, "unit"] = f"Urząd Gminy {locality}".strip()


def _days(rows: int, dice: np.random.Generator) -> tuple[pd.Series, pd.Series]:
    """Return days of introduction and of the last update, as text.

    One in four was never updated.
    """
    span = int((_LAST_DAY - _FIRST_DAY).astype(np.int64))
    introduced = dice.beta(1.3, 1.9, size=rows) * span
    updated = introduced + dice.beta(1.0, 3.0, size=rows) * (span - introduced)
    days = [pd.Series(_FIRST_DAY + day.astype(np.int64)) for day in (introduced, updated)]
    first, last = (day.dt.strftime("%Y-%m-%d").astype("str") for day in days)
    return first, last.mask(dice.random(rows) < 0.25, "")  # noqa: PLR2004  as said above
