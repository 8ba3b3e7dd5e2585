"""The first slide and the last ones: what the deck shows, and where all of it comes from."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from dashboard.export.deck.fitting import SEPARATOR
from dashboard.export.deck.regions import Regions
from dashboard.export.deck.sheet import Book
from dashboard.export.deck.tables import Column, NativeTable, insert, pages
from dashboard.export.deck.template import Box, SlideKind, box_of
from dashboard.export.deck.words import filters_line
from dashboard.export.request import ExportRequest
from dashboard.views.practice.card import Part

_TITLE_PT: Final = (44, 36, 28)
_FILTERS_PT: Final = 16
_TABLE_PT: Final = 14
_NAME_SHARE: Final = 0.24


def write_title(book: Book, regions: Regions) -> None:
    """Add the first slide."""
    request = regions.request
    texts, about = request.texts, request.provenance
    with book.sheet(SlideKind.TITLE) as sheet:
        sheet.write_title(texts("deck-title"), sizes_pt=_TITLE_PT)
        sheet.write(Box.SUBTITLE, f"{regions.measure}: {regions.scope}")
        count = texts("count", shown=about.shown, total=about.total)
        said = SEPARATOR.join((f"{about.dataset}: {count}", filters_line(request)))
        sheet.write_fitted(Box.FILTERS, said, size_pt=_FILTERS_PT)
        if about.has_examples:
            sheet.write(Box.NOTE, texts("demo-banner"))


def source_pages(book: Book, request: ExportRequest) -> Iterator[Callable[[], None]]:
    """Yield what adds the slides on sources, filters and date, in their order."""
    texts = request.texts
    table = NativeTable(
        columns=[
            Column(heading=texts("deck-about-name"), share=_NAME_SHARE),
            Column(heading=texts("deck-about-value"), share=1 - _NAME_SHARE),
        ],
        rows=[[Part(name), Part(value)] for name, value in request.provenance.lines(texts)],
        alternative=texts("deck-about"),
        size_pt=_TABLE_PT,
    )
    box = box_of(book.deck, SlideKind.TABLE, Box.MAIN)
    parts = pages(table, width=box.width, height=box.height)
    for at, each in enumerate(parts, start=1):
        yield partial(_write_about, book, request, each, part=at, parts=len(parts))


def _write_about(
    book: Book, request: ExportRequest, table: NativeTable, *, part: int, parts: int
) -> None:
    """Add a slide with what the deck says of itself; the notes hold it in full."""
    texts = request.texts
    with book.sheet(SlideKind.TABLE) as sheet:
        of = [texts("deck-part", part=part, parts=parts)] if parts > 1 else []
        sheet.write_title(" ".join([texts("deck-about"), *of]))
        sheet.write_fitted(Box.ABOVE_TITLE, texts("app-name"), size_pt=_TABLE_PT)
        insert(sheet.fill(Box.MAIN), table, language=sheet.language)
        if part == parts:
            lines = [f"{name}: {value}" for name, value in request.provenance.lines(texts)]
            sheet.write_notes(*(line for line in lines if line not in book.notes))
