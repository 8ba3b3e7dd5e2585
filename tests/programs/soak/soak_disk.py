"""Runs programs on a disk that is full, and on one that is read-only, and looks at what they leave.

    make soak ARGS=disk

The disk is a small tmpfs. Where nothing may be mounted, `tests/faults` stands in for it.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from killed_programs import PROGRAMS, REFUSED
from soak_kill import LEFT_BEHIND, start, start_service

TRIED = ("import", "corrections", "disk_cache", "geocode", "export-csv", "export-gpkg", "data")
SILENT = ("disk_cache",)  # what cannot be kept is worked out again
SIZE = "24m"
BLOCK = b"x" * 4096


@contextmanager
def small_disk() -> Iterator[Path]:
    """The folder of a small disk of its own.

    Raises:
        CalledProcessError: Nothing may be mounted here.
    """
    with TemporaryDirectory(prefix="mapa-praktyk-disk-") as folder:
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder]
        subprocess.run(command, check=True, capture_output=True)
        try:
            yield Path(folder)
        finally:
            command = ["umount", "--lazy", folder]
            subprocess.run(command, check=True)


def fill(folder: Path) -> Path:
    """The file that takes the rest of a disk."""
    filler = folder / "filler"
    try:
        with filler.open("wb", buffering=0) as file:
            while file.write(BLOCK) == len(BLOCK):
                pass
    except OSError:
        return filler
    return filler


def remount(folder: Path, mode: str) -> None:
    """Make a disk read-only ('ro') or writable ('rw')."""
    command = ["mount", "-o", f"remount,{mode},size={SIZE}", folder]
    subprocess.run(command, check=True)


def exit_code(name: str, folder: Path) -> int | None:
    """How a program ended."""
    process = start(name, folder)
    process.join()
    return process.exitcode


def judged(name: str, folder: Path, code: int | None) -> str:
    """What is not as it should be after a program could not do its work."""
    faults = [*PROGRAMS[name].halves(folder)]
    if code != (0 if name in SILENT else REFUSED):
        faults.append(f"ended with {code}")
    return "; ".join(faults) or "told"


def try_program(name: str, service: str) -> tuple[str, ...]:
    """A row of the table."""
    program = PROGRAMS[name]
    with small_disk() as folder:
        (folder / "server").write_text(service, encoding="utf-8")
        program.prepare(folder)
        filler = fill(folder)
        code = exit_code(name, folder)
        filler.unlink()
        full = judged(name, folder, code)
        remount(folder, "ro")
        code = exit_code(name, folder)
        remount(folder, "rw")
        read_only = judged(name, folder, code)
        works = exit_code(name, folder) == 0 and program.done(folder)
        left = [path.name for pattern in LEFT_BEHIND for path in folder.rglob(pattern)]
    return name, full, read_only, "works" if works else "fails", ", ".join(left) or "nothing"


def main() -> int:
    """Try the programs and print a table; 1 where something did not hold."""
    if not shutil.which("mount"):
        print("no program mounts a disk here")
        return 0
    service = start_service()
    failed = False
    print("  ".join(cell.rjust(12) for cell in ("program", "full", "read-only", "then", "left")))
    for name in TRIED:
        try:
            row = try_program(name, service)
        except subprocess.CalledProcessError as error:
            print(f"nothing may be mounted here: {error.stderr}")
            return 0
        failed = failed or row[1:] != ("told", "told", "works", "nothing")
        print("  ".join(cell.rjust(12) for cell in row), flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
