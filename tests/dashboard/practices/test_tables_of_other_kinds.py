"""Tables that are neither CSV nor XLSX: XLS, ODS and GeoJSON give the same rows."""

import datetime as dt
import io
import json
import zipfile
from xml.sax.saxutils import escape

import pytest
import xlwt

from dashboard.errors import UploadError
from dashboard.practices.reading import MAX_ROWS, Upload, read_table
from dashboard.practices.reading.limits import MAX_COLUMNS

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
ROWS = [["Numer", "Tytuł", "Data"], [150, "Żółte ściany", dt.date(2009, 11, 23)], [151, "x", None]]
CELLS = [["150", "Żółte ściany", "2009-11-23"], ["151", "x", ""]]


def xls(rows, sheets=("Dane",)):
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for name in sheets:
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    style = day if isinstance(value, dt.date) else xlwt.Style.default_style
                    sheet.write(number, column, value, style)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def ods_cell(value):
    match value:
        case None:
            return "<table:table-cell/>"
        case int():
            kind = f'office:value-type="float" office:value="{value}"'
        case dt.date():
            kind = f'office:value-type="date" office:date-value="{value}"'
        case _:
            kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def ods(rows, *, end="", parts=()):
    """The office program writes the empty rest of a sheet as repeated rows and cells."""
    body = "".join(
        f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:table="{TABLE}"'
        f' xmlns:text="{TEXT}"><office:body><office:spreadsheet><table:table table:name="Dane">'
        f"{body}{end}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        for part in parts:
            archive.writestr(part, "x")
    return output.getvalue()


def geojson(rows, **further):
    head, *body = rows
    features = [
        {
            "type": "Feature",
            "geometry": None,
            "properties": {
                name: str(value) if isinstance(value, dt.date) else value
                for name, value in zip(head, row, strict=True)
            },
        }
        for row in body
    ]
    collection = {"type": "FeatureCollection", "features": features, **further}
    return json.dumps(collection, ensure_ascii=False).encode()


EMPTY_REST = (
    '<table:table-row table:number-rows-repeated="1048573">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("t.xls", xls(ROWS), id="XLS"),
        pytest.param("t.ods", ods(ROWS), id="ODS"),
        pytest.param("t.ods", ods(ROWS, end=EMPTY_REST), id="ODS with the rest of its sheet"),
        pytest.param("t.XLSX", ods(ROWS), id="ODS by another name"),
        pytest.param("t.ods", xls(ROWS), id="XLS by another name"),
        pytest.param("t.geojson", geojson(ROWS), id="GeoJSON"),
        pytest.param("t.json", b"\xef\xbb\xbf" + geojson(ROWS), id="GeoJSON with a mark"),
    ],
)
def test_a_table_of_any_kind_gives_the_same_rows(name, content):
    table = read_table(Upload(name, content))
    assert table.sheet.headings == ("Numer", "Tytuł", "Data")
    assert table.sheet.cells.to_numpy().tolist() == CELLS
    assert table.sheet.cells.index.tolist() == [2, 3]


def test_the_sheet_of_an_old_workbook_is_chosen():
    content = xls(ROWS, sheets=("Pierwszy", "Drugi"))
    table = read_table(Upload("t.xls", content), "Drugi")
    assert (table.names, table.sheet.name) == (("Pierwszy", "Drugi"), "Drugi")


def test_features_may_have_different_properties_and_a_place():
    features = [
        {"type": "Feature", "properties": {"a": 1.0, "tags": ["x", "y"]}},
        {
            "type": "Feature",
            "properties": {"b": True, "a": None, "c": {"d": 1}},
            "geometry": {"type": "Point", "coordinates": [19.9, 50.1, 230]},
        },
        {"type": "Feature", "properties": None, "geometry": {"type": "Polygon", "coordinates": []}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": ["x", None]}},
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    sheet = read_table(Upload("t.geojson", content)).sheet
    assert sheet.headings == ("a", "tags", "lat", "lon", "b", "c")
    assert sheet.cells.loc[2].tolist() == ["1", "x; y", "", "", "", ""]
    assert sheet.cells.loc[3].tolist() == ["", "", "50.1", "19.9", "true", '{"d": 1}']
    assert sheet.cells.index.tolist() == [2, 3]


MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        pytest.param("t.xls", b"<html><table>", "html", id="HTML called XLS without rows"),
        pytest.param("t.xls", xls(ROWS)[:600], "workbook", id="XLS that was cut"),
        pytest.param("t.xls", xls(ROWS) + MACROS, "macro", id="XLS with macros"),
        pytest.param("t.ods", ods(ROWS, parts=["Basic/script-lc.xml"]), "macro", id="ODS, macros"),
        pytest.param("t.ods", ods(ROWS)[:-40], "archive", id="ODS that was cut"),
        pytest.param("t.ods", ods(ROWS[:1]), "empty", id="ODS with headings only"),
        pytest.param("t.ods", ods([["A"], *[["1"]] * 20_001]), "rows", id="ODS that is too long"),
        pytest.param("t.geojson", b"{", "geojson", id="no JSON"),
        pytest.param("t.geojson", b"[" * 100_000, "geojson", id="brackets"),
        pytest.param("t.geojson", b'{"type": "Topology"}', "geojson", id="another JSON"),
        pytest.param("t.geojson", b'{"features": [1]}', "geojson-feature", id="no features"),
        pytest.param("t.geojson", geojson(ROWS[:1]), "empty", id="nothing in it"),
        pytest.param(
            "t.geojson", geojson([["A"], *[[1]] * (MAX_ROWS + 1)]), "rows", id="too many features"
        ),
        pytest.param(
            "t.geojson", geojson([[*map(str, range(MAX_COLUMNS + 1))]] * 2), "columns", id="wide"
        ),
    ],
)
def test_what_is_not_taken_is_named(name, content, rule):
    with pytest.raises(UploadError) as caught:
        read_table(Upload(name, content))
    assert caught.value.rule == rule
