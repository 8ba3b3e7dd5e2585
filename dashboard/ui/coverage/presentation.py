"""The page about coverage in front of a room: what the presenter can ask for, and the slide show.

The slide show goes through the regions of the map in the order of the ranking; the region that
is shown stands in the address.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.measures import keys_of
from dashboard.locale import Texts
from dashboard.ui.elements.presentation import (
    NEXT_KEYS,
    PREVIOUS_KEYS,
    AutoPlay,
    Control,
    PresenterCommand,
    presentation_keys,
)
from dashboard.ui.elements.timeline import PLAY
from dashboard.ui.frame.frame import Frame
from dashboard.ui.visit import address
from dashboard.ui.visit.coverage_state import CoverageChoice, read_coverage_state
from dashboard.views.coverage.region_card import place_words
from dashboard.views.coverage.region_names import region_title
from dashboard.views.coverage.shading import Shading

_SECONDS: Final = 8
"""How long the slide show stays at each region."""


class _ShowCommand(StrEnum):
    """What presenters ask for on this page besides.

    The slide show has commands of its own to go on and back: the years, which take
    `PresenterCommand.NEXT`, can still be on the page while the first slide comes.
    """

    REGIONS = "regions"
    NEXT_REGION = "next-region"
    PREVIOUS_REGION = "previous-region"
    END = "end"


def draw_presentation_controls(frame: Frame, asked: CoverageChoice, answer: CoverageAnswer) -> None:
    """Draw the presenter's buttons and listen to the keys."""
    texts = frame.texts
    shading, regions = Shading(answer.ranking, texts), list(answer.ranking.table.index)
    is_showing = asked.region is not None
    pace = AutoPlay(
        wish=_ShowCommand.NEXT_REGION,
        seconds=_SECONDS,
        step=str(asked.region),
        play=texts("coverage-show-play"),
        pause=texts("coverage-show-pause"),
    )
    presentation_keys(
        _offered(asked, texts, is_showing=is_showing),
        is_presenting=asked.presenting,
        on_wish=lambda wish: _fulfil(wish, frame.catalog, regions),
        pace=pace if is_showing else None,
        spoken="" if asked.region is None else _spoken(asked.region, shading),
    )


def _offered(asked: CoverageChoice, texts: Texts, *, is_showing: bool) -> list[Control]:
    """Return what can be asked for: in the slide show, in the presentation, on the page."""
    if not asked.presenting:
        label = texts("coverage-present")
        return [Control(wish=PresenterCommand.ENTER, keys=("F8",), label=label, screen="enter")]
    leave = texts("coverage-present-leave")
    if is_showing:
        return [
            Control(wish=_ShowCommand.PREVIOUS_REGION, keys=PREVIOUS_KEYS),
            Control(wish=_ShowCommand.NEXT_REGION, keys=NEXT_KEYS),
            Control(wish=_ShowCommand.END, keys=("Escape", "r"), label=texts("coverage-show-end")),
            Control(wish=PresenterCommand.LEAVE, keys=("F8",), screen="leave"),
        ]
    return [
        Control(wish=PresenterCommand.PREVIOUS, keys=PREVIOUS_KEYS),
        Control(wish=PresenterCommand.NEXT, keys=NEXT_KEYS),
        Control(wish=PLAY, keys=(" ",), label=texts("coverage-time-play-key")),
        Control(wish=_ShowCommand.REGIONS, keys=("r",), label=texts("coverage-show")),
        Control(wish=PresenterCommand.LEAVE, keys=("Escape", "F8"), label=leave, screen="leave"),
    ]


def _fulfil(wish: str, catalog: Catalog, regions: Sequence[str]) -> None:
    """Enter or leave the presentation or the slide show, or turn to what comes next."""
    address.restore()
    asked = read_coverage_state(catalog)
    match wish:
        case PresenterCommand.ENTER:
            address.set_switch(url.PRESENTATION, is_on=True)
        case PresenterCommand.LEAVE:
            address.set_switch(url.PRESENTATION, is_on=False)
            address.set_param(url.REGION, [])
        case _ShowCommand.REGIONS:
            address.set_param(url.REGION, list(regions[:1]))
        case _ShowCommand.END:
            address.set_param(url.REGION, [])
        case _ShowCommand.NEXT_REGION | _ShowCommand.PREVIOUS_REGION if asked.region is not None:
            step = 1 if wish == _ShowCommand.NEXT_REGION else -1
            shown = regions.index(asked.region) if asked.region in regions else -step
            address.set_param(url.REGION, [regions[(shown + step) % len(regions)]])
        case PresenterCommand.NEXT | PresenterCommand.PREVIOUS:
            measures = keys_of(asked.question.level, asked.sources)
            shown = measures.index(asked.question.measure)
            step = 1 if wish == PresenterCommand.NEXT else -1
            address.set_param(url.MEASURE, [measures[(shown + step) % len(measures)]])


def _spoken(region: str, shading: Shading) -> str:
    """Return what a screen reader says of a slide: the place, the region and its measure."""
    value = shading.values()[list(shading.ranking.table.index).index(region)]
    name = region_title(region, shading.texts)
    return f"{place_words(shading, region)}: {name}. {shading.title}: {value}"
