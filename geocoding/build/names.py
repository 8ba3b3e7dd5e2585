"""Polish names of the administrative units that the sources name in English.

Source: the register of territorial units (TERYT) for the voivodeships' two-digit codes;
GeoNames for its own numbers of them.
"""

import re
from typing import NamedTuple

from geocoding.errors import GazetteerError
from geocoding.locale import message


class Voivodeship(NamedTuple):
    """A voivodeship: Polish name, and its two-digit code in TERYT."""

    name: str
    teryt: str


VOIVODESHIPS = {
    72: Voivodeship("dolnośląskie", "02"),
    73: Voivodeship("kujawsko-pomorskie", "04"),
    74: Voivodeship("łódzkie", "10"),
    75: Voivodeship("lubelskie", "06"),
    76: Voivodeship("lubuskie", "08"),
    77: Voivodeship("małopolskie", "12"),
    78: Voivodeship("mazowieckie", "14"),
    79: Voivodeship("opolskie", "16"),
    80: Voivodeship("podkarpackie", "18"),
    81: Voivodeship("podlaskie", "20"),
    82: Voivodeship("pomorskie", "22"),
    83: Voivodeship("śląskie", "24"),
    84: Voivodeship("świętokrzyskie", "26"),
    85: Voivodeship("warmińsko-mazurskie", "28"),
    86: Voivodeship("wielkopolskie", "30"),
    87: Voivodeship("zachodniopomorskie", "32"),
}
"""Voivodeships by the number that GeoNames gives them."""

_COUNTIES_IN_ENGLISH = {
    "Bielsko-Biała County": "bielski",
    "Chełm County": "chełmski",
    "Gdańsk County": "gdański",
    "Góra County": "górowski",
    "Głogów County": "głogowski",
    "Głubczyce County": "głubczycki",
    "Jawor County": "jaworski",
    "Jelenia Góra County": "karkonoski",
    "Kamienna Góra County": "kamiennogórski",
    "Konin County": "koniński",
    "Kłodzko County": "kłodzki",
    "Leszno_County": "leszczyński",
    "Lubań County": "lubański",
    "Lubin County": "lubiński",
    "Lwówek Śląski County": "lwówecki",
    "Milicz County": "milicki",
    "Oleśnica County": "oleśnicki",
    "Oława County": "oławski",
    "Polkowice County": "polkowicki",
    "Radom County": "radomski",
    "Rzeszów County": "rzeszowski",
    "Staszów County": "staszowski",
    "Strzelin County": "strzeliński",
    "Torun County": "toruński",
    "Trzebnica County": "trzebnicki",
    "Warsaw West County": "warszawski zachodni",
    "Wałbrzych County": "wałbrzyski",
    "Wodzisław County": "wodzisławski",
    "Wołów County": "wołowski",
    "Zduńska Wola County": "zduńskowolski",
    "Zgorzelec County": "zgorzelecki",
    "Ząbkowice Śląskie County": "ząbkowicki",
    "Złotoryja County": "złotoryjski",
    "Łomża County": "łomżyński",
    "Środa Śląska County": "średzki",
    "Świdnica County": "świdnicki",
    "Lodz": "Łódź",
}
_RENAMED_COUNTIES = {"jeleniogórski": "karkonoski"}

PLACE_NAMES = {
    "Miasto Łowicz": "Łowicz",
    "Warsaw": "Warszawa",
    "Bielsko-Biala": "Bielsko-Biała",
    "Jastrzębie Zdrój": "Jastrzębie-Zdrój",
    "Goczałkowice Zdrój": "Goczałkowice-Zdrój",
    "Jelcz Laskowice": "Jelcz-Laskowice",
    "Zlote Lany": "Złote Łany",
}
"""Places whose main name in GeoNames is not the Polish one."""

_WITHIN_NAMES = re.compile(r"(?<=\w )(?:Nad|Pod|Przy)(?= \w)")


def place_name(stated: str) -> str:
    """Give the name of a place with Polish capitals: 'Nakło Nad Notecią' -> 'Nakło nad Notecią'."""
    return _WITHIN_NAMES.sub(lambda word: word[0].lower(), stated)


def county_name(stated: str) -> str:
    """Give the county as Poland writes it: 'Powiat bocheński' and 'Konin County' -> adjective.

    A city with county rights keeps the city's name.

    Raises:
        GazetteerError: If an English name is not in our table.
    """
    name = _COUNTIES_IN_ENGLISH.get(stated, stated)
    if "County" in name:
        raise GazetteerError(message("build-no-polish-name", county=stated))
    if name.casefold().startswith("powiat "):
        name = name[len("powiat ") :].lower()
    return _RENAMED_COUNTIES.get(name, name)


def commune_name(stated: str) -> str:
    """Give the commune in Polish, without the word for it: 'Gmina Mirosławiec' -> 'Mirosławiec'."""
    name = stated[len("gmina ") :] if stated.casefold().startswith("gmina ") else stated
    return place_name(PLACE_NAMES.get(name, name))
