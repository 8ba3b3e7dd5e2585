"""Texts on slides: runs in the deck's language, safe links."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.shapes.base import BaseShape
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.export.deck.fitting import TextSpace, clean
from dashboard.views.practice.card import Part

_LONGEST_LINK: Final = 2000
_KEPT_IN_LINKS: Final = ":/?#[]@!$&'()*+,;=%~"


def write(
    frame: TextFrame,
    paragraphs: Sequence[Sequence[Part] | str],
    *,
    language: MSO_LANGUAGE_ID,
    size_pt: float | None = None,
) -> None:
    """Replace what stands in a frame.

    Args:
        frame: Where to.
        paragraphs: A text each, or parts of which some lead to an address.
        language: What every run is marked with.
        size_pt: Size of the letters; None leaves it to the layout.
    """
    frame.clear()
    append(frame, paragraphs, language=language, size_pt=size_pt)


def append(
    frame: TextFrame,
    paragraphs: Sequence[Sequence[Part] | str],
    *,
    language: MSO_LANGUAGE_ID,
    size_pt: float | None = None,
) -> None:
    """Write paragraphs after those that stand in a frame, as `write` does."""
    is_empty = not frame.text
    for at, parts in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if is_empty and not at else frame.add_paragraph()
        for part in [Part(parts)] if isinstance(parts, str) else parts:
            run = paragraph.add_run()
            run.text = clean(part.text)
            run.font.language_id = language
            if size_pt is not None:
                run.font.size = Pt(size_pt)
            if part.href and len(part.href) <= _LONGEST_LINK:
                run.hyperlink.address = quote(part.href, safe=_KEPT_IN_LINKS)


def one_line(box: BaseShape, *, size_pt: float) -> TextSpace:
    """Return the room for one line of a box."""
    room = space_in(box, size_pt=size_pt)
    return replace(room, height=room.height_of(""))


def space_in(
    box: BaseShape, *, size_pt: float, is_bold: bool = False, gap_pt: float = 0
) -> TextSpace:
    """Return the room for text in a box; those of the template have no inner margins."""
    return TextSpace(
        width=box.width, height=box.height, size_pt=size_pt, is_bold=is_bold, gap_pt=gap_pt
    )
