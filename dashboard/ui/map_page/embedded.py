"""A part of the map's page for a frame on another site: the list or a card, and a line under it."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard import url
from dashboard.ui.elements.page_tools import page_tools
from dashboard.ui.frame import shell
from dashboard.ui.frame.frame import Frame
from dashboard.ui.map_page import panel
from dashboard.ui.visit import address, state
from dashboard.url import EmbeddedPart
from dashboard.views.sources import practice_source


def draw_surroundings(frame: Frame) -> None:
    """Draw what every part begins with: its heading for screen readers, notices, the language."""
    st.html(f'<h1 class="mp-hidden">{escape(frame.texts("app-name"))}</h1>')
    shell.draw_notices(frame.snapshot, frame.texts)
    page_tools(frame.texts, offers=False)


def draw_part(frame: Frame, part: EmbeddedPart) -> None:
    """Draw the list, or the card of the selected practice.

    A practice that is chosen in the list takes its place, until its card is closed.
    """
    number = state.practice()
    row = None if number is None else frame.catalog.position_of(number)
    if row is not None:
        if part is EmbeddedPart.LIST:
            st.button(
                frame.texts("embedded-back"),
                key="embedded-back",
                icon=":material/arrow_back:",
                on_click=state.close_card,
            )
        with st.container(key="metryka"):
            panel.draw_tabs(frame, row, has_map=False)
    elif part is EmbeddedPart.CARD:
        st.info(frame.texts("embedded-no-card"))
    elif len(frame.rows):
        panel.draw_list(frame)
    else:
        st.info(frame.texts("empty-title"))


def draw_source_line(frame: Frame) -> None:
    """Draw how many practices are shown, whose they are, and the link to the whole page.

    The link has the filters, the selected practice and the language of the part.
    """
    texts, source = frame.texts, practice_source()
    number = state.practice()
    row = None if number is None else frame.catalog.position_of(number)
    title = "" if row is None else str(frame.catalog.practices["title"].iloc[row])
    words = texts("embedded-open-practice", title=title) if title else texts("embedded-open")
    query = {
        name: values
        for name, values in address.query().items()
        if name not in (url.EMBEDDED_PART.name, url.PRESENTATION.name)
    }
    target = f"./?{urlencode(query, doseq=True)}" if query else "./"
    count = shell.count_line(frame.catalog, frame.selection, texts)
    publisher = (
        f'<a href="{escape(source.publisher_url)}" target="_blank" rel="noopener">'
        f"{escape(source.attribution)}</a>"
    )
    with st.container(key="osadzenie-zrodlo"):
        st.html(
            f'<p><span role="status">{escape(count)}</span> · {escape(texts("embedded-source"))} '
            f'{publisher} · <a href="{escape(target)}" target="_blank" rel="noopener">'
            f"{escape(words)}</a></p>"
        )
