import datetime as dt

import numpy as np
import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export import ExportContext, request_filtered
from dashboard.export.registry import file_name, format_named
from dashboard.locale import texts_in

COUNTY = {Facet.VOIVODESHIP: ("śląskie",), Facet.COUNTY: ("śląskie / bielski",)}
TWO = {Facet.VOIVODESHIP: ("śląskie", "opolskie")}


@pytest.fixture
def name_of(make_catalog):
    """A function that names a file of some filters and a question."""
    catalog = make_catalog(
        [{"art": 1, "title": "A", "section": "B"}], [{"art": 1, "place": "Bochnia"}]
    )

    def name(kind, chosen, question, language="pl"):
        context = ExportContext(
            question=question,
            dataset="x",
            has_contacts=False,
            made_at=dt.datetime(2026, 11, 30, tzinfo=dt.UTC),
            texts=texts_in(language),
        )
        request = request_filtered(catalog, np.ones(1, dtype=bool), Filters(chosen=chosen), context)
        return file_name(format_named(kind), request)

    return name


@pytest.mark.parametrize(
    ("kind", "chosen", "question", "name"),
    [
        pytest.param("png", {}, Question(), "pokrycie-praktyki-2026-11-30.png", id="measure"),
        pytest.param(
            "pptx",
            COUNTY,
            Question(measure="na100tys", max_year=2015),
            "pokrycie-powiat-bielski-slaskie-na-100-tys-2015-2026-11-30.pptx",
            id="county, measure and year",
        ),
        pytest.param(
            "png",
            {},
            Question(measure="zlobki-2023"),
            "pokrycie-zlobki-2023-2026-11-30.png",
            id="a measure of added data",
        ),
        pytest.param("csv", TWO, Question(), "praktyki-2026-11-30.csv", id="several regions"),
        pytest.param(
            "csv-places",
            COUNTY,
            Question(),
            "miejsca-powiat-bielski-slaskie-2026-11-30.csv",
            id="a table of one region",
        ),
    ],
)
def test_a_file_is_named_after_its_region_and_measure(name_of, kind, chosen, question, name):
    assert name_of(kind, chosen, question) == name


def test_names_are_in_the_language_of_the_file(name_of):
    name = name_of("png", {Facet.VOIVODESHIP: ("śląskie",)}, Question(), "en")
    assert name.startswith("coverage-")
    assert "slaskie" in name
