"""What surrounds every page: the heading line, notices, the footer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import streamlit as st

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.filters.filters import Selection
from dashboard.locale import Texts
from dashboard.publishing.embedding import embedding_origins
from dashboard.ui.downloads import downloads
from dashboard.ui.downloads.downloads import Scope
from dashboard.ui.elements.embedding import draw_embedding
from dashboard.ui.elements.page_tools import page_tools
from dashboard.ui.frame import datasets, navigation
from dashboard.ui.labels import plain
from dashboard.ui.streamlit_private import Container
from dashboard.ui.visit import address, state
from dashboard.ui.visit.coverage_state import is_presenting
from dashboard.ui.visit.data import Snapshot
from dashboard.url import Dataset
from dashboard.views.filter_words import filter_chips
from dashboard.views.sources import licence_words, sources
from dashboard.views.templating import render

ICON: Final = Path(__file__).parents[1] / "icon.svg"


def draw_word_style(texts: Texts) -> None:
    """Add to the page the words that its style shows; all else of the style is the same for all."""
    st.html(f'<style>:root {{ --mp-filters: "{texts("filters")}"; }}</style>')


def draw_brand(texts: Texts) -> None:
    """Draw the name of the dashboard, at the top of the filters."""
    st.html(f'<p class="mp-name">{texts("app-name")}</p>')


@dataclass(frozen=True, slots=True)
class Heading:
    """The room at the top of a page that is filled once the filters are known.

    Attributes:
        line: The line with the pages, the count and what can be taken along.
        chips: The filters in use, under the notices.
    """

    line: Container
    chips: Container


def open_heading(snapshot: Snapshot, texts: Texts) -> Heading:
    """Make the room of the heading, with the notices in it."""
    line = st.container(horizontal=True, key="naglowek", vertical_alignment="center")
    draw_notices(snapshot, texts)
    return Heading(line, st.container(horizontal=True, key="uzyte-filtry"))


def draw_notices(snapshot: Snapshot, texts: Texts) -> None:
    """Draw what is special about the practices, and what the opened link could not have."""
    datasets.draw_banner(snapshot, texts)
    _notice(texts)


def draw_heading(
    heading: Heading, snapshot: Snapshot, selection: Selection, scope: Scope, texts: Texts
) -> None:
    """Draw the pages, how many practices are shown, what can be taken along, filters in use."""
    with heading.line:
        navigation.draw_links(texts)
        with st.container(key="licznik", width="stretch"):
            left = texts("filters-show", count=int(np.count_nonzero(selection.mask)))
            line = count_line(snapshot.catalog, selection, texts)
            st.html(f'<p role="status" data-left="{left}">{line}</p>')
        downloads.draw_downloads(snapshot, selection.mask, scope, texts)
        sites = embedding_origins()
        if sites and snapshot.dataset is not Dataset.OWN and not is_presenting():
            draw_embedding(texts, sites, root=address.root())
        page_tools(texts)
    with heading.chips:
        for at, chip in enumerate(filter_chips(state.filters(), texts)):
            st.button(
                plain(chip.text),
                key=f"uzyty-filtr-{at}",
                icon=":material/close:",
                icon_position="right",
                help=texts("chip-drop"),
                on_click=state.drop_value,
                args=(chip.filter, chip.value),
            )


def count_line(catalog: Catalog, selection: Selection, texts: Texts) -> str:
    """Return 'N z M praktyk', and how many of the N are not on the map."""
    shown = int(np.count_nonzero(selection.mask))
    off_map = int(np.count_nonzero(selection.mask & ~catalog.on_map))
    line = texts("count", shown=shown, total=len(catalog))
    return f"{line} · {texts('count-off-map', count=off_map)}" if off_map else line


def _notice(texts: Texts) -> None:
    """Draw what the opened link asked for and the data does not have."""
    unknown = [f"{texts(f'filter-{name}')} = {value}" for name, value in state.ignored()]
    room = st.empty()  # in every run, as those of the banner
    if unknown:
        room.warning(texts("link-ignored", values=plain("; ".join(unknown))))


def draw_footer(texts: Texts) -> None:
    """Draw the links to the pages that the law asks for, and the sources of the data."""
    with st.container(key="stopka"):
        listed = [(source, licence_words(source, texts)) for source in sources()]
        query = f"?lang={texts.language}" if state.language() != url.LANGUAGE.default else ""
        links = {"texts": texts, "root": address.root(), "query": query}
        footer = render("footer.html", {"texts": texts, "sources": listed})
        st.html(render("public_links.html", links) + footer)


def draw_empty(gains: dict[str, int], texts: Texts) -> None:
    """Say that nothing passed the filters, and offer to drop each one of them."""
    st.html(f'<h2 class="mp-empty">{texts("empty-title")}</h2>')
    if not any(gains.values()):
        st.write(texts("empty-each-zero"))
        st.button(texts("filter-reset"), key="empty-reset", on_click=state.reset_filters)
        return
    st.write(texts("empty-advice"))
    for name, count in gains.items():
        if count:
            st.button(
                texts("empty-drop", filter=texts(f"filter-{name}"), count=count),
                key=f"empty-{name}",
                on_click=state.drop_filter,
                args=(name,),
            )
