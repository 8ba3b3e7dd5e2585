"""The answer to a question about regional coverage: every number that a page or a file shows of it.

    answer = CoverageAnswer(catalog, filters, Question(level=Level.COUNTY))
    answer.ranking.table, answer.remarks, answer.white_spots, answer.by_year

A part is computed when it is first asked for, and once: a slide has no white spots, a page without
the slider of years counts none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.counts.inhabitants import (
    commune_inhabitants,
    county_inhabitants,
    voivodeship_inhabitants,
)
from dashboard.explore.coverage.commune_groups import CommuneGroup, commune_groups
from dashboard.explore.coverage.coverage import (
    coverage,
    everywhere,
    outside,
    uncovered_counties,
    uncovered_types,
    within,
)
from dashboard.explore.coverage.levels import Level, facet_inside, inside_of
from dashboard.explore.coverage.measures import MeasureSource, PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.coverage.ranking import Ranking, rank, rank_by, scale_up_to
from dashboard.explore.coverage.region_profile import Profile, profile
from dashboard.explore.coverage.themes import Theme, mask_for_themes, themes
from dashboard.explore.coverage.timeline import coverage_by_year
from dashboard.explore.filters.filters import Filters, matches
from dashboard.explore.filters.years import introduced_by, introduction_years, years_of


class Remark(StrEnum):
    """What a reader should know of the numbers."""

    SEVERAL = "several"
    """A practice with places in several regions counts in each of them."""
    OUTSIDE = "outside"
    """Some practices lie in no region that is known: `CoverageAnswer.outside` of them."""
    RATES = "rates"
    """Of which day the numbers of inhabitants are."""
    APPROXIMATE = "approximate"
    """The borders follow from the places of settlements."""


@dataclass(frozen=True, slots=True)
class WhiteSpots:
    """What none of the practices comes from, or is about.

    Attributes:
        counties: By voivodeship: the short names of its counties; of every voivodeship shown.
        communes: Communes by kind and size class, of every voivodeship shown.
        types: Types of commune.
        themes: Themes.
    """

    counties: Mapping[str, Sequence[str]]
    communes: Sequence[CommuneGroup]
    types: Sequence[str]
    themes: Sequence[Theme]


@dataclass(frozen=True, slots=True)
class CoverageYears:
    """The regions at the end of each year.

    Attributes:
        years: Those in which practices were introduced, without a gap.
        rankings: One a year, all in the classes of the newest year so that shades compare; then
            one of all practices, in classes of its own.
        counts: How many practices count in each ranking: of those in the regions that are shown.
        undated: How many practices are of no known date, and so in the last ranking only.
    """

    years: range
    rankings: Sequence[Ranking]
    counts: Sequence[int]
    undated: int


@dataclass(frozen=True, eq=False)
class CoverageAnswer:
    """What the practices that pass the filters tell about a question.

    Attributes:
        catalog: All practices.
        filters: What the reader chose. Those on a region do not leave out what is counted
            elsewhere: they say which region is chosen, and which counties are shown.
        question: What is compared.
        sources: Further data by which the regions can be compared.
    """

    catalog: Catalog
    filters: Filters
    question: Question
    sources: tuple[MeasureSource, ...] = ()

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """The regions whose parts alone are shown; none where the whole country is."""
        return inside_of(self.question.level, self.filters)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The regions of the question's level that the filters choose."""
        return self.filters.chosen.get(self.question.level.facet, ())

    @cached_property
    def counted(self) -> Mask:
        """One entry a practice: whether it counts, in whatever region it is."""
        return self._until(everywhere(self.catalog, self.filters))

    @cached_property
    def passing(self) -> Mask:
        """One entry a practice: whether it passes all filters and is of a year that counts."""
        return self._until(matches(self.catalog, self.filters))

    @cached_property
    def ranking(self) -> Ranking:
        """The regions that are shown, in their classes, the highest first."""
        years, max_year = years_of(self.catalog), self.question.max_year
        if max_year is None or not years:
            return rank(self._table(self.counted), self.question, self.sources)
        newest = everywhere(self.catalog, self.filters) & introduced_by(self.catalog, years[-1])
        scale = scale_up_to(max_year, self._table(newest), years, self.question, self.sources)
        return rank_by(scale, self._table(self.counted), self.question, self.sources)

    @cached_property
    def outside(self) -> int:
        """How many of the practices lie in no region that is known, of those shown on the map."""
        return outside(self.catalog, self.counted & self._inside, self.question.level)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What a reader should know of the numbers, in the order in which it is read."""
        holds = {
            Remark.SEVERAL: True,
            Remark.OUTSIDE: self.outside > 0,
            Remark.RATES: self.question.measure == PracticeMeasure.RATE,
            Remark.APPROXIMATE: self.question.level.is_approximate,
        }
        return tuple(remark for remark in Remark if holds[remark])

    @cached_property
    def themes(self) -> Sequence[Theme]:
        """The themes by voivodeship, whatever theme and region the filters choose."""
        return themes(self.catalog, self._themed)

    @cached_property
    def white_spots(self) -> WhiteSpots:
        """What has no practice: in the voivodeships that the filters choose, else anywhere."""
        chosen = self.filters.chosen.get(Facet.VOIVODESHIP, ())
        inside = self._in(Facet.VOIVODESHIP, chosen)
        empty = uncovered_counties(self.catalog, self.counted)
        return WhiteSpots(
            counties={name: names for name, names in empty.items() if not chosen or name in chosen},
            communes=commune_groups(
                self.catalog, self.counted, inside_of(Level.COMMUNE, self.filters)
            ),
            types=uncovered_types(self.catalog, self.counted & inside),
            themes=[
                theme for theme in themes(self.catalog, self._themed & inside) if not theme.total
            ],
        )

    @cached_property
    def by_year(self) -> CoverageYears | None:
        """The regions at the end of each year; None where no practice states its date."""
        introduced, years = introduction_years(self.catalog), years_of(self.catalog)
        if not np.isfinite(introduced).any():
            return None
        mask, level = everywhere(self.catalog, self.filters) & self._inside, self.question.level
        tables = [
            within(table, self.inside)
            for table in coverage_by_year(
                self.catalog, mask, years=years, level=level, inhabitants=_inhabitants(level)
            )
        ]
        question, sources = self.question, self.sources
        scale = scale_up_to(years[-1], tables[-1], years, question, sources)
        rankings = [
            rank_by(replace(scale, max_year=year), table, question, sources)
            for year, table in zip(years, tables, strict=True)
        ]
        counts = [int(np.count_nonzero(mask & introduced_by(self.catalog, year))) for year in years]
        return CoverageYears(
            years=years,
            rankings=[*rankings, rank(self._table(mask), question, sources)],
            counts=[*counts, int(np.count_nonzero(mask))],
            undated=int(np.count_nonzero(mask & np.isnan(introduced))),
        )

    def profile(self, region: str) -> Profile:
        """Give the newest practices and the most frequent themes of a region.

        Args:
            region: As the filter names it.
        """
        return profile(self.catalog, self.counted, level=self.question.level, region=region)

    @cached_property
    def points(self) -> pd.DataFrame:
        """Where the practices that pass all filters are, whatever their year.

        Returns:
            Columns lat, lon (degrees, WGS 84) and year (0 where it is not known).
        """
        mask = matches(self.catalog, self.filters)
        places = self.catalog.places[mask[self.catalog.places["row"].to_numpy()]]
        places = places[places["lat"].notna()]
        years = np.nan_to_num(introduction_years(self.catalog))[places["row"].to_numpy()]
        points: pd.DataFrame = places[["lat", "lon"]].assign(year=years.astype(np.int64))
        return points

    @cached_property
    def _themed(self) -> Mask:
        return mask_for_themes(self.catalog, self.filters, self.question.max_year)

    @property
    def _inside(self) -> Mask:
        """Say of each practice whether it lies in what the map shows."""
        return self._in(facet_inside(self.question.level, self.filters), self.inside)

    def _in(self, facet: Facet, names: tuple[str, ...]) -> Mask:
        """Say of each practice whether it lies in some regions; of all where none is named."""
        if not names:
            return np.ones(len(self.catalog), dtype=bool)
        return self.catalog.facets[facet].mask(names)

    def _until(self, mask: Mask) -> Mask:
        """Leave out what was introduced after the last year that counts, or who knows when."""
        max_year = self.question.max_year
        return mask if max_year is None else mask & introduced_by(self.catalog, max_year)

    def _table(self, mask: Mask) -> pd.DataFrame:
        """Count the practices of a mask in each region that is shown."""
        level = self.question.level
        found = coverage(self.catalog, mask, level=level, inhabitants=_inhabitants(level))
        return within(found, self.inside)


def _inhabitants(level: Level) -> pd.Series:
    """Give the inhabitants by region, where they are known."""
    match level:
        case Level.VOIVODESHIP:
            return voivodeship_inhabitants()
        case Level.COUNTY:
            return county_inhabitants()
        case Level.COMMUNE:
            return commune_inhabitants()
