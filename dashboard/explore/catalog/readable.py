"""Texts as they can be shown beside others: none turns its neighbours or hides in them.

A mark that turns the direction of writing reverses whatever follows it on the line, and a
control character breaks some kinds of file. Polish texts have neither, so the catalogue has
none; the practices table itself stays as it is.
"""

import re
from typing import Final

import pandas as pd

from dashboard.practices import MetrykaField, fields_from_json
from dashboard.practices.card_lines import fields_to_json

_TURNS: Final = "\u202a-\u202e\u2066-\u2069"
_BREAKS: Final = "\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
_CONTROLS: Final = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff"
_UNREADABLE: Final = f"[\r{_TURNS}{_BREAKS}{_CONTROLS}]"
_ESCAPED: Final = r"\\(?:[bfrt]|u(?:00[01789]|202|206|fff))"
"""How JSON may write one of them, in lower case."""

_RULES: Final = (
    (re.compile("\r\n?"), "\n"),
    (re.compile(f"[{_TURNS}]"), ""),
    (re.compile(f"[{_BREAKS}]"), " "),
    (re.compile(f"[{_CONTROLS}]"), "\N{REPLACEMENT CHARACTER}"),
)


def readable(text: str) -> str:
    """Give the text without marks that turn the direction of writing, and without control ones.

    Tabs and other breaks within a line become spaces; of any other control character a sign says
    that there was one.
    """
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return text


def readable_table(table: pd.DataFrame) -> pd.DataFrame:
    """Give the table with all its texts readable, those within `metryka` and attachments too."""
    changed = {}
    for name in table.select_dtypes(include=["str"]).columns:
        pattern = f"{_UNREADABLE}|(?i:{_ESCAPED})" if name == "metryka" else _UNREADABLE
        suspects = table[name].str.contains(pattern)
        if suspects.any():
            column = table[name].copy()
            column[suspects] = column[suspects].map(_MADE_READABLE.get(str(name), readable))
            changed[name] = column
    return table.assign(**changed) if changed else table


def _readable_json(metryka: str) -> str:
    """Give a record card's fields with readable labels and texts."""
    return fields_to_json(
        MetrykaField(readable(field.label), readable(field.text))
        for field in fields_from_json(metryka)
    )


def _readable_attachments(lines: str) -> str:
    """Give attachments with readable names; the tabs between their parts stay."""
    return "\n".join("\t".join(map(readable, line.split("\t"))) for line in lines.split("\n"))


_MADE_READABLE: Final = {"metryka": _readable_json, "attachments": _readable_attachments}
"""What makes a column readable whose texts have a form of their own."""
