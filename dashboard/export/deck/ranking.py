"""The ranking of the regions on slides: a native chart of the first, native tables of all."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
from pptx.shapes.placeholder import LayoutPlaceholder

from dashboard.explore.coverage.measures import Measure, PracticeMeasure, ValueFormat
from dashboard.export.deck.chart import BarChart, insert_chart
from dashboard.export.deck.regions import Regions
from dashboard.export.deck.sheet import Book
from dashboard.export.deck.tables import Column, NativeTable, insert, pages
from dashboard.export.deck.template import Box, SlideKind, box_of
from dashboard.export.deck.words import filters_line
from dashboard.views.coverage.measure_words import short_label
from dashboard.views.practice.card import Part
from geocoding.distance import Floats

MAX_BARS: Final = 20
"""Bars that a room can read on one chart."""

_WIDE_PT, _HALF_PT, _HALF_GAP_PT = 14, 12, 1
_WIDE_SHARE, _HALF_SHARE, _LONG_SHARE = 0.34, 0.41, 0.5
"""What the names take of a table's width: across, beside another, with their voivodeships."""
_NOT_IN_HALVES: Final = (PracticeMeasure.RATE, PracticeMeasure.COMMUNE_SHARE)
"""With one more column, half a slide holds half as many rows."""

_FORMATS: Final = {
    ValueFormat.WHOLE: "#,##0",
    ValueFormat.DECIMAL: "0.00",
    ValueFormat.SHARE: "0%",
    ValueFormat.YEAR: "0",
}


def write_chart(book: Book, regions: Regions) -> None:
    """Add the slide with the bar chart of the regions that have most."""
    texts, labels = regions.request.texts, regions.labels()
    with book.sheet(SlideKind.CHART) as sheet:
        sheet.write_title(texts("deck-ranking", measure=regions.measure))
        sheet.write_fitted(Box.ABOVE_TITLE, filters_line(regions.request), size_pt=14)
        insert_chart(sheet.fill(Box.MAIN), _bars(regions), language=sheet.language)
        cut = []
        if len(labels) > MAX_BARS:
            cut = [texts("deck-chart-cut", shown=MAX_BARS, total=len(labels))]
        sheet.write(Box.NOTE, " ".join([*cut, *regions.notes()]))


def ranking_pages(book: Book, regions: Regions) -> Iterator[Callable[[], None]]:
    """Yield what adds the slides of the table: one across, or two on each where it is longer."""
    whole = _table(regions, name_share=_WIDE_SHARE)
    if _fits(whole, box_of(book.deck, SlideKind.TABLE, Box.MAIN)):
        yield partial(_write_tables, book, regions, [whole], "")
        return
    name_share = _LONG_SHARE if regions.unlisted else _HALF_SHARE
    narrow = _table(regions, name_share=name_share, left_out=_NOT_IN_HALVES)
    long = replace(narrow, size_pt=_HALF_PT, gap_pt=_HALF_GAP_PT)
    halves = _parts(long, box_of(book.deck, SlideKind.TWO_TABLES, Box.MAIN))
    slides = [halves[at : at + 2] for at in range(0, len(halves), 2)]
    for at, tables in enumerate(slides, start=1):
        is_alone = len(slides) == 1
        part = "" if is_alone else regions.request.texts("deck-part", part=at, parts=len(slides))
        yield partial(_write_tables, book, regions, tables, part)


def _write_tables(book: Book, regions: Regions, tables: Sequence[NativeTable], part: str) -> None:
    """Add a slide with one table or two."""
    texts = regions.request.texts
    with book.sheet(SlideKind.TABLE if len(tables) == 1 else SlideKind.TWO_TABLES) as sheet:
        sheet.write_title(" ".join(filter(None, (texts("deck-ranking-table"), part))))
        sheet.write_fitted(Box.ABOVE_TITLE, filters_line(regions.request), size_pt=14)
        for box, table in zip((Box.MAIN, Box.BESIDE), tables, strict=False):
            insert(sheet.fill(box), table, language=sheet.language)
        if regions.unlisted:
            sheet.write(Box.NOTE, texts("deck-unlisted", count=regions.unlisted))


def _parts(table: NativeTable, box: LayoutPlaceholder) -> list[NativeTable]:
    """Return the table in parts that fit a box: equally long ones in pairs, where these all fit."""
    least = pages(table, width=box.width, height=box.height)
    length = -(-len(table.rows) // (len(least) + len(least) % 2))
    starts = range(0, len(table.rows), length)
    even = [replace(table, rows=table.rows[at : at + length]) for at in starts]
    return even if all(_fits(part, box) for part in even) else least


def _fits(table: NativeTable, box: LayoutPlaceholder) -> bool:
    """Say whether a box holds the whole table."""
    return len(pages(table, width=box.width, height=box.height)) == 1


def _table(regions: Regions, *, name_share: float, left_out: Collection[str] = ()) -> NativeTable:
    """Return all regions with the measures of their level.

    The one asked for comes first, always.
    """
    texts, question = regions.request.texts, regions.request.question
    ranking = regions.listed.ranking
    others = [
        each
        for key, each in ranking.measures.items()
        if key not in {ranking.measure.key, *left_out}
    ]
    measures = [ranking.measure, *others]
    values = [regions.listed.words(each) for each in measures]
    share = (1 - name_share) / len(measures)
    names = Column(heading=texts(f"filter-{question.level.value}"), share=name_share)
    numbers = [
        Column(heading=short_label(each, texts), share=share, is_number=True) for each in measures
    ]
    return NativeTable(
        columns=[names, *numbers],
        rows=[
            [Part(cell) for cell in cells] for cells in zip(regions.labels(), *values, strict=True)
        ],
        alternative=texts("deck-ranking", measure=regions.measure),
        size_pt=_WIDE_PT,
    )


def _bars(regions: Regions) -> BarChart:
    """Return the chart of the first regions."""
    texts, measure = regions.request.texts, regions.listed.ranking.measure
    table = regions.listed.ranking.table.head(MAX_BARS)
    numbers = measure.of(table)
    known = numbers[np.isfinite(numbers)]
    labels = regions.labels()[:MAX_BARS]
    said = zip(labels, regions.listed.values(), strict=False)
    values = "; ".join(f"{label}: {value}" for label, value in said)
    return BarChart(
        name=regions.measure,
        labels=labels,
        values=[float(each) if np.isfinite(each) else None for each in numbers],
        least=_least(known, measure),
        number_format=_FORMATS[measure.format],
        chosen=[key in regions.chosen for key in table.index],
        alternative=". ".join((texts("deck-chart"), regions.measure, values)),
    )


def _least(known: Floats, measure: Measure) -> float:
    """Give the value at which the bars begin: nothing, but a year before the first of years."""
    if measure.format is ValueFormat.YEAR and known.size:
        return float(known.min() - 1)
    return float(known.min(initial=0))
