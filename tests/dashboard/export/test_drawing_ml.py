"""What is relied on in python-pptx beyond its calls, on the installed version."""

import io

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.util import Emu

from dashboard.export.deck import drawing_ml

STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


@pytest.fixture
def slide():
    """An empty slide of the library's own template."""
    deck = Presentation()
    return deck.slides.add_slide(deck.slide_layouts[5])


def read_again(slide):
    """The slide as a program that opens the deck sees it."""
    made = io.BytesIO()
    slide.part.package.presentation_part.save(made)
    return Presentation(made).slides[0]


def test_a_shape_is_read_out_by_its_text_without_what_xml_forbids(slide):
    shape = slide.shapes.add_shape(MSO_SHAPE.OVAL, 0, 0, Emu(100), Emu(100))
    drawing_ml.describe(shape, 'Kraków & "okolice"\x00')
    (found,) = read_again(slide).shapes[1].element.xpath(".//p:cNvPr/@descr")
    assert found == 'Kraków & "okolice"\N{REPLACEMENT CHARACTER}'


def test_a_shape_gets_the_outline_of_lines(slide):
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Emu(100), Emu(50))
    drawing_ml.draw_rings(shape, [[(0, 0), (100, 0), (50.4, 50), (0, 0)]])
    element = read_again(slide).shapes[1].element
    assert element.xpath(".//a:prstGeom") == []
    assert element.xpath(".//a:path/@w") == ["100"]
    assert element.xpath(".//a:pt/@x") == ["0", "100", "50"]


def test_a_table_gets_a_style(slide):
    frame = slide.shapes.add_table(1, 1, 0, 0, Emu(100), Emu(100))
    drawing_ml.set_table_style(frame, STYLE)
    (found,) = read_again(slide).shapes[1].element.xpath(".//a:tableStyleId")
    assert found.text == STYLE


def test_a_slide_gets_its_number_which_the_library_leaves_out(slide):
    (number,) = (
        box
        for box in slide.slide_layout.placeholders
        if box.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER
    )
    assert len(slide.placeholders) == 1
    added = drawing_ml.add_placeholder(slide, number)
    added.text_frame.text = ""
    drawing_ml.copy_fields(number, added)
    added = read_again(slide).placeholders[number.placeholder_format.idx]
    assert added.element.xpath(".//a:fld/@type") == ["slidenum"]


def test_a_shape_is_removed(slide):
    drawing_ml.remove(slide.shapes.title)
    assert list(read_again(slide).shapes) == []
