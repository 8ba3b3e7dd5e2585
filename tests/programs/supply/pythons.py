"""Tests a wheel with the oldest and the newest Python here that the project supports.

    python tests/programs/supply/pythons.py [OPTION ...] [WHEEL [pytest's arguments ...]]

The supported versions are the classifiers in pyproject.toml. Looked for are the Python that runs
this, `python3` and `python3.*` on PATH, and those of pyenv. What was found, what is run and what is
not is printed before anything else. Each Python that is run gets an environment of its own beside
the wheel, with the packages of .locks/dev.txt; the tests of the browser are left out. They are run
at the same time, in as many processes as keep the processors busy; what each said is in a file
beside its environment, and is printed when it is done. The options:

--list: only say which would be run.
--measure: one Python also measures the share of the code that its tests run, which takes twice the
time: the one that leaves out the slow tests (it then runs those that are marked 'measured'), else
the newest.
--slow-in-checkout: the tests that start programs or servers ('slow') run in the checkout with the
Python that runs this (`make test`), so its environment runs the others alone. Each Python still
runs every test, and the wheel goes through all of them with the other Python; where there is no
other one, it runs all tests here.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
LOCK = ROOT / ".locks" / "dev.txt"
_CLASSIFIER = re.compile(r"Programming Language :: Python :: (\d+)\.(\d+)")
_NAME = re.compile(r"python3(\.\d+)?")
_TIMEOUT_S = 20
_ASK = (
    "import json, sys, ensurepip, sqlite3, ssl, venv;"
    "print(json.dumps([sys.implementation.name, *sys.version_info[:3]]))"
)

Minor = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Python:
    """An interpreter on this machine that can make an environment.

    Attributes:
        path: Its program.
        version: Major, minor and patch.
    """

    path: Path
    version: tuple[int, int, int]

    @property
    def minor(self) -> Minor:
        """The version as classifiers and wheels have it."""
        return self.version[:2]


def supported(pyproject: Path = ROOT / "pyproject.toml") -> list[Minor]:
    """The versions that the classifiers name, the oldest first."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    named = (_CLASSIFIER.fullmatch(line) for line in project["classifiers"])
    return sorted((int(match[1]), int(match[2])) for match in named if match)


def find_pythons(environment: Mapping[str, str], *, own: Path) -> dict[Minor, Python]:
    """One CPython a minor version, of all that this machine has.

    Args:
        environment: PATH, PYENV_ROOT and HOME of the machine.
        own: The Python to take before any other of its version.
    """
    found: dict[Minor, Python] = {}
    for path in (own, *_candidates(environment)):
        python = _ask(path)
        if python is not None:
            found.setdefault(python.minor, python)
    return dict(sorted(found.items()))


def ends(found: Collection[Minor], wanted: Collection[Minor]) -> list[Minor]:
    """The oldest and the newest that is both found and wanted; one where they are the same."""
    both = set(found) & set(wanted)
    return sorted({min(both), max(both)}) if both else []


def run_without_slow(run: Sequence[Minor], own: Minor, *, slow_in_checkout: bool) -> list[Minor]:
    """The versions, of those that are run, that leave the slow tests to the checkout."""
    return [own] if slow_in_checkout and own in run and len(run) > 1 else []


def describe(
    found: Mapping[Minor, Python], wanted: Collection[Minor], without_slow: Collection[Minor] = ()
) -> Iterator[str]:
    """A line a version that is wanted, or found and newer: where it is, and whether it is run.

    Args:
        found: By version, the Pythons of this machine.
        wanted: The supported versions.
        without_slow: Those of them that leave out the slow tests.
    """
    run = ends(found, wanted)
    newer = {minor for minor in found if minor > max(wanted)}
    for minor in sorted({*wanted, *newer}):
        name = f"Python {minor[0]}.{minor[1]}"
        if minor not in found:
            yield f"{name}: supported, not on this machine: not run"
            continue
        python = found[minor]
        where = f"{'.'.join(map(str, python.version))} {python.path}"
        if minor in run:
            ranks = {"oldest": run[0], "newest": run[-1]}
            rank = " and ".join(word for word, end in ranks.items() if minor == end)
            but = ", without the slow tests" if minor in without_slow else ""
            yield f"{name}: {where}: run, as the {rank} supported one here{but}"
        elif minor in wanted:
            yield f"{name}: {where}: supported, between the oldest and the newest: not run"
        else:
            yield f"{name}: {where}: newer than the classifiers: not run"


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    """Programs that may be a Python, those on PATH first."""
    for folder in environment.get("PATH", "").split(os.pathsep):
        if folder and Path(folder).is_dir():
            yield from sorted(p for p in Path(folder).iterdir() if _NAME.fullmatch(p.name))
    pyenv = environment.get("PYENV_ROOT") or Path(environment.get("HOME", "~"), ".pyenv")
    yield from sorted(Path(pyenv).expanduser().glob("versions/*/bin/python"))


def _ask(path: Path) -> Python | None:
    """What a program says of itself; None where it is no CPython 3 that can make environments."""
    try:
        answer = subprocess.run(
            [path, "-c", _ASK], capture_output=True, text=True, check=True, timeout=_TIMEOUT_S
        )
        name, *version = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Python(path, (version[0], version[1], version[2])) if name == "cpython" else None


def run_tests(python: Python, wheel: Path, arguments: list[str]) -> tuple[int, Path]:
    """Test a wheel in a fresh environment.

    A locked package without a wheel for this Python fails it: the classifiers say that it is
    supported.

    Returns:
        The exit code of what failed, 0 where all passed; and the file of what was said.
    """
    folder = wheel.parent / "venv-{}.{}".format(*python.minor)
    inside = folder / "bin" / "python"
    pip = [inside, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    steps = (
        [python.path, "-m", "venv", "--clear", folder],
        [*pip, "--require-hashes", "-r", LOCK],
        [*pip, "--no-deps", wheel],
        [inside, "-P", "-m", "pytest", "-o", "pythonpath=", "--ignore=tests/browser", *arguments],
    )
    log = folder.with_name(f"{folder.name}.log")
    with log.open("wb") as output:
        for step in steps:
            code = subprocess.run(
                step, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, check=False
            ).returncode
            if code:
                return code, log
    return 0, log


def test_side_by_side(
    pythons: Sequence[Python],
    wheel: Path,
    arguments: list[str],
    *,
    without_slow: Collection[Minor],
    measure: bool,
) -> int:
    """Test a wheel with several Pythons at the same time; return how many of them failed.

    Args:
        pythons: The oldest first.
        wheel: What is tested.
        arguments: Of pytest.
        without_slow: The versions that leave out the slow tests.
        measure: Whether one of them measures the share of the code that is run.
    """
    processors = os.cpu_count() or 1
    processes = max(2, processors // len(pythons))  # two: the last Python is alone for a while
    options = ["-n", str(processes), "--dist", "worksteal", *arguments]
    failed = 0
    with ThreadPoolExecutor(len(pythons)) as pool:
        further = _further_options(pythons, without_slow, measure=measure)
        runs = {
            pool.submit(run_tests, each, wheel, [*options, *further.get(each, [])]): each
            for each in pythons
        }
        for run in as_completed(runs):
            name = "Python {}.{}".format(*runs[run].minor)
            code, log = run.result()
            print(f"{name}: {wheel.name}", log.read_text(errors="replace"), sep="\n", flush=True)
            failed += code != 0
            print(f"{name}: {f'failed (exit code {code})' if code else 'passed'}", flush=True)
    return failed


def _further_options(
    pythons: Sequence[Python], without_slow: Collection[Minor], *, measure: bool
) -> dict[Python, list[str]]:
    """Return the options of pytest that one of the Pythons has and the others have not."""
    fast = "not slow or measured" if measure else "not slow"
    further = {each: ["-m", fast] for each in pythons if each.minor in without_slow}
    if measure:
        measuring = next(iter(further), pythons[-1])
        further.setdefault(measuring, []).append("--cov")
    return further


def main() -> int:
    """Print which Pythons there are, and test the wheel with the oldest and the newest."""
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").partition("\n")[0], allow_abbrev=False
    )
    parser.add_argument("--list", action="store_true", help="only say which would be run")
    parser.add_argument(
        "--measure", action="store_true", help="measure which code the tests of one of them run"
    )
    parser.add_argument(
        "--slow-in-checkout",
        action="store_true",
        help="leave the slow tests of the Python that runs this to `make test`",
    )
    parser.add_argument("wheel", type=Path, nargs="?")
    options, arguments = parser.parse_known_args()
    wanted = supported()
    found = find_pythons(os.environ, own=Path(sys.executable))
    run = ends(found, wanted)
    without_slow = run_without_slow(
        run, sys.version_info[:2], slow_in_checkout=options.slow_in_checkout
    )
    print("\n".join(describe(found, wanted, without_slow)), flush=True)
    if not run:
        print("No supported Python is on this machine: nothing was tested.", file=sys.stderr)
        return 1
    if options.list:
        return 0
    if options.wheel is None:
        parser.error("which wheel?")
    return test_side_by_side(
        [found[minor] for minor in run],
        options.wheel.resolve(),
        arguments,
        without_slow=without_slow,
        measure=options.measure,
    )


if __name__ == "__main__":
    sys.exit(main())
