"""The text of a page from its bytes: which encoding it has, and what says so.

What the server stated comes first, then what the page itself states, then UTF-8, then the old
encodings of Polish offices by their letters. A statement that the bytes contradict does not count.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding

from geocoding.tables.encodings import decode_text, detect_encoding

_CONTROLS: Final = re.compile("[\x80-\x84\x86-\x9f]")
"""What ISO 8859-2 makes of letters of Windows-1250, and no page means (\x85 is a line break)."""
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as text.

    Attributes:
        text: All of it.
        encoding: Name of the encoding, as people write it: 'UTF-8'.
        stated_by: 'mark' (the byte order mark), 'header', 'meta', or '' where it was found out.
    """

    text: str
    encoding: str
    stated_by: str = ""


def decode_page(content: bytes, *, content_type: str = "") -> PageText:
    """Return the text of a page; bytes that are in no encoding become U+FFFD.

    Args:
        content: The page's bytes.
        content_type: The header that the server sent with it: 'text/html; charset=iso-8859-2'.
    """
    found = detect_encoding([content])
    if content.startswith(_MARKS):
        return PageText(decode_text(content), found.label, "mark")
    for name, stated_by in _stated(content, content_type):
        text = _decoded(content, name)
        if text is not None:
            return PageText(text, name, stated_by)
    return PageText(decode_text(content), found.label)


def _stated(content: bytes, content_type: str) -> Iterator[tuple[str, str]]:
    """Yield the encodings that the server and the page state, and which of them does."""
    if name := http_content_type_encoding(content_type):
        yield name, "header"
    if name := html_body_declared_encoding(content):
        yield name, "meta"


def _decoded(content: bytes, name: str) -> str | None:
    """Return bytes as text in an encoding; None where they are not in it."""
    try:
        text = content.decode(name)
    except (LookupError, UnicodeError):
        return None
    return None if _CONTROLS.search(text) else text
