"""The words of an SVG whose letters are outlines: for screen readers and for search."""

from typing import Final

from lxml import etree

from dashboard.export.print.letters import printable

_SVG: Final = "http://www.w3.org/2000/svg"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def with_words(image: bytes, *, title: str, description: str, language: str) -> bytes:
    """Return the same SVG with a title and a description in a language."""
    root = etree.fromstring(image)
    root.set("role", "img")
    root.set(_LANG, language)
    for place, (name, text) in enumerate((("title", title), ("desc", description))):
        node = etree.Element(f"{{{_SVG}}}{name}")
        node.text = str(printable(text))
        root.insert(place, node)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return made
