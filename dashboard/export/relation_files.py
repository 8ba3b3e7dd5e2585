"""The view of relation as files: its points as CSV or XLSX, its chart as PNG or SVG."""

import io
from typing import Final

from xlsxwriter import Workbook

from dashboard.explore.relation.relation import Relation
from dashboard.export.print.relation_picture import relation_picture
from dashboard.export.workbook import OPTIONS
from dashboard.locale import Texts
from dashboard.views.figures.relation_chart import relation_table
from dashboard.views.figures.words import figure_note
from geocoding.files.formulas import neutralized

RELATION_FILES: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""The media type of each file by its ending."""

_WIDTH: Final = 28


def relation_file(suffix: str, relation: Relation, sentence: str, texts: Texts) -> bytes:
    """Return a file of the view of relation.

    Args:
        suffix: Which of RELATION_FILES.
        relation: The units with both numbers.
        sentence: What they show, in words.
        texts: The language.
    """
    match suffix:
        case "csv":
            return _csv(relation, texts)
        case "xlsx":
            return _xlsx(relation, sentence, texts)
        case "svg":
            return relation_picture(relation, sentence, "svg", texts)
        case _:
            return relation_picture(relation, sentence, "png", texts)


def _csv(relation: Relation, texts: Texts) -> bytes:
    """Return the points as Polish Excel opens them; the last column says where they are from."""
    table = relation_table(relation, texts)
    table = table.rename(columns={name: neutralized(str(name)) for name in table.columns})
    table[texts("column-provenance")] = neutralized(figure_note(relation.figure, texts))
    text = table.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _xlsx(relation: Relation, sentence: str, texts: Texts) -> bytes:
    """Return the points as a workbook, with a second sheet on what they are."""
    table, output = relation_table(relation, texts), io.BytesIO()
    with Workbook(output, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(texts("figures-sheet-points"))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(table.columns) - 1, _WIDTH)
        sheet.write_row(0, 0, list(table.columns), bold)
        for number, row in enumerate(table.itertuples(index=False, name=None), start=1):
            sheet.write_row(number, 0, row)
        about = book.add_worksheet(texts("export-sheet-about"))
        about.write_column(0, 0, [figure_note(relation.figure, texts), *sentence.split("\n")])
    return output.getvalue()
