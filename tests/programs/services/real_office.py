"""Our deck opens in a real office program, and tables that it wrote are read; started by `run`."""

import datetime as dt
import io
import re
import subprocess

import pytest
from pptx import Presentation
from pypdf import PdfReader

from dashboard.explore.catalog.catalog import build_catalog
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters, matches
from dashboard.export.deck import deck_pptx
from dashboard.export.provenance import Provenance
from dashboard.export.request import ExportRequest
from dashboard.locale import texts_in
from dashboard.practices import load_practices, locate, save_practices
from dashboard.store.opening import open_store
from geocoding import data_dir
from geocoding.offline import GazetteerGeocoder

HOSTILE = "<b>&amp;</b>\x0b\uffff ]]> " + "Ż" * 2000


@pytest.fixture(scope="module")
def practices():
    return load_practices(data_dir() / "practices.csv")


@pytest.fixture
def make_deck(practices):
    def make(*, language, level, **cells):
        table = practices.assign(**cells)
        catalog, texts = (
            build_catalog(table, locate(table, GazetteerGeocoder())),
            texts_in(language),
        )
        provenance = Provenance(
            made_at=dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC),
            dataset=texts("dataset-tabela"),
            filters=(),
            shown=len(catalog),
            total=len(catalog),
            has_contacts=True,
            has_examples=False,
        )
        order = ExportRequest(
            catalog=catalog,
            mask=matches(catalog, Filters()),
            filters=Filters(),
            question=Question(level=level, has_points=True),
            provenance=provenance,
            texts=texts,
            practice_slides=tuple(range(len(catalog))),
        )
        return deck_pptx(order, lambda _done, _of: None)

    return make


@pytest.fixture
def convert_to(tmp_path):
    """A function that lets the office program write a file in another format."""

    def run(suffix, path):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", tmp_path]
        if path.suffix == ".csv":
            command.append("--infilter=CSV:44,34,76")  # commas, quotation marks, UTF-8
        subprocess.run([*command, path], check=True, capture_output=True, timeout=300)
        return path.with_suffix(f".{suffix}")

    return run


@pytest.fixture
def render(tmp_path, convert_to):
    """A function that prints a deck as the office program shows it: the text of each page."""

    def run(deck):
        path = tmp_path / "deck.pptx"
        path.write_bytes(deck)
        return [page.extract_text() for page in PdfReader(convert_to("pdf", path)).pages]

    return run


def words(text):
    """A text's words of letters and digits: where a line ends is the office program's choice."""
    return re.findall(r"\w+", text)


@pytest.mark.parametrize(
    ("language", "level"),
    [
        pytest.param("pl", Level.VOIVODESHIP, id="polish, voivodeships"),
        pytest.param("en", Level.COUNTY, id="english, counties"),
    ],
)
def test_each_slide_is_a_page_with_its_texts(make_deck, render, language, level):
    deck = make_deck(language=language, level=level)
    pages = render(deck)
    slides = list(Presentation(io.BytesIO(deck)).slides)
    assert len(pages) == len(slides)
    for slide, page in zip(slides, pages, strict=True):
        said = [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]
        said += [
            cell.text
            for shape in slide.shapes
            if shape.has_table
            for cell in shape.table.iter_cells()
        ]
        printed = "".join(words(page))
        assert [word for word in words(" ".join(said)) if word not in printed] == []


def test_hostile_texts_open(make_deck, render):
    deck = make_deck(
        language="pl",
        level=Level.VOIVODESHIP,
        title=HOSTILE,
        summary=HOSTILE,
        unit=HOSTILE,
        contacts=HOSTILE,
    )
    pages = render(deck)
    assert len(pages) == len(Presentation(io.BytesIO(deck)).slides)
    assert sum("<b>&amp;</b>" in page for page in pages) == 11


@pytest.mark.parametrize("suffix", ["ods", "xls", "xlsx"])
def test_a_table_that_the_program_wrote_is_shown(tmp_path, practices, convert_to, suffix):
    path = tmp_path / "practices.csv"
    save_practices(practices, path)
    shown = open_store(str(convert_to(suffix, path))).load()
    texts = ["title", "unit", "voivodeship", "county", "postal_code", "street"]
    assert shown[texts].equals(practices[texts])
    assert shown["population"].equals(practices["population"])
    assert shown["updated"].equals(practices["updated"])
