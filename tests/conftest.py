"""What every test stands on: no network, no test that is left out unseen.

The tests may run in several processes side by side (`make test` does it, with pytest-xdist). A
fixture of the session is then made in each process; what happened there is summed up in the first.

Habits of this suite:

- A rule that has many cases is one test over a table of them, each row with an id:
  `@pytest.mark.parametrize(("text", "expected"), [pytest.param("32700", "32-700", id="bare")])`.
- Behaviour is tested through the public interface; what a test needs it gets from a fixture.
- Nothing sleeps and nothing is patched by its name: our code takes a path, a geocoder, a clock.
"""

import csv
import json
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

# The same examples on every machine, however slow, and no folder of found ones.
settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile(
    "few",
    settings.get_profile("repeatable"),
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile("repeatable")

REFUSALS = "MAPA_PRAKTYK_REFUSALS"
GUARD = Path(__file__).parent / "offline"
BROWSER = "MAPA_PRAKTYK_BROWSER"
BROWSER_TESTS = Path(__file__).parent / "browser"
MEMORY = Path("/dev/shm")  # noqa: S108  Linux's file system in memory; files there are the user's own
MEMORY_BYTES = 4 * 2**30
"""How much must be free there: many times what the files of a run take."""
LEFT_OUT = pytest.StashKey[int]()
"""How many browser tests do not run because there is no browser."""
LEFT_OUT_KEY = "browser_tests_left_out"
"""The same, in what a process that runs tests reports to the first one."""


def pytest_configure() -> None:
    """Put temporary files into memory where there is room, unless TMPDIR names a folder.

    Stores and collected pages are synced to the disk at each step, which takes milliseconds on a
    disk and none in memory.
    """
    if not os.environ.get("TMPDIR") and _has_room(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # what was found before


def _has_room(folder: Path) -> bool:
    """Whether a folder is there, may be written to, and has room for the files of a run."""
    may_be_used = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    return may_be_used and shutil.disk_usage(folder).free >= MEMORY_BYTES


@pytest.fixture(scope="session")
def repository(pytestconfig: pytest.Config) -> Path:
    """The checkout's top folder."""
    return pytestconfig.rootpath


@pytest.fixture(scope="session", autouse=True)
def refusals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The file of connections that were refused, in this process and in those it starts."""
    path = tmp_path_factory.mktemp("offline") / "refusals.txt"
    path.touch()
    python_path = [str(GUARD), os.environ.get("PYTHONPATH", "")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(REFUSALS, str(path))
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, python_path)))
        for name in [name for name in os.environ if _changes_the_outcome(name)]:
            patch.delenv(name)
        patch.setenv("MAPA_PRAKTYK_LANG", "en")
        patch.setenv("MAPA_PRAKTYK_PREPARED", str(tmp_path_factory.mktemp("prepared") / "cache"))
        patch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path_factory.mktemp("data")))
        runpy.run_path(str(GUARD / "sitecustomize.py"))
        yield path


def _changes_the_outcome(variable: str) -> bool:
    """Whether a variable of this machine would lead the programs elsewhere."""
    name = variable.upper()
    ours = name.startswith("MAPA_PRAKTYK_") and name not in {BROWSER, REFUSALS}
    return ours or name.startswith("STREAMLIT_") or name.endswith("_PROXY")


@pytest.fixture(autouse=True)
def offline(refusals: Path) -> Iterator[None]:
    """Fail the test during which anything but loopback was asked for."""
    yield
    attempts = refusals.read_text(encoding="utf-8")
    refusals.write_text("", encoding="utf-8")
    assert not attempts, f"tried to leave this machine:\n{attempts}"


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Keep the program what it is: Streamlit's AppTest leaves its script in that place."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the browser tests last, since they are the slowest; leave them out without a browser."""
    in_browser = [item for item in items if BROWSER_TESTS in item.path.parents]
    others = [item for item in items if BROWSER_TESTS not in item.path.parents]
    if not in_browser or _find_browser():
        items[:] = others + in_browser
    else:
        items[:] = others
        config.stash[LEFT_OUT] = len(in_browser)
        config.hook.pytest_deselected(items=in_browser)


def _find_browser() -> str:
    """Return the program that the browser tests drive; "" where there is none."""
    if BROWSER not in os.environ:
        command = [sys.executable, str(BROWSER_TESTS / "ensure_browser.py"), "--no-install"]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        os.environ[BROWSER] = answer.stdout.strip()
    return os.environ[BROWSER]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what one of the processes that ran side by side has left out."""
    left_out = getattr(node, "workeroutput", {}).get(LEFT_OUT_KEY, 0)
    node.config.stash[LEFT_OUT] = max(left_out, node.config.stash.get(LEFT_OUT, 0))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run of the CI in which a test was skipped or the browser tests were left out."""
    config = session.config
    left_out = config.stash.get(LEFT_OUT, 0)
    if hasattr(config, "workeroutput"):  # one of several processes: the first one judges
        config.workeroutput[LEFT_OUT_KEY] = left_out
        return
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter is not None and reporter.stats.get("skipped")
    if os.environ.get("CI") and (skipped or left_out):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say as the last line what did not run."""
    count = config.stash.get(LEFT_OUT, 0)
    if count and not hasattr(config, "workeroutput"):
        print(f"The browser tests ({count}) did not run: no Chromium or Chrome was found.")


SETS_FLAG = "window.top.hacked=window.hacked=1"
HOSTILE_TEXTS = {
    "script": f"<script>{SETS_FLAG}</script>",
    "image": f"<img src=x onerror={SETS_FLAG}>",
    "attribute": f'"\'><svg onload={SETS_FLAG}> " onmouseover="{SETS_FLAG}" x="',
    "script link": f'<a href="javascript:{SETS_FLAG}">link</a> javascript:{SETS_FLAG}',
    "data link": f"data:text/html,<script>{SETS_FLAG}</script>",
    "markdown": "[x](javascript:x) ![x](//x.pl/x.png) **b** :red[x] :material/home: $x$ ->",
    "template": "{{ 7*7 }} {% raw %} {# x #} ${7*7} {title} {count} %s %(x)s { $x }",
    "ends": "</script></style></title></textarea></svg> <!-- --> ]]> <![CDATA[ <?php",
    "entities": '&lt;b&gt; &amp;amp; <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e',
    "typst": '#eval("6*7") #read("/etc/passwd") $ x^2 $ @label <label> = * _ # \\ // /*',
    "formula": "=cmd|' /C calc'!A0",
    "other formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "backwards": "\u202egnp.exe\u2067 \u202bmoc.live",
    "invisible": "Bo\u200bch\u200dni\u2060a \ufeff\u00ad\u200ex",
    "control": "a\x00b\x01c\td\x0be\x1bf\x7fg\x85h\u2028i\ufffe",
    "emoji": "👩‍👩‍👧 🇵🇱 \U0001d54f",
    "stacked": "a" + "\u0301" * 60,
    "long": "W" * 10_000,
    "names of objects": "__proto__ constructor",
}
POSTAL_CODES = ("32-700", "00-001", "80-001", "50-001", "60-001", "90-001", "")


@pytest.fixture(scope="session")
def hostile_texts() -> dict[str, str]:
    """Texts that mean harm, by what they try; one that runs a script sets `window.hacked`."""
    return HOSTILE_TEXTS


@pytest.fixture(scope="session")
def hostile_table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practices table with a practice for each hostile text, which stands in all its fields."""
    path = tmp_path_factory.mktemp("hostile") / "practices.csv"
    rows = [
        _hostile_practice(number, text) for number, text in enumerate(HOSTILE_TEXTS.values(), 1)
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def _hostile_practice(number: int, text: str) -> dict[str, object]:
    """A row of a practices table; what has to keep a rule keeps it, and no more."""
    labels = (text, "Witryna internetowa", "e@mail", "tel.", "Osoby kontaktowe")
    return {
        "art": number,
        **dict.fromkeys(("section", "subsection", "title", "unit_type", "unit"), text),
        **dict.fromkeys(("locality", "county", "post_town", "street", "number"), text[:300]),
        **dict.fromkeys(("contacts", "phones"), text),
        "summary": f"{text}\n\n{text}",
        "postal_code": POSTAL_CODES[number % len(POSTAL_CODES)],
        "url": "https://example.org/{{7*7}}?javascript:x#$x$",
        "website": "http://example.org/&quot;{%raw%}`x`",
        "emails": "<svg/onload=window.hacked=1>@example.org",
        "population": 30000,
        "introduced": "2020-01-01",
        "metryka": json.dumps([[label, text] for label in labels]),
        "places": text if number % 2 else "",
        "source": text,
    }
