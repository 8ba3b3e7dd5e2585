"""The group of units that the reader's own is compared with: counted, listed, put on the map."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask, Rows
from dashboard.explore.filters.groups import Group, Trait, group_rows, size_class_of
from dashboard.explore.filters.home import HomeUnit, figure_side
from dashboard.explore.units.likeness import (
    Figures,
    Profile,
    Side,
    compared,
    is_comparable,
    likeness,
)
from dashboard.explore.units.local_units import LocalUnits, UnitLevel, local_units
from dashboard.locale import Texts
from dashboard.views.templating import render
from dashboard.views.units.unit_words import area_words, unit_label, unit_names
from geocoding.distance import Floats, distance_km

MAX_ROWS: Final = 200
"""Units that the table lists."""

COUNTED: Final = {
    UnitLevel.COMMUNE.value: "group-communes",
    UnitLevel.COUNTY.value: "group-counties",
    UnitLevel.VOIVODESHIP.value: "group-voivodeships",
}


@dataclass(frozen=True, slots=True)
class GroupTable:
    """The units of a group, the most similar first.

    Attributes:
        units: All units.
        rows: Their rows among these.
        alike: Likeness of each to the own unit, 0 to 1.
        away_km: Distance of each from it.
        practices: How many practices each has.
    """

    units: LocalUnits
    rows: Rows
    alike: Floats
    away_km: Floats
    practices: Rows


def group_table(catalog: Catalog, mask: Mask, own: HomeUnit) -> GroupTable:
    """List the group of the reader's own unit.

    Args:
        catalog: The practices.
        mask: Those that are counted.
        own: The reader's own unit.
    """
    units = catalog.all_units
    rows = group_rows(own.group, units)
    profile, figures = own.profile, Figures.of(units).take(rows)
    sides = compared(profile, figures)
    near = figure_side(own, units)
    if near is not None:
        sides[Side.FIGURE] = near[rows]
    alike = likeness(sides, is_comparable(profile, figures)) if sides else np.ones(len(rows))
    lat, lon = (units.table[name].to_numpy(np.float64)[rows] for name in ("lat", "lon"))
    away_km = distance_km(
        np.full(len(rows), own.point[0]), np.full(len(rows), own.point[1]), lat, lon
    )
    of_unit = catalog.unit_rows[mask & (catalog.unit_rows >= 0)]
    practices = np.bincount(of_unit, minlength=len(units.table))[rows]
    order = np.lexsort((away_km, -np.round(alike, 2)))
    return GroupTable(units, rows[order], alike[order], away_km[order], practices[order])


def count_words(table: GroupTable, level: str, texts: Texts) -> str:
    """Say how many units a group has, and how many of them a practice."""
    return texts(
        "group-count",
        units=texts(COUNTED[level], units=len(table.rows)),
        active=int(np.count_nonzero(table.practices)),
        practices=texts.number(int(table.practices.sum())),
    )


def trait_words(trait: Trait, profile: Profile, texts: Texts) -> str:
    """Say a trait of a unit as one that a group has in common: '20-50 tys.', 'miejskie'."""
    if trait is Trait.SIZE:
        return texts("group-size", size=_size_words(profile.population or 0, texts))
    if trait is Trait.KIND:
        return texts(f"group-{profile.kind}")
    if trait is Trait.URBANISATION:
        return texts(f"unit-degree-{profile.urbanisation}")
    return area_words(profile.urban_area, texts)


def group_words(group: Group, texts: Texts) -> str:
    """Say what the units of a group have in common: their level, then the traits."""
    traits = [trait_words(trait, group.profile, texts) for trait in group.traits]
    return ", ".join([texts(f"unit-{group.profile.level}"), *traits])


def _size_words(population: int, texts: Texts) -> str:
    """Say a size class in thousands: '20-50 tys.'."""
    size, thousand = size_class_of(population), texts("analysis-thousand")
    least = f"{size.least // 1000}"
    if size.most is None:
        return texts("analysis-from", least=f"{least}{thousand}")
    most = f"{(size.most + 1) // 1000}{thousand}"
    return f"{least}–{most}" if size.least else texts("analysis-below", most=most)


def group_html(table: GroupTable, own: HomeUnit, texts: Texts) -> str:
    """Give the units of a group as an HTML table, the first MAX_ROWS of them."""
    shown = slice(MAX_ROWS)
    cells = zip(
        *(
            column[shown].tolist()
            for column in (table.rows, table.alike, table.away_km, table.practices)
        ),
        strict=True,
    )
    rows = [
        {
            "unit": unit_names(unit, texts),
            "population": texts.number(unit.population),
            "likeness": texts.decimal(alike, places=2),
            "distance": texts("home-radius-km", km=texts.number(round(away_km))),
            "practices": texts.number(practices),
            "is_own": unit == own.unit,
        }
        for row, alike, away_km, practices in cells
        for unit in [table.units.at(row)]
    ]
    return render("group.html", {"texts": texts, "rows": rows, "total": len(table.rows)})


def group_points(group: Group, texts: Texts) -> list[tuple[float, float, str]]:
    """Give (lat, lon, name) of every unit of a group."""
    units = local_units()
    members = [units.at(row) for row in group_rows(group, units).tolist()]
    return [(*unit.point, unit_label(unit, texts)) for unit in members]
