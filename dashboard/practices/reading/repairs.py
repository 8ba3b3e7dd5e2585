"""What was odd about a visitor's table and was read all the same, or was left out, row by row."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from dashboard.practices.reading.sheet import Sheet
from dashboard.practices.reading.upload_result import Effect, Problem
from geocoding.tables.footers import FooterKind
from geocoding.tables.spreadsheet_dates import restore_house_number, restore_street_line

_RESTORED: Final = {"number": restore_house_number, "street": restore_street_line}


def rows_without_data(sheet: Sheet) -> Iterator[Problem]:
    """Give a problem for each total of a table, and for each row that is written under it."""
    for footer in sheet.footers:
        is_total = footer.kind is FooterKind.TOTAL
        yield Problem(
            place=str(footer.row.number),
            value=footer.text,
            rule="total_of_table" if is_total else "under_table",
            effect=Effect.LEFT_OUT,
        )


def irregular_rows(sheet: Sheet) -> Iterator[Problem]:
    """Give a problem for each row with more or fewer cells than headings, and each stray mark.

    Totals and what is written under a table have fewer, and are listed for what they are.
    """
    expected = len(sheet.headings)
    footers = {footer.row.number for footer in sheet.footers}
    for row in sheet.irregular:
        is_longer = row.found > expected
        if row.number in footers and not is_longer:
            continue
        yield Problem(
            place=str(row.number),
            value=f"{row.found} / {expected}",
            rule="more_cells" if is_longer else "fewer_cells",
            effect=Effect.LEFT_OUT if is_longer else Effect.READ,
        )
    for line in sheet.stray_marks:
        yield Problem(place=sheet.name, line=line, rule="quotation_marks", effect=Effect.READ)


def with_house_numbers(raw: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Read house numbers back that a spreadsheet made dates of: '07.wrz' was '7/9'.

    Returns:
        The cells by column of the practices table, and a problem for each that was read back.
    """
    restored = raw.copy()
    problems = []
    for column, restore in _RESTORED.items():
        if column not in raw:
            continue
        read = {text: restore(text) for text in raw[column].unique()}
        restored[column] = raw[column].map(read)
        problems += [
            Problem(
                place=str(row),
                column=column,
                value=f"{text} → {read[text]}",
                rule="spreadsheet_date",
                effect=Effect.READ,
            )
            for row, text in raw[column].items()
            if read[text] != text
        ]
    return restored, problems
