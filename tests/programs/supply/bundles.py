"""Builds what is installed without a network, one folder and one zip a system: `make bundle`.

    python tests/programs/supply/bundles.py [--system NAME] [--python VERSION ...] [--output FOLDER]

pip downloads the wheels that .locks/ pins, by their checksums, for another system or Python as for
this one; a package without a wheel for one of them fails it. The project's own wheel is built here.
The files in bundle/ beside this program install them; SOURCE_DATE_EPOCH dates what is in the zip.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Environment, Marker, default_environment
from pythons import supported

ROOT = Path(__file__).parents[3]
FILES = Path(__file__).with_name("bundle")
LOCKS = ROOT / ".locks"
OUTPUT = ROOT / "build" / "bundles"
_OLDEST_DATE = 315532800  # 1980, before which a zip knows no date
_OLDEST_GLIBC, _GLIBC = 5, 28
ENTRY = re.compile(
    r"^(?P<pin>[\w.-]+(?:\[[\w, -]+\])?==[^ ;\\\n]+)"
    r"(?: ; (?P<marker>[^\\\n]+?))?(?P<rest> \\\n(?:  +.*\n)+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class System:
    """What packages are for.

    Attributes:
        name: Its name, as in the file's name.
        system: As `platform.system()` has it.
        machine: As `platform.machine()` has it.
        markers: What a lock's conditions ask of it.
        platforms: The platforms whose wheels it takes, the newest first.
        scripts: The ending of its scripts.
    """

    name: str
    system: str
    machine: str
    markers: tuple[str, str]
    platforms: tuple[str, ...]
    scripts: str

    def environment(self, python: str) -> Environment:
        """Return what a lock's conditions are compared with, for a version of Python ('3.12')."""
        os_name, sys_platform = self.markers
        return {
            **default_environment(),
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "os_name": os_name,
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "platform_system": self.system,
            "python_full_version": f"{python}.0",
            "python_version": python,
            "sys_platform": sys_platform,
        }


_MANYLINUX = (
    *(f"manylinux_2_{minor}_x86_64" for minor in range(_GLIBC, _OLDEST_GLIBC - 1, -1)),
    *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
)
SYSTEMS = {
    each.name: each
    for each in (
        System("linux-x86_64", "Linux", "x86_64", ("posix", "linux"), _MANYLINUX, "sh"),
        System("windows-x86_64", "Windows", "AMD64", ("nt", "win32"), ("win_amd64",), "bat"),
    )
}


def needed(lock: str, system: System, python: str) -> Iterator[str]:
    """Choose what a system needs of a lock.

    Args:
        lock: The text of a lock.
        system: The system.
        python: The version of its Python: '3.12'.

    Yields:
        Requirements with their checksums and without conditions, as pip evaluates these only for
        the Python that runs it.
    """
    environment = system.environment(python)
    for entry in ENTRY.finditer(lock):
        if entry["marker"] is None or Marker(entry["marker"]).evaluate({**environment}):
            yield entry["pin"] + entry["rest"]


def download(requirements: str, system: System, python: str, wheels: Path) -> None:
    """Let pip download wheels.

    Args:
        requirements: What `needed` gives.
        system: The system that they are for.
        python: The version of its Python.
        wheels: The folder that takes them.

    Raises:
        SystemExit: One has no wheel for the system, or another checksum.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "requirements.txt")
        path.write_text(requirements, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--quiet",
            "download",
        ]
        command += ["--no-deps", "--only-binary", ":all:", "--require-hashes"]
        command += ["--requirement", str(path), "--dest", str(wheels), "--python-version", python]
        for platform in system.platforms:
            command += ["--platform", platform]
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"{system.name}, Python {python}: not every wheel came; pip says above which")


def build_wheel(folder: Path) -> Path:
    """Build the project's wheel into a folder; gives its path."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, stdout=subprocess.DEVNULL)
    (wheel,) = folder.glob("mapa_praktyk-*.whl")
    return wheel


def make(system: System, pythons: Sequence[str], wheel: Path, folder: Path) -> None:
    """Fill a folder with what one system needs.

    Args:
        system: The system.
        pythons: The versions of Python that it may have, the newest first.
        wheel: The project's wheel.
        folder: A folder that is not there.
    """
    wheels, locks = folder / "wheels", folder / "locks"
    wheels.mkdir(parents=True)
    locks.mkdir()
    extras = (LOCKS / "extras.txt").read_text(encoding="utf-8")
    for python in pythons:
        download("".join(needed(extras, system, python)), system, python, wheels)
    tools = needed((LOCKS / "dev.txt").read_text(encoding="utf-8"), system, pythons[0])
    download("".join(e for e in tools if e.startswith("pip==")), system, pythons[0], wheels)
    shutil.copy(wheel, wheels)
    version = wheel.name.split("-")[1]
    checksum = hashlib.sha256(wheel.read_bytes()).hexdigest()
    for name in ("run.txt", "extras.txt"):
        shutil.copy(LOCKS / name, locks)
    (locks / "mapa-praktyk.txt").write_text(
        f"mapa-praktyk=={version} --hash=sha256:{checksum}\n", encoding="utf-8"
    )
    shutil.copy(ROOT / "LICENSE", folder)
    shutil.copy(ROOT / "docs" / "pl" / "przewodnik.md", folder)
    say = {"version": version, "system": system.system, "machine": system.machine}
    (folder / "bundle.json").write_text(
        json.dumps({**say, "pythons": list(pythons)}, indent=1) + "\n", encoding="utf-8"
    )
    for path in sorted(FILES.iterdir()):
        if path.suffix in {".py", ".txt", f".{system.scripts}"}:
            _fill(path, folder, system, pythons, version)


def _fill(path: Path, folder: Path, system: System, pythons: Sequence[str], version: str) -> None:
    """Copy a file of bundle/ with its gaps filled and the ends of lines that its system has."""
    text = path.read_text(encoding="utf-8")
    before = "./" if system.scripts == "sh" else ""
    gaps = {
        "@INSTALL@": f"{before}install.{system.scripts}",
        "@START@": f"{before}start.{system.scripts}",
        "@PYTHONS@": " ".join(pythons),
        "@SYSTEM@": f"{system.system} {system.machine}",
        "@VERSION@": version,
    }
    if path.suffix != ".py":
        for gap, filling in gaps.items():
            text = text.replace(gap, filling)
    target = folder / path.name
    is_for_windows = system.scripts == "bat" and path.suffix != ".py"
    target.write_text(text, encoding="utf-8", newline="\r\n" if is_for_windows else "\n")
    target.chmod(0o755 if path.suffix == ".sh" else 0o644)


def pack(folder: Path, archive: Path, epoch: int) -> None:
    """Write a folder into a zip: the same bytes for the same files and date.

    Args:
        folder: The folder; its name comes first in each path.
        archive: The zip.
        epoch: The date of all that is in it, in seconds since 1970.
    """
    date = time.gmtime(max(epoch, _OLDEST_DATE))[:6]
    with zipfile.ZipFile(archive, "w") as target:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            info = zipfile.ZipInfo(name, (date[0], date[1], date[2], date[3], date[4], date[5]))
            info.external_attr = (0o100755 if path.suffix == ".sh" else 0o100644) << 16
            is_packed = path.suffix == ".whl"
            info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            target.writestr(info, path.read_bytes())


def main() -> None:
    """Build the bundles that are asked for, all where none is."""
    versions = [f"{major}.{minor}" for major, minor in reversed(supported())]
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--system", choices=SYSTEMS, action="append", help="(all)")
    parser.add_argument("--python", choices=versions, action="append", help="(all supported)")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="folder (%(default)s)")
    options = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", _OLDEST_DATE))
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as built:
        wheel = build_wheel(Path(built))
        for name in options.system or SYSTEMS:
            folder = options.output / f"mapa-praktyk-{project['version']}-{name}"
            shutil.rmtree(folder, ignore_errors=True)
            chosen = [each for each in versions if each in (options.python or versions)]
            make(SYSTEMS[name], chosen, wheel, folder)
            archive = folder.with_name(f"{folder.name}.zip")
            pack(folder, archive, epoch)
            print(f"{archive}: {archive.stat().st_size / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
