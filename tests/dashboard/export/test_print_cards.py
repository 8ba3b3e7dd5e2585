import datetime as dt
import io
import json
import re

import numpy as np
import pytest
from pypdf import PdfReader

from dashboard.errors import ExportError
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export import Cancelled, ExportRequest, Provenance
from dashboard.export.print import MAX_CARDS, cards_pdf
from dashboard.locale import texts_in
from dashboard.views.filter_words import filter_words

pytestmark = pytest.mark.slow

NONE = Filters()
MADE_AT = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
SECRETS = ("Anna Kowal", "Żak – Nowak", "(14) 6149150", "promocja@example.org", "Jan Kos")
METRYKA = [
    ["Data wprowadzenia do BDP", "23.11.2009"],
    ["Jednostka wdrażająca", "Urząd Gminy Łącko, ul. Żródlana 7"],
    ["Wirtyna internetowa", "www.example.org"],
    ["Osoby kontaktowe", "Anna Kowal, Maria Żak – Nowak"],
    ["tel.", "(14) 6149150"],
    ["e@mail", "promocja@example.org"],
    ["Koordynator projektu", "Jan Kos"],
]
PRACTICES = [
    {
        "art": 150,
        "url": "https://example.org/?art=150",
        "section": "Usługi społeczne",
        "subsection": "Kultura",
        "title": "Zażółć gęślą jaźń – biblioteka w każdej wsi",
        "summary": "Pierwszy akapit; źdźbło.\n\nDrugi akapit: ŁÓDŹ, ÓSMY.",
        "introduced": "2009-11-23",
        "unit": "Urząd Gminy Łącko, ul. Żródlana 7",
        "website": "https://www.example.org",
        "contacts": "Anna Kowal; Maria Żak – Nowak",
        "phones": "(14) 6149150",
        "emails": "promocja@example.org",
        "metryka": json.dumps(METRYKA, ensure_ascii=False),
    },
    {"art": 41, "section": "Usługi techniczne", "title": "Bez miejsca"},
    {"art": 596, "section": "Usługi techniczne", "title": "Dwa miejsca", "places": "A; B"},
]
PLACES = [
    {
        "art": 150,
        "place": "Łącko",
        "point": (49.56, 20.43),
        "voivodeship": "małopolskie",
        "county": "nowosądecki",
        "accuracy_m": 1800.0,
    },
    {"art": 41, "place": "", "status": "skipped"},
    {"art": 596, "place": "Miejsce A", "point": (50.0, 21.0), "precision": "county"},
    {"art": 596, "place": "Miejsce B", "status": "no_match"},
]
HOSTILE = [
    pytest.param('#import "x": * \\ $x^2$ *b* _i_ `c` <l> @r = h', id="markup"),
    pytest.param("[[#panic()]] // /* ~ --- '\" ${x} {{ 7*7 }}", id="code"),
    pytest.param("</text><script>alert(1)</script> &amp; %PDF", id="HTML"),
]


@pytest.fixture
def catalog(make_catalog):
    return make_catalog(PRACTICES, PLACES)


@pytest.fixture
def order_of():
    def make(catalog, *, mask=None, language="pl", filters=NONE, **about):
        texts = texts_in(language)
        kept = np.ones(len(catalog), dtype=bool) if mask is None else np.array(mask)
        values = {
            "made_at": MADE_AT,
            "dataset": "Praktyki z tabeli",
            "filters": filter_words(filters, texts),
            "shown": int(kept.sum()),
            "total": len(catalog),
            "has_contacts": False,
            "has_examples": False,
        }
        return ExportRequest(
            catalog=catalog,
            mask=kept,
            filters=filters,
            question=Question(),
            provenance=Provenance(**(values | about)),
            texts=texts,
        )

    return make


def ignore(_done, _of):
    """Nobody watches."""


def read(order):
    return PdfReader(io.BytesIO(cards_pdf(order, ignore)), strict=True)


def words_of(page):
    """The page's text, however its lines are broken."""
    return " ".join(page.extract_text().split())


def letters_of(page):
    return re.sub(r"\s", "", page.extract_text())


def test_a_practice_alone_is_one_sheet_with_everything_that_is_known_of_it(catalog, order_of):
    [page] = read(order_of(catalog, mask=[True, False, False])).pages
    text = words_of(page)
    said = (
        "Usługi społeczne · Kultura",
        "nr 150",
        "Zażółć gęślą jaźń – biblioteka w każdej wsi",
        "Pierwszy akapit; źdźbło.",
        "Drugi akapit: ŁÓDŹ, ÓSMY.",
        "23 listopada 2009",
        "Urząd Gminy Łącko, ul. Żródlana 7",
        "położenie przybliżone: środek miejscowości, z dokładnością do 1,8 km",
        "Źródło: https://example.org/?art=150",
        "1 z 3 praktyk",
        "GeoNames",
        "Strona 1 z 1",
    )
    assert [each for each in said if each not in text] == []
    assert "Spis treści" not in text


def test_the_fields_stand_in_the_order_of_the_page_and_their_labels_as_printed(catalog, order_of):
    [page] = read(order_of(catalog, mask=[True, False, False], has_contacts=True)).pages
    text = words_of(page)
    places = [text.index(label) for label, _ in METRYKA]
    assert places == sorted(places)
    assert text.index("Miejscowość brak danych") > places[-1]


def test_several_come_with_contents_that_name_their_pages(catalog, order_of):
    pdf = read(order_of(catalog))
    first, *sheets = [words_of(page) for page in pdf.pages]
    assert "Metryki praktyk" in first
    assert "3 z 3 praktyk" in first
    assert "nr 150 Zażółć gęślą jaźń – biblioteka w każdej wsi 2" in first
    assert "nr 41 Bez miejsca 3 nr 596 Dwa miejsca 4" in first
    assert [sheet.split("nr ")[1].split(" ")[0] for sheet in sheets] == ["150", "41", "596"]
    assert "Strona 4 z 4" in sheets[-1]


def test_bookmarks_lead_to_the_sheets(catalog, order_of):
    pdf = read(order_of(catalog))
    assert [(mark.title, pdf.get_destination_page_number(mark)) for mark in pdf.outline] == [
        ("nr 150 Zażółć gęślą jaźń – biblioteka w każdej wsi", 1),
        ("nr 41 Bez miejsca", 2),
        ("nr 596 Dwa miejsca", 3),
    ]


@pytest.mark.parametrize(
    ("language", "title"),
    [pytest.param("pl", "Metryki praktyk", id="pl"), pytest.param("en", "Record cards", id="en")],
)
def test_the_document_is_tagged_titled_and_in_its_language(catalog, order_of, language, title):
    pdf = read(order_of(catalog, language=language))
    assert pdf.metadata.title.startswith(title)
    assert pdf.metadata.creation_date == MADE_AT
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_every_font_is_embedded(catalog, order_of):
    pdf = read(order_of(catalog))
    fonts = [font for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
    inner = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert {"/FontFile2" in each or "/FontFile3" in each for each in inner} == {True}
    assert {each["/FontName"].split("+")[1].split("-")[0] for each in inner} == {
        "SourceSansPro",
        "SourceSerifPro",
    }


def test_contacts_are_printed_only_when_asked_for(catalog, order_of):
    without = " ".join(words_of(page) for page in read(order_of(catalog)).pages)
    assert [secret for secret in SECRETS if secret in without] == []
    assert "Osoby kontaktowe, telefony, adresy e-mail i pola" in without
    included = " ".join(words_of(page) for page in read(order_of(catalog, has_contacts=True)).pages)
    assert [secret for secret in SECRETS if secret not in included] == []


def test_what_the_file_says_of_itself(catalog, order_of):
    filters = Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)}, search="biblioteka")
    page, *_ = read(order_of(catalog, filters=filters, has_examples=True)).pages
    text = words_of(page)
    said = (
        "Dane przykładowe: praktyki zmyślił program",
        "Województwo małopolskie",
        "Szukaj biblioteka",
        "24 listopada 2026, 09:30",
        "OpenStreetMap",
        "pominięte (osoby, telefony",
    )
    assert [each for each in said if each not in text] == []


def test_an_empty_selection_says_so(catalog, order_of):
    [page] = read(order_of(catalog, mask=[False, False, False])).pages
    assert "Żadna praktyka nie spełnia filtrów" in words_of(page)


def test_places_say_how_sure_they_are(catalog, order_of):
    pdf = read(order_of(catalog))
    assert "nie ma na mapie: źródło nie podaje miejscowości" in words_of(pdf.pages[2])
    text = words_of(pdf.pages[3])
    assert "Miejsce A położenie przybliżone: środek powiatu" in text
    assert "Miejsce B nie ma na mapie: nie znaleziono" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(make_catalog, order_of, text):
    row = {
        "art": 1,
        "section": text,
        "title": text,
        "summary": f"{text}\n\n{text}",
        "metryka": json.dumps([[text, text]]),
    }
    catalog = make_catalog([row], [{"art": 1, "place": text}])
    [page] = read(order_of(catalog)).pages
    assert letters_of(page).count(re.sub(r"\s", "", text)) >= 5


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("a\u202eb\u200bc\ufeffd", "abcd", id="invisible marks"),
        pytest.param("漢字 😀", "■■ ■", id="letters that no font has"),
        pytest.param("a\x00b\ue000", "a■b■", id="no text at all"),
        pytest.param("z\u0307o\u0301ł\u2009Привіт", "żół Привіт", id="composed letters"),
    ],
)
def test_letters_that_cannot_be_printed_leave_a_sign(make_catalog, order_of, text, printed):
    catalog = make_catalog([{"art": 1, "title": f"<{text}>"}], [{"art": 1, "place": "A"}])
    [page] = read(order_of(catalog)).pages
    assert f"<{printed}>" in words_of(page)


def test_a_word_longer_than_the_line_stays_on_the_sheet(make_catalog, order_of):
    word = "Konstantynopolitańczykowianeczka" * 5
    row = {"art": 1, "title": word, "summary": word, "metryka": json.dumps([[word, word]])}
    catalog = make_catalog([row], [{"art": 1, "place": word}])
    [page] = read(order_of(catalog)).pages
    assert letters_of(page).count(word) >= 4
    assert (
        max(map(len, page.extract_text().split("\n"))) < len("Konstantynopolitańczykowianeczka") * 4
    )


@pytest.mark.parametrize(
    "limit",
    [
        pytest.param(0, id="at once"),
        pytest.param(2, id="while they are gathered"),
        pytest.param(15, id="when they are set"),
    ],
)
def test_the_watcher_may_give_up_at_any_time(catalog, order_of, limit):
    def stop(done, _of):
        if done >= limit:
            raise Cancelled

    with pytest.raises(Cancelled):
        cards_pdf(order_of(catalog), stop)


def test_progress_never_goes_back_and_ends_whole(catalog, order_of):
    told = []
    cards_pdf(order_of(catalog), lambda *step: told.append(step))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({of for _, of in told}) == 1


def test_more_than_can_be_read_are_refused_in_words(make_catalog, order_of):
    rows = [{"art": number, "title": "T"} for number in range(1, MAX_CARDS + 2)]
    catalog = make_catalog(rows, [{"art": 1, "place": "A"}])
    with pytest.raises(ExportError, match=r"najwyżej 1.000 praktyk, a filtry zostawiają 1.001"):
        cards_pdf(order_of(catalog), ignore)
