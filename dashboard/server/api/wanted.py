"""What a request asks of the practices: the same catalogue and filters as the page's link."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from starlette.requests import Request

from dashboard import url
from dashboard.errors import SettingsError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Facet, Mask
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.figures.added import added_figures, whole_figure
from dashboard.explore.filters.filters import Filters, matches
from dashboard.explore.link.links import read_link, read_question
from dashboard.export.linked_filters import with_figure, with_home
from dashboard.locale import Texts
from dashboard.server.api.parameters import require_none
from dashboard.server.api.problems import WrongValue
from dashboard.ui.visit.data import Snapshot, geocoder, table_state
from dashboard.url import PARAM, Dataset, Query
from dashboard.views.figures.words import measure_sources_of

_NEAREST = 3
"""Values that are named where one is not known."""


@dataclass(frozen=True)
class Wanted:
    """The practices that a request asks for.

    Attributes:
        catalog: All practices.
        query: The parameters of the request.
        texts: Its language.
    """

    catalog: Catalog
    query: Query
    texts: Texts

    @cached_property
    def filters(self) -> Filters:
        """The filters, with the circle, the group and the range of a figure.

        Raises:
            ProblemError: A value cannot be used.
        """
        link = read_link(self.query, self.catalog)
        self._refuse(link.ignored)
        try:
            filters = with_home(link.view.filters, link.view.home, geocoder)
        except SettingsError as error:
            self._refuse_one(url.HOME.name, str(error))
        try:
            return with_figure(filters, link.view.figure)
        except SettingsError as error:
            self._refuse_one(url.FIGURE_RANGE.name, str(error))
        raise AssertionError("a wrong value was refused")

    @cached_property
    def mask(self) -> Mask:
        """One entry a practice: whether it passes the filters.

        Raises:
            ProblemError: A value cannot be used.
        """
        return matches(self.catalog, self.filters)

    def coverage(self) -> CoverageAnswer:
        """Return what the page about coverage answers.

        Raises:
            ProblemError: A value cannot be used.
        """
        sources = measure_sources_of(map(whole_figure, added_figures()), self.texts)
        question, ignored = read_question(self.query, self.filters, sources)
        self._refuse(ignored)
        return CoverageAnswer(self.catalog, self.filters, question, sources)

    def _refuse(self, ignored: Sequence[tuple[str, str]]) -> None:
        """Refuse values of an address that could not be used; there may be none."""
        wrong = [WrongValue(name, value, self._expected(name, value)) for name, value in ignored]
        require_none(wrong, self.texts)

    def _refuse_one(self, name: str, reason: str) -> None:
        """Refuse the value of a parameter for a reason."""
        value = url.last(self.query, PARAM[name])
        require_none([WrongValue(name, value, reason)], self.texts)

    def _expected(self, name: str, value: str) -> str:
        """Say what a parameter may say, with the values of a filter that come nearest."""
        expected = self.texts(f"api-param-{name}")
        if name not in list(Facet):
            return expected
        near = process.extract(value, self.catalog.facets[Facet(name)].values, limit=_NEAREST)
        values = ", ".join(f"'{text}'" for text, _, _ in near)
        return f"{expected} {self.texts('api-nearest', values=values)}"


def wanted_practices(request: Request, texts: Texts) -> Wanted:
    """Return what a request asks of the practices as they stand now.

    Raises:
        DashboardError: The table cannot be read or breaks its schema.
        GeocodingError: The gazetteer cannot be read.
    """
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    state = table_state()
    snapshot = Snapshot(Dataset.TABLE, state.prepared.catalog, state)
    if url.is_on(query, url.STATED_ALONE):
        snapshot = snapshot.with_stated_population()
    return Wanted(snapshot.catalog, query, texts)
