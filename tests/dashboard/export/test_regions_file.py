"""The ranking of regions as a table with TERYT codes, for every level."""

import csv
import datetime as dt
import io

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export.provenance import Provenance
from dashboard.export.registry import format_named
from dashboard.export.request import ExportRequest
from dashboard.locale import texts_in

BOCHNIA = {"county": "bocheński", "voivodeship": "małopolskie"}


@pytest.fixture
def catalog(make_catalog):
    practice = {"unit": "Urząd Miasta Bochnia", "unit_type": "gmina miejska", **BOCHNIA}
    practices = [{"art": 1, "title": "a", "introduced": "2015-05-01", **practice}]
    return make_catalog(practices, [{"art": 1, "place": "Bochnia", **BOCHNIA}])


@pytest.fixture
def write(catalog):
    def run(name, *, question, filters=Filters()):  # noqa: B008  it is frozen
        provenance = Provenance(
            made_at=dt.datetime(2026, 7, 24, 12, tzinfo=dt.UTC),
            dataset="Praktyki z tabeli",
            filters=(),
            shown=1,
            total=1,
            has_contacts=False,
            has_examples=False,
        )
        order = ExportRequest(
            catalog=catalog,
            mask=np.ones(1, dtype=bool),
            filters=filters,
            question=question,
            provenance=provenance,
            texts=texts_in("pl"),
        )
        return format_named(name).write(order, lambda _done, _of: None)

    return run


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize(
    ("level", "count", "code", "name"),
    [
        pytest.param(Level.VOIVODESHIP, 16, "12", "województwo małopolskie", id="voivodeships"),
        pytest.param(Level.COUNTY, 380, "1201", "powiat bocheński (małopolskie)", id="counties"),
        pytest.param(
            Level.COMMUNE,
            2478,
            "120101",
            "gmina Bochnia (miejska), powiat bocheński",
            id="communes",
        ),
    ],
)
def test_each_region_of_the_level_is_a_row_with_its_code(write, level, count, code, name):
    rows = rows_of(write("regions-csv", question=Question(level=level)))
    assert len(rows) == count
    assert list(rows[0].values())[:2] == [code, name]
    assert rows[0]["Liczba praktyk"] == "1"
    assert rows[1]["Liczba praktyk"] == "0"
    assert rows[1]["Rok najnowszej praktyki"] == ""


def test_a_workbook_has_numbers_and_says_what_it_holds(write):
    inside = Filters(chosen={Facet.COUNTY: ("małopolskie / bocheński",)})
    content = write("regions-xlsx", question=Question(level=Level.COMMUNE), filters=inside)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    regions, about = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    heading, first = regions[:2]
    assert len(regions) == 10
    assert first[:4] == [
        *("120101", "gmina Bochnia (miejska), powiat bocheński", "małopolskie", "bocheński")
    ]
    assert first[heading.index("Liczba praktyk")] == 1
    said = dict(row[:2] for row in about)
    assert said["Poziom"] == "Powiat bocheński (małopolskie) według gmin"
    assert "przybliżone" in said["Uwagi"]
