"""The page about quality: filters with counts, a map, and tables of what deserves a look."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import streamlit as st

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.facets import Mask
from dashboard.explore.filters.filters import Selection, counts_without_each
from dashboard.explore.quality.improvement import Improvement
from dashboard.explore.quality.quality import (
    Positions,
    QualityFacet,
    QualityFilter,
)
from dashboard.explore.quality.review import find_place, place_ids
from dashboard.locale import Texts
from dashboard.ui.elements.page_tools import move_focus
from dashboard.ui.fragments import drawn_alone
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import Frame
from dashboard.ui.labels import plain
from dashboard.ui.map.map_view import draw_map
from dashboard.ui.map.point_files import map_points
from dashboard.ui.quality.examined import quality_of
from dashboard.ui.quality.tables import (
    draw_contradictions,
    draw_missing,
    draw_note,
    draw_positions,
    draw_provisional,
    draw_unlocated,
)
from dashboard.ui.review import corrections, history, removal, review
from dashboard.ui.visit import address, state, view_requests
from dashboard.ui.visit.data import places_without_points
from dashboard.views.map.maps import MapState, OfflineMap, PracticeState, read_practice
from dashboard.views.map.points import map_options, shown_places
from dashboard.views.quality.quality import (
    KNOWN_CHECKS,
    value_words,
)
from geocoding import Precision, Status
from geocoding.added import added_address_points

_PARAMETERS: Final = {
    QualityFacet.STATUS: url.STATUS,
    QualityFacet.PRECISION: url.PRECISION,
    QualityFacet.CHECK: url.CHECK,
}
_POSSIBLE: Final[dict[QualityFacet, tuple[str, ...]]] = {
    QualityFacet.STATUS: tuple(Status),
    QualityFacet.PRECISION: tuple(Precision),
    QualityFacet.CHECK: KNOWN_CHECKS,
}
_FOLLOWED: Final = "quality-followed"


@drawn_alone
def draw_quality(frame: Frame) -> None:
    """Draw the review of the place that the address names, else the overview of all places."""
    catalog, selection, texts = frame.catalog, frame.selection, frame.texts
    address.restore_unless_revisited()
    asked = address.last(url.REVIEW)
    reviewed = find_place(catalog, asked) if asked else None
    if reviewed:
        review.draw_review(catalog, reviewed, texts)
    else:
        if asked:
            st.warning(texts("link-ignored", values=plain(f"{url.REVIEW.name} = {asked}")))
        _overview(catalog, selection, texts)
    move_focus(view_requests.requested_focus())


def _overview(catalog: Catalog, selection: Selection, texts: Texts) -> None:
    """Draw everything about the practices that passed the filters at the left."""
    if not selection.mask.any():
        if len(catalog) == 0:
            st.info(texts("no-practices"))
        else:
            shell.draw_empty(counts_without_each(catalog, state.filters()), texts)
        return
    quality = quality_of(catalog)
    positions = quality.positions.of_practices(selection.mask)
    corrections.draw_corrections(texts)
    removal.draw_idle(catalog, texts)
    history.draw_latest(texts)
    with st.container(key="jakosc"):
        with st.container(key="jakosc-filtry"):
            wanted = _filters(catalog, positions, texts)
            passed = positions.select(wanted)
        with st.container(key="mapa-jakosc"):
            _map(catalog, selection, positions, passed, texts)
    draw_positions(catalog, positions, passed, on_reset=_reset, texts=texts)
    draw_contradictions(catalog, positions, texts)
    draw_unlocated(catalog, positions, texts)
    draw_provisional(catalog, positions, texts)
    draw_missing(quality.lacks, selection, texts)


# Filters


def _key(facet: QualityFacet) -> str:
    return f"quality-{facet.value}"


def _improvement(catalog: Catalog, positions: Positions, texts: Texts) -> None:
    """Say what the added address points improved, where there are any."""
    if added_address_points() is None:
        return
    found = Improvement.of(positions.table, places_without_points(catalog)[1])
    if found is None:
        draw_note(texts("quality-points-none"))
        return
    before, after = (texts.distance(each) for each in (found.before_m, found.after_m))
    draw_note(texts("quality-points", **found.counts, before=before, after=after))


def _filters(catalog: Catalog, positions: Positions, texts: Texts) -> QualityFilter:
    """Draw the counts by status, precision and check, each of which is a choice too."""
    for name, value in _follow_address():
        st.warning(texts("link-ignored", values=plain(f"{name} = {value}")))
    wanted = QualityFilter(
        {facet: tuple(st.session_state.get(_key(facet)) or ()) for facet in QualityFacet}
    )
    located = int(np.count_nonzero(positions.is_located))
    draw_note(texts("quality-summary", places=len(positions), located=located))
    _improvement(catalog, positions, texts)
    for facet, counts in positions.counts(wanted).items():
        options = [*counts, *(value for value in wanted.chosen[facet] if value not in counts)]
        if not options:
            draw_note(f"{texts(f'quality-filter-{facet}')}: {texts('quality-checks-clear')}")
            continue
        words = {
            value: texts(
                "filter-option",
                label=plain(value_words(facet, value, texts)),
                count=texts.number(counts.get(value, 0)),
            )
            for value in options
        }
        st.pills(
            texts(f"quality-filter-{facet}"),
            options,
            selection_mode="multi",
            format_func=words.__getitem__,
            key=_key(facet),
            on_change=_publish,
        )
    return wanted


def _follow_address() -> list[tuple[str, str]]:
    """Take over what the address asks for; (name, value) of what there is no such thing of."""
    asked = {facet: address.values(param) for facet, param in _PARAMETERS.items()}
    drawn = _key(QualityFacet.STATUS) in st.session_state
    if st.session_state.get(_FOLLOWED) != asked or not drawn:
        for facet, values in asked.items():
            possible = [value for value in values if value in _POSSIBLE[facet]]
            st.session_state[_key(facet)] = list(dict.fromkeys(possible))
        st.session_state[_FOLLOWED] = asked
    return [
        (_PARAMETERS[facet].name, value)
        for facet, values in asked.items()
        for value in values
        if value not in _POSSIBLE[facet]
    ]


def _publish() -> None:
    """Write the choices to the address bar."""
    for facet, param in _PARAMETERS.items():
        address.set_param(param, st.session_state.get(_key(facet)) or ())
    st.session_state[_FOLLOWED] = {
        facet: address.values(param) for facet, param in _PARAMETERS.items()
    }


def _reset() -> None:
    """Choose all places again."""
    for facet in QualityFacet:
        st.session_state[_key(facet)] = []
    _publish()


# Map and tables


def _map(
    catalog: Catalog, selection: Selection, positions: Positions, passed: Mask, texts: Texts
) -> None:
    """Draw the places that passed; a click opens the review of the first one of the practice."""

    def choose(properties: Mapping[str, Any]) -> None:
        number = read_practice(properties)
        if number is None:
            return
        of_practice = (positions.table["art"] == number).to_numpy() & passed
        found = place_ids(catalog, positions.table[of_practice])
        if found:  # else it left the map while it was clicked
            review.open_review(found[0])

    shown = shown_places(catalog, selection.mask, passed)
    draw_map(
        OfflineMap,
        PracticeState(MapState(points=map_points(catalog, texts), shown=shown)),
        key="map-of-quality",
        options=map_options(catalog, texts),
        on_click=choose,
    )
    if not (passed & positions.is_located).any():
        draw_note(texts("quality-none-on-map"))
