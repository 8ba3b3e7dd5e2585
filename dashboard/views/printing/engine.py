"""The typesetter: a template of ours and content as JSON become a picture or a document.

Content is data to the templates and never markup, so no text of a practice can run or break
anything. PDF files keep PDF/UA: tagged, titled, in a stated language, every letter embedded.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, Literal, TypeAlias, cast

import typst

from dashboard.views.printing import typesetter
from dashboard.views.printing.fonts import fonts, fonts_folder
from dashboard.views.printing.letters import printable

Kind: TypeAlias = Literal["png", "svg", "pdf"]

PPI: Final = 300
"""Pixels per inch of a PNG."""

_TEMPLATES: Final = Path(__file__).parent / "templates"
_PROGRAM: Final = (sys.executable, "-P", typesetter.__file__)
_GLANCE_S: Final = 0.2


def typeset(
    template: str, content: Mapping[str, object], kind: Kind, *, made_at: datetime
) -> bytes:
    """The file that a template makes of its content; a PNG or SVG is the first page.

    Args:
        template: Name of a file in templates/.
        content: What the template shows; anything that JSON can say.
        kind: The kind of file.
        made_at: The time that a PDF says it was made at.

    Raises:
        TypstError: The template has a fault.
    """
    pages = typst.compile(
        _TEMPLATES / template,
        format=kind,
        ppi=PPI,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": _as_json(content)},
        pdf_standards=["ua-1"] if kind == "pdf" else [],
        timestamp=int(made_at.timestamp()),
    )
    # One page comes as bytes, several as a list, which the stubs do not say.
    made = cast("bytes | list[bytes]", pages)
    return made[0] if isinstance(made, list) else made


def typeset_apart(
    template: str,
    content: Mapping[str, object],
    *,
    made_at: datetime,
    meanwhile: Callable[[], None],
) -> bytes:
    """A PDF as `typeset` makes it, made by a process of its own.

    Until it is there, `meanwhile` is called again and again; what it raises ends the process.

    Raises:
        RuntimeError: The template has a fault.
    """
    request = {
        "template": str(_TEMPLATES / template),
        "fonts": str(fonts_folder()),
        "made_at_s": int(made_at.timestamp()),
        "content": _as_json(content),
    }
    with TemporaryFile() as asked:  # a pipe would stay half written at the first glance
        asked.write(json.dumps(request).encode())
        asked.seek(0)
        return _answer(asked, meanwhile)


def _answer(asked: IO[bytes], meanwhile: Callable[[], None]) -> bytes:
    """What the typesetter's process makes of a request."""
    with subprocess.Popen(  # noqa: S603  a program of ours
        _PROGRAM, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            while True:
                try:
                    made, said = process.communicate(timeout=_GLANCE_S)
                    break
                except subprocess.TimeoutExpired:
                    meanwhile()
        finally:
            process.kill()
    if process.returncode:
        raise RuntimeError(f"a document cannot be set: {said.decode(errors='replace')}")
    return made


def _as_json(content: Mapping[str, object]) -> str:
    """The content for a template, in letters that the fonts have."""
    return json.dumps(printable(content))
