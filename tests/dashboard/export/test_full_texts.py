"""Full presentations and attachments in files: only where they are asked for."""

import datetime as dt
import json
import re

import pytest

from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export import ExportContext, request_filtered
from dashboard.export.full_texts import full_text
from dashboard.export.registry import format_named
from dashboard.locale import texts_in

PRESENTATION = (
    "## Opis\n\nGmina nie miała żłobka.\nDrugi wiersz.\n\n- raz\n- dwa\n\n"
    "| Rok | Koszt |\n| 2012 |\n\n! Ratusz"
)
ATTACHMENTS = "Uchwała\tPDF\t120 kB\thttps://a.example/u.pdf\nZły\t-\t-\tjavascript:alert(1)"


@pytest.fixture
def make_request(make_catalog):
    """A function that makes a request for two practices, one of which has further tabs."""
    texts = {"presentation": PRESENTATION, "attachments": ATTACHMENTS}
    catalog = make_catalog(
        [
            {"art": 150, "title": "Żłobek", "section": "X"} | texts,
            {"art": 28, "title": "Biblioteka", "section": "X"},
        ],
        [{"art": 150, "place": "Bochnia"}, {"art": 28, "place": "Liszki"}],
    )

    def make(*, has_full_texts):
        context = ExportContext(
            question=Question(),
            dataset="próba",
            has_contacts=False,
            made_at=dt.datetime(2026, 11, 30, tzinfo=dt.UTC),
            texts=texts_in("pl"),
            has_full_texts=has_full_texts,
        )
        mask = catalog.practices["art"].to_numpy() > 0
        return request_filtered(catalog, mask, Filters(), context)

    return make


def test_the_parts_of_a_text_come_in_their_order(make_request):
    found = full_text(make_request(has_full_texts=True), 0)
    assert [each["kind"] for each in found["presentation"]] == [
        *("heading", "paragraph", "item", "item", "row", "row", "picture"),
    ]
    assert found["attachments"] == [["Uchwała", "PDF, 120 kB", "https://a.example/u.pdf"]]


def test_nothing_comes_unasked(make_request):
    nothing = {"presentation": [], "attachments": []}
    assert full_text(make_request(has_full_texts=False), 0) == nothing
    assert full_text(make_request(has_full_texts=True), 1) == nothing


@pytest.mark.parametrize("is_wanted", [True, False], ids=["asked for", "not asked for"])
def test_the_html_file_has_them_where_asked_for(make_request, is_wanted):
    request = make_request(has_full_texts=is_wanted)
    page = format_named("html").write(request, lambda _done, _of: None).decode()
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    assert bool(data["practices"][0]["presentation"]) is is_wanted
    assert ("Gmina nie miała" in page) is is_wanted


def test_the_card_is_longer_with_them(make_request):
    def size(*, has_full_texts):
        made = format_named("cards").write(
            make_request(has_full_texts=has_full_texts), lambda _done, _of: None
        )
        assert made.startswith(b"%PDF-")
        return len(made)

    assert size(has_full_texts=True) > size(has_full_texts=False)
