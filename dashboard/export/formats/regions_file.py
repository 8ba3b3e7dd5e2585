"""The ranking of regions as a table: each with its TERYT code and everything that is measured.

It follows the level, the filters and the year that the page about coverage shows, and joins with
the state's statistics by its codes.
"""

import io
from typing import Final

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.explore.catalog import regions
from dashboard.explore.coverage.levels import REGIONS
from dashboard.explore.coverage.measures import Measure, ValueFormat
from dashboard.export.request import ExportRequest, Progress
from dashboard.export.workbook import OPTIONS, add_about_sheet
from dashboard.views.coverage.measure_words import TERYT_COLUMN, title_words
from dashboard.views.coverage.region_names import region_titles
from dashboard.views.coverage.remarks import remark_words, scope_words
from geocoding.files.formulas import neutralized

_DECIMALS: Final = 6
_NUMBER_FORMATS: Final = {
    ValueFormat.WHOLE: "#,##0",
    ValueFormat.DECIMAL: "0.00",
    ValueFormat.SHARE: "0.0%",
    ValueFormat.YEAR: "0",
}
_NAME_WIDTH, _WIDTH = 44, 18


def regions_csv(request: ExportRequest, progress: Progress) -> bytes:
    """Return one row a region as Polish Excel opens it; the last column says where it comes from.

    Shares are parts of 1; a cell without a value is empty.
    """
    table, _ = _table(request)
    progress(0, len(table))
    line = "; ".join(f"{name}: {value}" for name, value in _lines(request))
    table = table.assign(**{request.texts("column-provenance"): line})
    text = table.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def regions_xlsx(request: ExportRequest, progress: Progress) -> bytes:
    """Return a workbook with two sheets: the regions in typed columns, and this file."""
    table, measures = _table(request)
    texts, output = request.texts, io.BytesIO()
    progress(0, len(table))
    with Workbook(output, OPTIONS) as book:
        book.set_properties({"title": texts("app-name"), "created": request.provenance.made_at})
        bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        sheet = book.add_worksheet(texts(f"coverage-level-{request.question.level.value}"))
        formats = [
            book.add_format({"num_format": _NUMBER_FORMATS[each.format]}) for each in measures
        ]
        named = len(table.columns) - len(measures)
        sheet.set_column(0, named - 1, _WIDTH)
        sheet.set_column(1, 1, _NAME_WIDTH)
        for at, form in enumerate(formats, start=named):
            sheet.set_column(at, at, _WIDTH, form)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
        sheet.write_row(0, 0, list(table.columns), bold)
        _write_rows(sheet, table)
        add_about_sheet(book, _lines(request), texts)
    return output.getvalue()


def _table(request: ExportRequest) -> tuple[pd.DataFrame, list[Measure]]:
    """Return the regions in the order of the ranking, and the measures of their last columns."""
    texts, ranking, level = request.texts, request.coverage.ranking, request.question.level
    names = ranking.table.index
    codes = regions.teryt_codes(level.facet)
    larger = REGIONS[: REGIONS.index(level.facet)]
    columns = {
        TERYT_COLUMN: codes.loc[names].to_numpy(),
        texts(f"filter-{level.value}"): region_titles(names, texts),
        **{
            texts(f"filter-{facet.value}"): [regions.parts(name)[depth] for name in names]
            for depth, facet in enumerate(larger)
        },
    }
    others = [each for each in ranking.measures.values() if each.key != ranking.measure.key]
    measures = [ranking.measure, *others]
    for each in measures:
        values = pd.Series(each.of(ranking.table)).round(_DECIMALS)
        is_whole = each.format.is_whole
        title = neutralized(title_words(each, request.question.max_year, texts))
        columns[title] = values.astype("Int64") if is_whole else values
    return pd.DataFrame(columns), measures


def _write_rows(sheet: Worksheet, table: pd.DataFrame) -> None:
    """Write every cell that has a value."""
    for at, column in enumerate(table.columns):
        for row, value in enumerate(table[column], start=1):
            if pd.isna(value):
                continue
            if isinstance(value, str):
                sheet.write_string(row, at, value)
            else:
                sheet.write_number(row, at, float(value))


def _lines(request: ExportRequest) -> list[tuple[str, str]]:
    """Return what the file says of itself: its regions, its origin, what a reader should know."""
    texts = request.texts
    notes = remark_words(request.coverage, texts)
    notes += [each.note for each in request.coverage.ranking.measures.values() if each.note]
    return [
        (texts("coverage-level"), scope_words(request.coverage, texts)),
        *request.provenance.lines(texts),
        (texts("export-remarks"), " ".join(notes)),
    ]
