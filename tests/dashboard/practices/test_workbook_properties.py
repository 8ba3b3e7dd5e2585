"""What holds of every sheet of a workbook: `make soak ARGS=fuzz` runs this long."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from dashboard.errors import UploadError
from dashboard.locale import LANGUAGES, texts_in
from dashboard.practices.reading import MAX_ROWS, Upload, table_in

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c></row>{}</sheetData></worksheet>'
)
SEEDS = [
    SHEET.format('<row r="2"><c r="B2"><v>1</v></c><c r="C2" t="s"><v>0</v></c></row>').encode(),
    SHEET.format('<row><c r="xf30000" t="b"><v>1</v></c></row>').encode(),
    SHEET.format('<row r="9"><c><f>1/0</f><v>#DIV/0!</v></c></row>').encode(),
    SHEET.replace("worksheet", "x-y:worksheet").replace("xmlns", "xmlns:x-y").encode(),
]
PIECES = [
    b'"',
    b"<",
    b"/>",
    b"GR",
    b"A0",
    b"40000",
    b'r="',
    b' t="s"',
    b"<v>",
    b"\xff",
]
DAMAGE = st.lists(st.tuples(st.integers(0), st.sampled_from(PIECES)), max_size=3)
SHEETS = st.tuples(st.sampled_from(SEEDS), DAMAGE).map(lambda case: damaged(*case))


def damaged(content, damage):
    """The content with other bytes at some places."""
    whole = bytearray(content)
    for at, piece in damage:
        start = at % len(whole)
        whole[start : start + len(piece)] = piece
    return bytes(whole)


def as_workbook(sheet):
    """A workbook with that XML as its only sheet."""
    output, packed = io.BytesIO(), io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        book.add_worksheet("s").write(0, 0, "A")
    with zipfile.ZipFile(output) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    return packed.getvalue()


@settings(max_examples=40)
@given(SHEETS)
def test_a_sheet_is_read_or_refused_in_words(worker, content: bytes) -> None:
    try:
        table = table_in(worker, Upload("t.xlsx", as_workbook(content)))
    except UploadError as refusal:
        reason = refusal.reason
        assert all(reason.worded(texts_in(language)) for language in LANGUAGES)
    else:
        assert 1 <= len(table.sheet.cells) <= MAX_ROWS
