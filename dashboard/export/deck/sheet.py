"""A deck that is being written, and its slides: boxes filled by number, none left over."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck

from dashboard.export.deck.drawing_ml import add_placeholder, copy_fields, remove
from dashboard.export.deck.fitting import SEPARATOR, clean, shortened
from dashboard.export.deck.letter_widths import longest_word_pt
from dashboard.export.deck.template import Box, SlideKind, layout_of
from dashboard.export.deck.writing import append, space_in, write
from dashboard.locale import Language
from dashboard.views.practice.card import Part

LANGUAGE_IDS: Final[dict[Language, MSO_LANGUAGE_ID]] = {
    "pl": MSO_LANGUAGE_ID.POLISH,
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
}
PRACTICE_LANGUAGE: Final = MSO_LANGUAGE_ID.POLISH
"""What practices are written in, whatever the deck's language."""

_TITLE_PT: Final = (28, 24, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A deck and what every slide of it says.

    Attributes:
        deck: In our layouts.
        language: Of every text.
        footer: The line at the foot.
        day: The day at the foot.
        notes: What the speaker's notes of every slide end with: source, filters and date.
    """

    deck: Deck
    language: MSO_LANGUAGE_ID
    footer: str
    day: str
    notes: Sequence[str]

    def sheet(self, layout: SlideKind) -> "Sheet":
        """Return a new slide at the end; used as a context, it ends without empty boxes."""
        return Sheet(self, layout)


class Sheet:
    """A slide that is being written."""

    def __init__(self, book: Book, layout: SlideKind) -> None:
        """Add a slide of a layout, its boxes named as in the template."""
        self.slide: Final = book.deck.slides.add_slide(layout_of(book.deck, layout))
        self.language: Final = book.language
        self._source = book.notes
        self._unfilled = {box.placeholder_format.idx for box in self.slide.placeholders}
        self._furnish({PP_PLACEHOLDER.FOOTER: book.footer, PP_PLACEHOLDER.DATE: book.day})
        named = {box.placeholder_format.idx: box.name for box in self._layout_boxes()}
        for box in self.slide.placeholders:
            box.name = named[box.placeholder_format.idx]

    def __enter__(self) -> Self:
        """Write on it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the boxes that were not filled, and end the notes with the source."""
        for box in list(self.slide.placeholders):
            if box.placeholder_format.idx in self._unfilled:
                remove(box)
        frame = self.slide.notes_slide.notes_text_frame
        if frame is not None:
            append(frame, self._source, language=self.language)

    def fill(self, box: Box) -> Any:  # noqa: ANN401  its class depends on the template
        """Return the placeholder of a box, to be filled."""
        self._unfilled.discard(box)
        return self.slide.placeholders[box]

    def write(
        self,
        box: Box,
        *paragraphs: Sequence[Part] | str,
        size_pt: float | None = None,
        language: MSO_LANGUAGE_ID | None = None,
    ) -> None:
        """Write paragraphs into a box, by default in the deck's language."""
        frame = self.fill(box).text_frame
        write(frame, paragraphs, language=language or self.language, size_pt=size_pt)

    def write_title(
        self,
        title: str,
        *,
        sizes_pt: Sequence[float] = _TITLE_PT,
        language: MSO_LANGUAGE_ID | None = None,
    ) -> None:
        """Write the title in the largest size in which it fits; it is cut where none does."""
        box, title = self.fill(Box.TITLE), clean(title).strip()
        rooms = [space_in(box, size_pt=size, is_bold=True) for size in sizes_pt]
        whole = [
            room
            for room in rooms
            if longest_word_pt(title, size_pt=room.size_pt, is_bold=True) <= box.width.pt
        ]
        room = next((each for each in whole if each.holds(title)), rooms[-1])
        text = shortened(title, room)
        self.write(Box.TITLE, text, size_pt=room.size_pt, language=language)

    def write_fitted(
        self, box: Box, text: str, *, size_pt: float, language: MSO_LANGUAGE_ID | None = None
    ) -> None:
        """Write a text into a box, cut where it does not fit."""
        room = space_in(self.fill(box), size_pt=size_pt)
        paragraphs = shortened(text, room).split(SEPARATOR)
        self.write(box, *paragraphs, size_pt=size_pt, language=language)

    def write_notes(self, *paragraphs: str, language: MSO_LANGUAGE_ID | None = None) -> None:
        """Write what the speaker alone sees, before source, filters and date."""
        frame = self.slide.notes_slide.notes_text_frame
        if frame is not None:
            write(frame, paragraphs, language=language or self.language)

    def _layout_boxes(self) -> Any:  # noqa: ANN401  the layout's placeholders
        return self.slide.slide_layout.placeholders

    def _furnish(self, said: dict[PP_PLACEHOLDER, str]) -> None:
        """Add the layout's boxes for footer, day and number, which no slide inherits."""
        for box in self._layout_boxes():
            kind = box.placeholder_format.type
            if kind not in (*said, PP_PLACEHOLDER.SLIDE_NUMBER):
                continue
            added = add_placeholder(self.slide, box)
            write(added.text_frame, [said.get(kind, "")], language=self.language)
            copy_fields(box, added)
