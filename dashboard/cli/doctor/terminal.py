"""Whether the terminal and the system's locale can show and keep Polish texts."""

import sys
from typing import Final

from dashboard.cli.doctor.finding import Finding, warning, well

_POLISH: Final = "Zażółć gęślą jaźń – „ŁÓDŹ”"


def check_encodings(output: str, files: str) -> list[Finding]:
    """Whether Polish letters get through.

    Args:
        output: The encoding of what the program prints.
        files: The encoding of the names of files.
    """
    faults = []
    if not _has_polish(output):
        faults.append(
            warning(
                "terminal",
                found=f"its encoding {output} has no Polish letters",
                remedy="set PYTHONUTF8=1; on Windows also: chcp 65001",
            )
        )
    if not _has_polish(files):
        faults.append(
            warning(
                "locale",
                found=f"names of files are in {files}, which has no Polish letters",
                remedy="set PYTHONUTF8=1, or a locale in UTF-8: LC_ALL=C.UTF-8",
            )
        )
    return faults or [well("terminal", found=f"{output}, names of files {files}")]


def output_encoding() -> str:
    """The encoding of the standard output; UTF-8 where there is none."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def _has_polish(encoding: str) -> bool:
    try:
        return bool(_POLISH.encode(encoding))
    except (LookupError, UnicodeEncodeError):
        return False
