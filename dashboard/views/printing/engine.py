"""The typesetter: a template of ours and content as JSON become a picture or a document.

Content is data to the templates and never markup, so no text of a practice can run or break
anything. PDF files keep PDF/UA: tagged, titled, in a stated language, every letter embedded.
"""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast

import typst

from dashboard.views.printing.fonts import fonts
from dashboard.views.printing.letters import printable

Kind: TypeAlias = Literal["png", "svg", "pdf"]

PPI: Final = 300
"""Pixels per inch of a PNG."""

_TEMPLATES: Final = Path(__file__).parent / "templates"
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
        root=_TEMPLATES,
        format=kind,
        ppi=PPI,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(printable(content))},
        pdf_standards=["ua-1"] if kind == "pdf" else [],
        timestamp=int(made_at.timestamp()),
    )
    # One page comes as bytes, several as a list, which the stubs do not say.
    made = cast("bytes | list[bytes]", pages)
    return made[0] if isinstance(made, list) else made


def typeset_watched(
    template: str,
    content: Mapping[str, object],
    *,
    made_at: datetime,
    meanwhile: Callable[[], None],
) -> bytes:
    """A PDF as `typeset` makes it; until it is there, `meanwhile` is called again and again.

    Whatever `meanwhile` raises ends the wait at once, and what was made is thrown away.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        making = pool.submit(typeset, template, content, "pdf", made_at=made_at)
        while True:
            try:
                return making.result(timeout=_GLANCE_S)
            except TimeoutError:
                meanwhile()
    finally:
        pool.shutdown(wait=False)
