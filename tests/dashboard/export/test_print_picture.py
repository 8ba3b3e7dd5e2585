import datetime as dt
import io
import re
import struct
import sys

import numpy as np
import pytest
from lxml import etree
from pypdf import PdfReader

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.regions import counties, voivodeships
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters, matches
from dashboard.export import Cancelled, ExportRequest, Provenance
from dashboard.export.print import (
    A4,
    Marginalia,
    PictureLayout,
    coverage_picture,
    picture_pdf,
    picture_png,
    picture_svg,
)
from dashboard.locale import texts_in
from dashboard.poland.outlines import frame_of, outlines, to_plane
from dashboard.views.filter_words import filter_words
from dashboard.views.map.colours import light_colours

pytestmark = pytest.mark.slow

MADE_AT = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
NONE = Filters()
PRACTICES = [
    {"art": 1, "title": "A", "introduced": "2009-11-23"},
    {"art": 2, "title": "B", "introduced": "2012-01-05"},
    {"art": 3, "title": "C"},
    {"art": 4, "title": "D"},
]
PLACES = [
    {"art": 1, "place": "P", "voivodeship": "małopolskie", "county": "bocheński"},
    {"art": 2, "place": "Q", "voivodeship": "małopolskie", "county": "tarnowski"},
    {"art": 3, "place": "R", "voivodeship": "śląskie", "county": "cieszyński"},
    {"art": 4, "place": "", "status": "skipped"},
]
LEGEND = PictureLayout(width_mm=160, height_mm=90, text_pt=9, marginalia=Marginalia.LEGEND)
MAP = PictureLayout(width_mm=160, height_mm=90, text_pt=9, marginalia=Marginalia.NOTHING)


@pytest.fixture
def order_of(make_catalog):
    catalog = make_catalog(PRACTICES, PLACES)

    def make(*, filters=NONE, language="pl", has_examples=False, **question):
        texts, mask = texts_in(language), matches(catalog, filters)
        about = Provenance(
            made_at=MADE_AT,
            dataset="Praktyki z tabeli",
            filters=filter_words(filters, texts),
            shown=int(mask.sum()),
            total=len(catalog),
            has_contacts=False,
            has_examples=has_examples,
        )
        return ExportRequest(
            catalog=catalog,
            mask=mask,
            filters=filters,
            question=Question(**question),
            provenance=about,
            texts=texts,
        )

    return make


def ignore(_done, _of):
    """Nobody watches."""


def words_of(document):
    [page] = PdfReader(io.BytesIO(document), strict=True).pages
    return " ".join(page.extract_text().split())


def said(order, layout=A4):
    return words_of(coverage_picture(order, layout, "pdf"))


def missing(text, *words):
    return [word for word in words if word not in text]


def test_a_png_has_300_dots_an_inch(order_of):
    image = picture_png(order_of(), ignore)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", image[16:24]) == (3508, 2480)
    assert image[37:41] == b"pHYs"
    assert struct.unpack(">IIB", image[41:50]) == (11811, 11811, 1)


def test_an_svg_stands_alone_and_says_what_it_shows(order_of):
    root = etree.fromstring(picture_svg(order_of(), ignore))
    assert (root.get("width"), root.get("height")) == ("841.88976378pt", "595.275590551pt")
    title, description = root[0], root[1]
    assert title.text == "Liczba praktyk"
    assert not missing(description.text, "małopolskie: 2", "śląskie: 1", "14 regionów bez praktyk")
    values = [value for node in root.iter() for value in node.attrib.values()]
    ways = [value for value in values if "url(" in value or value.startswith(("http", "data:"))]
    assert [way for way in ways if not way.startswith("url(#")] == []
    links = [node.get("{http://www.w3.org/1999/xlink}href") for node in root.iter()]
    assert all(link is None or link.startswith("#") for link in links)
    assert not root.findall(".//{*}script") + root.findall(".//{*}image")


def test_the_sheet_says_what_it_shows_of_which_data(order_of):
    text = words_of(picture_pdf(order_of(), ignore))
    assert not missing(
        text,
        "Liczba praktyk",
        "Polska według województw",
        "Praktyki z tabeli",
        "4 z 4 praktyk",
        "Filtry żadne",
        "1 praktyki nie da się przypisać do województwa.",
        "© GeoNames, CC BY 4.0",
        "Baza Dobrych Praktyk",
        "24 listopada 2026, 09:30",
    )
    assert "GUS" not in text
    assert "Dane przykładowe" not in text


def test_every_voivodeship_is_named_with_its_number(order_of):
    text = said(order_of())
    assert not missing(text, *voivodeships())
    assert not missing(text, "małopolskie 2", "śląskie 1", "mazowieckie 0")


def test_the_legend_counts_the_regions_of_each_class(order_of):
    assert not missing(said(order_of(), LEGEND), "0 (14)", "1 (1)", "2 (1)")


def test_filters_are_said_and_what_they_choose_is_outlined(order_of):
    filters = Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)}, search="a")
    text = said(order_of(filters=filters))
    assert not missing(text, "Województwo małopolskie", "Szukaj a", "wybrany w filtrach")
    assert "wybrany" not in said(order_of())


def test_counties_are_called_approximate_and_a_chosen_voivodeship_fills_the_map(order_of):
    text = said(order_of(level=Level.COUNTY))
    assert not missing(text, "Polska według powiatów", "Granice powiatów przybliżone.", "Warszawa")
    filters = Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)})
    text = said(order_of(level=Level.COUNTY, filters=filters))
    assert not missing(text, "Województwo małopolskie według powiatów", "bocheński 1", "miechowski")
    assert not missing(text, "0 (20)", "przybliżone")
    assert "Warszawa" not in text


@pytest.mark.parametrize("level", [Level.VOIVODESHIP, Level.COUNTY])
def test_a_rate_names_where_its_inhabitants_are_from(order_of, level):
    text = said(order_of(measure=PracticeMeasure.RATE, level=level))
    assert not missing(text, "Eurostat", "31 grudnia 2018")


def test_made_up_practices_are_called_so(order_of):
    text = said(order_of(has_examples=True))
    assert "Dane przykładowe: praktyki zmyślił program" in text
    assert "Baza Dobrych Praktyk" not in text


def test_dots_are_explained_where_there_are_any(order_of):
    assert "miejsce praktyki" in said(order_of(has_points=True))
    assert "miejsce praktyki" not in said(order_of())


def test_only_what_was_introduced_until_the_year_counts(order_of):
    text = said(order_of(max_year=2009))
    assert not missing(text, "2009", "1 z 4 praktyk", "małopolskie 1")


def test_both_languages(order_of):
    text = said(order_of(language="en", level=Level.COUNTY))
    assert not missing(text, "Poland by county", "Number of practices", "November 24, 2026")
    root = etree.fromstring(picture_svg(order_of(language="en"), ignore))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@pytest.mark.parametrize(
    ("layout", "there", "not_there"),
    [
        pytest.param(LEGEND, "0 (14)", "Polska według", id="legend"),
        pytest.param(MAP, "małopolskie", "0 (14)", id="map alone"),
    ],
)
def test_a_picture_has_the_size_and_the_surroundings_asked_for(order_of, layout, there, not_there):
    [page] = PdfReader(io.BytesIO(coverage_picture(order_of(), layout, "pdf"))).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (454, 255)
    text = " ".join(page.extract_text().split())
    assert there in text
    assert not_there not in text


def test_hostile_filters_stay_text_and_on_one_page(order_of):
    search = '#panic() $x$ *b* \\ "' + "bez końca " * 400
    text = said(order_of(filters=Filters(search=search)))
    assert '#panic() $x$ *b* \\ "bez końca' in text
    assert "[…]" in text


def test_an_empty_selection_is_a_map_of_zeros(order_of):
    assert "0 (16)" in said(order_of(filters=Filters(search="niczego takiego nie ma")))


def test_progress_is_told_at_both_ends(order_of):
    told = []
    picture_png(order_of(), lambda *step: told.append(step))
    assert told == [*[(0, 1)] * (len(told) - 1), (1, 1)]
    assert len(told) > 1


def test_the_same_order_gives_the_same_file(order_of):
    assert picture_pdf(order_of(), ignore) == picture_pdf(order_of(), ignore)


def test_colours_are_those_of_the_screen():
    names = [f"shade-{number}" for number in range(1, 6)]
    names += ["ink", "ink-low", "ink-high", "edge", "chosen", "hatch", "dot", "dot-rim"]
    names += ["land", "line", "label", "accent"]
    assert [name for name in names if not re.fullmatch("#[0-9a-f]{6}", light_colours()[name])] == []
    assert light_colours()["ink-high"] == "#ffffff"


@pytest.mark.parametrize(
    ("level", "names"),
    [
        pytest.param(Level.VOIVODESHIP, voivodeships, id="voivodeships"),
        pytest.param(Level.COUNTY, counties, id="counties"),
    ],
)
def test_every_region_has_an_area_under_the_name_of_its_filter(level, names):
    assert set(outlines(level)) == set(names())


def test_the_country_is_as_wide_and_high_as_it_is():
    frame = frame_of(list(outlines(Level.VOIVODESHIP).values()), margin=0)
    assert (round(frame.width, -1), round(frame.height, -1)) == (690, 640)
    [north, south] = to_plane([(54.0, 19.0), (50.0, 19.0)])
    assert south[1] - north[1] == pytest.approx(444.8, abs=0.5)


def test_level_lines_around_a_name_are_inside_its_region():
    for area in outlines(Level.VOIVODESHIP).values():
        left, _, right, _ = area.area.bounds
        chords = np.array(area.chords())
        assert np.all((left - 0.01 <= chords[:, 1]) & (chords[:, 1] <= chords[:, 2]))
        assert np.all(chords[:, 2] <= right + 0.01)


@pytest.mark.parametrize("make", [picture_png, picture_svg, picture_pdf])
def test_this_process_keeps_nothing_of_a_picture(order_of, make):
    assert make(order_of(), ignore)
    assert "typst" not in sys.modules


def test_a_picture_that_nobody_waits_for_is_given_up(order_of):
    def give_up():
        raise Cancelled

    large = PictureLayout(width_mm=800, height_mm=560, text_pt=10, marginalia=Marginalia.ALL)
    with pytest.raises(Cancelled):
        coverage_picture(order_of(), large, "png", meanwhile=give_up)
