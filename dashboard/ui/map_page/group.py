"""The group of units that the reader's own is compared with, above the list of practices."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.explore.filters.groups import Trait, traits_of
from dashboard.ui.frame.frame import Frame
from dashboard.ui.visit import own_unit, state, widget_keys
from dashboard.views.units.unit_group import (
    COUNTED,
    count_words,
    group_html,
    group_points,
    group_table,
    trait_words,
)

_ALONE = "group-alone"
_SHOW = "group-show"


def draw_group(frame: Frame) -> None:
    """Draw the traits of the group, each of which can be taken off, and what it is good for."""
    own, texts = frame.own, frame.texts
    if own is None or own.profile.level not in COUNTED:
        return
    profile, asked = own.profile, own_unit.asked()
    with st.container(key="grupa"):
        st.html(f'<h2 class="mp-list-title">{texts("group-heading")}</h2>')
        traits = traits_of(profile)
        if traits:
            st.session_state[widget_keys.GROUP_TRAITS] = [
                each for each in asked.traits if each in traits
            ]
            st.pills(
                texts("group-traits"),
                traits,
                selection_mode="multi",
                key=widget_keys.GROUP_TRAITS,
                format_func=lambda trait: trait_words(trait, profile, texts),
                label_visibility="collapsed",
                on_change=_take_traits,
            )
        table = group_table(frame.catalog, frame.selection.mask, own)
        st.html(f'<p class="mp-note" role="status">{count_words(table, profile.level, texts)}</p>')
        with st.container(
            horizontal=True, key="grupa-wybor", gap="small", vertical_alignment="center"
        ):
            st.session_state[_ALONE] = asked.is_group_alone
            st.toggle(texts("group-alone"), key=_ALONE, on_change=_take_alone)
            label = texts("group-hide" if asked.shows_group else "group-show")
            st.button(label, key=_SHOW, on_click=_switch_shown)
        if asked.shows_group:
            st.html(group_html(table, own, texts))


def group_marks(frame: Frame) -> Sequence[tuple[float, float, str]]:
    """Give (lat, lon, name) of the units of the group; none where they are not asked for."""
    own = frame.own
    return group_points(own.group, frame.texts) if own and own.query.shows_group else []


def _take_traits() -> None:
    chosen = st.session_state.get(widget_keys.GROUP_TRAITS) or []
    asked = own_unit.asked()
    own_unit.ask(replace(asked, traits=tuple(each for each in Trait if each in chosen)))
    state.publish()


def _take_alone() -> None:
    is_alone = bool(st.session_state.get(_ALONE))
    own_unit.ask(replace(own_unit.asked(), is_group_alone=is_alone))
    state.publish()


def _switch_shown() -> None:
    asked = own_unit.asked()
    own_unit.ask(replace(asked, shows_group=not asked.shows_group))
    state.publish()
