import datetime as dt
import io
import json
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from python_calamine import CalamineWorkbook

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.regions import counties
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters, matches
from dashboard.explore.filters.home import HomeQuery, find_home
from dashboard.export.deck import MAX_PRACTICES, deck_pptx
from dashboard.export.deck.letter_widths import longest_word_pt
from dashboard.export.request import Cancelled, ExportContext, request_chosen, request_filtered
from dashboard.locale import texts_in
from dashboard.views.coverage.shading import Shading

pytestmark = [pytest.mark.slow, pytest.mark.measured]

MADE_AT = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
SECRETS = ("Anna Kowal", "(14) 6149150", "promocja@example.org", "Jan Kos")
SENTENCE = "Miasto zaprosiło mieszkańców do wspólnej pracy nad programem."
HOSTILE = "<script>alert(1)</script>\x00\x0b\uffff & \"'" + "Ż" * 3000
METRYKA = json.dumps(
    [
        ["Data wprowadzenia do BDP", "2009-11-23"],
        ["Typ jednostki", "gmina miejska"],
        ["Osoby kontaktowe", "Anna Kowal"],
        ["tel.", "(14) 6149150"],
        ["e@mail", "promocja@example.org"],
        ["Koordynator projektu", "Jan Kos"],
    ],
    ensure_ascii=False,
)
PRACTICES = (
    {
        "art": 150,
        "url": "https://dobrepraktyki.pl/index.php?p1=3&p2=7&art=150",
        "section": "Rozwój instytucjonalny",
        "subsection": "Zarządzanie strategiczne",
        "title": "Promocja kultury",
        "summary": "\n\n".join([" ".join([SENTENCE] * 12)] * 2),
        "introduced": "2009-11-23",
        "unit_type": "gmina miejska",
        "unit": "Urząd Miejski w Bochni",
        "contacts": "Anna Kowal",
        "phones": "(14) 6149150",
        "emails": "promocja@example.org",
        "metryka": METRYKA,
    },
    {"art": 41, "section": "Usługi techniczne", "title": "E-bilet"},
    {
        "art": 596,
        "section": "Współpraca między JST",
        "title": "Obszar funkcjonalny",
        "places": "A; B; C",
    },
)
PLACES = (
    {"art": 150, "place": "Bochnia", "county": "bocheński", "voivodeship": "małopolskie"},
    {"art": 41, "place": "", "status": "skipped"},
    *(
        {"art": 596, "place": name, "county": "krakowski", "voivodeship": "małopolskie"}
        for name in "ABC"
    ),
)


@pytest.fixture
def make_order(make_catalog):
    def make(  # noqa: PLR0913  any part of an order may be another
        *,
        practices=PRACTICES,
        places=PLACES,
        filters=None,
        question=None,
        language="pl",
        has_contacts=False,
        has_examples=False,
        has_practice_slides=True,
        shortlist=(),
        home=None,
    ):
        catalog, texts = make_catalog(list(practices), list(places)), texts_in(language)
        filters = filters or Filters()
        mask = matches(catalog, filters)
        context = ExportContext(
            question=question or Question(),
            dataset=texts("dataset-tabela"),
            has_contacts=has_contacts,
            made_at=MADE_AT,
            texts=texts,
            has_practice_slides=has_practice_slides,
            shortlist=shortlist,
            home=home,
        )
        request = request_filtered(catalog, mask, filters, context)
        about = replace(request.provenance, has_examples=has_examples)
        return replace(request, provenance=about)

    return make


@pytest.fixture(scope="module")
def made():
    """The plain deck, once it is made."""
    return {}


@pytest.fixture
def make_deck(make_order, made):
    def make(**parts):
        key = str(parts)
        if key not in made:
            made[key] = deck_pptx(make_order(**parts), no_progress)
        return Presentation(io.BytesIO(made[key]))

    return make


@pytest.fixture
def no_progress_deck():
    return lambda order: Presentation(io.BytesIO(deck_pptx(order, no_progress)))


def no_progress(done, of):
    """Nobody waits."""


def many(count):
    practices = [{"art": art, "section": "S", "title": f"Nr {art}"} for art in range(1, count + 1)]
    places = [
        {"art": row["art"], "place": "A", "county": "bocheński", "voivodeship": "małopolskie"}
        for row in practices
    ]
    return {"practices": practices, "places": places}


def titles(deck):
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def slide_named(deck, title):
    return next(slide for slide in deck.slides if title in slide.shapes.title.text_frame.text)


def frames(slide):
    """All text frames of a slide, those of table cells too."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame
        if shape.has_table:
            yield from (cell.text_frame for cell in shape.table.iter_cells())


def texts_on(slide):
    return "\n".join(frame.text for frame in frames(slide))


def all_text(deck):
    notes = [
        slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide
    ]
    return "\n".join([*map(texts_on, deck.slides), *notes])


def tables(slide):
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for shape in slide.shapes
        if shape.has_table
    ]


def chart_of(deck):
    return next(shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)


def test_the_slides_and_their_order(make_deck):
    deck = make_deck()
    assert titles(deck) == [
        "Praktyki polskich samorządów",
        "Liczba praktyk: Polska według województw",
        "Ranking: Liczba praktyk",
        "Ranking w liczbach",
        "Działy i poddziały z największą liczbą praktyk",
        "Praktyki według roku wprowadzenia",
        "Białe plamy: 378 powiatów bez żadnej praktyki",
        "Praktyki",
        "Promocja kultury",
        "E-bilet",
        "Obszar funkcjonalny",
        "Źródła, filtry i data",
    ]
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)


def test_english(make_deck):
    deck = make_deck(language="en")
    assert titles(deck)[:8] == [
        "Practices of Polish local governments",
        "Number of practices: Poland by voivodeship",
        "Ranking: Number of practices",
        "The ranking in numbers",
        "Sections and subsections with most practices",
        "Practices by year of introduction",
        "White spots: 378 counties without any practice",
        "Practices",
    ]
    assert "November 24, 2026" in texts_on(deck.slides[1])


@pytest.mark.parametrize(
    ("measure", "number_format"),
    [
        pytest.param(PracticeMeasure.PRACTICES, "#,##0", id="count"),
        pytest.param(PracticeMeasure.RATE, "0.00", id="rate"),
        pytest.param(PracticeMeasure.SHARE, "0%", id="share"),
        pytest.param(PracticeMeasure.YEAR, "0", id="year with unknown ones"),
    ],
)
def test_the_chart_is_native_and_equals_the_ranking(make_order, make_deck, measure, number_format):
    order = make_order(question=Question(measure=measure))
    chart = chart_of(make_deck(question=order.question))
    expected = Shading(order.coverage.ranking, order.texts)
    plot = chart.plots[0]
    assert list(plot.categories) == expected.ranking.table.index.tolist()
    numbers = expected.ranking.table[measure.column].astype("float64")
    assert list(plot.series[0].values) == pytest.approx(
        [None if value != value else value for value in numbers]  # noqa: PLR0124  NaN
    )
    assert plot.data_labels.number_format == f"[$-415]{number_format}"
    assert chart.value_axis.minimum_scale == (2008 if measure is PracticeMeasure.YEAR else 0)


def test_the_workbook_in_the_chart_holds_the_numbers(make_deck):
    blob = chart_of(make_deck()).part.chart_workbook.xlsx_part.blob
    rows = CalamineWorkbook.from_filelike(io.BytesIO(blob)).get_sheet_by_index(0).to_python()
    assert rows[0][1] == "Liczba praktyk"
    assert rows[1] == ["małopolskie", 2.0]
    assert len(rows) == 17


def test_the_table_holds_every_region_in_words(make_deck):
    (table,) = tables(slide_named(make_deck(), "Ranking w liczbach"))
    assert table[0] == [
        *("Województwo", "Praktyki", "Na 100 tys.", "Powiaty z praktyką", "Gminy z praktyką"),
        *("Jednostki", "Najnowsza"),
    ]  # fmt: skip
    assert table[1] == ["małopolskie", "2", "0,06", "9%", "0%", "1", "2009"]
    assert len(table) == 17
    assert table[2][1:] == ["0", "0,00", "0%", "0%", "0", "brak praktyk"]


def test_the_counties_of_a_voivodeship_are_two_tables_on_a_slide(make_deck):
    deck = make_deck(
        practices=[{"art": 1, "section": "S", "title": "T"}],
        places=[{"art": 1, "place": "A", "voivodeship": "mazowieckie", "county": "płocki"}],
        question=Question(level=Level.COUNTY),
        filters=Filters(chosen={Facet.VOIVODESHIP: ("mazowieckie",)}),
    )
    left, right = tables(slide_named(deck, "Ranking w liczbach"))
    assert left[0] == right[0] == ["Powiat", "Praktyki", "Jednostki", "Najnowsza"]
    assert left[1] == ["płocki", "1", "brak danych", "brak danych"]
    assert len({row[0] for row in (*left[1:], *right[1:])}) == 42
    assert len(list(chart_of(deck).plots[0].categories)) == 20
    assert "Wykres pokazuje pierwsze 20 z 42 regionów" in texts_on(slide_named(deck, "Ranking: "))


@pytest.mark.slow
def test_a_long_table_goes_on_over_several_slides(make_deck):
    keys = [key.split(" / ") for key in counties()[:90]]
    deck = make_deck(
        practices=[{"art": art, "section": "S", "title": "T"} for art in range(1, 91)],
        places=[
            {"art": art, "place": "A", "voivodeship": voivodeship, "county": county}
            for art, (voivodeship, county) in enumerate(keys, start=1)
        ],
        question=Question(level=Level.COUNTY),
    )
    slides = [slide for slide in deck.slides if "Ranking w" in slide.shapes.title.text_frame.text]
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        f"Ranking w liczbach ({part} z {len(slides)})" for part in range(1, len(slides) + 1)
    ]
    parts = [table for slide in slides for table in tables(slide)]
    assert len({row[0] for part in parts for row in part[1:]}) == 90
    assert {part[0][0] for part in parts} == {"Powiat"}


def test_of_the_countrys_counties_those_without_practices_are_counted(make_deck):
    deck = make_deck(question=Question(level=Level.COUNTY))
    slide = slide_named(deck, "Ranking w liczbach")
    (table,) = tables(slide)
    assert [row[0] for row in table[1:]] == ["bocheński (małopolskie)", "krakowski (małopolskie)"]
    said = "378 regionów bez praktyk nie ma w rankingu."
    assert said in texts_on(slide)
    assert said in texts_on(deck.slides[1])
    assert "Granice powiatów są przybliżone" in texts_on(deck.slides[1])
    assert "1 praktyki nie da się przypisać do powiatu." in texts_on(deck.slides[1])


def test_a_rate_says_what_it_is_divided_by(make_deck):
    deck = make_deck(question=Question(measure=PracticeMeasure.RATE))
    said = "Mianownik to ludność całego województwa: suma jego gmin, stan na 31 grudnia 2018"
    assert [said in texts_on(slide) for slide in list(deck.slides)[1:3]] == [True, True]
    assert "Eurostat" in texts_on(deck.slides[1])


def test_a_year_of_the_past_counts_what_there_was(make_deck):
    deck = make_deck(question=Question(max_year=2009))
    assert list(chart_of(deck).plots[0].series[0].values)[:2] == [1, 0]
    assert "2009" in titles(deck)[1]
    assert "nie da się przypisać" not in texts_on(deck.slides[1])


def test_chosen_regions_stand_out_and_are_named(make_deck):
    deck = make_deck(filters=Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)}))
    point = chart_of(deck).plots[0].series[0].points[0]
    assert point.format.fill.fore_color.theme_color.name == "ACCENT_2"
    said = "Wyróżniono region wybrany w filtrach: województwo małopolskie."
    assert said in texts_on(slide_named(deck, "Ranking: "))


def test_the_slide_of_a_practice(make_deck):
    slide = slide_named(make_deck(), "Promocja kultury")
    text = texts_on(slide)
    assert "Rozwój instytucjonalny · Zarządzanie strategiczne · nr 150" in text
    assert "Urząd Miejski w Bochni" in text
    assert (
        "Bochnia: położenie przybliżone: środek miejscowości, z dokładnością do 1,8\xa0km" in text
    )
    (table,) = tables(slide)
    assert table[0] == ["Metryka praktyki", "nr 150"]
    assert ["Data wprowadzenia do BDP", "23 listopada 2009"] in table
    links = [
        run.hyperlink.address
        for frame in frames(slide)
        for paragraph in frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]
    assert links == ["https://archiwum.dobrepraktyki.pl/index.php?p1=3&p2=7&art=150"]


def test_a_long_summary_ends_with_a_sentence_and_is_whole_in_the_notes(make_deck):
    slide = slide_named(make_deck(), "Promocja kultury")
    (box,) = (shape for shape in slide.shapes if shape.name == "Opis")
    *shown, note = [paragraph.text for paragraph in box.text_frame.paragraphs]
    assert note == "Opis skrócono. Cały jest w notatkach do slajdu."
    assert shown[-1].endswith("programem. […]")
    assert " ".join(shown).count(SENTENCE) < 24
    assert slide.notes_slide.notes_text_frame.text.count(SENTENCE) == 24


def test_a_practice_of_which_little_is_known(make_deck):
    text = texts_on(slide_named(make_deck(), "E-bilet"))
    assert "Jednostka wdrażająca: brak danych" in text
    assert "Opis tej praktyki nie został jeszcze wczytany." in text
    assert "nie ma na mapie: źródło nie podaje miejscowości" in text
    assert "Adres strony źródłowej nie jest znany." in text


def test_several_places_are_counted_and_all_in_the_notes(make_deck):
    slide = slide_named(make_deck(), "Obszar funkcjonalny")
    assert "i jeszcze 1 miejsce" in texts_on(slide)
    notes = slide.notes_slide.notes_text_frame.text
    assert [name for name in "ABC" if f"{name}: położenie przybliżone" not in notes] == []
    (group,) = (shape for shape in slide.shapes if hasattr(shape, "shapes"))
    assert len(group.shapes) == 3


def test_persons_are_in_it_only_when_asked_for(make_deck):
    without = all_text(make_deck())
    assert [secret for secret in SECRETS if secret in without] == []
    deck = make_deck(has_contacts=True)
    text = texts_on(slide_named(deck, "Promocja kultury"))
    assert [secret for secret in SECRETS[:3] if secret not in text] == []
    assert "Jan Kos" not in all_text(deck)


def test_no_part_of_the_file_holds_a_person(make_order):
    made = deck_pptx(make_order(), no_progress)
    package = Presentation(io.BytesIO(made)).part.package
    parts = "".join(part.blob.decode("utf-8", "replace") for part in package.iter_parts())
    assert [secret for secret in SECRETS if secret in parts] == []


def test_filters_are_stated_first_last_and_on_the_slides_of_regions(make_deck):
    deck = make_deck(
        filters=Filters(chosen={Facet.SECTION: ("Usługi techniczne",)}, search="bilet")
    )
    said = "Filtry: Dział: Usługi techniczne; Szukaj: bilet"
    assert [said in texts_on(slide) for slide in deck.slides] == [
        *[True] * 4, *[False] * 3
    ]  # fmt: skip
    assert "1 z 3 praktyk" in texts_on(deck.slides[0])
    assert ["Dział", "Usługi techniczne"] in tables(deck.slides[-1])[0]


def test_the_last_slide_says_where_everything_is_from(make_deck):
    text = str(tables(make_deck().slides[-1]))
    said = ("24 listopada 2026, 09:30", "Praktyki z tabeli", "3 z 3", "GeoNames", "CC BY", "ODbL")
    assert [word for word in said if word not in text] == []


def test_a_filter_with_very_many_values_is_cut_and_whole_in_the_notes(make_deck):
    names = tuple(f"małopolskie / powiat-{number}" for number in range(200))
    deck = make_deck(filters=Filters(chosen={Facet.COUNTY: names}))
    (value,) = (row[1] for row in tables(deck.slides[-1])[0] if row[0] == "Powiat")
    assert value.endswith("…")
    assert names[-1] in deck.slides[-1].notes_slide.notes_text_frame.text


def test_made_up_practices_are_called_so_on_every_slide(make_deck):
    deck = make_deck(has_examples=True)
    assert "Dane przykładowe: praktyki zmyślił program" in texts_on(deck.slides[0])
    assert all("Dane przykładowe" in texts_on(slide) for slide in deck.slides)
    assert "Baza Dobrych Praktyk" not in texts_on(deck.slides[1])


@pytest.mark.slow
def test_more_practices_than_slides_are_told(make_deck):
    deck = make_deck(**many(MAX_PRACTICES + 3))
    assert sum(title.startswith("Nr ") for title in titles(deck)) == MAX_PRACTICES
    told = next(texts_on(slide) for slide in deck.slides if "Slajdy ma" in texts_on(slide))
    assert "Praktyki, które spełniają filtry: 43. Slajdy ma pierwszych 40 praktyk." in told
    assert "3 praktyki nie mają slajdów." in told


def test_no_practice_at_all_is_a_whole_deck(make_deck):
    deck = make_deck(filters=Filters(search="nie ma takiej"))
    assert titles(deck) == [
        "Praktyki polskich samorządów",
        "Liczba praktyk: Polska według województw",
        "Źródła, filtry i data",
    ]
    assert "0 z 3 praktyk" in texts_on(deck.slides[0])


def test_hostile_texts_are_texts(make_deck):
    practice = dict.fromkeys(("section", "subsection", "title", "summary", "unit"), HOSTILE)
    deck = make_deck(
        practices=[{"art": 1, "url": "javascript:alert(1)", "unit_type": HOSTILE, **practice}],
        places=[{"art": 1, "place": HOSTILE}],
    )
    slide = deck.slides[-2]
    assert slide.shapes.title.text_frame.text.startswith("<script>alert(1)</script>\ufffd \ufffd")
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert "javascript" not in texts_on(slide)


def test_every_slide_can_be_read_out(make_deck):
    deck = make_deck(question=Question(has_points=True))
    for slide in deck.slides:
        shapes = list(slide.shapes)
        assert shapes[0] == slide.shapes.title
        for shape in shapes:
            if not shape.has_text_frame:
                assert shape.element.xpath(".//p:cNvPr")[0].get("descr"), shape.name
            if shape.has_table:
                assert shape.table.first_row
    assert len(set(titles(deck))) == len(titles(deck))


def test_every_run_has_a_language(make_deck):
    deck = make_deck(language="en")
    languages = [
        {run.get("lang") for run in slide.element.xpath(".//a:r/a:rPr | .//a:fld/a:rPr")}
        for slide in deck.slides
    ]
    assert languages[0] == {"en-GB"}
    assert languages[8] == {"en-GB", "pl-PL"}
    assert not slide_named(deck, "Promocja").element.xpath(".//a:r[not(a:rPr/@lang)]")


def test_no_box_is_left_empty_and_each_has_a_footer_and_a_number(make_deck):
    deck = make_deck()
    furniture = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER}
    for slide in list(deck.slides)[1:]:
        kinds = {box.placeholder_format.type for box in slide.placeholders}
        assert kinds >= furniture
    for slide in deck.slides:
        boxes = [box for box in slide.placeholders if box.has_text_frame]
        assert [box.name for box in boxes if not box.element.xpath(".//a:t")] == []


def test_alternative_texts_tell_the_numbers(make_deck):
    deck = make_deck()
    (picture,) = deck.slides[1].element.xpath(".//p:pic/p:nvPicPr/p:cNvPr/@descr")
    assert "Polska według województw. Liczba praktyk" in picture
    assert "0 (15); 2 (1)" in picture
    (chart,) = deck.slides[2].element.xpath(".//p:graphicFrame//p:cNvPr/@descr")
    assert "małopolskie: 2; dolnośląskie: 0" in chart


def test_practices_have_slides_only_when_asked_for(make_deck):
    deck = make_deck(has_practice_slides=False)
    assert "Praktyki" not in titles(deck)
    assert "Promocja kultury" not in titles(deck)


def test_shortlisted_practices_come_first_where_they_pass_the_filters(make_deck):
    filters = Filters(chosen={Facet.SECTION: ("Usługi techniczne", "Współpraca między JST")})
    deck = make_deck(filters=filters, shortlist=(596, 150, 7))
    at = titles(deck).index("Praktyki")
    assert titles(deck)[at + 1 : at + 3] == ["Obszar funkcjonalny", "E-bilet"]
    assert "Promocja kultury" not in titles(deck)


def test_chosen_practices_come_before_their_map_without_a_ranking(make_order, no_progress_deck):
    order = make_order()
    context = ExportContext(
        question=Question(),
        dataset="",
        has_contacts=False,
        made_at=MADE_AT,
        texts=order.texts,
    )
    deck = no_progress_deck(request_chosen(order.catalog, [2, 0], "Wybrane", context))
    assert titles(deck) == [
        "Praktyki polskich samorządów",
        "Wybrane praktyki obok siebie",
        "Praktyki",
        "Obszar funkcjonalny",
        "Promocja kultury",
        "Liczba praktyk: Polska według województw",
        "Źródła, filtry i data",
    ]


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        pytest.param([0], [], id="one has nothing beside it"),
        pytest.param([2, 0], [2], id="two"),
        pytest.param([2, 0, 1], [3], id="three"),
        pytest.param([3, 2, 0, 1], [2, 2], id="four in two tables of two"),
        pytest.param([4, 3, 2, 0, 1], [3, 2], id="five"),
    ],
)
def test_chosen_practices_are_compared_a_column_each(make_order, no_progress_deck, rows, columns):
    order = make_order(**many(5))
    context = ExportContext(
        question=Question(),
        dataset="",
        has_contacts=False,
        made_at=MADE_AT,
        texts=order.texts,
    )
    chosen = request_chosen(order.catalog, rows, "Wybrane", context)
    tables = [
        shape.table
        for slide in no_progress_deck(chosen).slides
        if "obok siebie" in slide.shapes.title.text_frame.text
        for shape in slide.shapes
        if shape.has_table
    ]
    assert [len(table.columns) - 1 for table in tables] == columns
    headings = [cell.text_frame.text for table in tables for cell in list(table.rows[0].cells)[1:]]
    assert headings == [str(each) for each in chosen.catalog.practices["title"]] * bool(columns)


def test_the_comparison_has_the_fields_of_the_cards_and_no_contacts(make_order, no_progress_deck):
    order = make_order(has_contacts=True)
    context = ExportContext(
        question=Question(), dataset="", has_contacts=True, made_at=MADE_AT, texts=order.texts
    )
    deck = no_progress_deck(request_chosen(order.catalog, [0, 2], "Wybrane", context))
    said = texts_on(slide_named(deck, "obok siebie"))
    assert "Miejscowość" in said
    assert "brak danych" in said
    assert "@" not in said


def test_themes_and_years_count_what_passes_the_filters(make_deck):
    deck = make_deck(filters=Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)}))
    themes, years = (
        next(shape.chart for shape in slide_named(deck, title).shapes if shape.has_chart).plots[0]
        for title in ("Działy i poddziały", "Praktyki według roku")
    )
    named = dict(zip(themes.categories, themes.series[0].values, strict=True))
    assert named == {"Rozwój instytucjonalny": 1, "Współpraca między JST": 1}
    assert (list(years.categories), list(years.series[0].values)) == (["2009"], [1])
    assert "1 praktyki nie ma na wykresie" in texts_on(slide_named(deck, "Praktyki według roku"))


def test_white_spots_are_counted_and_named_in_the_notes(make_deck):
    slide = slide_named(make_deck(), "Białe plamy")
    counties, communes = tables(slide)
    assert counties[0] == ["Województwo", "Powiaty bez praktyki", "Wszystkie powiaty"]
    assert ["małopolskie", "20", "22"] in counties
    assert len(counties) == 17
    assert all(" / " in cell or cell == "–" for row in communes[1:] for cell in row[1:])
    notes = slide.notes_slide.notes_text_frame.text
    assert "tatrzański" in notes
    assert "bocheński" not in notes


def test_of_one_voivodeship_the_white_spots_are_named_on_the_slide(make_deck):
    deck = make_deck(filters=Filters(chosen={Facet.VOIVODESHIP: ("małopolskie",)}))
    ((_, row), _) = tables(slide_named(deck, "Białe plamy"))
    assert row[0] == "małopolskie"
    assert len(row[1].split(", ")) == 20


def test_the_own_unit_stands_beside_its_group(make_deck):
    _, home = find_home(HomeQuery(place="120101"), match=lambda _: None)
    deck = make_deck(home=home)
    slide = slide_named(deck, "na tle podobnych jednostek")
    sections, units = tables(slide)
    assert sections[0][0] == "Dział"
    assert sections[-1][0] == "Razem"
    assert units[0] == ["Jednostka", "Mieszkańcy", "Podobieństwo", "Odległość", "Praktyki"]
    assert "Cechy wspólne grupy" in slide.notes_slide.notes_text_frame.text
    assert "na tle" not in "".join(titles(make_deck()))


def test_every_slides_notes_say_source_filters_and_date(make_deck):
    deck = make_deck(filters=Filters(search="bilet"))
    for slide in deck.slides:
        notes = slide.notes_slide.notes_text_frame.text
        said = ("Szukaj: bilet", "24 listopada 2026", "1 z 3", "Baza Dobrych Praktyk")
        assert [word for word in said if word not in notes] == []


def test_no_heading_and_no_number_is_broken_inside_a_word(make_deck):
    home = find_home(HomeQuery(place="120101"), match=lambda _: None)[1]
    deck = make_deck(home=home, question=Question(level=Level.COUNTY))
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    for table in (shape.table for shape in shapes):
        for column, heading in zip(table.columns, table.rows[0].cells, strict=True):
            size = heading.text_frame.paragraphs[0].runs[0].font.size.pt
            room = column.width.pt - 8
            assert longest_word_pt(heading.text, size_pt=size, is_bold=True) <= room + 0.1


def test_properties_of_the_file(make_deck):
    about = make_deck().core_properties
    assert (about.title, about.author) == ("Praktyki polskich samorządów", "Mapa praktyk")
    assert about.language == "pl"


def test_progress_counts_the_slides(make_order):
    told = []
    made = deck_pptx(make_order(), lambda done, of: told.append((done, of)))
    count = len(Presentation(io.BytesIO(made)).slides)
    assert told == [(done, count) for done in range(count + 1)]


def test_a_cancelled_deck_stops_at_once(make_order):
    told = []

    def cancel(done, _of):
        told.append(done)
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        deck_pptx(make_order(), cancel)
    assert told == [0, 1, 2]
