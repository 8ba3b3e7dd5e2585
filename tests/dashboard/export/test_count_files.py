import datetime as dt
import io

import pandas as pd
import pytest
from lxml import etree

from dashboard.export.count_files import COUNT_FILES, count_file, count_frame, counts_file_name
from dashboard.export.provenance import Provenance
from dashboard.locale import texts_in
from dashboard.views.counts.bar_tables import rate_table, size_table, year_table
from dashboard.views.counts.grids import Axis, Totals, cross_table

PL = texts_in("pl")
ABOUT = Provenance(
    made_at=dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC),
    dataset="Przykład",
    filters=(("Dział", "=Kultura"),),
    shown=7,
    total=9,
    has_contacts=False,
    has_examples=False,
    is_of_counts=True,
)
SIZES = pd.Series([4, 3, 0], index=["below-5", "20-50", ""])
NONE = pd.Series([0, 1, 0], index=SIZES.index)
RATES = pd.DataFrame(
    {"count": [1, 4], "inhabitants": [900_000, 4_000_000], "rate": [0.1111, 0.1]},
    index=["opolskie", "śląskie"],
)
FOUND = pd.DataFrame([[2, 1], [0, 3]], index=["powiat", "=gmina"], columns=["a", "b"])
TOTALS = Totals(
    rows=pd.Series([2, 3], index=FOUND.index), columns=pd.Series([2, 4], ["a", "b"]), whole=5
)


def axis(title):
    return Axis(title=title, label=str, pressed=())


TABLES = {
    "sizes": size_table(SIZES, NONE, pressed=("20-50",), texts=PL),
    "rates": rate_table(RATES, whole=5, pressed=(), texts=PL),
    "years": year_table(pd.Series({"2007": 1, "2008": 0}), pressed=("2007",), texts=PL),
    "grid": cross_table(FOUND, TOTALS, rows=axis("Typ"), columns=axis("Litera"), texts=PL),
}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        pytest.param(
            "sizes",
            [
                ("poniżej 5\xa0000", 4, ""),
                ("20\xa0000–49\xa0999", 3, "w tym 1 spoza metryki"),
                ("brak danych", 0, ""),
                ("Razem", 7, ""),
            ],
            id="classes with what was completed",
        ),
        pytest.param(
            "rates",
            [
                ("opolskie", 0.1111, 1, 900_000),
                ("śląskie", 0.1, 4, 4_000_000),
                ("Polska", 0.102, 5, 4_900_000),
            ],
            id="rates",
        ),
        pytest.param("years", [("2007", 1), ("2008", 0)], id="a year a row"),
        pytest.param(
            "grid", [("powiat", 2, 1, 2), ("=gmina", 0, 3, 3), ("Razem", 2, 4, 5)], id="grid"
        ),
    ],
)
def test_a_table_is_its_numbers(name, rows):
    assert list(count_frame(TABLES[name], PL).itertuples(index=False, name=None)) == rows


def test_csv_says_once_where_it_comes_from_and_runs_nothing():
    text = count_file("csv", TABLES["grid"], ABOUT, PL).decode("utf-8-sig")
    numbers, about = text.split("\r\n\r\n")
    assert numbers.split("\r\n") == [
        "Typ;a;b;Razem",
        "powiat;2;1;2",
        "'=gmina;0;3;3",
        "Razem;2;4;5",
    ]
    assert about.count("Przykład") == 1
    assert "Dział;'=Kultura" in about
    assert PL("export-contacts") not in about


def test_a_workbook_has_numbers_and_a_sheet_on_itself():
    content = count_file("xlsx", TABLES["rates"], ABOUT, PL)
    sheets = pd.read_excel(io.BytesIO(content), sheet_name=None, engine="calamine")
    assert list(sheets) == ["Liczby", "O pliku"]
    assert sheets["Liczby"]["Praktyki"].tolist() == [1, 4, 5]


@pytest.mark.slow
@pytest.mark.parametrize("name", list(TABLES))
def test_the_chart_is_a_picture_that_says_its_numbers(name):
    image = etree.fromstring(count_file("svg", TABLES[name], ABOUT, PL))
    words = [each.text for each in image if each.tag.endswith(("title", "desc"))]
    assert words[0] == TABLES[name].caption
    assert {"sizes": "Razem: 7", "rates": "Polska: 0,10", "years": "2007: 1", "grid": "Razem: 5"}[
        name
    ] in words[1]


@pytest.mark.slow
def test_a_picture_can_be_a_png():
    assert count_file("png", TABLES["sizes"], ABOUT, PL).startswith(b"\x89PNG")


def test_a_file_is_named_after_what_it_counts():
    assert set(COUNT_FILES) == {"csv", "xlsx", "png", "svg"}
    name = counts_file_name(TABLES["rates"], ABOUT, "csv", PL)
    assert name == "praktyki-na-100-tys-mieszkancow-2026-11-30.csv"
