"""The figures that a link or an option of `mapa-praktyk export` names: those that were added."""

from dashboard.errors import SettingsError
from dashboard.explore.coverage.measures import MeasureSource
from dashboard.explore.figures.added import added_figures, whole_figure
from dashboard.explore.filters.figure_query import FigureQuery
from dashboard.explore.filters.filters import Filters
from dashboard.export.linked_filters import with_figure
from dashboard.locale import Texts, message
from dashboard.views.figures.words import measure_sources_of


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
    if query is None and option is not None:
        raise SettingsError(message("figure-range-unclear", text=repr(option)))
    return with_figure(filters, query)
