"""The years of a map of regions: a slider and a play button that need no run of the page."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.locale import Texts
from dashboard.ui.elements.events import event_value
from dashboard.ui.elements.sources import script, source
from dashboard.views.coverage.timeline import Timeline

PLAY: Final = "play"
"""The wish of a presenter that starts and stops the years, see `presentation`."""

_KEY: Final = "timeline"
_STEP_MS: Final = 1200
"""How long each year is shown."""

_timeline = st.components.v2.component(
    "mapa_praktyk_timeline",
    html='<div class="timeline" role="group"></div>',
    css=source("shared/spoken.css", "timeline.css"),
    js=script("timeline.js"),
)


def draw_timeline(
    shown: Timeline,
    texts: Texts,
    *,
    until: int | None,
    is_presenting: bool,
    on_choose: Callable[[int | None], None],
) -> None:
    """Draw the slider; call back with the year at which the reader stops, None for all of them.

    While the years go by, the map and the ranking hear of each of them in the browser.

    Args:
        shown: The years.
        texts: The language.
        until: The year that is shown; None for all.
        is_presenting: Whether a room reads the page.
        on_choose: Called before the next run.
    """
    last = len(shown.years)

    def chosen() -> None:
        at = event_value(_KEY, "chosen")
        if isinstance(at, int) and 0 <= at <= last:
            on_choose(shown.years[at] if at < last else None)

    _timeline(
        key=_KEY,
        data={
            "digest": shown.digest,
            "message": shown.message,
            "years": [*map(str, shown.years), texts("coverage-time-every")],
            "labels": list(shown.labels),
            "note": texts("coverage-time-unknown", count=shown.unknown) if shown.unknown else "",
            "at": last if until is None else until - shown.years[0],
            "presenting": is_presenting,
            "stepMs": _STEP_MS,
            "words": {
                "group": texts("coverage-time"),
                "play": texts("coverage-time-play"),
                "pause": texts("coverage-time-pause"),
                "slider": texts("coverage-time-slider"),
            },
        },
        on_chosen_change=chosen,
    )
