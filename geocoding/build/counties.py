"""Every name by which a county is known: the official one, its seat's, a former one.

Record cards often hold the seat ('Bochnia') in place of the county ('bocheński'). The seat is
found in the data: the town whose name begins like the adjective. Where that fails the seat
stands in a table of ours.
"""

from itertools import takewhile

import pandas as pd

from geocoding.build.teryt import county_codes
from geocoding.text.folding import fold

_SEATS = {
    ("bieszczadzki", "podkarpackie"): "Ustrzyki Dolne",
    ("ełcki", "warmińsko-mazurskie"): "Ełk",
    ("gdański", "pomorskie"): "Pruszcz Gdański",
    ("karkonoski", "dolnośląskie"): "Jelenia Góra",
    ("krasnostawski", "lubelskie"): "Krasnystaw",
    ("krośnieński", "podkarpackie"): "Krosno",
    ("legnicki", "dolnośląskie"): "Legnica",
    ("niżański", "podkarpackie"): "Nisko",
    ("nowosolski", "lubuskie"): "Nowa Sól",
    ("olsztyński", "warmińsko-mazurskie"): "Olsztyn",
    ("rycki", "lubelskie"): "Ryki",
    ("suski", "małopolskie"): "Sucha Beskidzka",
    ("tatrzański", "małopolskie"): "Zakopane",
    ("warszawski zachodni", "mazowieckie"): "Ożarów Mazowiecki",
    ("średzki", "dolnośląskie"): "Środa Śląska",
    ("średzki", "wielkopolskie"): "Środa Wielkopolska",
}
_CITY_ADJECTIVES = {
    "bytomski": "Bytom",
    "chorzowski": "Chorzów",
    "gdyński": "Gdynia",
    "jaworznicki": "Jaworzno",
    "katowicki": "Katowice",
    "łódzki": "Łódź",
    "sopocki": "Sopot",
    "sosnowiecki": "Sosnowiec",
    "szczeciński": "Szczecin",
    "warszawski": "Warszawa",
    "zabrski": "Zabrze",
}
_FORMER = {("karkonoski", "dolnośląskie"): "jeleniogórski"}
_SHORTEST_STEM = 3


def county_names(settlements: pd.DataFrame) -> pd.DataFrame:
    """Give the names of each county: one row per name, kind.

    Kinds are 'official', 'seat', 'former', 'teryt' (the code of the register of units), and
    'adjective' for a city with county rights that no county around it is named after.

    Args:
        settlements: The settlements with commune, county and voivodeship.

    Returns:
        Columns name, kind, county, voivodeship; a name may mean several counties.
    """
    stated = settlements.loc[settlements["county"] != "", ["commune", "county", "voivodeship"]]
    rows = []
    for (county, voivodeship), own in stated.drop_duplicates().groupby(["county", "voivodeship"]):
        unit = (str(county), str(voivodeship))
        rows.append((county, "official", *unit))
        if not _is_city(unit[0]):
            inside = stated["voivodeship"] == voivodeship
            cities = {name for name in stated.loc[inside, "county"].unique() if _is_city(name)}
            rows.append(
                (_SEATS.get(unit) or _seat(unit[0], set(own["commune"]), cities), "seat", *unit)
            )
        if unit in _FORMER:
            rows.append((_FORMER[unit], "former", *unit))
    units = stated.drop_duplicates(["county", "voivodeship"]).set_index("county")["voivodeship"]
    rows += [
        (adjective, "adjective", city, units[city])
        for adjective, city in _CITY_ADJECTIVES.items()
        if city in units
    ]
    official = [
        (county, voivodeship) for _, kind, county, voivodeship in rows if kind == "official"
    ]
    listed = pd.DataFrame(official, columns=["county", "voivodeship"])
    codes = county_codes(listed)
    rows += [(code, "teryt", *unit) for code, unit in zip(codes, official, strict=True)]
    table = pd.DataFrame(rows, columns=["name", "kind", "county", "voivodeship"])
    return table.sort_values(list(table.columns), ignore_index=True)


def _is_city(county: str) -> bool:
    """Say whether a county is a city with county rights: cities are capitalised, adjectives not."""
    return county[:1].isupper()


def _seat(county: str, communes: set[str], cities: set[str]) -> str:
    """Give the commune or city whose first word begins most like the adjective, '' if none does."""
    stem = fold(county)
    scored = [
        (_alike(fold(name).replace("-", " ").split()[0], stem), own, name)
        for own, names in ((1, communes - {""}), (0, cities))
        for name in names
    ]
    length, _, seat = max(scored)
    return seat if length >= _SHORTEST_STEM else ""


def _alike(one: str, other: str) -> int:
    """Say how many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
