"""Has the server send what it has at once.

Streamlit binds the server's socket in a way by which asyncio does not know it for TCP, and so does
not ask for TCP_NODELAY. Each second piece of an answer, and most of the messages of a run, would
then wait until the browser has acknowledged the piece before, which takes it up to 40 ms.
"""

import socket
import sys
from typing import Any, Final

_FAMILIES: Final = {socket.AF_INET, socket.AF_INET6}


def send_at_once() -> None:
    """Let every TCP socket that is bound from now on, and its connections, wait for nothing."""
    sys.addaudithook(_on_event)


def _on_event(event: str, arguments: tuple[Any, ...]) -> None:
    """Set up a socket that is about to be bound; Python calls this for all it does."""
    if event != "socket.bind":
        return
    bound: socket.socket = arguments[0]
    if bound.family in _FAMILIES and bound.type == socket.SOCK_STREAM:
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
