import re

import numpy as np
import pandas as pd
import pytest

from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.coverage.ranking import rank
from dashboard.locale import texts_in
from dashboard.views.coverage.choropleth import (
    CoverageMap,
    CoverageMapState,
    CoverageState,
    read_region,
)
from dashboard.views.coverage.shading import Shading

TEXTS = texts_in("pl")
NAN = float("nan")


@pytest.fixture
def table():
    columns = ["practices", "rate", "share", "commune_share", "units", "year"]
    rows = {
        "opolskie": [0, 0.0, 0.0, 0.0, 0.0, NAN],
        "śląskie": [4, 0.09, 4 / 36, 0.02, 3.0, 2012.0],
        "podlaskie": [1, NAN, 1 / 17, 0.01, NAN, NAN],
        "lubuskie": [12, 1.2, 0.5, 0.1, 12.0, 2009.0],
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns)


def shaded(table, measure, level=Level.VOIVODESHIP):
    return Shading(rank(table, Question(level=level, measure=measure)), TEXTS)


def state_of(shading, **changes):
    values = {
        "level": shading.ranking.level.value,
        "regions": shading.regions(()),
        "whole": True,
        "legend": shading.legend(),
        "points": [],
        "large": False,
    }
    return CoverageMapState(**(values | changes))


@pytest.mark.parametrize(
    ("measure", "kinds", "legend"),
    [
        pytest.param(
            PracticeMeasure.PRACTICES,
            {"lubuskie": "5", "śląskie": "3", "podlaskie": "1", "opolskie": "zero"},
            ["0 (1)", "1 (1)", "4 (1)", "12 (1)"],
            id="practices",
        ),
        pytest.param(
            PracticeMeasure.RATE,
            {"lubuskie": "4", "śląskie": "2", "opolskie": "zero", "podlaskie": "unknown"},
            ["0,00 (1)", "0,09 (1)", "1,20 (1)", "brak danych (1)"],
            id="a rate without inhabitants",
        ),
        pytest.param(
            PracticeMeasure.YEAR,
            {"śląskie": "4", "lubuskie": "2", "podlaskie": "unknown", "opolskie": "zero"},
            ["brak praktyk (1)", "2009 (1)", "2012 (1)", "brak danych (1)"],
            id="no practice and no date are two things",
        ),
        pytest.param(
            PracticeMeasure.SHARE,
            {"lubuskie": "5", "śląskie": "3", "podlaskie": "1", "opolskie": "zero"},
            ["0% (1)", "6% (1)", "11% (1)", "50% (1)"],
            id="share of counties",
        ),
    ],
)
def test_regions_are_shaded(table, measure, kinds, legend):
    shading = shaded(table, measure)
    regions = shading.regions(("śląskie",))
    assert {each.key: each.kind for each in regions} == kinds
    assert [each.key for each in regions if each.chosen] == ["śląskie"]
    assert [f"{row.label} {row.count}" for row in shading.legend().rows] == legend


def test_a_region_without_practices_says_so_with_all_its_numbers(table):
    region = next(r for r in shaded(table, PracticeMeasure.YEAR).regions(()) if r.key == "opolskie")
    assert region.lines == [
        "Praktyki: 0",
        "Na 100 tys.: 0,00",
        "Powiaty z praktyką: 0%",
        "Gminy z praktyką: 0%",
        "Jednostki: 0",
        "Najnowsza: brak praktyk",
    ]


def test_the_ranking_has_every_region_and_marks_the_chosen(table):
    ranking = shaded(table, PracticeMeasure.UNITS).count_table(("opolskie",))
    assert [(line.key, line.cells[0].text, line.pressed) for line in ranking.rows] == [
        ("lubuskie", "12", False),
        ("śląskie", "3", False),
        ("opolskie", "0", True),
        ("podlaskie", "brak danych", False),
    ]
    assert all(line.choosable for line in ranking.rows)
    assert ranking.rows[0].cells[0].share == 1


def test_counties_are_told_to_be_approximate_and_cities_to_be_cities(table):
    table.index = pd.Index(["a / bocheński", "a / Kraków", "a / tarnowski", "a / Tarnów"])
    shading = shaded(table, PracticeMeasure.PRACTICES, Level.COUNTY)
    assert "przybliżone" in shading.legend().note
    assert {each.name for each in shading.regions(())} == {
        "bocheński",
        "m. Kraków",
        "tarnowski",
        "m. Tarnów",
    }


def test_nothing_at_all(table):
    empty = table.assign(practices=0, rate=np.nan, units=0.0, year=np.nan)
    assert {each.kind for each in shaded(empty, PracticeMeasure.RATE).regions(())} == {"zero"}


def test_texts_stay_texts_in_the_script(table):
    table.index = pd.Index(["</script><b>", "{{ 7 * 7 }}", "`${x}`", "'\""])
    state = CoverageState(state_of(shaded(table, PracticeMeasure.PRACTICES)))
    bare = CoverageMap(base="files/", options={"language": "pl"}, attribution="©")
    state.add_to(bare)
    page = bare.get_root().render()
    assert "</script><b>" not in page
    assert "49" not in re.findall(r'"name": ?"(\d+)"', page)


def test_the_base_is_the_same_on_every_run():
    def body():
        made = CoverageMap(base="files/", options={"language": "pl"}, attribution="©")
        return made.get_root().render().replace(made.get_name(), "map")

    assert body() == body()
    assert "files/coverage-map.js" in body()


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        pytest.param({"region": "a / b", "click": 2}, "a / b", id="region"),
        pytest.param({}, None, id="nothing"),
        pytest.param({"region": 5}, None, id="no name"),
    ],
)
def test_what_was_clicked(properties, expected):
    assert read_region(properties) == expected
