"""Derives the kinds of the communes, urban, rural or mixed, which Eurostat's list leaves out."""

import numpy as np
import pandas as pd

from geocoding.build.teryt import in_alphabet
from geocoding.communes import DIGITS_OF_COUNTY, CommuneKind

_FIRST_CITY = 61
_URBAN_DENSITY = 150
_SHARE_IN_THE_TOWN = 0.9
_SHARE_WHERE_NUMBERED_AS_URBAN = 0.5
_LARGEST_SHARE = 1.4  # two sources of two years: a town may have more people than its commune
_INHABITANTS_OF_TOWN = 2_000
_LATER_TOWNS = {
    "dolnośląskie": (
        "Kamieniec Ząbkowicki",
        "Miękinia",
    ),
    "kujawsko-pomorskie": (
        "Bobrowniki",
        "Kikół",
        "Pruszcz",
    ),
    "lubelskie": (
        "Czemierniki",
        "Goraj",
        "Izbica",
        "Józefów nad Wisłą",
        "Kamionka",
        "Kurów",
        "Rejowiec",
        "Turobin",
        "Wąwolnica",
    ),
    "lubuskie": ("Otyń",),
    "łódzkie": (
        "Białaczów",
        "Bolesławiec",
        "Bolimów",
        "Dąbrowice",
        "Grabów",
        "Inowłódz",
        "Jeżów",
        "Kiernozia",
        "Lutomiersk",
        "Lututów",
        "Osjaków",
        "Parzęczew",
        "Piątek",
        "Rozprza",
        "Ujazd",
        "Żarnów",
    ),
    "małopolskie": (
        "Czarny Dunajec",
        "Koszyce",
        "Książ Wielki",
    ),
    "mazowieckie": (
        "Bodzanów",
        "Cegłów",
        "Ciepielów",
        "Czerwińsk nad Wisłą",
        "Dobre",
        "Gielniów",
        "Głowaczów",
        "Jadów",
        "Jastrząb",
        "Kazanów",
        "Latowicz",
        "Maciejowice",
        "Magnuszew",
        "Nowe Miasto",
        "Odrzywół",
        "Osieck",
        "Przytyk",
        "Sanniki",
        "Siennica",
        "Sienno",
        "Sochocin",
        "Solec nad Wisłą",
        "Wiskitki",
    ),
    "opolskie": ("Tułowice",),
    "podkarpackie": (
        "Bircza",
        "Dubiecko",
        "Jawornik Polski",
    ),
    "śląskie": (
        "Olsztyn",
        "Przyrów",
        "Włodowice",
    ),
    "świętokrzyskie": (
        "Bogoria",
        "Gowarczów",
        "Iwaniska",
        "Klimontów",
        "Łagów",
        "Morawica",
        "Nowa Słupia",
        "Nowy Korczyn",
        "Oleśnica",
        "Opatowiec",
        "Pacanów",
        "Piekoszów",
        "Pierzchnica",
        "Radoszyce",
        "Szydłów",
        "Wiślica",
        "Wodzisław",
    ),
    "warmińsko-mazurskie": ("Wielbark",),
    "wielkopolskie": (
        "Budzyń",
        "Kaczory",
        "Koźminek",
        "Opatówek",
    ),
    "zachodniopomorskie": ("Mielno",),
}
"""Seats of communes that became towns since 2016, most of them; the list of names is older.

Source: the Council of Ministers' yearly regulations on borders of communes and rights of towns.
"""


def commune_kinds(communes: pd.DataFrame, places: pd.DataFrame, towns: set[str]) -> pd.Series:
    """Return the kind of each commune.

    A city with county rights is urban. Of two communes of one name in a county the denser is the
    town, the other is the rural commune around it. Elsewhere a commune with no town in it is rural,
    and one that has a town is urban where its people live in the town and the register counts it
    among the urban ones; else it is mixed.

    Args:
        communes: Columns teryt, name, key, voivodeship, population, density, by code.
        places: Settlements with columns key, voivodeship, population.
        towns: Names of all towns.
    """
    county = communes["teryt"].str[:DIGITS_OF_COUNTY]
    namesakes = communes.groupby([county, communes["name"]])["density"]
    is_one_of_two = namesakes.transform("size") > 1
    is_denser = namesakes.transform("max") == communes["density"]
    is_city = county.str[2:].astype(int) >= _FIRST_CITY
    settled = _people_of_seats(communes, places)
    share = settled / communes["population"]
    may_hold_town = communes[~is_one_of_two | is_denser]
    has_town = _with_town(may_hold_town, settled, towns).reindex(communes.index, fill_value=False)
    lives_in_town = share.between(_SHARE_IN_THE_TOWN, _LARGEST_SHARE)
    is_urban = lives_in_town & (communes["density"] > _URBAN_DENSITY)
    is_urban |= _numbered_as_urban(communes) & (share >= _SHARE_WHERE_NUMBERED_AS_URBAN)
    kinds = np.select(
        [is_city | (is_one_of_two & is_denser), is_one_of_two | ~has_town, is_urban],
        [CommuneKind.URBAN.value, CommuneKind.RURAL.value, CommuneKind.URBAN.value],
        default=CommuneKind.MIXED.value,
    )
    return pd.Series(kinds, index=communes.index)


def _people_of_seats(communes: pd.DataFrame, places: pd.DataFrame) -> pd.Series:
    """Return the inhabitants of the settlement that has each commune's name, 0 where unknown."""
    largest = places.groupby(["key", "voivodeship"])["population"].max()
    units = pd.MultiIndex.from_frame(communes[["key", "voivodeship"]])
    return pd.Series(largest.reindex(units).fillna(0).to_numpy(), index=communes.index)


def _with_town(communes: pd.DataFrame, settled: pd.Series, towns: set[str]) -> pd.Series:
    """Return whether each commune has a town of its name.

    A name may be a town's in one place and a village's in others: the town is in the densest
    commune of the name, and wherever so many people live that no village has.
    """
    listed = communes[communes["name"].isin(towns)]
    density = listed["density"]
    found = density.groupby(listed["name"]).transform("max") == density
    people = settled.loc[listed.index]
    found |= (people >= _INHABITANTS_OF_TOWN) & (people < _LARGEST_SHARE * listed["population"])
    later = {(home, name) for home, names in _LATER_TOWNS.items() for name in names}
    units = zip(communes["voivodeship"], communes["name"], strict=True)
    is_later = pd.Series([unit in later for unit in units], index=communes.index)
    return found.reindex(communes.index, fill_value=False) | is_later


def _numbered_as_urban(communes: pd.DataFrame) -> pd.Series:
    """Return whether each commune stands among the first numbers of its county.

    The register numbered a county's urban communes first, in alphabetical order, and then the
    others, in alphabetical order again. Where no second order begins, nothing is known.
    """
    found = pd.Series(data=False, index=communes.index)
    for _, names in communes.groupby(communes["teryt"].str[:DIGITS_OF_COUNTY])["name"]:
        keys = [in_alphabet(name) for name in names]
        breaks = [at for at in range(1, len(keys)) if keys[at] <= keys[at - 1]]
        if breaks:
            found.loc[names.index[: breaks[0]]] = True
    return found
