"""Streamlit's messages and the start of its server: the one module that knows these parts.

tests/dashboard/server/test_streamlit_contract.py runs them on the installed version.
"""

from collections.abc import Mapping
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web import bootstrap
from streamlit.web.server import server_util

__all__ = [
    "BROWSER_COOKIE",
    "HEALTH",
    "UPLOAD",
    "BackMsg",
    "ForwardMsg",
    "load_options",
    "local_address",
]

HEALTH: Final = "/_stcore/health"
"""The path at which the server says that it is well."""

UPLOAD: Final = "/_stcore/upload_file/"
"""What the path of a file begins with that a browser sends."""

BROWSER_COOKIE: Final = "_streamlit_xsrf"
"""The cookie that every browser has a value of its own in."""


def load_options(options: Mapping[str, Any]) -> None:
    """Set the options that Streamlit runs with, by their names ('server.port')."""
    bootstrap.load_config_options(dict(options))


def local_address(address: str) -> str:
    """Return where a browser of this machine finds the server that listens at an address."""
    return server_util.get_url(server_util.get_display_address(address))
