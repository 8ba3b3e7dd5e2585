"""Long texts with headings, lists, tables and pictures, as plain lines that a person can read.

    # Opis sytuacji        a heading, of level 1 to 3 by the number of signs
    - pierwszy             an item of a list
    | Rok | Koszt |        a row of a table
    ! Ratusz nocą          a picture, of which only the description is there

Anything else is a paragraph. Blank lines stand between the parts; items of a list and rows of a
table follow one another. There is no foreign markup in it, so it can be searched, compared line by
line, and shown anywhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

MAX_LEVEL: Final = 3
_SIGNS: Final = re.compile(r"(?:#{1,3}|[-|!\\])(?: |$)")


class Kind(StrEnum):
    """What a part of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a text.

    Attributes:
        kind: What it is.
        text: Its text; only a paragraph may have line breaks.
        level: Of a heading, from 1; 0 for others.
        cells: Of a row; none for others.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All that it says, in whatever form."""
        return " ".join((self.text, *self.cells)).strip()


def to_lines(blocks: Iterable[Block]) -> str:
    """Return a text as lines."""
    parts = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        is_joined = kind in {Kind.ITEM, Kind.ROW}
        parts.append(("\n" if is_joined else "\n\n").join(map(_line, group)))
    return "\n\n".join(parts)


def from_lines(text: str) -> tuple[Block, ...]:
    """Return the parts of a text that is written as lines."""
    return tuple(block for part in re.split(r"\n{2,}", text) for block in _blocks(part))


def _line(block: Block) -> str:
    """Return a part as it is written."""
    match block.kind:
        case Kind.HEADING:
            return f"{'#' * block.level} {block.text}"
        case Kind.ITEM:
            return f"- {block.text}"
        case Kind.ROW:
            return f"| {' | '.join(cell.replace('|', '/') for cell in block.cells)} |"
        case Kind.PICTURE:
            return f"! {block.text}"
        case _:
            lines = block.text.split("\n")
            return "\n".join(f"\\ {line}" if _SIGNS.match(line) else line for line in lines)


def _blocks(part: str) -> Iterator[Block]:
    """Yield what stands between two blank lines."""
    paragraph: list[str] = []
    for line in part.split("\n"):
        block = _marked(line)
        if block is None:
            paragraph.append(line.removeprefix("\\ "))
            continue
        if paragraph:
            yield Block(Kind.PARAGRAPH, "\n".join(paragraph))
            paragraph = []
        yield block
    if any(paragraph):
        yield Block(Kind.PARAGRAPH, "\n".join(paragraph))


def _marked(line: str) -> Block | None:
    """Return a line that begins with a sign as what the sign stands for; None for another one."""
    sign, _, text = line.partition(" ")
    if sign and set(sign) == {"#"} and len(sign) <= MAX_LEVEL:
        return Block(Kind.HEADING, text, level=len(sign))
    match sign:
        case "-":
            return Block(Kind.ITEM, text)
        case "!":
            return Block(Kind.PICTURE, text)
        case "|" if line.endswith(" |"):
            return Block(Kind.ROW, cells=tuple(line[2:-2].split(" | ")))
        case _:
            return None
