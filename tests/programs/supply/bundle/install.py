"""Installs Mapa praktyk from this folder into program/, without a network.

    python install.py [--extras]

Needs nothing but Python. `--extras` adds login, PostgreSQL and Dask. bundle.json says for which
system and versions of Python the packages in wheels/ are; pip compares the checksums in locks/.
"""

from __future__ import annotations  # so that an older Python gets as far as being refused

import argparse
import json
import os
import platform
import shutil
import struct
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from remove_unused import remove

HERE = Path(__file__).resolve().parent
PROGRAM = HERE / "program"
DONE = PROGRAM / "installed.txt"
NEEDED_MB = 1200
_POINTER_OF_64_BITS = 8


class InstallError(Exception):
    """The program cannot be installed here: why, in Polish and in English."""

    def __init__(self, polish: str, english: str) -> None:
        """Say why in both languages."""
        super().__init__(f"{polish}\n{english}")


def check(bundle: dict[str, Any]) -> None:
    """Compare this Python, this system and the disk with what the packages need.

    Args:
        bundle: What bundle.json says.

    Raises:
        InstallError: One of them does not fit.
    """
    here = f"{platform.system()} {platform.machine()}"
    wanted = f"{bundle['system']} {bundle['machine']}"
    if here.lower() != wanted.lower():
        raise InstallError(
            f"Ten pakiet jest dla systemu {wanted}, a to jest {here}. Weź pakiet dla tego systemu.",
            f"This bundle is for {wanted}, and this is {here}. Take the one for this system.",
        )
    own = ".".join(map(str, sys.version_info[:2]))
    versions = ", ".join(bundle["pythons"])
    is_64_bit = struct.calcsize("P") == _POINTER_OF_64_BITS
    if own not in bundle["pythons"] or not is_64_bit or sys.implementation.name != "cpython":
        raise InstallError(
            f"Potrzebny jest Python {versions} (CPython, 64-bitowy), a {sys.executable} to {own}."
            " Zainstaluj go z python.org albo z systemu i uruchom instalację ponownie.",
            f"Python {versions} is needed (CPython, 64 bits), and {sys.executable} is {own}."
            " Install it from python.org or from your system, and run this again.",
        )
    if platform.system() == "Linux" and platform.libc_ver()[0] != "glibc":
        raise InstallError(
            "Pakiet wymaga biblioteki glibc, której ten system (np. Alpine) nie ma.",
            "The bundle needs the library glibc, which this system (Alpine, for one) has not.",
        )
    free_mb = shutil.disk_usage(HERE).free // 2**20
    if free_mb < NEEDED_MB:
        raise InstallError(
            f"W {HERE} wolne jest {free_mb} MB, a potrzeba {NEEDED_MB} MB.",
            f"{HERE} has {free_mb} MB free, and {NEEDED_MB} MB are needed.",
        )


def install(*, extras: bool) -> None:
    """Make the environment, put the packages in, remove what nobody uses, let the doctor look.

    Args:
        extras: Whether login, PostgreSQL and Dask come too.

    Raises:
        InstallError: pip or the doctor fails.
        OSError: The folder cannot be written.
    """
    say("Instalacja, około minuty.", "Installing, about a minute.")
    venv.EnvBuilder(clear=True, with_pip=False, symlinks=os.name != "nt").create(PROGRAM)
    python = PROGRAM / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    (pip,) = (HERE / "wheels").glob("pip-*.whl")
    locks = ["extras.txt" if extras else "run.txt", "mapa-praktyk.txt"]
    chosen = [word for lock in locks for word in ("--requirement", str(HERE / "locks" / lock))]
    command: list[Any] = [python, pip / "pip", "--isolated", "--disable-pip-version-check"]
    command += ["--quiet", "install", "--no-index", "--find-links", HERE / "wheels", "--no-deps"]
    command += ["--no-compile", "--only-binary", ":all:", "--require-hashes", *chosen]
    run(
        command,
        "Pakietów nie da się zainstalować; powód stoi wyżej.",
        "The packages cannot be installed; the reason stands above.",
    )
    where = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    remove(Path(where.strip()))
    run(
        [python, "-P", "-m", "dashboard", "doctor"],
        "Program jest zainstalowany, ale czegoś brakuje: patrz wyżej.",
        "The program is installed, but something is wrong: see above.",
    )


def run(command: list[Any], polish: str, english: str) -> None:
    """Run a program.

    Args:
        command: The program and its arguments.
        polish: What its failure means.
        english: The same in English.

    Raises:
        InstallError: It fails.
    """
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"}
    environment.pop("PYTHONPATH", None)
    if subprocess.run(list(map(str, command)), env=environment, check=False).returncode:
        raise InstallError(polish, english)


def say(polish: str, english: str) -> None:
    """Write a line in both languages."""
    print(polish, english, sep="\n", flush=True)


def main() -> int:
    """Install; 0 where the program can be started, 1 where it cannot be."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--extras", action="store_true", help="add login, PostgreSQL and Dask")
    options = parser.parse_args()
    bundle = json.loads((HERE / "bundle.json").read_text(encoding="utf-8"))
    try:
        check(bundle)
        install(extras=options.extras)
        DONE.write_text(f"{bundle['version']}\n", encoding="utf-8")
    except InstallError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Nie można pisać / cannot be written: {error}", file=sys.stderr)
        return 1
    start = "start.bat" if os.name == "nt" else "./start.sh"
    say(f"Gotowe. Uruchom: {start}", f"Done. Start it by: {start}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
