"""What the address asks of the page about regional coverage."""

from dataclasses import dataclass, replace

from dashboard import url
from dashboard.explore.catalog import regions
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.coverage.levels import inside_of
from dashboard.explore.coverage.measures import MeasureSource
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.years import years_of
from dashboard.explore.link.links import read_beside, read_question
from dashboard.locale import texts_in
from dashboard.ui.visit import address, figures, state
from dashboard.url import Param
from dashboard.views.figures.words import measure_sources_of


@dataclass(frozen=True, slots=True)
class CoverageChoice:
    """What the address asks this page for.

    Attributes:
        question: What is compared, and how.
        presenting: Whether a room is to read the page.
        region: The region that the slide show is at; None without a slide show.
        ignored: (name, value) of what could not be used.
        sources: Further data by which the regions can be compared.
        beside: What the second map shows; None without one.
    """

    question: Question
    presenting: bool
    region: str | None
    ignored: tuple[tuple[str, str], ...]
    sources: tuple[MeasureSource, ...]
    beside: Question | None


def read_coverage_state(catalog: Catalog) -> CoverageChoice:
    """Return what the address asks for; what it leaves open follows from the filters."""
    sources = measure_sources()
    question, ignored = read_question(address.query(), state.filters(), sources)
    beside, further = read_beside(address.query(), question, sources)
    question, unknown = _within_years(question, url.MAX_YEAR, catalog)
    ignored, region = (*ignored, *further, *unknown), _region(question)
    if beside is not None:
        beside, unknown = _within_years(beside, url.BESIDE_MAX_YEAR, catalog)
        ignored = (*ignored, *unknown)
    text = address.last(url.REGION)
    if text and region is None:
        ignored = (*ignored, (url.REGION.name, text))
    is_shown = is_presenting() and region is not None
    shown = region if is_shown else None
    return CoverageChoice(question, is_presenting(), shown, ignored, sources, beside)


def _within_years(
    question: Question, param: Param, catalog: Catalog
) -> tuple[Question, tuple[tuple[str, str], ...]]:
    """Return a question without a last year that the practices do not have, and that year."""
    if question.max_year is None or question.max_year in years_of(catalog):
        return question, ()
    return replace(question, max_year=None), ((param.name, str(question.max_year)),)


def measure_sources() -> tuple[MeasureSource, ...]:
    """Return the further data by which this visit can compare the regions."""
    return measure_sources_of(figures.figures(), texts_in(state.language()))


def is_presenting() -> bool:
    """Say whether a room is to read the page."""
    return address.is_on(url.PRESENTATION)


def _region(question: Question) -> str | None:
    """Return the region that the address names, where the map shows it."""
    name = address.last(url.REGION)
    if name not in regions.names_of(question.level.facet):
        return None
    inside = inside_of(question.level, state.filters())
    return name if not inside or regions.is_part(name, inside) else None
