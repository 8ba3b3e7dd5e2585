"""The slide that compares the reader's own unit with the group of units that are like it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import numpy as np

from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.counts.summary import counts
from dashboard.explore.filters.home import HomeUnit
from dashboard.export.deck.sheet import Book
from dashboard.export.deck.tables import Column, NativeTable, in_largest_size, insert
from dashboard.export.deck.template import Box, SlideKind, box_of
from dashboard.export.deck.words import filters_line
from dashboard.export.request import ExportRequest
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import value_label
from dashboard.views.practice.card import Part
from dashboard.views.units.unit_group import GroupTable, count_words, group_table, group_words
from dashboard.views.units.unit_words import unit_label

_MAX_UNITS: Final = 12
_MAX_SECTIONS: Final = 12
_TABLE_PT: Final = 12
_SOFT_HYPHEN: Final = "\xad"


def group_pages(book: Book, request: ExportRequest, home: HomeUnit) -> Iterator[Callable[[], None]]:
    """Yield what adds the slide; nothing where no unit is like the reader's own."""
    table = group_table(request.catalog, request.coverage.passing, home)
    if len(table.rows):
        yield partial(_write_group, book, request, home, table)


def _write_group(book: Book, request: ExportRequest, home: HomeUnit, table: GroupTable) -> None:
    """Add the slide; the notes say what the units of the group have in common."""
    texts = request.texts
    name = home.unit.name if home.unit else home.label
    traits = group_words(home.group, texts)
    counted = count_words(table, home.profile.level, texts)
    with book.sheet(SlideKind.TWO_TABLES) as sheet:
        sheet.write_title(texts("deck-group", unit=name))
        sheet.write_fitted(Box.ABOVE_TITLE, filters_line(request), size_pt=14)
        room = box_of(book.deck, SlideKind.TWO_TABLES, Box.MAIN)
        sections = in_largest_size(_sections(request, home, name), room)
        insert(sheet.fill(Box.MAIN), sections, language=sheet.language)
        units = in_largest_size(_units(table, texts), room)
        insert(sheet.fill(Box.BESIDE), units, language=sheet.language)
        sheet.write_fitted(Box.NOTE, f"{traits}. {counted}", size_pt=10)
        names = [unit_label(home.unit, texts)] if home.unit else []
        sheet.write_notes(*names, f"{texts('group-traits')}: {traits}", counted)


def _sections(request: ExportRequest, home: HomeUnit, name: str) -> NativeTable:
    """Return the practices of the unit and of its group by section, those of the group falling."""
    texts, catalog = request.texts, request.catalog
    passing, index = request.coverage.passing, catalog.facets[Facet.SECTION]
    own = passing & _of_unit(request, home)
    group = passing & home.group.practices(catalog)
    found = counts(index, group).sort_values(ascending=False, kind="stable")
    found = found[found > 0].head(_MAX_SECTIONS)
    of_own = counts(index, own)
    total = (texts("coverage-themes-total"), int(own.sum()), int(group.sum()))
    rows = [
        *((value_label(each, texts), int(of_own[each]), int(found[each])) for each in found.index),
        total,
    ]
    return NativeTable(
        columns=[
            Column(heading=texts("filter-dzial"), share=0.5),
            Column(heading=name, share=0.28, is_number=True),
            Column(heading=texts("deck-group-all"), share=0.22, is_number=True),
        ],
        rows=[
            [Part(label), Part(texts.number(mine)), Part(texts.number(whole))]
            for label, mine, whole in rows
        ],
        alternative=texts("deck-group", unit=name),
        size_pt=_TABLE_PT,
        most_lines=2,
    )


def _of_unit(request: ExportRequest, home: HomeUnit) -> Mask:
    """Say of each practice whether it is of the reader's own unit."""
    units, rows = request.catalog.all_units, request.catalog.unit_rows
    if home.unit is None:
        return np.zeros(len(rows), dtype=bool)
    own = np.flatnonzero(units.table["teryt"].to_numpy() == home.unit.teryt)
    return np.isin(rows, own)


def _units(table: GroupTable, texts: Texts) -> NativeTable:
    """Return the units of the group that have most practices, the most similar of equals first."""
    order = np.argsort(-table.practices, kind="stable")[:_MAX_UNITS]
    headings = [
        texts(f"group-{name}").replace(_SOFT_HYPHEN, "")
        for name in ("unit", "population", "likeness", "distance", "practices")
    ]
    shares = (0.34, 0.18, 0.18, 0.15, 0.15)
    rows = []
    for at in order.tolist():
        unit = table.units.at(int(table.rows[at]))
        away = texts("home-radius-km", km=texts.number(round(float(table.away_km[at]))))
        alike = texts.decimal(float(table.alike[at]), places=2)
        cells = (
            texts("region-in", name=unit.name, where=unit.voivodeship)
            if unit.voivodeship != unit.name
            else unit.name,
            texts.number(unit.population),
            alike,
            away,
            texts.number(int(table.practices[at])),
        )
        rows.append([Part(cell) for cell in cells])
    return NativeTable(
        columns=[
            Column(heading=heading, share=share, is_number=at > 0)
            for at, (heading, share) in enumerate(zip(headings, shares, strict=True))
        ],
        rows=rows,
        alternative=texts("deck-group-units"),
        size_pt=_TABLE_PT,
        most_lines=2,
    )
