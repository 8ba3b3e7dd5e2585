"""Local government units in words: their labels, their figures, the unit of a practice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.units.local_units import LocalUnit, LocalUnits, UnitLevel, local_units
from dashboard.locale import LANGUAGES, Texts, texts_in
from geocoding.added import cached_with_added

_THOUSAND: Final = 1000
_SMALL: Final = 10_000
"""Below it, thousands are written with a decimal."""


def unit_label(unit: LocalUnit, texts: Texts) -> str:
    """Name a unit so that no other has its name: 'Bochnia (gmina miejska, pow. bocheński, ...)'."""
    name, details = unit_names(unit, texts)
    return f"{name} ({details})" if details else name


def unit_names(unit: LocalUnit, texts: Texts) -> tuple[str, str]:
    """Give the name of a unit, and what tells it from others of that name."""
    if unit.level is UnitLevel.VOIVODESHIP:
        return texts("unit-voivodeship-name", name=unit.name), ""
    if unit.level is UnitLevel.COUNTY:
        return texts("unit-county-name", name=unit.name), unit.voivodeship
    county = [] if unit.has_county_rights else [texts("unit-in-county", county=unit.county)]
    return unit.name, ", ".join((kind_words(unit, texts), *county, unit.voivodeship))


def unit_labels(units: LocalUnits, texts: Texts) -> list[str]:
    """Give the labels of all units, the most populous first."""
    people = units.table["population"].to_numpy()
    return [unit_label(units.at(row), texts) for row in np.argsort(-people, kind="stable")]


def kind_words(unit: LocalUnit, texts: Texts) -> str:
    """Say what sort of unit it is: 'gmina miejska', 'powiat'."""
    if unit.level is not UnitLevel.COMMUNE:
        return texts(f"unit-{unit.level.value}")
    return texts("unit-city-county" if unit.has_county_rights else f"unit-{unit.kind}")


def unit_figures(unit: LocalUnit, texts: Texts) -> list[str]:
    """Say the figures of a unit, each in words; the population with its day."""
    people = texts("unit-people", count=texts.number(unit.population))
    figures = [
        texts("unit-day", people=people, day=_day(texts)),
        texts("unit-density", count=texts.number(round(unit.density))),
    ]
    if unit.urbanisation:
        figures.append(texts(f"unit-degree-{unit.urbanisation}"))
    if unit.level is UnitLevel.COMMUNE:
        figures.append(area_words(unit.urban_area, texts))
    return figures


def area_words(name: str, texts: Texts) -> str:
    """Say in which functional urban area a commune is; '' is in none."""
    return texts("unit-area", name=name) if name else texts("unit-no-area")


def thousands(people: float, texts: Texts) -> str:
    """Say a number of inhabitants shortly: '29,9 tys.', '640'."""
    if people < _THOUSAND:
        return texts("unit-people", count=texts.number(int(people)))
    return texts("unit-thousands", count=texts.number(round(people / _THOUSAND, 1)))


def completed_words(people: int, texts: Texts) -> str:
    """Say a population that is not the record card's, with its day."""
    return texts("card-population-completed", population=texts.number(people), day=_day(texts))


def _day(texts: Texts) -> str:
    return texts.short_date(local_units().day)


@cached_with_added
def unit_codes() -> Mapping[str, str]:
    """Give the code of each unit by its label, in any language of the interface."""
    units = local_units()
    return {
        unit_label(unit, texts_in(language)): unit.teryt
        for unit in map(units.at, range(len(units.table)))
        for language in LANGUAGES
    }


def unit_lines_of(unit: LocalUnit, texts: Texts) -> tuple[str, str]:
    """Say which unit it is, and its figures in one line."""
    return unit_label(unit, texts), " · ".join(unit_figures(unit, texts))


def unit_type_of(unit: LocalUnit) -> str:
    """Give the type of a unit as record cards state it, in Polish as they are."""
    return kind_words(unit, texts_in("pl"))


@dataclass(frozen=True, slots=True)
class UnitLines:
    """What the card says of the unit of a practice.

    Attributes:
        name: The unit.
        code: Its code, and how it is known.
        figures: Its figures, in one line; empty where there are none.
    """

    name: str
    code: str
    figures: str


def unit_lines(catalog: Catalog, row: int, texts: Texts) -> UnitLines | None:
    """Say which unit carried a practice out; None where that is not known."""
    cells = catalog.local_units.iloc[row]
    unit = unit_of(catalog, row)
    if not cells["known_by"]:
        return None
    known_by = texts(f"unit-known-{cells['known_by']}")
    if unit is None:
        code = f"{texts('unit-no-teryt')} · {known_by}"
        return UnitLines(texts(f"unit-{cells['level']}"), code, "")
    code = f"{texts('unit-teryt', teryt=unit.teryt)} · {known_by}"
    name, figures = unit_lines_of(unit, texts)
    return UnitLines(name, code, figures)


def unit_of(catalog: Catalog, row: int) -> LocalUnit | None:
    """Give the unit of the practice at a position; None where it is not known, or has no code."""
    at = int(catalog.unit_rows[row])
    return None if at < 0 else catalog.all_units.at(at)


def short_words(catalog: Catalog, row: int, texts: Texts, *, is_completed: bool) -> Iterator[str]:
    """Say shortly what the unit of a practice is: kind, population, urban area.

    Args:
        catalog: The practices.
        row: The position of one.
        texts: The language.
        is_completed: Whether its population is not the record card's.
    """
    unit = unit_of(catalog, row)
    level = str(catalog.local_units["level"].iloc[row])
    stated = str(catalog.practices["unit_type"].iloc[row])
    if unit is not None:
        yield kind_words(unit, texts)
    elif level or stated:
        yield stated or texts(f"unit-{level}")
    else:
        yield texts("unit-unknown")
    if catalog.population[row] > 0:
        people = thousands(float(catalog.population[row]), texts)
        yield texts("unit-people-table", people=people) if is_completed else people
    if unit is not None and unit.urban_area:
        yield area_words(unit.urban_area, texts)
