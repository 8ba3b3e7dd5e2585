"""Which browser a visit is of: Streamlit begins another visit whenever the page is loaded anew.

A browser is told from others by a cookie that no script can read and the server gives
(dashboard/server/visit_owner.py).
"""

import hashlib
import re
from typing import Final

import streamlit as st

COOKIE: Final = "mapa_praktyk_browser"
"""Name of the cookie."""
_A_COOKIE: Final = re.compile(r"[\w-]{43}", re.ASCII)


def browser_of(cookie: str) -> str:
    """Return what stands for the browser with a cookie; empty where its value is none of ours."""
    return hashlib.sha256(cookie.encode()).hexdigest() if _A_COOKIE.fullmatch(cookie) else ""


def current_browser() -> str:
    """Return what stands for this visit's browser; empty for one without the cookie."""
    cookie = st.context.cookies.get(COOKIE)
    return browser_of(cookie) if isinstance(cookie, str) else ""
