"""Small workbooks that ask for more memory than there is: a refusal by name, or an answer."""

import io
import zipfile

import pytest
from xlsxwriter import Workbook

from dashboard.errors import UploadError
from dashboard.practices.reading import MAX_ROWS, Upload, table_in

pytestmark = pytest.mark.slow

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADING = '<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c></row>'
NUMBER = '<row><c r="{}"><v>1</v></c></row>'


def make_book(sheets, shared=None):
    """A workbook whose sheets have the given XML of rows; the first may be whole XML."""
    output, packed = io.BytesIO(), io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        for number in range(len(sheets)):
            book.add_worksheet(f"s{number}").write(0, 0, "A")
    parts = {
        f"xl/worksheets/sheet{number}.xml": rows
        if rows.startswith("<?xml")
        else f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        for number, rows in enumerate(sheets, start=1)
    }
    if shared is not None:
        parts["xl/sharedStrings.xml"] = shared
    with zipfile.ZipFile(output) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
    return packed.getvalue()


@pytest.fixture
def read(worker):
    """A function that reads a workbook, or a sheet of it, in a process of its own."""
    return lambda content, sheet="": table_in(worker, Upload("t.xlsx", content), sheet)


@pytest.fixture
def rule_of(read):
    """A function that reads a workbook that is refused, and gives the rule."""

    def refused(content, sheet=""):
        with pytest.raises(UploadError) as caught:
            read(content, sheet)
        assert caught.value.file == "t.xlsx"
        return caught.value.rule

    return refused


@pytest.mark.parametrize(
    ("reference", "rule"),
    [
        ("xfd1048576", "memory"),
        ("XFD1048576", "memory"),
        ("xfd30000", "memory"),
        ("ZZZZZZ2", "memory"),
        ("A4000000000", "memory"),
        ("A99999999", "memory"),
        ("b30000", "rows"),
        ("kv2", "columns"),
        ("A0", "workbook"),
        ("1", "workbook"),
    ],
)
def test_cells_far_out_however_they_are_written(rule_of, reference, rule):
    assert rule_of(make_book([HEADING + NUMBER.format(reference)])) == rule


@pytest.mark.parametrize("prefix", ["x", "x-y", "ż.1"])
def test_elements_with_a_prefix(rule_of, prefix):
    cells = "".join(
        f'<{prefix}:row><{prefix}:c r="{reference}"><{prefix}:v>1</{prefix}:v></{prefix}:c>'
        f"</{prefix}:row>"
        for reference in ("A1", "XFD1048576")
    )
    sheet = (
        f'<?xml version="1.0" encoding="UTF-8"?><{prefix}:worksheet xmlns:{prefix}="{MAIN}">'
        f"<{prefix}:sheetData>{cells}</{prefix}:sheetData></{prefix}:worksheet>"
    )
    assert rule_of(make_book([sheet])) == "memory"


@pytest.mark.parametrize("prefix", ["", "x-y:"])
def test_a_long_text_that_very_many_cells_share(rule_of, prefix):
    space = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    shared = (
        f'<{prefix}sst {space}="{MAIN}"><{prefix}si><{prefix}t>{"x" * 100_000}</{prefix}t>'
        f"</{prefix}si></{prefix}sst>"
    )
    cells = '<c t="s"><v>0</v></c>' * 10
    row = f"<row>{cells}</row>"
    assert rule_of(make_book([row * (MAX_ROWS - 2)], shared)) == "memory"


def test_of_many_sheets_the_chosen_one_alone_is_read(read, rule_of):
    deadly = HEADING + NUMBER.format("XFD1048576")
    content = make_book([HEADING + NUMBER.format("B7"), deadly, HEADING + NUMBER.format("C9")])
    table = read(content)
    assert (table.names, table.sheet.name) == (("s0", "s1", "s2"), "s0")
    assert table.sheet.cells.index.tolist() == [7]
    assert rule_of(content, "s1") == "memory"
    assert read(content, "s2").sheet.cells.index.tolist() == [9]


@pytest.mark.parametrize("count", [16, 300])
def test_many_sparse_sheets_are_answered_by_the_first(read, count):
    table = read(make_book([HEADING + NUMBER.format("GR20000")] * count))
    assert len(table.names) == count
    assert table.sheet.cells.index.tolist() == [20_000]


def test_cells_of_sheets_without_rows_count_together(rule_of):
    blank = '<row><c r="GR20000" t="inlineStr"><is><t> </t></is></c></row>'
    assert rule_of(make_book([HEADING + blank] * 300)) == "cells"


def test_a_sheet_that_is_not_there(rule_of):
    assert rule_of(make_book([HEADING + NUMBER.format("A2")]), "s9") == "empty"


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("application/vnd.ms-office.vbaProject", "macro"),
        ("application/vnd.ms-excel.sheet.macro&#69;nabled.main+xml", "macro"),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
            "external",
        ),
    ],
)
def test_a_part_is_known_by_its_type_whatever_its_name(read, rule_of, kind, rule):
    content = make_book([HEADING + NUMBER.format("A2")])
    assert read(content)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                stated = f'<Override PartName="/xl/x.bin" ContentType="{kind}"/></Types>'
                part = part.replace(b"</Types>", stated.encode())
            new.writestr(name, part)
    assert rule_of(packed.getvalue()) == rule
