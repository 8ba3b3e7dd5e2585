"""Changes single expressions of the code, one after another, and counts which the tests notice.

    python tests/soak/soak_mutation.py [GROUP ...] [--folder PATH] [--show]

A group is some modules and the narrow tests that guard them (GROUPS). mutmut makes the changes and
runs the tests, in a copy of the project; every core of the machine is used, so start it under nice.
A change that no test notices survives: those that do no harm are listed, each with its reason, in
survivors.toml beside this script; `--show` prints the others with their changes.

Ends with 1 where a group keeps less than LEAST_KILLED of its changes from surviving.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MUTMUT = Path(sys.executable).with_name("mutmut")
LEAST_KILLED = 0.85
COPIED = ("dashboard", "geocoding", "data", "tests", "pyproject.toml")
NOTICED = {1, 3, 37}
"""Exit codes of a change that a test fails with."""
SURVIVED = {0, 5, 33}
"""Exit codes of a change that the tests ran with in peace, or that no test runs."""

_GEOCODING = "tests/geocoding/test_"


@dataclass(frozen=True)
class Group:
    """Modules, and the files of tests that guard them."""

    modules: Sequence[str]
    tests: Sequence[str]


GROUPS: Mapping[str, Group] = {
    "address": Group(
        [
            f"geocoding/{name}.py"
            for name in ("folding", "postal", "streets", "localities", "free_text")
        ],
        [
            f"{_GEOCODING}{name}.py"
            for name in ("folding", "postal", "streets", "localities", "free_text")
        ],
    ),
    "offline": Group(["geocoding/offline.py"], [f"{_GEOCODING}offline.py"]),
    "filters": Group(["dashboard/explore/filters.py"], ["tests/dashboard/explore/test_filters.py"]),
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
            unneeded = shutil.ignore_patterns("__pycache__", "soak", "browser", "bench", "services")
            shutil.copytree(source, folder / name, ignore=unneeded)
        else:
            shutil.copy(source, folder)
    settings = {
        "source_paths": ["dashboard", "geocoding"],
        "only_mutate": group.modules,
        "pytest_add_cli_args_test_selection": group.tests,
        "pytest_add_cli_args": ["-p", "no:cacheprovider"],
        "also_copy": ["data"],
    }
    lines = ["[mutmut]", "use_git_change_detection = false"]
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


def run_group(name: str, folder: Path, *, is_shown: bool) -> bool:
    """Change a group's modules and print the figures; whether enough was noticed."""
    folder.mkdir(parents=True)
    copy_project(folder, GROUPS[name])
    with (folder / "log.txt").open("wb") as log:
        subprocess.run([MUTMUT, "run"], cwd=folder, stdout=log, stderr=log, check=False)
    return print_figures(name, folder, is_shown=is_shown)


def print_figures(name: str, folder: Path, *, is_shown: bool) -> bool:
    """Print what the tests noticed of a group's changes; whether it is enough."""
    codes = exit_codes(folder)
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
    parser.add_argument("--show", action="store_true", help="print the survivors' changes")
    options = parser.parse_args()
    unknown = set(options.groups) - set(GROUPS)
    if unknown:
        parser.error(f"no group {', '.join(sorted(unknown))}: choose of {', '.join(GROUPS)}")
    folder = options.folder or Path(tempfile.mkdtemp(prefix="mutation-"))
    held = [
        run_group(name, folder.resolve() / name, is_shown=options.show)
        for name in options.groups or GROUPS
    ]
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
