"""Removes from a folder of packages what the program never opens: unused_files.txt has the list.

    python remove_unused.py SITE_PACKAGES

Needs nothing but Python: it runs beside a bundle's install script and in a container's build.
"""

from __future__ import annotations  # so that an older Python gets as far as being refused

import shutil
import sys
from pathlib import Path

LIST = Path(__file__).with_name("unused_files.txt")


def patterns(text: str) -> list[str]:
    """Read the patterns of a list, without its comments."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def unused(packages: Path, listed: list[str]) -> set[Path]:
    """Find what the patterns match.

    Args:
        packages: The folder that packages are installed in.
        listed: Patterns as `Path.glob` has them; with `!` before, what stays all the same.

    Returns:
        Files and folders; a folder stands for all that is in it.
    """
    found: set[Path] = set()
    for pattern in listed:
        if pattern.startswith("!"):
            found.difference_update(packages.glob(pattern[1:]))
        else:
            found.update(packages.glob(pattern))
    return found


def remove(packages: Path) -> None:
    """Remove what the list names.

    Args:
        packages: The folder that packages are installed in.

    Raises:
        OSError: A file cannot be removed.
    """
    for path in unused(packages, patterns(LIST.read_text(encoding="utf-8"))):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("name the folder that packages are installed in (site-packages)")
    remove(Path(sys.argv[1]))
