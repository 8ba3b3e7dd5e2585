"""Connections of the server wait for no acknowledgement before they send on."""

import subprocess
import sys

import pytest

PROGRAM = """
import socket, sys
from dashboard.cli.serving.sending import send_at_once
if "at once" in sys.argv:
    send_at_once()
listening = socket.socket()
listening.bind(("127.0.0.1", 0))
listening.listen()
with socket.create_connection(listening.getsockname()):
    connection, _ = listening.accept()
    print(bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
socket.socket(type=socket.SOCK_DGRAM).bind(("127.0.0.1", 0))
"""


@pytest.mark.parametrize(("word", "printed"), [("at once", "True"), ("as ever", "False")])
def test_a_connection_sends_at_once(word, printed):
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, word], stdout=subprocess.PIPE, check=True, text=True
    )
    assert answer.stdout.strip() == printed
