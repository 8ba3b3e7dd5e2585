"""Draws the packages and their layers into docs/architecture.md, from the import contracts.

    make docs

The contracts stand in pyproject.toml and are checked by `make check`; what a package is for is the
first line of its docstring. The picture is Mermaid, which GitHub and most editors draw.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- packages: begin -->\n", "<!-- packages: end -->"


def contracts(root: Path = ROOT) -> list[dict[str, Any]]:
    """Return the import contracts as pyproject.toml states them."""
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    stated: list[dict[str, Any]] = pyproject["tool"]["importlinter"]["contracts"]
    return stated


def names(layer: str) -> list[str]:
    """Return the packages of a layer: 'a | b' holds two that know nothing of each other."""
    return [name.strip() for name in layer.split("|")]


def purpose(root: Path, package: str, name: str) -> str:
    """Return the first line of the docstring of a package or module."""
    path = root / package / name
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def picture(root: Path = ROOT) -> str:
    """Return the picture and the tables, as they stand in the document."""
    layered = [each for each in contracts(root) if each["type"] == "layers"]
    return "\n".join((*_graph(root, layered), "", *_tables(root, layered)))


def _graph(root: Path, layered: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a box a layer, an arrow from each to the next, and the doors to the libraries."""
    yield "```mermaid"
    yield "flowchart TD"
    boxes: dict[str, str] = {}
    for contract in layered:
        (package,) = contract["containers"]
        yield f"  subgraph {package}"
        for number, layer in enumerate(contract["layers"]):
            box = f"{package}{number}"
            boxes |= {f"{package}.{name}": box for name in names(layer)}
            yield f'    {box}["{" · ".join(names(layer))}"]'
        chain = (f"{package}{number}" for number in range(len(contract["layers"])))
        yield f"    {' --> '.join(chain)}"
        yield "  end"
    yield "  dashboard --> geocoding"
    for contract in contracts(root):
        yield from _doors(contract, boxes)
    yield "```"


def _doors(contract: dict[str, Any], boxes: dict[str, str]) -> Iterator[str]:
    """Yield the libraries of a contract, and the boxes that may import them."""
    for library in contract.get("protected_modules", ()):
        yield f"  {library}([{library}])"
        for box in dict.fromkeys(boxes[name] for name in contract["allowed_importers"]):
            yield f"  {box} -.-> {library}"


def _tables(root: Path, layered: list[dict[str, Any]]) -> Iterator[str]:
    for contract in layered:
        (package,) = contract["containers"]
        yield f"### `{package}`"
        yield ""
        yield f"{contract['name']}: a package imports from those in the rows below its own."
        yield ""
        yield "| package | what it is for |"
        yield "| --- | --- |"
        for layer in contract["layers"]:
            for name in names(layer):
                yield f"| `{name}` | {purpose(root, package, name)} |"
        yield ""
    yield "### The other contracts"
    yield ""
    yield from (f"- {each['name']}." for each in contracts(root) if each["type"] != "layers")


def with_picture(document: str, text: str) -> str:
    """Return the document with the text in the place of what the last picture was."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}{text}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    written = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(with_picture(written, picture()), encoding="utf-8")
