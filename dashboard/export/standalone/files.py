"""Scripts, styles and font of a standalone file, as text that is inlined in its page."""

import base64
import hashlib
import importlib.metadata
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from dashboard.views.map import resources

_FOLDER: Final = Path(__file__).parent
_FONT: Final = 'url("source-sans.woff2")'


@cache
def scripts() -> tuple[str, ...]:
    """Return the text of each script, in the order in which they have to run."""
    texts = map(resources.text_of, resources.PRACTICES.scripts)
    return tuple(_in_page(text) for text in (*texts, _own("page.js")))


@cache
def style() -> str:
    """Return all styles as one text; the font is inside."""
    texts = map(resources.text_of, resources.PRACTICES.styles)
    return "\n".join((*texts, _own("page.css"))).replace(_FONT, f'url("{_font()}")')


def security_policy(scripts: Iterable[str], style: str) -> str:
    """Return what the page may do: run these scripts, use this style, show what is inside it.

    Attributes that set a style are allowed: Leaflet and the drawings of the marks use them.
    """
    runs = " ".join(_hash(script) for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {runs}",
            "style-src 'unsafe-inline'",  # for browsers that do not know the next two
            f"style-src-elem {_hash(style)}",
            "style-src-attr 'unsafe-inline'",
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    """Return the name of a script or style in a security policy."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _own(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _in_page(script: str) -> str:
    """Return a script that its page cannot take for its end, and that names no file beside it."""
    return re.sub(r"</(?=script)", r"<\\/", re.sub(r"//# sourceMappingURL=\S+", "", script))


def _font() -> str:
    """Return the text font that Streamlit's distribution carries, as the address of its content."""
    files = importlib.metadata.files("streamlit") or ()
    font = next(file for file in files if re.match("SourceSansVF-Upright.*woff2", file.name))
    return f"data:font/woff2;base64,{base64.b64encode(font.read_binary()).decode()}"
