import pytest
from pptx.util import Pt

from dashboard.export.deck.fitting import TextSpace, clean, shortened

LINE = TextSpace(width=Pt(200), height=Pt(12), size_pt=10)
"""One line of 40 letters."""

TWO_LINES = TextSpace(width=Pt(200), height=Pt(24), size_pt=10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Krótki opis.", "Krótki opis.", id="whole"),
        pytest.param("", "", id="nothing"),
        pytest.param(
            "Pierwsze zdanie opisuje. Drugie jest o wiele za długie.",
            "Pierwsze zdanie opisuje. […]",
            id="at a sentence",
        ),
        pytest.param(
            "Tekst o ulicy im. Kazimierza Wielkiego w Bochni.",
            "Tekst o ulicy im. Kazimierza…",
            id="not at an abbreviation",
        ),
        pytest.param(
            "Czy warto? Tak, i to bardzo, a nawet jeszcze bardziej.",
            "Czy warto? Tak, i to bardzo, a nawet…",
            id="not at a sentence that leaves half of the room",
        ),
        pytest.param("x" * 100, "x" * 39 + "…", id="a word longer than the line"),
        pytest.param("W" * 100, "W" * 20 + "…", id="wide capitals"),
        pytest.param(
            "Adres anna.kowalska@example.org, a dalej jeszcze inne.",
            "Adres anna.kowalska@example.org, a…",
            id="not inside an address",
        ),
        pytest.param("x" * 1_000_000, "x" * 39 + "…", id="a million letters"),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text, expected):
    assert shortened(text, LINE) == expected


def test_paragraphs_are_kept_and_end_a_cut():
    text = "Pierwszy akapit bez kropki\n\nDrugi akapit, który się tu już nie zmieści"
    assert shortened(text, TWO_LINES) == text[: text.index(", kt")] + ", który się tu już nie…"
    assert shortened(text, LINE) == "Pierwszy akapit bez kropki […]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a\x00\x1b\x7f\x85\ufffe\ud800b", "a\ufffd\ufffd\x7f\x85\ufffd\ufffdb", id="no XML"
        ),
        pytest.param("a\r\n\tb\v c", "a b c", id="white space"),
        pytest.param("30\xa0000 \N{GRINNING FACE}", "30\xa0000 \N{GRINNING FACE}", id="kept"),
    ],
)
def test_what_a_slide_can_hold(text, expected):
    assert clean(text) == expected


def test_bold_letters_and_gaps_take_more_room():
    bold = TextSpace(width=Pt(200), height=Pt(12), size_pt=10, is_bold=True)
    assert (LINE.lines("x" * 40), bold.lines("x" * 40)) == (1, 2)
    apart = TextSpace(width=Pt(200), height=Pt(24), size_pt=10, gap_pt=6)
    assert TWO_LINES.holds("a\n\nb")
    assert not apart.holds("a\n\nb")
