"""What the address asks of the page about regional coverage."""

from dataclasses import dataclass, replace
from typing import Final

from dashboard.explore import question_link, regions
from dashboard.explore.catalog import Catalog
from dashboard.explore.coverage import Level, Question
from dashboard.explore.facets import Facet
from dashboard.explore.years import years_of
from dashboard.ui import address, names, state

ON: Final = question_link.ON


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks this page for.

    Attributes:
        question: What is compared, and how.
        presenting: Whether a room is to read the page.
        region: The region that the slide show is at; None without a slide show.
        ignored: (name, value) of what could not be used.
    """

    question: Question
    presenting: bool
    region: str | None
    ignored: tuple[tuple[str, str], ...]


def read_asked(catalog: Catalog) -> Asked:
    """What the address asks for; what it leaves open follows from the filters."""
    question, ignored = question_link.read_question(address.query(), state.filters())
    until, region = question.until, _region(question)
    if until is not None and until not in years_of(catalog):
        ignored = (*ignored, (names.UNTIL, str(until)))
        question = replace(question, until=None)
    text = address.last(names.REGION)
    if text and region is None:
        ignored = (*ignored, (names.REGION, text))
    is_shown = is_presenting() and region is not None
    return Asked(question, is_presenting(), region if is_shown else None, ignored)


def is_presenting() -> bool:
    """Whether a room is to read the page."""
    return address.last(names.PRESENTATION) == ON


def _region(question: Question) -> str | None:
    """The region that the address names, where the map shows it."""
    name = address.last(names.REGION)
    if name not in regions.names_of(question.level.facet):
        return None
    chosen = state.filters().chosen.get(Facet.VOIVODESHIP, ())
    is_shown = not chosen or question.level is Level.VOIVODESHIP
    return name if is_shown or regions.voivodeship_of(name) in chosen else None
