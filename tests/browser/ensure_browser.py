"""Prints the path of a browser that the browser tests can drive; exits with 1 where there is none.

The first that starts is taken: a Chromium or Chrome on the PATH, Playwright's own, which is
downloaded if need be, Debian's package, which is installed if we are root. `--no-install` only
looks. What happens meanwhile is told on standard error.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PLAYWRIGHT_INSTALL = (sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
APT_INSTALL = "apt-get update && apt-get install --yes --no-install-recommends chromium"


def on_path() -> Iterator[str]:
    """Browsers that the machine has."""
    return (path for path in map(shutil.which, NAMES) if path)


def of_playwright() -> Iterator[str]:
    """The browser that Playwright would start, whether it is there or not."""
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def starts(path: str) -> bool:
    """Whether the program is there and runs (Ubuntu's chromium-browser may be an empty shell)."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def install(command: tuple[str, ...]) -> None:
    """Run an installer, its output on standard error; a failure shows as a missing browser."""
    print("Looking for a browser:", *command, file=sys.stderr)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, stdout=sys.stderr, env=environment, check=False)


def candidates(arguments: list[str]) -> Iterator[str]:
    """Browsers to try, those that cost least first."""
    yield from on_path()
    yield from of_playwright()
    if "--no-install" in arguments:
        return
    install(PLAYWRIGHT_INSTALL)
    yield from of_playwright()
    if sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        install(("sh", "-c", APT_INSTALL))
        yield from on_path()


def main() -> int:
    """Print the first browser that starts."""
    path = next(filter(starts, candidates(sys.argv[1:])), None)
    if path is None:
        print("No Chromium or Chrome can be had on this machine.", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
