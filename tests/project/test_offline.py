"""The suite cannot leave this machine, and sees when something tries to."""

import subprocess
import sys
from pathlib import Path

import pytest

ASK_BY_NAME = "import socket; socket.create_connection(('mapa.example', 80), timeout=1)"
ASK_BY_NUMBER = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
ASK_BY_DATAGRAM = (
    "import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9))"
)
ASK_AND_SWALLOW = f"try:\n    {ASK_BY_NUMBER.replace('; ', chr(10) + '    ')}\nexcept OSError: pass"
ASK_LOOPBACK = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server:
    socket.create_connection(("localhost", server.getsockname()[1])).close()
"""


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        pytest.param(ASK_BY_NAME, "mapa.example", id="by name"),
        pytest.param(ASK_BY_NUMBER, "192.0.2.1", id="by number"),
        pytest.param(ASK_BY_DATAGRAM, "192.0.2.1", id="by datagram"),
        pytest.param(ASK_AND_SWALLOW, "192.0.2.1", id="error swallowed"),
        pytest.param(ASK_LOOPBACK, "", id="loopback is free"),
    ],
)
def test_leaving_the_machine_is_seen(
    code: str, refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "refusals.txt"
    monkeypatch.setenv("MAPA_PRAKTYK_REFUSALS", str(record))
    subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    seen = record.read_text(encoding="utf-8") if record.exists() else ""
    assert refused in seen
    assert bool(seen) == bool(refused)
