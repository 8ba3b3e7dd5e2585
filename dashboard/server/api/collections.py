"""The collections of features: practices, and the units that carry them out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard import url
from dashboard.explore.catalog.facets import Mask, Rows
from dashboard.explore.catalog.plausible import plausible_dates
from dashboard.export.open_data.practice_features import (
    Feature,
    Schema,
    in_box,
    points_in_box,
    practice_features,
    practice_schema,
)
from dashboard.export.open_data.unit_features import unit_features, unit_schema
from dashboard.locale import Texts
from dashboard.server.api.parameters import FILTERS, Page, Span
from dashboard.server.api.wanted import Wanted
from dashboard.url import Param

EXTENT: Final = (14.07, 48.99, 24.15, 54.91)
"""West, south, east and north of Poland, degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The features that a request asks for.

    Attributes:
        count: How many there are in all.
        features: Those of the page.
    """

    count: int
    features: Sequence[Feature]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A collection of features.

    Attributes:
        name: Names it in addresses and, in the texts, its title and description.
        schema: Gives the properties of its features.
        item_params: The parameters of a page's address that one feature depends on.
        find: Gives a part of the features; the address of the map is the last argument.
        find_one: Gives the feature of an id; None where there is none.
    """

    name: str
    schema: Callable[[Texts], Schema]
    item_params: tuple[Param, ...]
    find: Callable[[Wanted, Page, str], Found]
    find_one: Callable[[Wanted, str, str], Feature | None]


def _find_practices(wanted: Wanted, page: Page, root: str) -> Found:
    """Return a part of the practices that pass the filters."""
    mask = wanted.mask.copy()
    if page.box:
        mask &= in_box(wanted.catalog, page.box)
    if page.span:
        mask &= _introduced(wanted, page.span)
    rows = np.flatnonzero(mask)
    part = _part(rows, page)
    return Found(count=len(rows), features=practice_features(wanted.catalog, part, root))


def _find_practice(wanted: Wanted, name: str, root: str) -> Feature | None:
    """Return the practice of a number."""
    row = wanted.catalog.position_of(int(name)) if _is_number(name) else None
    return None if row is None else practice_features(wanted.catalog, [row], root)[0]


def _find_units(wanted: Wanted, page: Page, _root: str) -> Found:
    """Return a part of the units; the filters say which practices of theirs are counted."""
    table = wanted.catalog.all_units.table
    mask = np.ones(len(table), dtype=bool)
    if page.box:
        lat, lon = (table[name].to_numpy(np.float64).round(4) for name in ("lat", "lon"))
        mask &= points_in_box(lat, lon, page.box)
    counted = wanted.mask & _introduced(wanted, page.span) if page.span else wanted.mask
    rows = np.flatnonzero(mask)
    part = _part(rows, page)
    return Found(count=len(rows), features=unit_features(wanted.catalog, counted, part))


def _find_unit(wanted: Wanted, name: str, _root: str) -> Feature | None:
    """Return the unit of a TERYT code."""
    row = wanted.catalog.all_units.positions.get(name)
    return None if row is None else unit_features(wanted.catalog, wanted.mask, [row])[0]


def _introduced(wanted: Wanted, span: Span) -> Mask:
    """Return one entry a practice: whether it is known to be introduced within a span."""
    days = plausible_dates(wanted.catalog.practices["introduced"], wanted.catalog.today)
    mask: Mask = days.notna().to_numpy()
    if span.first:
        mask = mask & (days >= np.datetime64(span.first)).to_numpy()
    if span.last:
        mask = mask & (days <= np.datetime64(span.last)).to_numpy()
    return mask


def _part(rows: Rows, page: Page) -> Rows:
    """Return the positions on a page."""
    return rows[page.offset : page.offset + page.limit]


def _is_number(text: str) -> bool:
    """Say whether a text may be the number of a practice."""
    return text.isascii() and text.isdecimal() and len(text) <= len("1999999999")


COLLECTIONS: Final = (
    Collection(
        name="practices",
        schema=practice_schema,
        item_params=(url.STATED_ALONE,),
        find=_find_practices,
        find_one=_find_practice,
    ),
    Collection(
        name="units",
        schema=unit_schema,
        item_params=FILTERS,
        find=_find_units,
        find_one=_find_unit,
    ),
)
"""All collections."""

COLLECTION: Final = {each.name: each for each in COLLECTIONS}
"""The collections by their names."""
