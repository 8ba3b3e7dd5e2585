"""What every test stands on: no network, no skip that goes unseen.

Habits of this suite:

- A rule that has many cases is one test over a table of them, each row with an id:
  `@pytest.mark.parametrize(("text", "expected"), [pytest.param("32700", "32-700", id="bare")])`.
- Behaviour is tested through the public interface; what a test needs it gets from a fixture.
- Nothing sleeps and nothing is patched by its name: our code takes a path, a geocoder, a clock.
"""

import os
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine, however slow, and no folder of found ones.
settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("repeatable")

REFUSALS = "MAPA_PRAKTYK_REFUSALS"
GUARD = Path(__file__).parent / "offline"


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
        patch.setenv("MAPA_PRAKTYK_PREPARED", str(tmp_path_factory.mktemp("prepared") / "shelf"))
        runpy.run_path(str(GUARD / "sitecustomize.py"))
        yield path


def _changes_the_outcome(variable: str) -> bool:
    """Whether a variable of this machine would lead the programs elsewhere."""
    name = variable.upper()
    ours = name.startswith("MAPA_PRAKTYK_") and name not in {"MAPA_PRAKTYK_BROWSER", REFUSALS}
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
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run of the CI in which a test was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
