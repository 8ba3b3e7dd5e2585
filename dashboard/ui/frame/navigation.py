"""The pages and the links between them, which carry filters, selection and language along."""

from dataclasses import dataclass
from typing import Final, cast

import streamlit as st

from dashboard import url
from dashboard.locale import Texts
from dashboard.ui.visit import address, state


@dataclass(frozen=True, slots=True)
class _Entry:
    """One page.

    Attributes:
        key: Names its title among the messages: 'page-KEY'.
        script: Its script in app_pages, without the ending.
        path: Last part of its address.
    """

    key: str
    script: str
    path: url.Page


_ENTRIES: Final = (
    _Entry("map", "map_page", url.Page.MAP),
    _Entry("coverage", "coverage_page", url.Page.COVERAGE),
    _Entry("analysis", "analysis_page", url.Page.ANALYSIS),
    _Entry("figures", "figures_page", url.Page.FIGURES),
    _Entry("shortlist", "shortlist_page", url.Page.SHORTLIST),
    _Entry("quality", "quality_page", url.Page.QUALITY),
    _Entry("add", "add_page", url.Page.ADD),
    _Entry("about", "about_page", url.Page.ABOUT),
)

_PAGES: Final = "pages"


def pages(texts: Texts) -> dict[str, st.Page]:
    """Return the pages by their keys, in the order of the navigation; the first opens at the start.

    A visit keeps them, since each looks for its script on the disk when it is made.
    """
    language, made = st.session_state.get(_PAGES, ("", {}))
    if language != texts.language:
        made = _pages(texts)
        st.session_state[_PAGES] = texts.language, made
    return cast("dict[str, st.Page]", made)


def _pages(texts: Texts) -> dict[str, st.Page]:
    """Return the pages with their titles in a language."""
    return {
        entry.key: st.Page(
            f"app_pages/{entry.script}.py",
            title=texts(f"page-{entry.key}"),
            url_path=entry.path.value or None,
            default=not entry.path,
        )
        for entry in _ENTRIES
    }


def draw_links(texts: Texts) -> None:
    """Draw the links to all pages; each opens with the present filters and selection."""
    with st.container(key="nawigacja", horizontal=True, gap="small"):
        for key, page in pages(texts).items():
            count = len(state.shortlist()) if key == "shortlist" else 0
            title = texts(f"page-{key}")
            label = texts("page-with-count", title=title, count=count) if count else title
            st.page_link(page, label=label, query_params=address.query())
