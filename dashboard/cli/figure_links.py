"""The figures that a link or an option of `mapa-praktyk export` names: those that were added."""

from dataclasses import replace

from dashboard.errors import SettingsError
from dashboard.explore.coverage.measures import MeasureSource
from dashboard.explore.figures.added import added_figures, whole_figure
from dashboard.explore.figures.practice_values import FigureRange
from dashboard.explore.filters.figure_query import FigureQuery
from dashboard.explore.filters.filters import Filters
from dashboard.locale import Texts, message
from dashboard.views.figures.words import figure_label, measure_sources_of


def figure_sources(texts: Texts) -> tuple[MeasureSource, ...]:
    """Return the added figures as measures of regions."""
    return measure_sources_of(map(whole_figure, added_figures()), texts)


def in_figure_range(filters: Filters, linked: FigureQuery | None, option: str | None) -> Filters:
    """Add the range of a figure, where one is asked for.

    Args:
        filters: The other filters.
        linked: The range of the address.
        option: The one of the option, which comes before it.

    Raises:
        SettingsError: It is no range, or of a figure that was not added.
    """
    query = linked if option is None else FigureQuery.parse(option)
    if query is None:
        if option is None:
            return filters
        raise SettingsError(message("figure-range-unclear", text=repr(option)))
    there = {each.key: each for each in added_figures()}
    if query.key not in there:
        known = ", ".join(there) or "–"
        raise SettingsError(message("figure-not-added", key=repr(query.key), known=known))
    if not query.is_bound:
        return filters
    figure = whole_figure(there[query.key])
    wanted = FigureRange(figure, figure_label(figure), query.least, query.most)
    return replace(filters, figure=wanted)
