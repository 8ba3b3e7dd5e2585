"""Practices that mean harm, through every file and every fragment: each text stands there as text.

Each file is read by a library that did not write it. The browser's part is in tests/browser.
"""

import csv
import datetime as dt
import io
import json
import re
import sqlite3
import unicodedata
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from lxml import etree, html
from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from dashboard.explore.catalog.catalog import build_catalog
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.readable import readable
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export.registry import format_named
from dashboard.export.request import ExportContext, ExportRequest, request_filtered
from dashboard.locale import texts_in
from dashboard.practices import load_practices, locate
from dashboard.views.practice.card import card_html
from dashboard.views.practice.compare import compare_html
from dashboard.views.practice.slide import slide_html
from geocoding import GazetteerGeocoder

pytestmark = pytest.mark.slow

LINK = re.compile(r"https?://|mailto:|tel:")
HIDDEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


@pytest.fixture(scope="module")
def catalog(hostile_table):
    practices = load_practices(hostile_table)
    return build_catalog(practices, locate(practices, GazetteerGeocoder()))


@pytest.fixture(scope="module")
def order(catalog) -> ExportRequest:
    """All practices, by filters whose values mean harm too."""
    titles = tuple(title for title in catalog.practices["title"] if len(title) < 100)
    return request_filtered(
        catalog,
        np.ones(len(catalog), dtype=bool),
        Filters(chosen={Facet.UNIT_TYPE: titles}, search=titles[0]),
        ExportContext(
            question=Question(
                level=Level.VOIVODESHIP,
                measure=PracticeMeasure.PRACTICES,
                breaks=Breaks.NATURAL,
                has_points=True,
            ),
            dataset=titles[0],
            has_contacts=True,
            made_at=dt.datetime(2026, 3, 1, 12, 30, tzinfo=dt.UTC),
            texts=texts_in("pl"),
            has_practice_slides=True,
        ),
    )


@pytest.fixture(scope="module")
def expected(hostile_texts):
    """The texts as they are to stand everywhere, by what they try."""
    return {name: readable(text) for name, text in hostile_texts.items()}


@pytest.fixture(scope="module")
def made(order):
    """A function that makes the file of a format, of some of the practices."""

    def make(name, mask=order.mask):
        return format_named(name).write(replace(order, mask=mask), lambda _done, _of: None)

    return make


def lacking(expected, texts, *, but=()):
    """What tries of the texts are not among those that a file holds."""
    found = "\n".join(texts)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", found), "turns its neighbours"
    return [name for name, text in expected.items() if name not in but and text not in found]


def handlers(root):
    """The attributes of a document that would run something."""
    names = (name for node in root.iter(etree.Element) for name in node.attrib)
    return [name for name in names if etree.QName(name).localname.startswith("on")]


def test_csv_cells_are_texts_and_no_formulas(made, expected):
    text = made("csv").decode("utf-8-sig")
    cells = [
        cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row
    ]
    assert lacking(expected, cells) == []
    risky = [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)]
    assert [cell for cell in risky if not re.fullmatch(r"-?[\d,]+", cell)] == []


def test_xlsx_cells_are_texts_and_no_formulas(made, expected):
    content = made("xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    cells = [str(cell) for sheet in sheets for row in sheet for cell in row]
    assert lacking(expected, cells) == []
    assert [cell for cell in cells if re.match(r"[=+@\t\r]", cell)] == []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if "external" in name or "vba" in name]
        names = {name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")}
        tags = {
            etree.QName(node).localname
            for name in names
            for node in etree.fromstring(parts.read(name)).iter()
        }
    assert not tags & {"f", "hyperlink", "oleObject"}


def test_features_hold_the_texts(made, expected, tmp_path):
    features = json.loads(made("geojson"))["features"]
    values = [str(value) for each in features for value in each["properties"].values()]
    assert lacking(expected, values) == []
    path = tmp_path / "practices.gpkg"
    path.write_bytes(made("gpkg"))
    with sqlite3.connect(path) as package:
        rows = package.execute("select * from praktyki").fetchall()
    package.close()
    assert lacking(expected, [str(value) for row in rows for value in row]) == []


def test_an_svg_holds_nothing_that_acts(made):
    root = etree.fromstring(made("svg"))
    tags = {etree.QName(node).localname for node in root.iter(etree.Element)}
    assert not tags & {"a", "script", "foreignObject", "image", "animate", "set"}
    assert handlers(root) == []


def printed(text):
    """A text without what no page of paper can hold: spaces, hidden signs, unknown letters."""
    composed = unicodedata.normalize("NFC", HIDDEN.sub("", text))
    return re.sub(r"\s+", "", composed)


def assert_pdf_is_inert(reader):
    """A PDF runs nothing, holds no file, and what it links to is safe."""
    catalog = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(catalog)
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(catalog.get("/Names", {}))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    actions = [note["/A"] for note in notes if "/A" in note]
    assert {action["/S"] for action in actions} <= {"/URI", "/GoTo"}
    assert all(LINK.match(action["/URI"]) for action in actions if action["/S"] == "/URI")


def test_a_pdf_of_the_map_runs_nothing(made):
    assert_pdf_is_inert(PdfReader(io.BytesIO(made("pdf"))))


def test_cards_hold_texts_and_safe_links_only(made, catalog, expected):
    is_short = catalog.practices["title"].str.len().to_numpy() < 1000  # the long one takes a minute
    reader = PdfReader(io.BytesIO(made("cards", is_short)))
    assert_pdf_is_inert(reader)
    text = printed("".join(page.extract_text() for page in reader.pages))
    wanted = {what: printed(each) for what, each in expected.items()}
    assert lacking(wanted, [text], but=("control", "emoji", "long", "stacked")) == []


def test_slides_hold_texts_and_safe_links_only(made, expected):
    content = made("pptx")
    deck = Presentation(io.BytesIO(content))
    texts, links = [], []
    for slide in deck.slides:
        texts.append(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
        for shape in slide.shapes:
            if shape.has_text_frame:
                texts.append(shape.text_frame.text)
            if shape.has_table:
                texts += [cell.text for row in shape.table.rows for cell in row.cells]
        links += [link.target_ref for link in slide.part.rels.values() if link.is_external]
    assert lacking(expected, texts) == []
    assert links
    assert [link for link in links if not LINK.match(link)] == []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        slides = [name for name in parts.namelist() if name.startswith("ppt/slides/slide")]
        assert not [name for name in slides if b"hlinkMouseOver" in parts.read(name)]
        assert not [name for name in slides if b'action="ppaction' in parts.read(name)]


def assert_inert(page):
    """Nothing in an HTML fragment acts, and what it links to is safe."""
    assert page.xpath("//script | //iframe | //object | //embed | //svg | //base | //form") == []
    assert handlers(page) == []
    assert [link for link in page.xpath("//a/@href") if not LINK.match(link)] == []
    assert [image for image in page.xpath("//img/@src") if not image.startswith("data:")] == []


@pytest.mark.parametrize("view", ["card", "slide", "compare"])
def test_fragments_of_a_page_hold_texts(catalog, expected, view):
    texts = texts_in("pl")
    fragments = {
        "card": lambda row: card_html(catalog, row, texts),
        "slide": lambda row: slide_html(catalog, row, "1 z 1", texts),
        "compare": lambda row: compare_html(catalog, [row, 0], texts),
    }
    found = []
    for row in range(len(catalog)):
        page = html.fromstring(f"<main>{fragments[view](row)}</main>")
        assert_inert(page)
        found.append(page.text_content())
    assert lacking(expected, found) == []


def test_a_standalone_page_holds_its_texts_as_data(made, expected):
    page = html.fromstring(made("html").decode())
    (data,) = page.xpath("//script[@type='application/json']")
    practices = json.loads(data.text)["practices"]
    assert lacking(expected, [practice["title"] for practice in practices]) == []
    assert len(page.xpath("//script")) == len(page.xpath("//body/script"))
    data.getparent().remove(data)
    assert handlers(page) == []
    assert [link for link in page.xpath("//a/@href") if not LINK.match(link)] == ["#practices"]
