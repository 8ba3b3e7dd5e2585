"""Slides of counts: practices by theme and by year, and what has none of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.facets import SEPARATOR, Facet
from dashboard.explore.counts.summary import years
from dashboard.explore.coverage.answer import WhiteSpots
from dashboard.explore.coverage.themes import Theme, themes
from dashboard.export.deck.chart import BarChart, insert_chart
from dashboard.export.deck.ranking import MAX_BARS
from dashboard.export.deck.sheet import Book
from dashboard.export.deck.tables import Column, NativeTable, in_largest_size, insert
from dashboard.export.deck.template import Box, SlideKind, box_of
from dashboard.export.deck.words import filters_line
from dashboard.export.request import ExportRequest
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import size_label
from dashboard.views.coverage.white_spots import commune_rows, commune_sizes, theme_words
from dashboard.views.practice.card import Part

_ABOVE_PT: Final = 14
_COUNTIES_PT, _COMMUNES_PT = 14, 12
_ALL_LINES: Final = 30


def theme_pages(book: Book, request: ExportRequest) -> Iterator[Callable[[], None]]:
    """Yield what adds the slide of the themes that have most practices; nothing without any."""
    coverage = request.coverage
    found = [theme for theme in themes(request.catalog, coverage.passing) if theme.total]
    if found:
        found.sort(key=lambda theme: -theme.total)
        yield partial(_write_themes, book, request, found)


def year_pages(book: Book, request: ExportRequest) -> Iterator[Callable[[], None]]:
    """Yield what adds the slide of the years of introduction; nothing where none is known."""
    mask = request.coverage.passing
    found = years(request.catalog.facets[Facet.YEAR], mask)
    first_to_last = found[found > 0].index
    if len(first_to_last):
        found = found.loc[first_to_last[0] : first_to_last[-1]]
        counts = {str(year): int(count) for year, count in found.items()}
        undated = int((mask & ~request.catalog.facets[Facet.YEAR].known).sum())
        yield partial(_write_years, book, request, counts, undated)


def spots_pages(book: Book, request: ExportRequest) -> Iterator[Callable[[], None]]:
    """Yield what adds the slide of the regions, communes and themes without practices."""
    yield partial(_write_spots, book, request, request.coverage.white_spots)


def _write_themes(book: Book, request: ExportRequest, found: Sequence[Theme]) -> None:
    """Add the slide of the themes."""
    texts, first = request.texts, found[:MAX_BARS]
    notes = [f"{theme_words(theme)}: {texts.number(theme.total)}" for theme in found]
    bars = _bars(
        texts("deck-themes"),
        {_label(theme, found): theme.total for theme in first},
        texts,
    )
    cut = texts("deck-themes-cut", shown=len(first), total=len(found))
    said = cut if len(first) < len(found) else texts("deck-themes-all")
    _write_chart(book, request, bars, said, notes)


def _label(theme: Theme, found: Sequence[Theme]) -> str:
    """Return the name of a theme, with its section where another theme is called the same."""
    is_alone = sum(each.name == theme.name for each in found) == 1
    return theme.name if is_alone else theme_words(theme)


def _write_years(book: Book, request: ExportRequest, counts: dict[str, int], undated: int) -> None:
    """Add the slide of the years."""
    texts = request.texts
    bars = replace(_bars(texts("deck-years"), counts, texts), is_upright=True)
    said = texts("deck-years-undated", count=undated) if undated else texts("deck-years-all")
    notes = [f"{year}: {texts.number(count)}" for year, count in counts.items()]
    _write_chart(book, request, bars, said, notes)


def _bars(name: str, counts: dict[str, int], texts: Texts) -> BarChart:
    """Return a chart of counts by their names."""
    said = "; ".join(f"{label}: {texts.number(count)}" for label, count in counts.items())
    return BarChart(
        name=name,
        labels=list(counts),
        values=[float(count) for count in counts.values()],
        least=0,
        number_format="#,##0",
        chosen=[False] * len(counts),
        alternative=". ".join((texts("deck-chart"), name, said)),
    )


def _write_chart(
    book: Book, request: ExportRequest, bars: BarChart, said: str, notes: Sequence[str]
) -> None:
    """Add a slide with a chart, called as the chart is."""
    with book.sheet(SlideKind.CHART) as sheet:
        sheet.write_title(bars.name)
        sheet.write_fitted(Box.ABOVE_TITLE, filters_line(request), size_pt=_ABOVE_PT)
        insert_chart(sheet.fill(Box.MAIN), bars, language=sheet.language)
        sheet.write(Box.NOTE, said)
        sheet.write_notes(*notes)


def _write_spots(book: Book, request: ExportRequest, spots: WhiteSpots) -> None:
    """Add the slide of what has no practice; the notes name every county and theme."""
    texts = request.texts
    total = sum(map(len, spots.counties.values()))
    with book.sheet(SlideKind.TWO_TABLES) as sheet:
        counted = texts("coverage-spots-count", count=total).removesuffix(".")
        sheet.write_title(f"{texts('coverage-spots')}: {counted}")
        sheet.write_fitted(Box.ABOVE_TITLE, filters_line(request), size_pt=_ABOVE_PT)
        room = box_of(book.deck, SlideKind.TWO_TABLES, Box.MAIN)
        counties = in_largest_size(_counties(spots, texts), room)
        insert(sheet.fill(Box.MAIN), counties, language=sheet.language)
        communes = in_largest_size(_communes(spots, texts), room)
        insert(sheet.fill(Box.BESIDE), communes, language=sheet.language)
        names = [theme_words(theme) for theme in spots.themes]
        sheet.write_fitted(Box.NOTE, _themes_line(names, texts), size_pt=10)
        sheet.write_notes(
            texts("coverage-spots-communes-how"),
            *(f"{name}: {', '.join(of)}" for name, of in spots.counties.items() if of),
            *_listed(texts("coverage-spots-types"), spots.types),
            *_listed(texts("coverage-spots-themes"), names),
        )


def _listed(heading: str, names: Sequence[str]) -> list[str]:
    return [f"{heading}: {'; '.join(names)}"] if names else []


def _themes_line(names: Sequence[str], texts: Texts) -> str:
    """Return which themes have no practice, in a line."""
    return " ".join(_listed(texts("coverage-spots-themes"), names)) or texts(
        "coverage-spots-no-themes"
    )


def _counties(spots: WhiteSpots, texts: Texts) -> NativeTable:
    """Return how many counties have no practice; which, where one voivodeship is shown."""
    of = Counter(name.split(SEPARATOR, 1)[0] for name in regions.counties())
    names = Column(heading=texts("filter-woj"), share=0.4)
    if len(spots.counties) == 1:
        columns = [replace(names, share=0.3), Column(heading=texts("deck-spots-names"), share=0.7)]
        rows = [
            [Part(name), Part(", ".join(found) or "–")] for name, found in spots.counties.items()
        ]
    else:
        columns = [
            names,
            Column(heading=texts("deck-spots-without"), share=0.3, is_number=True),
            Column(heading=texts("deck-spots-total"), share=0.3, is_number=True),
        ]
        rows = [
            [Part(name), Part(texts.number(len(found))), Part(texts.number(of[name]))]
            for name, found in spots.counties.items()
        ]
    return NativeTable(
        columns=columns,
        rows=rows,
        alternative=texts("deck-spots-counties"),
        size_pt=_COUNTIES_PT,
        most_lines=_ALL_LINES,
    )


def _communes(spots: WhiteSpots, texts: Texts) -> NativeTable:
    """Return how many communes of each size and kind have no practice."""
    sizes = commune_sizes(spots.communes)
    kinds = commune_rows(spots.communes, sizes, texts)
    share = 0.7 / max(1, len(kinds))
    labels = [*(size_label(size, texts) for size in sizes), texts("coverage-themes-total")]
    return NativeTable(
        columns=[
            Column(heading=texts("deck-spots-size"), share=0.3),
            *(Column(heading=name, share=share, is_number=True) for name, _ in kinds),
        ],
        rows=[
            [Part(label), *(Part(cells[at]) for _, cells in kinds)]
            for at, label in enumerate(labels)
        ],
        alternative=texts("coverage-spots-communes"),
        size_pt=_COMMUNES_PT,
    )
