"""Installs a bundle without a network and starts it, as whoever takes it does: `make bundle-check`.

    python tests/programs/supply/try_bundle.py ZIP [--most-mb NUMBER]

In a namespace of its own (`unshare --net`, and `--user` where this is not root), which has no
network but its own loopback: the zip is unpacked into a folder with a space and Polish letters, the
program is refused before it is installed, installed, started, asked for its page and ended; its
folder is moved, and files of each kind are exported from there. Says how large what is installed
is, before and after the start; more than --most-mb fails it. Linux only.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from http import HTTPStatus
from pathlib import Path

INSIDE = "MAPA_PRAKTYK_TRIES_A_BUNDLE"
MOST_MB = 550
FORMATS = ("csv", "xlsx", "geojson", "gpkg", "pdf", "pptx", "html")
"""What needs one library each."""
_WAIT_S = 60.0
_PAUSE_S = 0.1


def size_mb(folder: Path) -> float:
    """Return how much room a folder takes on a disk, in millions of bytes."""
    return sum(path.lstat().st_blocks * 512 for path in folder.rglob("*")) / 1e6


def unpack(archive: Path, target: Path) -> Path:
    """Unpack a zip with the rights of its files, as `unzip` does; gives the folder in it."""
    with zipfile.ZipFile(archive) as source:
        for info in source.infolist():
            Path(source.extract(info, target)).chmod(info.external_attr >> 16)
    (folder,) = target.iterdir()
    return folder


def refuse_network() -> None:
    """End the program where there is a way out of this namespace."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)  # noqa: S607  as it is installed
    names = {name for _, name in socket.if_nameindex()}
    if names - {"lo"}:
        sys.exit(f"this namespace has a network: {sorted(names)}")


def expect(done: subprocess.CompletedProcess[str], code: int, words: str = "") -> None:
    """End the program where another one ended otherwise than it should."""
    said = done.stdout + done.stderr
    if done.returncode != code or words not in said:
        sys.exit(f"{done.args}: code {done.returncode} for {code}, {words!r} expected in:\n{said}")


def answer(address: str, server: subprocess.Popen[bytes]) -> bytes:
    """Return what a server that is starting answers.

    Args:
        address: The address of a page.
        server: Its process.

    Raises:
        SystemExit: It ends, or does not answer in time.
    """
    until = time.monotonic() + _WAIT_S
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address) as response:  # noqa: S310  this machine's
                if response.status == HTTPStatus.OK:
                    return bytes(response.read())
        except OSError:
            time.sleep(_PAUSE_S)
    return sys.exit(f"{address} does not answer")


def attempt(archive: Path, most_mb: float) -> None:
    """Install and start a bundle here.

    Args:
        archive: The zip.
        most_mb: How large what is installed may be, in millions of bytes.

    Raises:
        SystemExit: Something is not as it should be.
    """
    refuse_network()
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary, "Nowy folder Łódź")
        target.mkdir()
        folder = unpack(archive, target)
        home = Path(temporary, "home")
        home.mkdir()
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C"}

        def run(*command: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [str(folder / command[0]), *command[1:]],
                env=environment,
                cwd=home,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )

        expect(run("start.sh"), 1, "./install.sh")
        begun = time.monotonic()
        expect(run("install.sh"), 0, "problem: 0")
        print(f"installed in {time.monotonic() - begun:.0f} s")
        installed = size_mb(folder / "program")
        visit(folder, environment)
        started = size_mb(folder / "program")
        print(f"program/: {installed:.0f} MB installed, {started:.0f} MB after a start")
        print(f"the whole folder, wheels with it: {size_mb(folder):.0f} MB")
        folder = folder.rename(folder.with_name("moved"))
        expect(run("start.sh", "--version"), 0, "mapa-praktyk")
        for form in FORMATS:
            expect(run("start.sh", "export", "--format", form, "--output", f"out.{form}"), 0)
        print(f"moved, and exported as {', '.join(FORMATS)}")
        if started > most_mb:
            sys.exit(f"more than {most_mb:.0f} MB")


def visit(folder: Path, environment: dict[str, str]) -> None:
    """Start the program of a folder, ask it for its page, and end it."""
    port = "8599"
    server = subprocess.Popen(
        [str(folder / "start.sh"), "--no-browser", "--port", port], env=environment
    )
    try:
        page = answer(f"http://127.0.0.1:{port}/", server)
        if b"<html" not in page:
            sys.exit("the page is none")
        answer(f"http://127.0.0.1:{port}/_stcore/health", server)
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Try a bundle; 0 where it can be installed and started."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("archive", type=Path, metavar="ZIP")
    parser.add_argument("--most-mb", type=float, default=MOST_MB, help="(%(default)s)")
    options = parser.parse_args()
    if INSIDE in os.environ:
        attempt(options.archive, options.most_mb)
        return 0
    user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    again = [sys.executable, str(Path(__file__).resolve()), *sys.argv[1:]]
    return subprocess.run(
        ["unshare", "--net", *user, *again],  # noqa: S607  as it is installed
        env={**os.environ, INSIDE: "1"},
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
