"""The faces that everything is printed in: which, where they are, which letters they have."""

import atexit
import shutil
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

_SANS: Final = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")
_SERIF: Final = ("SourceSerifPro-Semibold.ttf",)


@cache
def fonts_folder() -> Path:
    """Return a folder with the faces in use, there as long as this process runs.

    The typesetter takes folders, and those of the packages hold every face twice, in a request
    that differs from disk to disk; so the faces are copied together.
    """
    folder = Path(tempfile.mkdtemp(prefix="mapa-praktyk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for path in (*_sans(), *_serif()):
        shutil.copy(path, folder)
    return folder


@cache
def letters() -> frozenset[int]:
    """Return the code points that can be printed: the sans stands in for what the serif lacks."""
    return frozenset.intersection(*(_covered(path) for path in _sans()))


def _sans() -> tuple[Path, ...]:
    return _paths("font_source_sans_pro", _SANS)


def _serif() -> tuple[Path, ...]:
    return _paths("font_source_serif_pro", _SERIF)


def _paths(package: str, names: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the files of a package that carries fonts."""
    folder = Path(str(files(package))) / "files"
    return tuple(folder / name for name in names)


def _covered(path: Path) -> frozenset[int]:
    """Return the code points that a face has a glyph for."""
    with TTFont(path, lazy=True) as face:
        return frozenset(face.getBestCmap())
