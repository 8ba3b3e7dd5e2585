"""The options of `mapa-praktyk export` on coverage: what is asked of one map, or of two."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from dashboard import url
from dashboard.cli.export_options import BesideOptions, PageLink, QuestionOptions
from dashboard.cli.naming import named
from dashboard.errors import SettingsError
from dashboard.explore.coverage.classes import Breaks
from dashboard.explore.coverage.levels import Level
from dashboard.explore.coverage.limits import read_limits
from dashboard.explore.coverage.measures import MEASURES, MeasureSource, PracticeMeasure, keys_of
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.explore.link.links import read_beside, read_question
from dashboard.locale import message

_Option = TypeVar("_Option", bound=StrEnum)


def ask_question(
    address: PageLink,
    options: QuestionOptions,
    filters: Filters,
    sources: Sequence[MeasureSource] = (),
) -> Question:
    """Return what is asked of the regions: the options before the address.

    Args:
        address: The address.
        options: The options.
        filters: What both choose.
        sources: Further data by which the regions can be compared.

    Raises:
        SettingsError: A value is none of those that there are, or cannot be measured there.
    """
    asked, ignored = read_question(address.query, filters, sources)
    if ignored:
        unknown = "; ".join(f"{name} = {value}" for name, value in ignored)
        raise SettingsError(message("link-unknown", unknown=unknown))
    level = _option(options.level, Level, "--level") or asked.level
    can_be_kept = asked.measure in keys_of(level, sources)
    kept = asked.measure if can_be_kept else PracticeMeasure.PRACTICES
    drawn = asked.has_points or (address.is_given and address.page != url.Page.COVERAGE)
    limits = _limits(options.limits, "--limits")
    breaks = _option(options.breaks, Breaks, "--breaks") or (Breaks.MANUAL if limits else None)
    return replace(
        asked,
        level=level,
        measure=_measure(options.measure, level, "--measure", sources) or kept,
        second=_second(options.second, [each.key for each in sources]) or asked.second,
        breaks=breaks or asked.breaks,
        limits=limits or asked.limits,
        has_points=drawn if options.points is None else options.points,
        max_year=options.until or asked.max_year,
    )


def _second(text: str | None, known: Sequence[str]) -> str:
    """Return the key of the second measure; '' for none.

    Raises:
        SettingsError: No figure of this name was added.
    """
    if text is None or text in known:
        return text or ""
    listed = ", ".join(known) or "–"
    raise SettingsError(message("figure-not-added", key=repr(text), known=listed))


def ask_beside(
    address: PageLink,
    options: BesideOptions,
    question: Question,
    sources: Sequence[MeasureSource] = (),
) -> Question | None:
    """Return what is asked of a second map, the options before the address; None for none.

    Raises:
        SettingsError: A value is none of those that there are, or cannot be measured there.
    """
    switch = {url.BESIDE.name: [url.BESIDE.on]} if options.is_wanted else {}
    beside, ignored = read_beside({**address.query, **switch}, question, sources)
    if ignored:
        unknown = "; ".join(f"{name} = {value}" for name, value in ignored)
        raise SettingsError(message("link-unknown", unknown=unknown))
    if beside is None:
        return None
    measure = (
        _measure(options.measure, question.level, "--beside-measure", sources) or beside.measure
    )
    limits = beside.limits if measure == beside.measure else ()
    return replace(
        beside,
        measure=measure,
        limits=_limits(options.limits, "--beside-limits") or limits,
        max_year=options.until or beside.max_year,
    )


def _measure(
    text: str | None, level: Level, name: str, sources: Sequence[MeasureSource]
) -> str | None:
    """Return the key of the measure of this English name, or of this figure; None for none given.

    Raises:
        SettingsError: There is none, or not on this level.
    """
    further = [each.key for each in sources]
    if text in further:
        return text
    measure = _option(text, PracticeMeasure, name)
    if measure is None or measure in MEASURES[level]:
        return measure
    known = ", ".join([*(each.name.lower() for each in MEASURES[level]), *further])
    raise SettingsError(
        message(
            "measure-unknown",
            option=name,
            measure=repr(text),
            lower=level.name.lower(),
            known=known,
        )
    )


def _limits(text: str | None, name: str) -> tuple[float, ...]:
    """Return the limits of classes; none where none are given.

    Raises:
        SettingsError: They are no rising numbers.
    """
    limits = read_limits(text) if text else ()
    if limits is None:
        raise SettingsError(message("limits-bad", option=name, limits=repr(text)))
    return limits


def _option(text: str | None, options: type[_Option], name: str) -> _Option | None:
    """Return the option of this English name."""
    if text is None:
        return None
    known = {each.name.lower(): each for each in options}
    return known[named(text, list(known), option=name)]
