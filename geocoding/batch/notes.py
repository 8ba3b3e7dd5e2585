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
    unused = [name for place, name in enumerate(table.header) if place not in columns.values()]
    if unused:
        yield f"Columns that say nothing of an address: {_listed([repr(each) for each in unused])}."


def _layout_notes(table: Table) -> Iterator[str]:
    """Say how the file was read, and where its headings are."""
    layout = table.layout
    if table.encoding not in {"", "utf-8", "utf-8-sig"}:
        yield f"The file is read as {table.encoding_label}."
    if len(table.sheets) > 1:
        others = [name for name in table.sheets if name != table.sheet]
        yield f"The sheet {table.sheet!r} is read, not {_listed(others)}; choose with --sheet."
    if not layout.header_row:
        yield "The file has no headings: all its rows are data."
    if layout.above:
        rows = [number for number, _ in layout.above]
        yield (
            f"The headings are those of row {layout.header_row}; above them, and not in the output,"
            f" are rows {_listed(rows)}. Another row is chosen with --header-row."
        )
    if layout.numbering_row:
        yield f"Row {layout.numbering_row} only counts the columns, and is no row of the output."


def _row_notes(table: Table) -> Iterator[str]:
    """Say which rows are odd."""
    remarks, width = table.remarks, len(table.header)
    if remarks.blank_rows:
        yield f"{remarks.blank_rows:,} blank lines of {table.name} are no rows."
    if remarks.longer:
        rows = [row.number for row in remarks.irregular if row.found > width]
        yield (
            f"{remarks.longer:,} rows have more cells than the {width} headings and are skipped,"
            f" since their cells may stand in wrong columns: {_listed(rows)}. A cell that holds"
            " the separator must be in quotation marks."
        )
    if remarks.shorter:
        rows = [row.number for row in remarks.irregular if row.found < width]
        yield f"{remarks.shorter:,} rows have fewer cells than headings: {_listed(rows)}."
    yield from _footer_notes(table)
    if remarks.stray_marks:
        yield (
            f"{len(remarks.stray_marks):,} lines have quotation marks that are not in pairs, and"
            f" are read as they stand: {_listed(remarks.stray_marks)}."
        )


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
    examples = [f"{text} as {number}" for text, number in islice(restored.items(), _LISTED)]
    more = f" and {len(restored) - _LISTED:,} more" if len(restored) > _LISTED else ""
    return (
        "House numbers that a spreadsheet had made dates of were read back:"
        f" {', '.join(examples)}{more}."
    )


def _listed(items: Sequence[object]) -> str:
    """Give the first of some items in words."""
    more = f" and {len(items) - _LISTED:,} more" if len(items) > _LISTED else ""
    return ", ".join(map(str, items[:_LISTED])) + more
