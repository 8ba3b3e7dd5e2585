"""Texts that would turn or break what stands beside them."""

import json

import pytest

from dashboard.explore.catalog.readable import readable
from dashboard.practices.attachments import Attachment, attachments_from_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Łódź – „Zdrowie”\n\nnowy akapit", None, id="plain"),
        pytest.param("👩‍👧 e\u0301 zero\u200bwidth so\u00adft", None, id="marks that turn nothing"),
        pytest.param("\u202ekcow\u202c \u2067moc\u2069", "kcow moc", id="turned"),
        pytest.param("a\tb\x0bc\u2028d\x85e", "a b c d e", id="breaks within a line"),
        pytest.param("a\r\n\r\nb\rc", "a\n\nb\nc", id="ends of lines"),
        pytest.param("a\x00b\x1b[31m\x7f\ufffe", "a�b�[31m��", id="control characters"),
    ],
)
def test_what_cannot_be_shown_is_replaced(text, expected):
    assert readable(text) == (text if expected is None else expected)


@pytest.mark.parametrize("is_ascii", [True, False])
def test_all_texts_of_a_catalogue_are_readable(make_catalog, is_ascii):
    fields = json.dumps([["a\u202eb", "c\x00d"], ["Powiat", "\u2028e"]], ensure_ascii=is_ascii)
    catalog = make_catalog(
        [
            {"art": 1, "title": "\u202ekcow", "metryka": fields},
            {"art": 2, "title": "Łódź", "metryka": '[["Powiat", "Łódź"]]'},
        ],
        [{"art": 1, "place": "Boch\u202enia"}, {"art": 2, "place": "Łódź"}],
    )
    assert catalog.practices["title"].tolist() == ["kcow", "Łódź"]
    assert json.loads(catalog.practices["metryka"][0]) == [["ab", "c�d"], ["Powiat", " e"]]
    assert catalog.practices["metryka"][1] == '[["Powiat", "Łódź"]]'
    assert [place.name for place in catalog.places_of(0)] == ["Bochnia"]


def test_attachments_keep_the_tabs_between_their_parts(make_catalog):
    listed = (
        "Uchwa\u202eła\tPDF\t120\x00kB\thttps://a.example/u.pdf\nPlan\t-\t-\thttps://a.example/p"
    )
    catalog = make_catalog(
        [{"art": 1, "title": "A", "attachments": listed}], [{"art": 1, "place": ""}]
    )
    assert attachments_from_lines(catalog.practices["attachments"][0]) == (
        Attachment("Uchwała", "PDF", "120�kB", "https://a.example/u.pdf"),
        Attachment("Plan", "", "", "https://a.example/p"),
    )
