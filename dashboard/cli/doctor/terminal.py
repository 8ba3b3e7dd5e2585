"""Whether the terminal and the system's locale can show and keep Polish texts."""

import sys
from typing import Final

from dashboard.cli.doctor.finding import Finding, ok, warning
from dashboard.locale import message

_POLISH: Final = "Zażółć gęślą jaźń – „ŁÓDŹ”"


def check_encodings(output: str, files: str) -> list[Finding]:
    """Say whether Polish letters get through.

    Args:
        output: The encoding of what the program prints.
        files: The encoding of the names of files.
    """
    faults = []
    if not _has_polish(output):
        faults.append(
            warning(
                "terminal",
                found=message("doctor-terminal", output=str(output)),
                remedy=message("doctor-terminal-remedy"),
            )
        )
    if not _has_polish(files):
        faults.append(
            warning(
                "locale",
                found=message("doctor-file-names", files=str(files)),
                remedy=message("doctor-file-names-remedy"),
            )
        )
    return faults or [
        ok("terminal", found=message("doctor-encodings", output=str(output), files=str(files)))
    ]


def output_encoding() -> str:
    """Return the encoding of the standard output; UTF-8 where there is none."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def _has_polish(encoding: str) -> bool:
    try:
        return bool(_POLISH.encode(encoding))
    except (LookupError, UnicodeEncodeError):
        return False
