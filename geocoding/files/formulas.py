"""Text in spreadsheet cells: nothing that a spreadsheet would run, and the way back.

A spreadsheet takes a cell that begins with = + - @ or a control character for a formula. An
apostrophe before it makes it text. The apostrophe is also put before a text that already looks
so treated, so that what is read back is always what was written.

Source: OWASP, CSV Injection; the full-width signs are those that some spreadsheets accept too.
"""

from typing import Final

FORMULA_STARTS: Final = tuple("=+-@\t\r\n＝＋－＠")
"""The characters that begin a formula."""


def neutralized(text: str) -> str:
    """Return the text, an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def restored(text: str) -> str:
    """Return the text as it was before `neutralized`."""
    return text[1:] if text.startswith("'") and neutralized(text) != text else text
