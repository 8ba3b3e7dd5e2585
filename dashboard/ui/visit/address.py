"""The address bar: what this visit wrote into it, and what a request reports of it.

A request that left before the browser heard of the visit's last address comes with the one
before. It is taken for what the reader asks for only where the reader turned to it: at the
beginning, by the browser's back and forward, or by a link to another page.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from dashboard import url
from dashboard.ui.streamlit_private import is_history_navigation, page_script
from dashboard.url import Param

_PAGE: Final = "page-path"
_SCRIPT: Final = "page-script"
_WRITTEN: Final = "query-written"


def query() -> dict[str, list[str]]:
    """Return the address's parameters as this visit left them, each of a bearable length."""
    return url.bounded_query({name: st.query_params.get_all(name) for name in st.query_params})


def root() -> str:
    """Return the path of this server's first page: '/', or '/praktyki/' behind a proxy."""
    before = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{before}/" if before else "/"


def values(param: Param) -> list[str]:
    """Return the values of a parameter, each of a bearable length."""
    return query().get(param.name, [])


def last(param: Param) -> str:
    """Return the value of a parameter that counts once; empty where there is none."""
    return url.last(query(), param)


def is_on(param: Param) -> bool:
    """Say whether a switch is on."""
    return url.is_on(query(), param)


def is_written() -> bool:
    """Say whether the address is the one that this visit wrote last.

    One that the reader went back or forward to is read anyway: a press whose run ended before it
    wrote an address may have changed what the widgets hold.
    """
    return not is_history_navigation() and st.session_state.get(_WRITTEN) == url.of_server(query())


def write(parameters: Mapping[str, Sequence[str]]) -> None:
    """Write what the visit shows to the address bar."""
    st.query_params.from_dict(parameters)
    mark_written()


def mark_written() -> None:
    """Take the address as it is for one that this visit wrote."""
    st.session_state[_WRITTEN] = url.of_server(query())


def set_param(param: Param, values: Sequence[str]) -> None:
    """Write a parameter that one page reads by itself; it stays beside what all pages share."""
    restore()
    written = url.write({param: values})
    if written:
        st.query_params[param.name] = written[param.name]
    else:
        st.query_params.pop(param.name, None)
    mark_written()


def set_switch(param: Param, *, is_on: bool) -> None:
    """Switch a parameter on or off."""
    set_param(param, url.switched(param, is_on=is_on))


def navigate(parameters: Mapping[str, Sequence[str]]) -> None:
    """Show what another address asks for from the next run on."""
    st.query_params.from_dict(parameters)
    st.session_state.pop(_WRITTEN, None)


def restore() -> None:
    """Go on from the address as this visit wrote it last."""
    written = st.session_state.get(_WRITTEN)
    present = query()
    if written is not None and written != url.of_server(present):
        st.query_params.from_dict(written | url.of_browser(present))


def restore_unless_revisited() -> None:
    """Go on from the address as this visit wrote it last, unless the reader turned to another.

    Where they went back or forward, the browser learns where they are: the address of a run
    before can reach it after they left, and it then stands over the one that they went to.
    """
    script = page_script()
    if is_history_navigation():
        st.query_params.from_dict(query())
    elif script and st.session_state.get(_SCRIPT) == script:
        restore()


def enter_page(path: str) -> None:
    """Bring what the visit shows along to another page.

    The link that led there was drawn before the last click, so its address may be behind.

    Args:
        path: Last part of the address of the page that is being drawn.
    """
    before = st.session_state.get(_PAGE)
    st.session_state[_PAGE] = path
    if script := page_script():
        st.session_state[_SCRIPT] = script
    if before not in (None, path) and _WRITTEN in st.session_state:
        navigate(
            st.session_state[_WRITTEN] | url.of_browser(query())
        )  # the page's own widgets are new: set them again
