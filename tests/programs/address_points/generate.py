"""Write made-up address points of all Poland in the formats that the register is published in.

    python tests/programs/address_points/generate.py FOLDER [--points 8600000]
        [--formats csv gml-2021 gml-2012 shp-new shp-old]

Each voivodeship is a file (CSV, GML), each county is one (SHP). Two thirds of the points have a
street, a quarter of the numbers has a letter, as in the register; the names are drawn from a few
words, and the same points come at each run.
"""

import argparse
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import numpy as np
import pandas as pd
from formats import (
    NEW_COLUMNS,
    OLD_COLUMNS,
    Door,
    archive,
    csv_lines,
    gml_2012,
    gml_2021,
    shapes,
)

from geocoding import data_dir
from geocoding.communes import load_communes

POINTS = 8_600_000
SEED = 2026
NAMES = """
Jana Adama Marii Karola Józefa Stanisława Anny Piotra Tadeusza Władysława
Kowalskiego Nowaka Wiśniewskiego Lewandowskiego Zielińskiego Szymańskiego Dąbrowskiego
Kozłowskiego Jankowskiego Mazura Wojciechowskiego Kwiatkowskiego Krawczyka Kaczmarka
Polna Leśna Słoneczna Krótka Szkolna Ogrodowa Lipowa Łąkowa Brzozowa Kwiatowa Kościelna
Sosnowa Zielona Parkowa Akacjowa Kolejowa Wiśniowa Boczna Cicha Spacerowa
"""
GIVEN, SURNAMES, PLAIN = NAMES.split()[:10], NAMES.split()[10:24], NAMES.split()[24:]
LARGEST_NUMBER = 60


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--points", type=int, default=POINTS)
    parser.add_argument("--formats", nargs="+", default=["csv"])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in options.formats:
        unit = attrgetter("county" if name.startswith("shp") else "voivodeship")
        for code, doors in groupby(all_doors(options.points), unit):
            write(options.folder, name, code, doors)


def write(folder: Path, name: str, code: str, doors: Iterator[Door]) -> None:
    """Write the points of one voivodeship or county."""
    if name.startswith("shp"):
        columns = NEW_COLUMNS if name == "shp-new" else OLD_COLUMNS
        members = shapes(list(doors), columns, stem=f"PRG_PunktyAdresowe_{code}")
        (folder / f"{code}.zip").write_bytes(archive(members))
        return
    make = {"csv": csv_lines, "gml-2021": gml_2021, "gml-2012": lambda each: gml_2012(list(each))}
    ending = "csv" if name == "csv" else "gml"
    with (folder / f"{code}_11.09.2026_11.35.23.{ending}").open("w", encoding="utf-8") as file:
        file.writelines(make[name](doors))


def all_doors(count: int) -> Iterator[Door]:
    """Yield the points, by commune and place; the larger a place, the more it has."""
    places = _places()
    draw = np.random.default_rng(SEED)
    shares = places["weight"].to_numpy()
    counts = np.maximum(np.rint(count * shares / shares.sum()), 1).astype(int).tolist()
    for at, (row, number) in enumerate(zip(places.itertuples(index=False), counts, strict=True)):
        yield from _doors_of(row, f"{at:07d}", number, draw)


def _doors_of(place: tuple, symbol: str, count: int, draw: np.random.Generator) -> Iterator[Door]:
    """Yield the points of a place: a village has no streets, a town has some of fifty numbers."""
    commune, name, code, lat, lon, weight = place
    has_streets = count > LARGEST_NUMBER * 3
    reach = 0.01 + 0.0001 * weight**0.5
    streets = max(count // 30, 1) if has_streets else 1
    corners = draw.uniform(-reach, reach, (streets, 2)).tolist()
    letters = draw.random(count).tolist()
    for at in range(count):
        street = at % streets
        number = at // streets + 1
        letter = "ABC"[number % 3] if letters[at] > 0.74 else ""
        north, east = corners[street]
        named = _street(street) if has_streets else ""
        yield Door(
            commune=commune,
            simc=symbol,
            place=name,
            number=f"{number}{letter}",
            lat=lat + north + number * 1e-4,
            lon=lon + east + (number % 2) * 3e-4,
            street=named,
            ulic=f"{street + 1:05d}" if named else "",
            code=code,
        )


def _street(number: int) -> str:
    """Return the name of a street; those of a town differ."""
    if number < len(PLAIN):
        return PLAIN[number]
    number -= len(PLAIN)
    person = number % (len(GIVEN) * len(SURNAMES))
    name = f"{GIVEN[person % len(GIVEN)]} {SURNAMES[person // len(GIVEN)]}"
    second, third = divmod(number // (len(GIVEN) * len(SURNAMES)), len(SURNAMES))
    return f"{name}-{SURNAMES[third]}{'a' * second}" if second or third else name


def _places() -> pd.DataFrame:
    """Return the gazetteer's places by commune: code, name, postal code, point, weight."""
    table = pd.read_parquet(data_dir() / "gazetteer" / "settlements.parquet")
    communes = {
        (each.name, each.county, each.voivodeship): f"{each.teryt}1"
        for each in load_communes().rows
    }
    names = zip(table["commune"], table["county"], table["voivodeship"], strict=True)
    table["code7"] = [communes.get(each, "") for each in names]
    table = table[table["code7"] != ""].drop_duplicates(["code7", "place"])
    people = {each.teryt: each.population or 1_000 for each in load_communes().rows}
    of_commune = table["code7"].str[:6].map(people)
    alone = table.groupby("code7")["place"].transform("count")
    is_seat = table["place"] == table["commune"]
    table["weight"] = of_commune * np.where(is_seat, 0.6, 0.4 / alone)
    table = table.sort_values(["code7", "place"])
    return table[["code7", "place", "postal_code", "lat", "lon", "weight"]]


if __name__ == "__main__":
    main()
