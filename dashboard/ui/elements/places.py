"""Elements of the page about quality: tables of places, and numbered choices."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source
from dashboard.views.quality.quality import PlaceRow
from dashboard.views.quality.review import Choice

PAGE_SIZE: Final = 15


_places = st.components.v2.component(
    "mapa_praktyk_places",
    html='<div class="places"></div>',
    css=source("shared/pager.css", "places.css"),
    js=script("places.js"),
)
_choices = st.components.v2.component(
    "mapa_praktyk_choices",
    html='<div class="choices"></div>',
    css=source("choices.css"),
    js=script("choices.js"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTable:
    """One table of places.

    Attributes:
        key: Its name among the tables of the page.
        caption: What it shows, in words.
        columns: The headings.
        total: Number of rows that there are in all.
    """

    key: str
    caption: str
    columns: Sequence[str]
    total: int

    @property
    def pages(self) -> int:
        """How many pages the rows fill."""
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def page(self) -> int:
        """The page that is shown, from 0; the last one where there are fewer by now."""
        return min(int(st.session_state.get(self._page_key, 0)), self.pages - 1)

    @property
    def shown(self) -> slice:
        """Which of the rows are on that page."""
        return slice(self.page * PAGE_SIZE, (self.page + 1) * PAGE_SIZE)

    @property
    def _page_key(self) -> str:
        return f"page-of-{self.key}"

    def turn(self, page: int) -> None:
        """Show another page from the next run on."""
        st.session_state[self._page_key] = page


def draw_places(
    table: PlaceTable, rows: Sequence[PlaceRow], texts: Texts, *, on_choose: Callable[[str], None]
) -> None:
    """Draw one page of a table; call back with the name of the place that is chosen."""
    key = f"places-{table.key}"

    def chosen() -> None:
        place = event_value(key, "chosen")
        if place:
            on_choose(str(place))

    def turned() -> None:
        page = event_value(key, "turned")
        if page is not None:
            table.turn(int(page))

    first = table.shown.start
    label = texts("list-page", first=first + 1, last=first + len(rows), total=table.total)
    _places(
        key=key,
        data={
            "columns": list(table.columns),
            "rows": [asdict(row) for row in rows],
            "page": table.page,
            "pages": table.pages,
            "words": {
                "caption": table.caption,
                "previous": texts("list-previous"),
                "next": texts("list-next"),
                "page": label,
            },
        },
        on_chosen_change=chosen,
        on_turned_change=turned,
    )


def draw_choices(
    choices: Sequence[Choice], *, label: str, selected: int | None, on_select: Callable[[int], None]
) -> None:
    """Draw numbered choices; call back with the number of the one that is taken."""

    def report_choice() -> None:
        number = event_value("review-choices", "taken")
        if number is not None:
            on_select(int(number))

    _choices(
        key="review-choices",
        data={"choices": [asdict(each) for each in choices], "label": label, "taken": selected},
        on_taken_change=report_choice,
    )
