"""Bytes of a page or a table into text, whatever their encoding."""

import codecs
from typing import Final

_POLISH: Final = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOKED_AT_BYTES: Final = 1_000


def decode_text(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, Windows-1250, ISO-8859-2, or in UTF-8 and Windows-1250.

    Of the last three the one that gives most Polish letters is taken: what a saved page declares
    is what the server once sent, not what the browser wrote.
    """
    if content.startswith(_MARKS):
        return content.decode("utf-16", errors="replace")
    start = content[:_LOOKED_AT_BYTES]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if 2 * zeros.count(0) > len(zeros):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        texts = (
            content.decode("cp1250", errors="replace"),
            content.decode("iso8859_2", errors="replace"),
            content.decode("utf-8-sig", errors=_STRAY_BYTES),
        )
        return max(texts, key=lambda text: sum(map(text.count, _POLISH)))


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 as Windows-1250, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1250", errors="replace"), error.end


_STRAY_BYTES: Final = "mapa-praktyk.windows-1250"
codecs.register_error(_STRAY_BYTES, _as_windows)
