"""The answer to a question about regions: their shades, of what passes the filters."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.counts.inhabitants import county_inhabitants, voivodeship_inhabitants
from dashboard.explore.coverage.classes import Breaks, classify, place_in, stretched
from dashboard.explore.coverage.coverage import Level, Measure, Question, counted, coverage, within
from dashboard.explore.filters.filters import Filters
from dashboard.explore.filters.years import years_of
from dashboard.locale import Texts
from dashboard.views.coverage.shading import UNKNOWN, ZERO, Scale, Shading


def answer(catalog: Catalog, filters: Filters, question: Question, texts: Texts) -> Shading:
    """The regions that a question asks about, in their classes, of what passes the filters."""
    level, measure = question.level, question.measure
    chosen = filters.chosen.get(Facet.VOIVODESHIP, ())

    def table(max_year: int | None) -> pd.DataFrame:
        mask = counted(catalog, filters, max_year)
        found = coverage(catalog, mask, level=level, inhabitants=inhabitants_of(level))
        return shown(found, level=level, voivodeships=chosen)

    years = years_of(catalog)
    if question.max_year is None or not years:
        return shade(table(None), level=level, measure=measure, breaks=question.breaks, texts=texts)
    scale = scale_until(question.max_year, table(years[-1]), years, question)
    return shade_by(scale, table(question.max_year), level=level, measure=measure, texts=texts)


def inhabitants_of(level: Level) -> pd.Series:
    """Inhabitants by region, where they are known."""
    return voivodeship_inhabitants() if level is Level.VOIVODESHIP else county_inhabitants()


def shown(table: pd.DataFrame, *, level: Level, voivodeships: tuple[str, ...]) -> pd.DataFrame:
    """The regions of a table that are drawn: of the counties those in the chosen voivodeships."""
    return within(table, voivodeships) if level is Level.COUNTY else table


def own_scale(table: pd.DataFrame, measure: Measure, breaks: Breaks) -> Scale:
    """The scale of a table's own values; years begin a little before the first."""
    numbers = _known(table, measure)
    start = numbers.min(initial=np.inf) - 1 if measure is Measure.YEAR and numbers.size else 0
    classes, _ = classify(numbers, breaks)
    return Scale(classes=classes, start=float(start), full=float(numbers.max(initial=0)))


def scale_until(max_year: int, last: pd.DataFrame, years: range, question: Question) -> Scale:
    """The scale of a table of the newest year, without gaps, for one of the years before."""
    measure, scale = question.measure, own_scale(last, question.measure, question.breaks)
    least = years[0] if measure is Measure.YEAR else int(measure.is_whole)
    classes = stretched(scale.classes, start=least, step=int(measure.is_whole))
    start = years[0] - 1 if measure is Measure.YEAR else 0
    return Scale(classes=classes, start=start, full=scale.full, max_year=max_year)


def shade(
    table: pd.DataFrame, *, level: Level, measure: Measure, breaks: Breaks, texts: Texts
) -> Shading:
    """The regions of a table, as `coverage` gives it, in classes of one measure."""
    scale = own_scale(table, measure, breaks)
    return shade_by(scale, table, level=level, measure=measure, texts=texts)


def shade_by(
    scale: Scale, table: pd.DataFrame, *, level: Level, measure: Measure, texts: Texts
) -> Shading:
    """The regions of a table, as `coverage` gives it, in the classes of a scale.

    A region without practices is ZERO whatever is measured; one whose measure cannot be known
    is UNKNOWN; neither is in a class.
    """
    by = [measure.column, "practices"]
    table = table.sort_values(by, ascending=False, na_position="last", kind="stable")
    numbers = table[measure.column].to_numpy(np.float64)
    has_none = _has_none(table, measure)
    known = np.isfinite(numbers) & ~has_none
    kinds = np.where(has_none, ZERO, UNKNOWN).astype(object)
    at = place_in(numbers[known], scale.classes)
    kinds[known] = [str(scale.classes[each].shade) for each in at]
    return Shading(table, level, measure, scale, kinds.tolist(), texts)


def _has_none(table: pd.DataFrame, measure: Measure) -> Mask:
    """One entry a region: whether it has nothing, whatever is measured."""
    none: Mask = ((table["practices"] == 0) | (table[measure.column] == 0)).to_numpy()
    return none


def _known(table: pd.DataFrame, measure: Measure) -> npt.NDArray[np.float64]:
    """The values of the regions that have something and state it."""
    numbers = table[measure.column].to_numpy(np.float64)
    known: npt.NDArray[np.float64] = numbers[np.isfinite(numbers) & ~_has_none(table, measure)]
    return known
