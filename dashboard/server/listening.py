"""Serves an application by uvicorn, with limits for each browser and for all together.

Streamlit's own start of uvicorn takes none of these settings; an application of Streamlit may be
served by any server that speaks ASGI.
"""

import os
import socket
from typing import Final

import streamlit
import uvicorn
from starlette.types import ASGIApp

from dashboard.server.connections import Connections, bounded_protocols
from dashboard.server.messages import MAX_BYTES

_PING_S: Final = 30
"""A browser that does not answer within this time is gone."""
_IDLE_S: Final = 5
"""Seconds that a connection stays open for a next request."""


def open_socket(address: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address and port.

    It is made by the name of its protocol: only of such a one asyncio knows that it is TCP, and
    has its connections send each piece at once. Else every second piece of an answer would wait,
    up to 40 ms, until the browser has acknowledged the piece before.

    Raises:
        OSError: The port is in use, or this machine has no such address.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":  # on Windows it would let two servers share a port
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        opened.bind((address, port))
    except OSError:
        opened.close()
        raise
    return opened


def serve(app: ASGIApp, bound: socket.socket, connections: Connections, *, waiting: int) -> None:
    """Serve until the process is interrupted or terminated.

    Args:
        app: The application.
        bound: The socket to listen on.
        connections: Where the connections are counted.
        waiting: How many may wait to be taken in.
    """
    http, websocket = bounded_protocols(connections)
    config = uvicorn.Config(
        app,
        http=http,
        ws=websocket,
        ws_max_size=MAX_BYTES,
        ssl_certfile=streamlit.get_option("server.sslCertFile"),
        ssl_keyfile=streamlit.get_option("server.sslKeyFile"),
        ws_per_message_deflate=False,  # a small message can be a large one, packed
        ws_ping_interval=_PING_S,
        ws_ping_timeout=_PING_S,
        timeout_keep_alive=_IDLE_S,
        backlog=waiting,
        loop="asyncio",
        lifespan="on",
        interface="asgi3",
        log_config=None,  # the logs are set up by Streamlit's settings
        log_level="warning",
        access_log=False,
        server_header=False,
    )
    uvicorn.Server(config).run(sockets=[bound])
