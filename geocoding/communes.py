"""The communes of Poland, their counties and voivodeships, by the codes of TERYT.

TERYT is the official register of territorial units: two digits name a voivodeship, four a county,
six a commune; a seventh, which says the kind of the commune, is left out here.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from geocoding.added import added_population, added_units, cached_with_added
from geocoding.errors import GazetteerError
from geocoding.locale import message
from geocoding.model import CommuneKind as CommuneKind  # noqa: PLC0414  callers import it here
from geocoding.resources import data_dir
from geocoding.text.localities import locality_key

DIGITS_OF_VOIVODESHIP = 2
DIGITS_OF_COUNTY = 4
DIGITS_OF_COMMUNE = 6


class Urbanisation(StrEnum):
    """Eurostat's degree of urbanisation: city, town or suburb, rural area."""

    CITY = "city"
    TOWN = "town"
    RURAL = "rural"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """One commune (gmina).

    Attributes:
        teryt: Six digits.
        name: Its name without the word for it; a town and the commune around it may share one.
        kind: Urban, rural or mixed.
        county: The county's adjective ('bocheński'), or the city with county rights.
        county_teryt: Four digits.
        voivodeship: Name of the voivodeship.
        voivodeship_teryt: Two digits.
        population: Inhabitants on `population_date`.
        population_date: The day.
        area_km2: Area in square kilometres.
        density: Inhabitants per square kilometre.
        urbanisation: Degree of urbanisation.
        functional_area: The city whose functional urban area it is part of; '' for none.
        settlement: The settlement whose point stands for the commune; '' where none is known.
        lat: Latitude of that point, degrees.
        lon: Longitude of it.
    """

    teryt: str
    name: str
    kind: CommuneKind
    county: str
    county_teryt: str
    voivodeship: str
    voivodeship_teryt: str
    population: int
    population_date: date
    area_km2: float
    density: float
    urbanisation: Urbanisation
    functional_area: str
    settlement: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """A county (powiat) or a city with county rights; its figures are the sums of its communes.

    Attributes:
        teryt: Four digits.
        name: The adjective ('bocheński'), or the city's name.
        voivodeship: Name of the voivodeship.
        population: Inhabitants on the communes' day.
        area_km2: Area in square kilometres.
    """

    teryt: str
    name: str
    voivodeship: str
    population: int
    area_km2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Voivodeship:
    """A voivodeship; its figures are the sums of its communes.

    Attributes:
        teryt: Two digits.
        name: The name ('małopolskie').
        population: Inhabitants on the communes' day.
        area_km2: Area in square kilometres.
    """

    teryt: str
    name: str
    population: int
    area_km2: float


@dataclass(frozen=True)
class Communes:
    """All communes, in the order of their codes, with what is looked up in them.

    Attributes:
        rows: The communes.
        counties: Their counties, by code.
        voivodeships: Their voivodeships, by code.
    """

    rows: tuple[Commune, ...]
    counties: tuple[County, ...] = field(init=False)
    voivodeships: tuple[Voivodeship, ...] = field(init=False)
    _of_code: dict[str, Commune] = field(init=False, repr=False)
    _of_key: dict[str, list[Commune]] = field(init=False, repr=False)
    _within: dict[str, list[Commune]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Add the communes up, and index them by code and by name."""
        of_key: dict[str, list[Commune]] = defaultdict(list)
        for commune in self.rows:
            of_key[locality_key(commune.name)].append(commune)
        of_county = _grouped(self.rows, DIGITS_OF_COUNTY)
        of_voivodeship = _grouped(self.rows, DIGITS_OF_VOIVODESHIP)
        object.__setattr__(self, "counties", tuple(_counties(of_county)))
        object.__setattr__(self, "voivodeships", tuple(_voivodeships(of_voivodeship)))
        object.__setattr__(self, "_within", of_county | of_voivodeship)
        object.__setattr__(self, "_of_code", {each.teryt: each for each in self.rows})
        object.__setattr__(self, "_of_key", dict(of_key))

    @property
    def population_date(self) -> date:
        """The day on which most of the communes' inhabitants were counted."""
        return Counter(each.population_date for each in self.rows).most_common(1)[0][0]

    def with_teryt(self, code: str) -> Commune | None:
        """Return the commune of a code of six digits, or of seven: the last is its kind."""
        fits = len(code) in {DIGITS_OF_COMMUNE, DIGITS_OF_COMMUNE + 1}
        return self._of_code.get(code[:DIGITS_OF_COMMUNE]) if fits else None

    def named(self, name: str, *, county: str = "", voivodeship: str = "") -> tuple[Commune, ...]:
        """Return the communes of a name, in any spelling, inside a county and voivodeship if given.

        A town and the rural commune around it are two of one name.
        """
        county_key, voivodeship_key = locality_key(county), locality_key(voivodeship)
        return tuple(
            each
            for each in self._of_key.get(locality_key(name), ())
            if county_key in {"", locality_key(each.county)}
            and voivodeship_key in {"", locality_key(each.voivodeship)}
        )

    def within(self, code: str) -> tuple[Commune, ...]:
        """Return the communes of a county (four digits) or a voivodeship (two digits)."""
        return tuple(self._within.get(code, ()))


@cached_with_added
def load_communes(path: Path | None = None) -> Communes:
    """Return the communes; they are read again only when data is added or removed.

    Args:
        path: The table's file; by default the one that comes with the program, in which names,
            kinds and populations that were added win.

    Raises:
        GazetteerError: The file is missing, cannot be read, or lacks a column.
        AddedDataError: The list of what was added cannot be read.
    """
    return Communes(tuple(_commune(row) for row in commune_table(path).to_dict("records")))


def commune_table(path: Path | None = None) -> pd.DataFrame:
    """Return the table that `load_communes` reads: one row a commune, by code.

    Args:
        path: The file, as of `load_communes`.

    Raises:
        GazetteerError: The file is missing, cannot be read, or lacks a column.
        AddedDataError: The list of what was added cannot be read.
    """
    file = path or data_dir() / "communes.parquet"
    try:
        table = pd.read_parquet(file)
    except (OSError, pa.ArrowInvalid) as error:
        raise GazetteerError(message("data-not-read", path=str(file), error=str(error))) from error
    columns = list(Commune.__dataclass_fields__)
    if missing := set(columns) - set(table.columns):
        words = ", ".join(sorted(missing))
        raise GazetteerError(message("data-no-column", path=str(file), missing=words))
    return table[columns] if path else _with_added(table[columns])


def unmatched_communes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Compare what was added with the communes that come with the program.

    Returns:
        The codes that an added register or population lists and the program knows nothing else of,
        and those of the program that one of the added files lacks; both are left out.
    """
    known = set(pd.read_parquet(data_dir() / "communes.parquet", columns=["teryt"])["teryt"])
    counted = added_population()
    files = [set(codes) for codes in (added_units(), counted[0] if counted else {}) if codes]
    unknown = {code for codes in files for code in codes - known}
    lacking = {code for codes in files for code in known - codes}
    return tuple(sorted(unknown)), tuple(sorted(lacking))


def _with_added(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with the names, kinds and populations that were added.

    A commune that an added file does not list is no more. One that only the file has is left out,
    since nothing is known of its area and its place.
    """
    named, counted = added_units(), added_population()
    if named:
        table = table[table["teryt"].isin(named)]
        names = table["teryt"].map({code: name for code, (name, _) in named.items()})
        kinds = table["teryt"].map({code: kind for code, (_, kind) in named.items()})
        table = table.assign(name=names, kind=kinds)
    if counted:
        people, day = counted
        table = table[table["teryt"].isin(people)]
        table = table.assign(population=table["teryt"].map(people), population_date=day)
        table = table.assign(density=(table["population"] / table["area_km2"]).round(1))
    return table.reset_index(drop=True)


def _commune(row: Mapping[Hashable, Any]) -> Commune:
    """Make a commune of a row of the table."""
    values: dict[str, Any] = {str(name): value for name, value in row.items()}
    values["kind"] = CommuneKind(values["kind"])
    values["urbanisation"] = Urbanisation(values["urbanisation"])
    return Commune(**values)


def _counties(communes: Mapping[str, Sequence[Commune]]) -> Iterable[County]:
    """Yield the counties of communes by the counties' codes."""
    for code, rows in communes.items():
        yield County(
            teryt=code,
            name=rows[0].county,
            voivodeship=rows[0].voivodeship,
            population=sum(each.population for each in rows),
            area_km2=round(sum(each.area_km2 for each in rows), 2),
        )


def _voivodeships(communes: Mapping[str, Sequence[Commune]]) -> Iterable[Voivodeship]:
    """Yield the voivodeships of communes by the voivodeships' codes."""
    for code, rows in communes.items():
        yield Voivodeship(
            teryt=code,
            name=rows[0].voivodeship,
            population=sum(each.population for each in rows),
            area_km2=round(sum(each.area_km2 for each in rows), 2),
        )


def _grouped(communes: Iterable[Commune], digits: int) -> dict[str, list[Commune]]:
    """Return the communes by the first digits of their codes."""
    groups: dict[str, list[Commune]] = defaultdict(list)
    for commune in communes:
        groups[commune.teryt[:digits]].append(commune)
    return dict(groups)
