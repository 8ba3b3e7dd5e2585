"""Changes single expressions of the code, one after another, and counts which the tests notice.

    python tests/programs/soak/soak_mutation.py [GROUP ...] [--folder PATH] [--workers N] [--show]

A group is some modules and the narrow tests that guard them (GROUPS). mutmut makes the changes and
runs the tests that reach each, in a copy of the project; `--workers` says how many at a time. It
knows nothing of what a module does while it is imported, so all tests of the group run once more
against each change that seems to survive or not to end, in a program started for it alone.
A change that no test notices survives: those that do no harm are listed, each with its reason, in
survivors.toml beside this script; `--show` prints the others with their changes.

Ends with 1 where a group keeps less than LEAST_KILLED of its changes from surviving.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
MUTMUT = Path(sys.executable).with_name("mutmut")
LEAST_KILLED = 0.85
COPIED = ("dashboard", "geocoding", "data", "tests", "pyproject.toml")
SETTINGS = (
    "use_git_change_detection = false",
    "process_isolation = forkserver",  # what a test leaves in memory would hide a change
)
OPTIONS = ("-p", "no:cacheprovider", "--hypothesis-profile", "few")
PATIENCE = 10.0
"""How many times as long as without a change the tests may take before they are given up."""
NOTICED = {1, 2, 3, 4}
"""Exit codes of a change that a test fails with, or with which a test cannot be imported."""
SURVIVED = {0, 5, 33}
"""Exit codes of a change that the tests ran with in peace, or that no test runs."""
NOT_ENDED = -24
"""Exit code of a change with which the tests were given up."""

_GEOCODING = "tests/geocoding"


@dataclass(frozen=True)
class Group:
    """Modules, and the files of tests that guard them."""

    modules: Sequence[str]
    tests: Sequence[str]


GROUPS: Mapping[str, Group] = {
    "address": Group(
        [
            f"geocoding/text/{name}.py"
            for name in ("folding", "postal", "streets", "localities", "free_text")
        ],
        [
            f"{_GEOCODING}/text/test_{name}.py"
            for name in ("folding", "postal", "streets", "localities", "free_text")
        ],
    ),
    "offline": Group(["geocoding/offline.py"], [f"{_GEOCODING}/test_offline.py"]),
    "filters": Group(
        ["dashboard/explore/filters/filters.py"], ["tests/dashboard/explore/test_filters.py"]
    ),
    "page": Group(
        ["dashboard/practices/page.py"],
        [f"tests/dashboard/practices/test_{name}.py" for name in ("page", "markup")],
    ),
}


def copy_project(folder: Path, group: Group) -> None:
    """Put the project into a folder, with mutmut's settings for a group."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            unneeded = shutil.ignore_patterns("__pycache__", "programs", "browser")
            shutil.copytree(source, folder / name, ignore=unneeded)
        else:
            shutil.copy(source, folder)
    settings = {
        "source_paths": ["dashboard", "geocoding"],
        "only_mutate": group.modules,
        "pytest_add_cli_args_test_selection": group.tests,
        "pytest_add_cli_args": OPTIONS,
        "also_copy": ["data"],
    }
    lines = ["[mutmut]", *SETTINGS]
    for name, values in settings.items():
        lines += [f"{name} =", *(f"    {value}" for value in values)]
    (folder / "setup.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def exit_codes(folder: Path) -> dict[str, int | None]:
    """What the tests ended with, by the name of the change."""
    return {
        name: code
        for path in (folder / "mutants").rglob("*.meta")
        for name, code in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items()
    }


def run_again(folder: Path, group: Group, change: str, *, patience_s: float | None) -> int:
    """What all tests of a group end with under one change; without a change where it is ''."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", *OPTIONS, *group.tests]
    environment = {**os.environ, "MUTANT_UNDER_TEST": change}
    try:
        return subprocess.run(
            command,
            cwd=folder / "mutants",
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience_s,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        return NOT_ENDED


def second_opinion(folder: Path, group: Group, codes: Mapping[str, int | None]) -> dict[str, int]:
    """What the tests end with by change, where mutmut did not see one fail."""
    begin = time.monotonic()
    if run_again(folder, group, "", patience_s=None):
        raise SystemExit(f"{folder}: the tests fail without a change")
    patience_s = PATIENCE * (time.monotonic() - begin)
    return {
        change: code if code in NOTICED else run_again(folder, group, change, patience_s=patience_s)
        for change, code in codes.items()
    }


def run_group(name: str, folder: Path, *, workers: int, is_shown: bool) -> bool:
    """Change a group's modules and print the figures; whether enough was noticed."""
    begin = time.monotonic()
    folder.mkdir(parents=True)
    copy_project(folder, GROUPS[name])
    with (folder / "log.txt").open("wb") as log:
        command = [MUTMUT, "run", "--max-children", str(workers)]
        run = subprocess.run(command, cwd=folder, stdout=log, stderr=log, check=False)
    if run.returncode:
        raise SystemExit(f"mutmut came to no end: see {log.name}")
    codes = second_opinion(folder, GROUPS[name], exit_codes(folder))
    held = print_figures(name, folder, codes, is_shown=is_shown)
    print(f"{'':<10}{time.monotonic() - begin:>6.0f} s", flush=True)
    return held


def print_figures(name: str, folder: Path, codes: Mapping[str, int], *, is_shown: bool) -> bool:
    """Print what the tests noticed of a group's changes; whether it is enough."""
    counts = Counter(
        "survived" if code in SURVIVED else "killed" if code in NOTICED else "open"
        for code in codes.values()
    )
    known = tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8")).get(name, {})
    survivors = sorted(each for each, code in codes.items() if code in SURVIVED)
    new = [each for each in survivors if each not in known]
    run = counts["killed"] + counts["survived"]
    share = counts["killed"] / run if run else 0.0
    print(
        f"{name:<10}{len(codes):>6} changes{counts['killed']:>6} noticed ({share:.1%})"
        f"{counts['survived']:>6} survived, {len(new)} of them without a reason"
        f"{counts['open']:>6} not run or not ended",
        flush=True,
    )
    for each in sorted(set(known) - set(survivors)):
        print(f"{each}: has a reason to survive and does not", flush=True)
    for each in new if is_shown else ():
        shown = subprocess.run(
            [MUTMUT, "show", each], cwd=folder, capture_output=True, text=True, check=False
        )
        print(f"\n{shown.stdout.strip()}")
    return run > 0 and share >= LEAST_KILLED and not counts["open"]


def main() -> int:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description="Count which changes of the code tests notice.")
    parser.add_argument("groups", nargs="*", help=f"of {', '.join(GROUPS)}; all by default")
    parser.add_argument("--folder", type=Path, help="for the copies; else a temporary one")
    parser.add_argument("--workers", type=int, default=1, help="changes at a time; default: 1")
    parser.add_argument("--show", action="store_true", help="print the survivors' changes")
    options = parser.parse_args()
    unknown = set(options.groups) - set(GROUPS)
    if unknown:
        parser.error(f"no group {', '.join(sorted(unknown))}: choose of {', '.join(GROUPS)}")
    folder = options.folder or Path(tempfile.mkdtemp(prefix="mutation-"))
    held = [
        run_group(name, folder.resolve() / name, workers=options.workers, is_shown=options.show)
        for name in options.groups or GROUPS
    ]
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
