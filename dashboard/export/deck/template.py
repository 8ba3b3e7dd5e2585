"""The deck's template: its own theme, master, layouts and table style.

The folder template/ holds the parts of a .pptx file as they lie in its archive; packed, they are
the template. A layout's boxes have names, and nothing but the template knows where they lie.
"""

import io
import zipfile
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Final

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

_FOLDER: Final = Path(__file__).parent / "template"
_PACKAGE_RELATIONS: Final = ("_rels/package.rels", "_rels/.rels")
"""The one part that has another name in the archive: there it would be a hidden file."""


class SlideKind(StrEnum):
    """The layouts by their names in the template."""

    TITLE = "Tytułowy"
    SECTION = "Rozdział"
    MAP = "Mapa"
    CHART = "Wykres"
    TABLE = "Tabela"
    TWO_TABLES = "Dwie tabele"
    PRACTICE = "Praktyka"


class Box(IntEnum):
    """The placeholders by their numbers in the template; each layout has some of them."""

    TITLE = 0
    SUBTITLE = 1
    ABOVE_TITLE = 10
    FILTERS = 11
    SUMMARY = 12
    MAIN = 13
    BESIDE = 14
    CAPTION = 15
    LINK = 16
    CONTACTS = 17
    UNIT = 18
    NOTE = 19
    FOOTER = 20
    DATE = 21
    SLIDE_NUMBER = 22


def open_template() -> Deck:
    """Return a deck without slides, in our layouts."""
    return Presentation(io.BytesIO(_packed()))


def layout_of(deck: Deck, layout: SlideKind) -> SlideLayout:
    """Return one of the template's layouts.

    Raises:
        KeyError: The template has none of this name.
    """
    found = deck.slide_layouts.get_by_name(layout.value)
    if found is None:
        raise KeyError(layout)
    return found


def box_of(deck: Deck, layout: SlideKind, box: Box) -> LayoutPlaceholder:
    """Return one of a layout's boxes, whose size a slide's box has too.

    Raises:
        KeyError: The layout has none of this number.
    """
    found = layout_of(deck, layout).placeholders.get(idx=box)
    if found is None:
        raise KeyError(box)
    return found


def _packed() -> bytes:
    """Return the folder as a .pptx file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(_FOLDER.rglob("*.*")):
            name = path.relative_to(_FOLDER).as_posix()
            archive.write(path, name.replace(*_PACKAGE_RELATIONS))
    return packed.getvalue()
