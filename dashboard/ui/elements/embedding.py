"""The button 'Osadź na stronie' and its dialog, which writes the HTML for a page elsewhere."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from dashboard import url
from dashboard.locale import LANGUAGES, Texts, texts_in
from dashboard.ui.elements.sources import script, source
from dashboard.url import EmbeddedPart

_ADDED_BY_THE_DIALOG: Final = (url.EMBEDDED_PART, url.LANGUAGE)
_NOT_FOR_A_PART: Final = (url.PRESENTATION, url.SHORTLIST)

_KEPT: Final = [
    param.name
    for param in url.PARAMS
    if (param.is_shared or param.page in (None, url.Page.MAP))
    and param not in (*_ADDED_BY_THE_DIALOG, *_NOT_FOR_A_PART)
]
"""The parameters of the page that go along into the part."""

_embedding = st.components.v2.component(
    "mapa_praktyk_embedding",
    html='<div class="embedding"><button type="button" class="opener" hidden></button>'
    "<dialog></dialog></div>",
    css=source("shared/button.css", "embedding.css"),
    js=script("embedding.js"),
)


def draw_embedding(texts: Texts, sites: Sequence[str], *, root: str) -> None:
    """Draw the button that opens the dialog.

    Args:
        texts: The language of the page.
        sites: The sites whose pages may embed a part.
        root: Path of the map's page: '/', or '/praktyki/' behind a proxy.
    """
    names = ("open", "title", "part", "language", "width", "width-hint", "height", "code")
    words = {name: texts(f"embedding-{name}") for name in (*names, "copy", "close", "no-card")}
    _embedding(
        key="osadz",
        data={
            "root": root,
            "kept": _KEPT,
            "partParam": url.EMBEDDED_PART.name,
            "languageParam": url.LANGUAGE.name,
            "practiceParam": url.PRACTICE.name,
            "card": EmbeddedPart.CARD.value,
            "language": texts.language,
            "defaultLanguage": url.LANGUAGE.default,
            "languages": [
                {"value": each, "label": texts(f"embedding-language-{each}")} for each in LANGUAGES
            ],
            "parts": [
                {
                    "value": part.value,
                    "label": texts(f"embedding-part-{part.value}"),
                    "titles": {
                        each: texts_in(each)(f"embedding-frame-{part.value}") for each in LANGUAGES
                    },
                }
                for part in EmbeddedPart
            ],
            "words": {
                **words,
                "widthHint": words["width-hint"],
                "noCard": words["no-card"],
                "about": texts("embedding-about", sites=", ".join(sites)),
                "copied": texts("copy-done"),
                "failed": texts("embedding-failed"),
            },
        },
        width="content",
    )
