"""Every number of a page or file is the one that pandas counts in the rows that pass the filters.

The expected numbers are counted in the cells that the catalogue was made of, not by its indexes.
"""

import csv
import datetime as dt
import io
import random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.explore.catalog.completion import with_stated_population
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.counts import summary
from dashboard.explore.counts.sizes import SIZE_CLASSES, size_index
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import POPULATION, Filters, matches, select
from dashboard.export import ExportContext, request_filtered
from dashboard.export.registry import format_named
from dashboard.locale import texts_in

pytestmark = pytest.mark.slow

COUNTIES = (
    ("małopolskie", "bocheński"),
    ("małopolskie", "krakowski"),
    ("śląskie", "bielski"),
    ("podlaskie", "bielski"),
    ("podlaskie", ""),
    ("", ""),
)
SECTIONS = ("Usługi społeczne", "Usługi techniczne", "Efektywność energetyczna")
TYPES = ("gmina miejska", "gmina wiejska", "powiat", "")
YEARS = (2009, 2012, 2013, 2020, None)
PEOPLE = (900, 12_000, 30_000, 49_999, 50_000, 250_000, "")
FACETS = {
    Facet.VOIVODESHIP: ("małopolskie", "śląskie", "podlaskie"),
    Facet.COUNTY: ("małopolskie / bocheński", "śląskie / bielski", "podlaskie / bielski"),
    Facet.UNIT_TYPE: TYPES[:-1],
    Facet.SECTION: SECTIONS,
    Facet.YEAR: ("2009", "2013"),
}
FILTERS = st.builds(
    Filters,
    chosen=st.fixed_dictionaries(
        {},
        optional={
            facet: st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True).map(tuple)
            for facet, values in FACETS.items()
        },
    ),
    population_min=st.none() | st.sampled_from([0, 12_000, 30_000]),
    population_max=st.none() | st.sampled_from([30_000, 49_999, 250_000]),
    year_min=st.none() | st.sampled_from([2009, 2012, 2013]),
    year_max=st.none() | st.sampled_from([2012, 2013, 2025]),
)


@pytest.fixture(scope="module")
def cells():
    """Practices and places as they are stated: a row a practice, and a row a place."""
    chance = random.Random(7)  # noqa: S311  no secret
    practices, places = [], []
    for art in range(1, 91):
        year = chance.choice(YEARS)
        practices.append(
            {
                "art": art,
                "title": f"Praktyka {art}",
                "section": chance.choice(SECTIONS),
                "unit_type": chance.choice(TYPES),
                "population": chance.choice(PEOPLE),
                "introduced": f"{year}-05-01" if year else "",
            }
        )
        for voivodeship, county in chance.sample(COUNTIES, chance.choice((1, 1, 2))):
            status = "ok" if voivodeship else "no_match"
            places.append(
                {
                    "art": art,
                    "place": "Miejsce",
                    "voivodeship": voivodeship,
                    "county": county,
                    "status": status,
                }
            )
    return practices, places


class Given:
    """The practices as a catalogue and as tables; a failure prints neither.

    Attributes:
        catalog: The catalogue, with populations as they are stated.
        practices: A row a practice.
        places: A row a place.
    """

    def __init__(self, catalog, practices, places):
        """Take the three."""
        self.catalog, self.practices, self.places = catalog, practices, places


@pytest.fixture
def known(make_catalog, cells):
    """The same cells as a catalogue and as tables of pandas."""
    practices, places = (pd.DataFrame(each) for each in cells)
    practices["population"] = pd.to_numeric(practices["population"])
    practices["year"] = pd.to_numeric(practices["introduced"].str[:4])
    is_whole = places[["voivodeship", "county"]].ne("").all(axis="columns")
    places["area"] = (places["voivodeship"] + " / " + places["county"]).where(is_whole, "")
    return Given(with_stated_population(make_catalog(*cells)), practices, places)


def passing(known, filters, *, but=()):
    """The practices that pass the filters, found in the cells alone."""
    found, places = known.practices, known.places
    for facet, values in filters.chosen.items():
        if facet in but:
            continue
        if facet in (Facet.VOIVODESHIP, Facet.COUNTY):
            column = "voivodeship" if facet is Facet.VOIVODESHIP else "area"
            found = found[found["art"].isin(places.loc[places[column].isin(values), "art"])]
        elif facet is Facet.YEAR:
            found = found[found["year"].isin([int(value) for value in values])]
        else:
            name = "unit_type" if facet is Facet.UNIT_TYPE else "section"
            found = found[found[name].isin(values)]
    bounds = {
        "year": (filters.year_min, filters.year_max),
        "population": (filters.population_min, filters.population_max),
    }
    for name, (least, most) in bounds.items():
        if name in but or (least, most) == (None, None):
            continue
        found = found[found[name].between(least or 0, 10**9 if most is None else most)]
    return found


@given(FILTERS)
def test_what_passes_and_every_option(known, filters: Filters) -> None:
    found = select(known.catalog, filters)
    shown = known.catalog.practices["art"][found.mask].tolist()
    assert shown == passing(known, filters)["art"].tolist()
    by_type = passing(known, filters, but=[Facet.UNIT_TYPE])["unit_type"].value_counts()
    assert dict(found.counts[Facet.UNIT_TYPE]) == {
        name: int(by_type.get(name, 0)) for name in sorted(TYPES[:-1])
    }


@given(FILTERS)
def test_the_counts_of_the_page_about_analysis(known, filters: Filters) -> None:
    rest = filters.without(POPULATION)
    sizes = summary.counts(size_index(known.catalog.population), matches(known.catalog, rest))
    people = passing(known, filters, but=["population"])["population"]
    for each in SIZE_CLASSES:
        assert sizes[each.key] == people.between(each.least, each.most or 10**9).sum()
    assert sizes[summary.UNKNOWN] == people.isna().sum()
    rest = filters.without(Facet.SECTION).without(Facet.VOIVODESHIP)
    mask = matches(known.catalog, rest)
    sections, regions = known.catalog.facets[Facet.SECTION], known.catalog.facets[Facet.VOIVODESHIP]
    cross = summary.cross(sections, regions, mask)
    practices = passing(known, filters, but=[Facet.SECTION, Facet.VOIVODESHIP])
    pairs = practices.merge(known.places, on="art").drop_duplicates(["art", "voivodeship"])
    located = pairs[pairs["voivodeship"] != ""]
    expected = located.groupby(["section", "voivodeship"]).size()
    for (section, region), count in expected.items():
        assert cross.loc[section, region] == count
    assert cross.loc[:, list(regions.values)].to_numpy().sum() == len(located)
    assert summary.counts(sections, mask).sum() == len(practices)


@pytest.mark.parametrize("level", [Level.VOIVODESHIP, Level.COUNTY])
@given(FILTERS)
def test_coverage_with_its_notes_and_its_slider(known, level, filters: Filters) -> None:
    answer = CoverageAnswer(known.catalog, filters, Question(level=level))
    column = "voivodeship" if level is Level.VOIVODESHIP else "area"
    practices = passing(known, filters, but=[Facet.VOIVODESHIP, Facet.COUNTY])
    pairs = practices.merge(known.places, on="art")
    ranking = answer.ranking.table["practices"]
    for region, count in ranking.items():
        assert count == pairs.loc[pairs[column] == region, "art"].nunique(), region
    inside = answer.inside
    here = pairs[pairs["voivodeship"].isin(inside)] if inside else pairs
    with_region = pairs.loc[pairs[column] != "", "art"]
    shown = practices[practices["art"].isin(here["art"])]
    assert answer.outside == len(shown[~shown["art"].isin(with_region)])
    years = answer.by_year
    assert years is not None
    assert years.counts[-1] == len(shown)
    for year, count in zip(years.years, years.counts, strict=False):
        assert count == (shown["year"] <= year).sum()
    assert years.undated == shown["year"].isna().sum()


@given(FILTERS)
def test_the_rows_of_the_files(known, filters: Filters) -> None:
    context = ExportContext(
        question=Question(),
        dataset="x",
        has_contacts=False,
        made_at=dt.datetime(2026, 11, 30, tzinfo=dt.UTC),
        texts=texts_in("pl"),
    )
    request = request_filtered(known.catalog, matches(known.catalog, filters), filters, context)
    practices = passing(known, filters)
    expected = {
        "csv": practices["art"].tolist(),
        "csv-places": practices.merge(known.places, on="art")["art"].tolist(),
    }
    for name, numbers in expected.items():
        content = format_named(name).write(request, lambda _done, _of: None).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(content), delimiter=";"))
        assert [int(row["Numer praktyki"]) for row in rows] == numbers
        if rows:
            assert f"{len(practices)} z 90" in rows[0]["Pochodzenie"]
