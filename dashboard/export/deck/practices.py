"""The practices on slides: how many there are, then a slide for each of the first ones."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from pptx.util import Emu

from dashboard.export.deck.facts import CONTACTS, FACTS, Facts, words
from dashboard.export.deck.fitting import SEPARATOR, TextSpace, clean, shortened
from dashboard.export.deck.locator import mark_places
from dashboard.export.deck.sheet import PRACTICE_LANGUAGE, Book, Sheet
from dashboard.export.deck.tables import Column, NativeTable, insert, pages
from dashboard.export.deck.template import Box, SlideKind
from dashboard.export.deck.writing import one_line, space_in
from dashboard.export.request import ExportRequest
from dashboard.views.practice.card import Part, Row

MAX_PRACTICES: Final = 40
"""Practices with a slide of their own; a deck of hundreds of slides is no deck."""

_SUMMARY_PT: Final = (20, 18, 16)
_SUMMARY_GAP_PT: Final = 8
_TABLE_PT: Final = (12, 11, 10)
_UNIT_PT, _PLACE_PT, _SMALL_PT = 16, 14, 12
_SECTION_PT: Final = (40, 32)
_LABEL_SHARE: Final = 0.52


def practice_pages(book: Book, request: ExportRequest) -> Iterator[Callable[[], None]]:
    """Yield what adds the slides on practices, in their order."""
    rows = request.practice_slides
    yield partial(_write_section, book, request, len(rows))
    for row in rows[:MAX_PRACTICES]:
        yield partial(_write_practice, book, Facts(request, row))


def _write_section(book: Book, request: ExportRequest, count: int) -> None:
    """Add the slide that says how many practices there are, and how many have slides."""
    texts = request.texts
    with book.sheet(SlideKind.SECTION) as sheet:
        sheet.write_title(texts("deck-practices"), sizes_pt=_SECTION_PT)
        if count <= MAX_PRACTICES:
            said = [texts("deck-practices-all", count=count)]
        else:
            said = [
                texts("deck-practices-cut", shown=MAX_PRACTICES, count=count),
                texts("deck-practices-rest", count=count - MAX_PRACTICES),
            ]
        sheet.write(Box.NOTE, *said)


def _write_practice(book: Book, facts: Facts) -> None:
    """Add the slide of one practice."""
    with book.sheet(SlideKind.PRACTICE) as sheet:
        sheet.write_title(str(facts.practice["title"]), language=PRACTICE_LANGUAGE)
        sheet.write_fitted(
            Box.ABOVE_TITLE, facts.theme, size_pt=_PLACE_PT, language=PRACTICE_LANGUAGE
        )
        language = PRACTICE_LANGUAGE if facts.practice["unit"] else sheet.language
        sheet.write_fitted(Box.UNIT, facts.unit, size_pt=_UNIT_PT, language=language)
        _write_contacts(sheet, facts)
        _write_summary(sheet, facts)
        size_pt = _PLACE_PT if len(facts.positions) == 1 else _SMALL_PT
        sheet.write_fitted(Box.CAPTION, SEPARATOR.join(facts.positions), size_pt=size_pt)
        _write_facts(sheet, facts)
        _write_source(sheet, facts)
        mark_places(
            sheet.slide,
            facts.places,
            section=str(facts.practice["section"]),
            alternative=". ".join((facts.request.texts("deck-locator"), *facts.positions)),
        )
        sheet.write_notes(*facts.notes(), language=PRACTICE_LANGUAGE)


def _write_contacts(sheet: Sheet, facts: Facts) -> None:
    """Write whom to ask, where that is wanted; the summary makes room for it."""
    rows = facts.rows(CONTACTS) if facts.request.provenance.has_contacts else []
    if not rows:
        return
    box = sheet.fill(Box.CONTACTS)
    line = one_line(box, size_pt=_SMALL_PT)
    sheet.write(Box.CONTACTS, *(_contact(row, line) for row in rows))
    summary = sheet.fill(Box.SUMMARY)
    left, top, width = summary.left, summary.top, summary.width
    summary.left, summary.top, summary.width = left, top, width
    summary.height = Emu(box.top - top)


def _contact(row: Row, line: TextSpace) -> list[Part]:
    """Return a field in one line, its values as links; without links where it had to be cut."""
    whole = clean(f"{row.heading}: {words(row.parts)}")
    if not line.holds(whole):
        return [Part(shortened(whole, line))]
    commas = [Part(", ")] * len(row.parts)
    values = [each for pair in zip(commas, row.parts, strict=True) for each in pair]
    return [Part(f"{row.heading}: "), *values[1:]]


def _write_summary(sheet: Sheet, facts: Facts) -> None:
    """Write the summary in the largest size in which it fits, else as much of it as fits."""
    box, text = sheet.fill(Box.SUMMARY), facts.summary
    sizes = _SUMMARY_PT if facts.practice["summary"] else _SUMMARY_PT[-1:]
    rooms = [space_in(box, size_pt=size, gap_pt=_SUMMARY_GAP_PT) for size in sizes]
    room = next((room for room in rooms if room.holds(text)), None)
    said = [text]
    if room is None:
        note = facts.request.texts("deck-shortened")
        below = rooms[-1].height_of(SEPARATOR.join(("", note)))
        room = replace(rooms[-1], height=Emu(box.height - below))
        said = [shortened(text, room), note]
    paragraphs = SEPARATOR.join(said).split(SEPARATOR)
    language = PRACTICE_LANGUAGE if facts.practice["summary"] else sheet.language
    sheet.write(Box.SUMMARY, *paragraphs, size_pt=room.size_pt, language=language)


def _write_facts(sheet: Sheet, facts: Facts) -> None:
    """Write the known fields of the record card in the largest size in which they fit."""
    rows = facts.rows(FACTS)
    if not rows:
        return
    texts, box = facts.request.texts, sheet.fill(Box.MAIN)
    number = texts("card-number", number=str(facts.practice["art"]))
    table = NativeTable(
        columns=[
            Column(heading=texts("card-metryka"), share=_LABEL_SHARE),
            Column(heading=number, share=1 - _LABEL_SHARE),
        ],
        rows=[[Part(row.heading), _as_one(row.parts)] for row in rows],
        alternative=f"{texts('card-metryka')}, {number}",
        size_pt=_TABLE_PT[0],
        most_lines=2,
    )
    sized = [
        pages(replace(table, size_pt=size), width=box.width, height=box.height)
        for size in _TABLE_PT
    ]
    whole = next((parts for parts in sized if len(parts) == 1), sized[-1])
    insert(box, whole[0], language=PRACTICE_LANGUAGE)


def _as_one(parts: Sequence[Part]) -> Part:
    """Return the value of a field in one cell, a link where it is a single one."""
    return parts[0] if len(parts) == 1 else Part(words(parts))


def _write_source(sheet: Sheet, facts: Facts) -> None:
    """Write where the practice's own page is."""
    texts = facts.request.texts
    if not facts.source:
        sheet.write(Box.LINK, texts("card-no-source"))
        return
    room = space_in(sheet.fill(Box.LINK), size_pt=_SMALL_PT)
    label = f"{texts('card-source')} "
    shown = shortened(label + facts.source, room).removeprefix(label)
    sheet.write(Box.LINK, [Part(label), Part(shown, facts.source)])
