"""The whole deck: which slides, in which order, one after the other."""

import io
from collections.abc import Callable, Iterator
from functools import partial

from dashboard.export.deck.front import source_pages, write_title
from dashboard.export.deck.locator import draw_country
from dashboard.export.deck.map_slide import write_map
from dashboard.export.deck.practices import practice_pages
from dashboard.export.deck.ranking import ranking_pages, write_chart
from dashboard.export.deck.regions import Regions
from dashboard.export.deck.sheet import LANGUAGE_IDS, Book
from dashboard.export.deck.template import SlideKind, layout_of, open_template
from dashboard.export.deck.words import day, footer
from dashboard.export.request import ExportRequest, Progress


def deck_pptx(request: ExportRequest, progress: Progress) -> bytes:
    """Return a PowerPoint file on the practices of a request, every text in its language.

    Slides: what it shows; the map of coverage; the ranking as a chart and as tables; a slide for
    each of the first MAX_PRACTICES practices, and how many have none; sources and filters.

    Args:
        request: The practices, the question on the regions, the words.
        progress: Called before each slide and at the end; what it raises ends the work.
    """
    book = _begin(request)
    pages = list(_pages(book, request))
    for done, write in enumerate(pages):
        progress(done, len(pages))
        write()
    progress(len(pages), len(pages))
    made = io.BytesIO()
    book.deck.save(made)
    return made.getvalue()


def _pages(book: Book, request: ExportRequest) -> Iterator[Callable[[], None]]:
    """Yield what adds the slides, in their order."""
    regions = Regions(request)
    yield partial(write_title, book, regions)
    yield partial(write_map, book, regions)
    if request.second is not None:
        yield partial(write_map, book, Regions(request.second))
    if regions.has_any:
        yield partial(write_chart, book, regions)
        yield from ranking_pages(book, regions)
    yield from practice_pages(book, request)
    yield from source_pages(book, request)


def _begin(request: ExportRequest) -> Book:
    """Return an empty deck that knows what it is."""
    deck, texts, made_at = open_template(), request.texts, request.provenance.made_at
    for layout in (SlideKind.TITLE, SlideKind.PRACTICE):
        draw_country(layout_of(deck, layout))
    about = deck.core_properties
    about.title, about.author = texts("deck-title"), texts("app-name")
    about.subject = request.provenance.as_line(texts)[:255]
    about.language = texts.language
    about.created = about.modified = made_at
    return Book(
        deck=deck,
        language=LANGUAGE_IDS[texts.language],
        footer=footer(request),
        day=day(request),
    )
