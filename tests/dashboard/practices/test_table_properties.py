"""What holds of every table, archive and workbook: `make soak ARGS=fuzz` runs these long."""

import io
import re
import zipfile
from collections import Counter

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from dashboard.errors import PracticeDataError, UploadError
from dashboard.locale import LANGUAGES, texts_in
from dashboard.practices.cells import restore
from dashboard.practices.metryka import is_unknown
from dashboard.practices.reading import (
    Effect,
    Upload,
    convert,
    convert_pages,
    guess_mapping,
    pages_in,
    read_table,
    table_in,
)
from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import practices_csv, read_practices
from dashboard.practices.taxonomy import is_section
from geocoding import fold
from geocoding.tables.encodings import decode_text

CELLS = {
    "art": ("150", "7", "0"),
    "section": ("Kultura", "SMUP"),
    "title": ("Żłobek", "=1+1", "'=2"),
    "summary": ("Pierwszy.\n\nDrugi.", "a\rb"),
    "introduced": ("2009-11-23", "23.11.2009 r.", "2009"),
    "voivodeship": ("woj. ŚLĄSKIE", "krakowskie"),
    "locality": ("Bochnia", "Bochnia, Liszki; Żory"),
    "postal_code": ("32700 Bochnia", "poczta Żory 44-240"),
    "street": ("ul. Długa 2/3", "Rynek, II piętro"),
    "website": ("www.x.pl, www.y.pl", "http://x"),
    "population": ("96 tys. (2012)", "30.000", "dużo"),
    "phones": ("+48 14 614 91 50", "tel. 1; 2"),
    "emails": ("a@x.pl (biuro)", "x"),
    "places": ("A; B",),
    "metryka": ('[["Powiat", "Bochnia"]]', "[]"),
}
HEADINGS = st.lists(
    st.sampled_from([*CELLS, "Uwagi", "Nr domu", "Poczta", "Powiat"]), min_size=1, max_size=6
)
ANY_CELL = st.sampled_from([cell for cells in CELLS.values() for cell in cells]) | st.text(
    max_size=10
)


def as_csv(rows, separator=";"):
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return "\n".join(separator.join(row) for row in quoted)


def as_workbook(rows):
    output = io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Dane")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return output.getvalue()


def as_archive(files):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return output.getvalue()


WHOLE = [list(CELLS), *([cells[at % len(cells)] for cells in CELLS.values()] for at in range(3))]
TEXT_SEEDS = [
    as_csv(WHOLE),
    as_csv(WHOLE, ","),
    'art,section,title\n1,Kultura,Tytuł\n2,"Kul""tura",\'=T\n',
    "\ufeffNr;Tytuł;Ludność;E-mail;Ulica;Kod\n\n1;A;96 tys.;a@x.pl;Polna 1;32-700\n;;;;;\n1;B\n",
]
SEEDS = [
    *(text.encode() for text in TEXT_SEEDS),
    TEXT_SEEDS[3].encode("cp1250", "replace"),
    TEXT_SEEDS[3].encode("utf-16"),
]
ARCHIVE_SEEDS = [
    as_workbook([["Tytuł", "Data"], ["A", "2009-11-23"], ["B", ""]]),
    as_archive([("150.txt", "Nic"), ("a/151.htm", "<p>Nic"), ("b.png", "x")]),
]
BODIES = st.lists(st.lists(ANY_CELL, min_size=1, max_size=6), min_size=1, max_size=5)
TABLES = st.tuples(HEADINGS, BODIES, st.sampled_from(";,\t|")).map(
    lambda table: as_csv([table[0], *table[1]], table[2])
)
CONTENTS = st.tuples(
    TABLES | st.sampled_from(TEXT_SEEDS) | st.text(max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1250", "utf-16", "iso8859_2"]),
).map(lambda table: table[0].encode(table[1], "replace"))
DAMAGE = st.lists(st.tuples(st.integers(0), st.binary(max_size=4)), max_size=3)
ARCHIVES = st.tuples(st.sampled_from(ARCHIVE_SEEDS), DAMAGE).map(lambda case: damaged(*case))


def damaged(content, damage):
    """The content with other bytes at some places."""
    whole = bytearray(content)
    for at, piece in damage:
        start = at % len(whole)
        whole[start : start + max(1, len(piece))] = piece
    return bytes(whole) or b"x"


def symbols(text):
    """How often each character stands in a text, those between cells apart."""
    return Counter(re.sub(r"[\s\x1c-\x1f\x85\ufeff;,|\"]", "", text))


def words(text):
    return re.findall(r"[^\W_]+", fold(text))


def taken(read, upload):
    """What was read of a file; nothing where it is refused in words of both languages."""
    try:
        return list(read(upload))
    except UploadError as refusal:
        error = refusal
    assert error.file == upload.name
    assert str(error).startswith(f"{upload.name}: ")
    assert all(error.reason.worded(texts_in(each)) for each in LANGUAGES)
    return []


def sheets_of(upload):
    """The sheet that is read of a table."""
    return [read_table(upload).sheet]


@given(CONTENTS)
def test_a_csv_keeps_every_cell(content: bytes) -> None:
    for sheet in taken(sheets_of, Upload("t.csv", content)):
        above = [
            cell
            for number, cells in sheet.first_rows
            if number < min([*sheet.cells.index, 10**6])
            for cell in cells
        ]
        longer = [cell for row in sheet.longer for cell in (*row.cells, *row.surplus)]
        footers = [cell for footer in sheet.footers for cell in footer.row.cells]
        shown = "".join(
            [*sheet.headings, *above, *longer, *footers, *sheet.cells.to_numpy().ravel()]
        )
        assert not symbols(decode_text(content)) - symbols(shown)
        assert len(set(sheet.headings)) == len(sheet.headings)
        assert set(guess_mapping(sheet.headings).values()) <= set(sheet.headings)


@settings(max_examples=60)
@given(CONTENTS)
def test_every_row_becomes_a_practice_or_a_problem(content: bytes) -> None:
    for sheet in taken(sheets_of, Upload("t.csv", content)):
        check_conversion(sheet)


def check_conversion(sheet):
    mapping = guess_mapping(sheet.headings)
    brought = convert(sheet, mapping)
    problems = {(each.place, each.column): each for each in brought.problems}
    left_out = {each.place for each in brought.problems if each.effect is Effect.LEFT_OUT}
    assert brought.row_count == sheet.row_count
    assert len(brought.practices) + len(left_out) == brought.row_count
    saved = practices_csv(brought.practices, name="t.csv")
    loaded = read_practices(io.BytesIO(saved), name="t.csv")
    expected = brought.practices.sort_values("art", ignore_index=True)
    pd.testing.assert_frame_equal(loaded, expected)
    assert practices_csv(loaded, name="t.csv") == saved
    cards = dict(sheet.cells[mapping["metryka"]]) if "metryka" in mapping else {}
    rows = [row for row in sheet.cells.index if str(row) not in left_out]
    for row, (_, practice) in zip(rows, brought.practices.iterrows(), strict=True):
        kept = " ".join(map(str, practice))
        for column, heading in mapping.items():
            cell = restore(sheet.cells.loc[[row], heading]).iloc[0]
            is_known = (str(row), column) in problems or is_unknown(cell) or is_section(cell)
            if not is_known and not cards.get(row) and column in COLUMNS:
                assert set(words(cell)) <= set(words(kept)), (column, cell, kept)


@settings(max_examples=40)
@given(CONTENTS)
def test_an_own_table_comes_back_as_it_went(content: bytes) -> None:
    try:
        practices = read_practices(io.BytesIO(content), name="t.csv")
    except PracticeDataError as refusal:
        error = refusal
    else:
        check_return(practices)
        return
    assert error.file == "t.csv"
    assert error.violations


def check_return(practices):
    saved = practices_csv(practices, name="t.csv")
    loaded = read_practices(io.BytesIO(saved), name="t.csv")
    pd.testing.assert_frame_equal(loaded, practices.sort_values("art", ignore_index=True))
    if len(loaded) and b"\x00" not in saved:
        sheet = read_table(Upload("t.csv", saved)).sheet
        brought = convert(sheet, {name: name for name in COLUMNS})
        assert brought.problems == ()
        assert brought.practices["art"].tolist() == loaded["art"].tolist()


@settings(max_examples=60)
@given(ARCHIVES)
def test_a_workbook_is_read_or_refused(worker, content: bytes) -> None:
    sheets = taken(lambda upload: [table_in(worker, upload).sheet], Upload("t.xlsx", content))
    assert all(sheet.row_count for sheet in sheets)


@settings(max_examples=60)
@given(ARCHIVES)
def test_an_archive_is_read_or_refused(worker, content: bytes) -> None:
    pages = taken(lambda upload: pages_in(worker, upload), Upload("p.zip", content))
    assert convert_pages(pages).row_count == len(pages)
