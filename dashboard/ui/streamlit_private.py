"""What the program needs of Streamlit beyond its documented calls: the one module that knows it.

Every function stands for one private part. tests/dashboard/server/test_streamlit_contract.py runs
each on the installed version, and pyproject.toml bounds Streamlit to the minor version that was
tested. `dashboard/server/streamlit_protocol.py` is the same for the messages and the start of the
server, `dashboard/server/login_format.py` for the cookies of a login.
"""

from pathlib import Path
from typing import Final, Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator as Container
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.stats import CacheStat

__all__ = [
    "STATIC",
    "Container",
    "Visits",
    "current_visit",
    "is_history_navigation",
    "page_script",
    "running_visits",
    "runs_fragment_alone",
    "serve_media",
    "stored_upload_bytes",
    "text_font",
]

STATIC: Final = Path(st.__file__).parent / "static"
"""The folder of Streamlit's own page: index.html, and under static/ its scripts and fonts."""


class Visits(Protocol):
    """What knows which visits there are."""

    def is_active_session(self, session_id: str) -> bool:
        """Say whether a browser shows the visit."""

    def close_session(self, session_id: str) -> None:
        """Forget the visit and all that it holds."""


def current_visit() -> str | None:
    """Return the id of the visit whose script runs; None outside of any."""
    context = get_script_run_ctx()
    return context.session_id if context else None


def page_script() -> str | None:
    """Return what names the page whose script runs; None outside of any."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else None


def is_history_navigation() -> bool:
    """Say whether this run was asked for by the browser's back or forward."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def runs_fragment_alone() -> bool:
    """Say whether this run draws fragments and not the whole page."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def running_visits() -> Visits | None:
    """Return the visits of the server of this process; None where none runs."""
    return Runtime.instance() if Runtime.exists() else None


def stored_upload_bytes() -> int:
    """Return how many bytes of uploaded files the visits of this server hold."""
    if not Runtime.exists():
        return 0
    families = Runtime.instance().uploaded_file_mgr.get_stats().values()
    return sum(one.byte_length for each in families for one in each if isinstance(one, CacheStat))


def serve_media(content: bytes, mime: str, *, name: str) -> str:
    """Serve a file to who knows its address, as long as the visit whose script runs uses it.

    Args:
        content: The file; its address is a name made of it.
        mime: Its media type.
        name: The place that it has in the page: another file of the same name takes it.

    Returns:
        The address from the root of the server: '/media/….gz'.
    """
    return Runtime.instance().media_file_mgr.add(content, mime, coordinates=name)


def text_font() -> Path:
    """Return the file of the font that Streamlit writes its pages in."""
    return next((STATIC / "static" / "media").glob("SourceSansVF-Upright*.woff2"))
