"""A measure of regions: those of the practices, and further data by TERYT code."""

import pandas as pd
import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.catalog.regions import by_region, teryt_codes
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import MEASURES, Measure, ValueFormat, keys_of
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.locale import texts_in
from dashboard.views.coverage.shading import Shading
from dashboard.views.coverage.timeline import timeline

BALANCE = {"12": -3.5, "24": 0.0, "02": 7.25}


class Balance:
    """A figure of voivodeships, below zero in one and missing in most."""

    key = "saldo"

    def measure(self, table, level):
        if level is not Level.VOIVODESHIP:
            return None
        return Measure(
            key=self.key,
            by_region=by_region(pd.Series(BALANCE), level.facet).reindex(table.index),
            format=ValueFormat.DECIMAL,
            label="Saldo migracji",
            unit="na 1000",
            note="GUS 2024",
        )


class PerBalance:
    """Practices by a figure: what a rate divides by is missing in most regions."""

    key = "na-saldo"

    def measure(self, table, level):
        values = table["practices"] / by_region(pd.Series(BALANCE), level.facet)
        return Measure(
            key=self.key,
            by_region=values,
            format=ValueFormat.DECIMAL,
            is_of_practices=True,
            label="x",
        )


@pytest.fixture
def catalog(make_catalog):
    bochnia = {"county": "bocheński", "voivodeship": "małopolskie"}
    practices = [{"art": art, "title": "a", "introduced": f"20{art}-05-01"} for art in (10, 12)]
    return make_catalog(
        practices, [{"art": art, "place": "Bochnia", **bochnia} for art in (10, 12)]
    )


def asked(catalog, sources, **question):
    return CoverageAnswer(catalog, Filters(), Question(**question), sources)


def test_the_measures_of_practices_are_cases_of_a_measure(catalog):
    ranking = asked(catalog, ()).ranking
    assert list(ranking.measures) == list(MEASURES[Level.VOIVODESHIP])
    assert ranking.measure is ranking.measures["praktyki"]
    assert ranking.measure.by_region["małopolskie"] == 2


def test_further_data_shade_the_regions_and_rank_them(catalog):
    ranking = asked(catalog, (Balance(),), measure="saldo").ranking
    assert list(ranking.table.index[:3]) == ["dolnośląskie", "śląskie", "małopolskie"]
    assert ranking.kinds[:4] == ["5", "3", "1", "unknown"], "zero is a value, no lack of practices"
    assert ranking.lengths()[:3] == pytest.approx([1.0, 3.5 / 10.75, 0.0])


def test_further_data_are_said_with_their_unit_and_note(catalog):
    shading = Shading(asked(catalog, (Balance(),), measure="saldo").ranking, texts_in("pl"))
    legend = shading.legend()
    assert (legend.title, legend.note) == ("Saldo migracji (na 1000)", "GUS 2024")
    assert [row.label for row in legend.rows] == ["-3,50", "0,00", "7,25", "brak danych"]
    lines = {region.key: region.lines for region in shading.regions(())}
    assert "Saldo migracji: 7,25" in lines["dolnośląskie"]
    assert "Saldo migracji: brak danych" in lines["opolskie"]


def test_a_rate_with_a_missing_denominator_is_unknown(catalog):
    ranking = asked(catalog, (PerBalance(),), measure="na-saldo").ranking
    kinds = dict(zip(ranking.table.index, ranking.kinds, strict=True))
    assert kinds["małopolskie"] not in ("zero", "unknown")
    assert kinds["opolskie"] == "zero"


def test_what_further_data_do_not_have_on_a_level_is_not_offered_there(catalog):
    ranking = asked(catalog, (Balance(),), measure="saldo", level=Level.COUNTY).ranking
    assert list(ranking.measures) == list(MEASURES[Level.COUNTY])
    assert ranking.measure.key == "praktyki"
    assert "saldo" in keys_of(Level.VOIVODESHIP, (Balance(),))


def test_the_years_show_further_data_the_same_in_each(catalog):
    made = timeline(asked(catalog, (Balance(),), measure="saldo"), texts_in("pl"))
    assert made is not None
    kinds = [frame["kinds"] for frame in made.message["frames"]]
    assert kinds[0] == kinds[1] == kinds[-1]


@pytest.mark.parametrize(
    ("facet", "region", "code"),
    [
        pytest.param(Facet.VOIVODESHIP, "małopolskie", "12", id="voivodeship"),
        pytest.param(Facet.COUNTY, "małopolskie / bocheński", "1201", id="county"),
        pytest.param(Facet.COUNTY, "małopolskie / Kraków", "1261", id="city with county rights"),
    ],
)
def test_every_region_has_its_code(facet, region, code):
    codes = teryt_codes(facet)
    assert codes[region] == code
    assert codes.notna().all()
    assert codes.is_unique
