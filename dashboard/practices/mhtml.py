"""Pages that a browser saved with all their parts in one file (MHTML): the HTML among them.

Source: RFC 2557; Chromium writes it as 'Webpage, single file'.
"""

import re
from email import message_from_bytes
from email.policy import default
from typing import Final

from dashboard.errors import PageError

MHTML_SUFFIXES: Final = frozenset({".mht", ".mhtml"})
_BEGIN: Final = re.compile(
    rb"(?:From|Snapshot-Content-Location|MIME-Version|Subject|Date):", re.IGNORECASE
)
_SAFE_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\-]+(?:-[^\s<>\"'\-]+)*")


def is_mhtml(content: bytes) -> bool:
    """Say whether a file is one, by its beginning."""
    start = content.lstrip()[:5000]
    return bool(_BEGIN.match(start)) and b"multipart/related" in start.lower()


def html_in(content: bytes, *, file: str) -> bytes:
    """Give the HTML of a page, with a remark of the address that it was saved from.

    Args:
        content: The file.
        file: Its name.

    Raises:
        PageError: There is no HTML in it.
    """
    message = message_from_bytes(content, policy=default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            html = part.get_payload(decode=True)
            if isinstance(html, bytes):
                address = str(part.get("Content-Location") or "")
                return _remark(address) + html
    raise PageError(file, rule="markup")


def _remark(address: str) -> bytes:
    """Give the remark that browsers write into a page that they save as HTML alone."""
    if not _SAFE_ADDRESS.fullmatch(address):
        return b""
    return f"<!-- saved from url=({len(address):04d}){address} -->".encode()
