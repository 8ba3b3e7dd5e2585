"""Texts of data, and of links, where Streamlit would read Markdown: labels and notices."""

import re
from typing import Final

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!~|<>:$&@])")
_SEQUENCES: Final = re.compile(
    r"(?<=:)(?=[\w/])|(?<=[-<>~])(?=[-<>=])|(?<=\bwww)(?=\.)|(?<=@)(?=\w)"
)
"""Where something begins that Streamlit draws as an icon, an arrow or a link, escaped or not."""


def plain(text: str) -> str:
    """Return the text so that it is shown letter by letter.

    A sign without width parts what Streamlit would draw as something else even escaped.
    """
    return _SIGNS.sub(r"\\\1", _SEQUENCES.sub("\N{WORD JOINER}", text))
