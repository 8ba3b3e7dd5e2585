"""The whole deck: which slides, in which order, one after the other."""

import io
from collections.abc import Callable, Iterator
from functools import partial

from dashboard.export.deck.comparison import comparison_pages
from dashboard.export.deck.counts import spots_pages, theme_pages, year_pages
from dashboard.export.deck.front import source_pages, write_title
from dashboard.export.deck.group import group_pages
from dashboard.export.deck.locator import draw_country
from dashboard.export.deck.map_slide import write_map
from dashboard.export.deck.practices import practice_pages
from dashboard.export.deck.ranking import ranking_pages, write_chart
from dashboard.export.deck.regions import Regions
from dashboard.export.deck.sheet import LANGUAGE_IDS, Book
from dashboard.export.deck.template import SlideKind, layout_of, open_template
from dashboard.export.deck.words import day, footer, speaker_notes
from dashboard.export.request import ExportRequest, Progress


def deck_pptx(request: ExportRequest, progress: Progress) -> bytes:
    """Return a PowerPoint file on the practices of a request, every text in its language.

    Slides: what it shows; the map of coverage; the ranking as a chart and as tables; themes,
    years, white spots; the reader's own unit beside its group, where there is one; where they are
    asked for, a slide for each of the first MAX_PRACTICES practices, and how many have none;
    sources and filters. Of practices chosen one by one: these beside each other, each of them,
    their map, the sources.

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
    if request.is_of_chosen:
        yield from comparison_pages(book, request)
        yield from practice_pages(book, request)
        yield partial(write_map, book, regions)
    else:
        yield from _coverage_pages(book, regions)
        if request.practice_slides:
            yield from practice_pages(book, request)
    yield from source_pages(book, request)


def _coverage_pages(book: Book, regions: Regions) -> Iterator[Callable[[], None]]:
    """Yield what adds the slides on coverage, in their order."""
    request = regions.request
    yield partial(write_map, book, regions)
    if request.second is not None:
        yield partial(write_map, book, Regions(request.second))
    if regions.has_any:
        yield partial(write_chart, book, regions)
        yield from ranking_pages(book, regions)
    yield from theme_pages(book, request)
    yield from year_pages(book, request)
    if request.coverage.passing.any():
        yield from spots_pages(book, request)
    if request.home is not None:
        yield from group_pages(book, request, request.home)


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
        notes=speaker_notes(request),
    )
