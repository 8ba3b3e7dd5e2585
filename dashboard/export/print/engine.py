"""Typesets a template with content as JSON into a picture or a document.

Content is data to the templates and never markup, so no text of a practice can run or break
anything. PDF files keep PDF/UA: tagged, titled, in a stated language, every letter embedded.

Each file is set by a process of its own: the typesetter keeps what it made of its last ten
documents, some 12 MiB of each large one, and that goes back with the process.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, Literal, TypeAlias

from dashboard.export.print.fonts import fonts_folder
from dashboard.export.print.letters import printable

Kind: TypeAlias = Literal["png", "svg", "pdf"]

PPI: Final = 300
"""Pixels per inch of a PNG."""

_FOLDER: Final = Path(__file__).parent
_PROGRAM: Final = (sys.executable, "-P", str(_FOLDER / "typesetter.py"))
_POLL_INTERVAL_S: Final = 0.2


def unwatched() -> None:
    """Ignore the progress: nobody waits who could give up."""


def typeset(
    template: str,
    content: Mapping[str, object],
    kind: Kind,
    *,
    made_at: datetime,
    meanwhile: Callable[[], None] = unwatched,
) -> bytes:
    """Return the file that a template makes of its content; a PNG or SVG is the first page.

    Args:
        template: Name of a file in templates/.
        content: What the template shows; anything that JSON can say.
        kind: The kind of file.
        made_at: The time that a PDF says it was made at.
        meanwhile: Called again and again until the file is there; what it raises ends the work.

    Raises:
        RuntimeError: The template has a fault.
    """
    request = {
        "template": str(_FOLDER / "templates" / template),
        "fonts": str(fonts_folder()),
        "made_at_s": int(made_at.timestamp()),
        "kind": kind,
        "ppi": PPI,
        "content": json.dumps(printable(content)),
    }
    with TemporaryFile() as asked:  # a pipe would stay half written at the first glance
        asked.write(json.dumps(request).encode())
        asked.seek(0)
        return _answer(asked, meanwhile)


def _answer(asked: IO[bytes], meanwhile: Callable[[], None]) -> bytes:
    """Return what the typesetter's process makes of a request."""
    with subprocess.Popen(  # noqa: S603  a program of ours
        _PROGRAM, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            while True:
                try:
                    made, said = process.communicate(timeout=_POLL_INTERVAL_S)
                    break
                except subprocess.TimeoutExpired:
                    meanwhile()
        finally:
            process.kill()
    if process.returncode:
        raise RuntimeError(f"a document cannot be set: {said.decode(errors='replace')}")
    return made
