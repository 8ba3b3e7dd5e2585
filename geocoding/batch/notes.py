"""What a reader of an output must know of how its table was read, in words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from geocoding.locale import message
from geocoding.tables.footers import FooterKind
from geocoding.tables.table import Table

_LISTED = 10


def reading_notes(table: Table, columns: Mapping[str, int]) -> Iterator[str]:
    """Say what was odd about a table and how it was read.

    Args:
        table: The table.
        columns: Part of an address -> place of its column.
    """
    yield from _layout_notes(table)
    yield from _row_notes(table)
    unused = [repr(name) for at, name in enumerate(table.header) if at not in columns.values()]
    if unused:
        yield message("note-unused", names=_listed(unused))


def _layout_notes(table: Table) -> Iterator[str]:
    """Say how the file was read, and where its headings are."""
    layout = table.layout
    if table.encoding not in {"", "utf-8", "utf-8-sig"}:
        yield message("note-encoding", encoding=table.encoding_label)
    if len(table.sheets) > 1:
        others = [name for name in table.sheets if name != table.sheet]
        yield message("note-sheets", sheet=repr(table.sheet), others=_listed(others))
    if not layout.header_row:
        yield message("note-no-headings")
    if layout.above:
        rows = [number for number, _ in layout.above]
        row = str(layout.header_row)
        yield message("note-above", row=row, count=len(rows), rows=_listed(rows))
    if layout.numbering_row:
        yield message("note-numbering", row=str(layout.numbering_row))


def _row_notes(table: Table) -> Iterator[str]:
    """Say which rows are odd."""
    remarks, width = table.remarks, len(table.header)
    if remarks.blank_rows:
        yield message("note-blank", count=remarks.blank_rows, file=table.name)
    if remarks.longer:
        rows = _listed([row.number for row in remarks.irregular if row.found > width])
        yield message("note-longer", count=remarks.longer, width=width, rows=rows)
    if remarks.shorter:
        rows = _listed([row.number for row in remarks.irregular if row.found < width])
        yield message("note-shorter", count=remarks.shorter, rows=rows)
    yield from _footer_notes(table)
    if remarks.stray_marks:
        count, rows = len(remarks.stray_marks), _listed(remarks.stray_marks)
        yield message("note-stray-marks", count=count, rows=rows)


def _footer_notes(table: Table) -> Iterator[str]:
    """Say which rows are totals or stand under the table, and so are no addresses."""
    footers = table.remarks.footers
    totals = [row.number for row in footers if row.kind is FooterKind.TOTAL]
    others = [row.number for row in footers if row.kind is not FooterKind.TOTAL]
    if totals:
        yield message("note-totals", count=len(totals), rows=_listed(totals))
    if others:
        yield message("note-under-table", count=len(others), rows=_listed(others))


def outside_notes(rows: Sequence[int]) -> Iterator[str]:
    """Say which rows state a point outside Poland."""
    if rows:
        yield message("note-outside-poland", count=len(rows), rows=_listed(rows))


def restored_note(restored: Mapping[str, str]) -> str:
    """Say which house numbers were read back from dates."""
    examples = ", ".join(
        message("note-date", text=text, number=number)
        for text, number in islice(restored.items(), _LISTED)
    )
    return message("note-dates", examples=_with_rest(examples, len(restored)))


def _listed(items: Sequence[object]) -> str:
    """Give the first of some items in words."""
    return _with_rest(", ".join(map(str, items[:_LISTED])), len(items))


def _with_rest(listed: str, count: int) -> str:
    """Add to a list of the first _LISTED items how many more there are."""
    rest = count - _LISTED
    return message("note-more", items=listed, count=rest) if rest > 0 else listed
