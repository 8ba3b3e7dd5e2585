"""The applications that are measured in the browser: their data, and their servers."""

import contextlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path

import pandas as pd

from dashboard.practices import locate, save_practices
from dashboard.practices.demo import make_demo
from dashboard.variables import CACHE_VARIABLE
from geocoding import GazetteerGeocoder

PEERS = Path(__file__).parent / "peers"
PRACTICES, ROWS, DATABASE = "practices.csv", "rows.parquet", "practices.db"
COLUMNS = ["art", "title", "section", "voivodeship", "locality"]
START_S = 600  # the dashboard locates and prepares its table before it answers
LONG_MS = "100000"
STREAMLIT = (
    "--server.headless=true",
    "--server.fileWatcherType=none",
    "--server.enableStaticServing=true",
    "--server.maxMessageSize=2000",
    "--browser.gatherUsageStats=false",
)


def write_data(folder: Path, practices: int) -> pd.DataFrame:
    """Write made-up practices as each application reads them; the rows, one a mark."""
    table = make_demo(practices, seed=1)
    save_practices(table, folder / PRACTICES)
    places = locate(table, GazetteerGeocoder())[["art", "lat", "lon"]].dropna()
    rows = places.merge(table[COLUMNS], on="art")[[*COLUMNS, "lat", "lon"]]
    rows.to_parquet(folder / ROWS)
    with contextlib.closing(sqlite3.connect(folder / DATABASE)) as database:
        rows.to_sql("practices", database, index_label="id")
        database.executescript(
            'CREATE VIRTUAL TABLE practices_fts USING fts5(title, content="practices");'
            "INSERT INTO practices_fts(practices_fts) VALUES ('rebuild');"
            "CREATE INDEX by_voivodeship ON practices(voivodeship);"
        )
    for template in PEERS.glob("*.py"):
        shutil.copy(template, folder)
    run_path(str(PEERS / "offline_folium.py"))["write_files"](folder)
    return rows


def command(kind: str, port: int, rows: int) -> list[str]:
    """What starts an application: 'dashboard', 'datasette', or the name of a template."""
    if kind == "dashboard":
        options = ["--no-browser", "--port", str(port), "--data", PRACTICES]
    elif kind == "datasette":
        limits = {"max_returned_rows": rows, "sql_time_limit_ms": LONG_MS}
        options = [DATABASE, "--port", str(port)]
        for name, value in limits.items():
            options += ["--setting", name, str(value)]
    else:
        options = ["run", f"{kind}.py", f"--server.port={port}", *STREAMLIT]
    module = kind if kind in {"dashboard", "datasette"} else "streamlit"
    return [sys.executable, "-m", module, *options]


@contextlib.contextmanager
def served(kind: str, folder: Path, rows: int) -> Iterator[str]:
    """An application's address while it runs; its log stays in the folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {CACHE_VARIABLE: str(folder / "disk_cache")}
    with (folder / f"{kind}.log").open("wb") as log:
        server = subprocess.Popen(
            command(kind, port, rows), cwd=folder, env=environment, stdout=log, stderr=log
        )
    try:
        _wait_for(server, address, folder / f"{kind}.log")
        yield address
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:  # it is still making its answer
            server.kill()
            server.wait()


def _wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return as soon as a server answers.

    Raises:
        SystemExit: It ended, or does not answer in time.
    """
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=60).close()  # noqa: S310 - our own address
        except urllib.error.URLError:
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(timeout=0.2)
                break
        else:
            return
    raise SystemExit(f"The server did not start:\n{log.read_text(encoding='utf-8')}")
