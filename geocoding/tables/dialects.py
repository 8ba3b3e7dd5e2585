"""How a delimited text is written, where nobody says it: what ends lines and separates cells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from geocoding.errors import TableError, TableFileError
from geocoding.locale import message
from geocoding.tables.layout import SAMPLE_ROWS, IsHeading, NumberedRow, find_header
from geocoding.tables.records import NO_SEPARATOR, Dialect, Record, read_records

SEPARATORS: Final = (";", ",", "\t", "|")
"""Those that are told apart, the likelier first where two cut the headings alike."""
_RARE_SEPARATORS: Final = ("~", "^", "¦", "§", "#")
"""Further ones, which count only where they cut known headings."""
_KNOWN_HEADING_SCORE: Final = 10
_CUT_BRACKETS_SCORE: Final = 0.02
_NAMED_SEPARATORS: Final = {
    "tab": "\t",
    "\\t": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
}
_BLANK_BEFORE_MARK: Final = re.compile(r'[;,\t|] +"')
_UNREADABLE_WEIGHT: Final = 1e-6
"""What a separator counts for whose records cannot be read: by its number in the first line."""


def stated_separator(name: str | None) -> str | None:
    """Give the character that a separator's name stands for; None for None.

    Raises:
        TableError: It is neither a name nor one character.
    """
    character = _NAMED_SEPARATORS.get(name or "", name)
    if character is not None and (len(character) != 1 or character in '"\r\n'):
        raise TableError(message("separator-unknown", name=repr(name)))
    return character


def line_end_of(sample: str) -> str:
    r"""Say whether LF or CR ends the lines of a text.

    A CR alone ends lines only where no LF stands outside quotation marks.
    """
    outside = "".join(sample.split('"')[::2])
    if "\n" in outside or "\r" not in outside:
        return "\n"
    return "\r"


def find_dialect(
    lines: Sequence[str], separator: str | None, line_end: str, name: str, is_heading: IsHeading
) -> Dialect:
    """Find what separates the cells: what cuts the headings, and the rows like them."""
    skips_blanks = any(_BLANK_BEFORE_MARK.search(line) for line in lines[:SAMPLE_ROWS])
    found = Dialect(separator=NO_SEPARATOR, line_end=line_end, skips_blanks=skips_blanks)
    if separator is not None:
        return replace(found, separator=separator)
    best = 0.0
    for candidate in (*SEPARATORS, *_RARE_SEPARATORS):
        dialect = replace(found, separator=candidate)
        try:
            score = _score(filled_rows(read_records(lines, dialect, name=name)), is_heading)
        except TableFileError:  # it comes up again once the file is read
            score = lines[0].count(candidate) * _UNREADABLE_WEIGHT
        is_sure = candidate in SEPARATORS or score >= _KNOWN_HEADING_SCORE
        if score > best and is_sure:
            best, chosen = score, dialect
    return chosen if best else found


def _score(rows: Sequence[NumberedRow], is_heading: IsHeading) -> float:
    """Weigh a separator by the headings that it cuts out, known or not, and by even rows.

    Returns:
        0 where it cuts no headings.
    """
    place = find_header(rows, is_heading) if rows else None
    header = rows[place or 0][1] if rows else []
    width = len(header)
    if width < 2:  # noqa: PLR2004  a separator makes two of one
        return 0
    if any(heading.count("(") != heading.count(")") for heading in header):
        return _CUT_BRACKETS_SCORE  # 'Miejsce (lat, lon)' is one heading
    known = sum(map(is_heading, filter(None, header)))
    body = [cells for _, cells in rows[(place or 0) + 1 :]]
    even = sum(len(cells) == width for cells in body) / len(body) if body else 1
    return _KNOWN_HEADING_SCORE * known + 5 * even + min(width, 40) / 10 + 0.01


def filled_rows(records: Iterable[Record]) -> list[NumberedRow]:
    """Give the number and the cells, without blanks around them, of each record that has some."""
    rows = ((each.number, [cell.strip() for cell in each.cells]) for each in records)
    return [(number, cells) for number, cells in rows if any(cells)]
