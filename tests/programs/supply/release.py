"""Builds all that a release hands out, into one folder: `make release`.

    python tests/programs/supply/release.py [--draft] [--no-bundles] [--output FOLDER]

The wheel and the source archive, the bill of materials, the bundles, and SHA256SUMS of them, each
dated by the last commit (SOURCE_DATE_EPOCH), so that a commit makes the same wheel and the same
source archive each time. Refused where the tree has changes, or CHANGELOG.md gives the version no
day; --draft builds all the same. CONTRIBUTING.md tells what comes before and after.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[3]
BILL = ROOT / ".locks" / "mapa-praktyk.cdx.json"


def faults(version: str, changelog: str, changes: str, bill: str) -> list[str]:
    """Find what keeps a version from being released.

    Args:
        version: The version in pyproject.toml.
        changelog: The text of CHANGELOG.md.
        changes: What `git status --porcelain` says.
        bill: The bill of materials.

    Returns:
        A sentence for each fault, with what to do.
    """
    found = []
    if changes:
        found.append(f"the tree has changes; commit them first:\n{changes}")
    heading = re.search(r"^## \[([^\]]+)\](.*)$", changelog, re.MULTILINE)
    if heading is None or heading[1] != version:
        found.append(f"CHANGELOG.md opens with another version than {version} of pyproject.toml")
    elif not re.fullmatch(r" - \d{4}-\d{2}-\d{2}", heading[2]):
        found.append(f"CHANGELOG.md gives {version} no day: ## [{version}] - YYYY-MM-DD")
    stated = json.loads(bill)["metadata"]["component"]["version"]
    if stated != version:
        found.append(f"the bill of materials is of {stated}: make sbom")
    return found


def checksums(folder: Path) -> str:
    """Return a line a file of a folder, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files
    )


def _git(*words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(ROOT), *words],  # noqa: S607  as it is installed
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def build(version: str, output: Path, *, bundles: bool) -> None:
    """Build everything.

    Args:
        version: The version in pyproject.toml.
        output: A folder, which is emptied.
        bundles: Whether the bundles are built, too.
    """
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _git("log", "-1", "--format=%ct")}

    def run(*words: str) -> None:
        subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=True)

    run("-m", "build", "--no-isolation", "--outdir", str(output), ".")
    shutil.copy(BILL, output / f"mapa-praktyk-{version}.cdx.json")
    if bundles:
        made = ROOT / "build" / "bundles"
        shutil.rmtree(made, ignore_errors=True)
        run(str(Path(__file__).with_name("bundles.py")), "--output", str(made))
        for archive in made.glob("*.zip"):
            shutil.move(archive, output)
    (output / "SHA256SUMS").write_text(checksums(output), encoding="utf-8")


def main() -> int:
    """Build a release; 0 where it is whole, 1 where something keeps it from being one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--draft", action="store_true", help="build in spite of what is not ready")
    parser.add_argument("--no-bundles", action="store_true", help="leave out the bundles")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="(%(default)s)")
    options = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    changes = _git("status", "--porcelain")
    found = faults(version, changelog, changes, BILL.read_text(encoding="utf-8"))
    for fault in found:
        print(f"{'draft' if options.draft else 'no release'}: {fault}", file=sys.stderr)
    if found and not options.draft:
        return 1
    build(version, options.output, bundles=not options.no_bundles)
    print((options.output / "SHA256SUMS").read_text(encoding="utf-8"), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
