"""The attachments of a practice: what its page lists under 'Załączniki', one a line.

A line holds name, kind, size and address, with tabs between. The files themselves are not fetched.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a practice's page links.

    Attributes:
        name: As the page calls it.
        kind: The ending of its name in capitals, 'PDF'; empty for none.
        size: As the page states it, '120 kB'; empty where it does not.
        url: Its web address.
    """

    name: str
    kind: str
    size: str
    url: str


def attachments_to_lines(attachments: Iterable[Attachment]) -> str:
    """Return attachments as the table's column holds them."""
    return "\n".join(
        "\t".join(" ".join(part.split()) or "-" for part in (a.name, a.kind, a.size, a.url))
        for a in attachments
    )


def attachments_from_lines(text: str) -> tuple[Attachment, ...]:
    """Return the attachments in a cell of the table; lines of another form are not."""
    rows = (line.split("\t") for line in text.splitlines())
    return tuple(
        Attachment(*("" if part == "-" else part for part in row))
        for row in rows
        if len(row) == len(Attachment.__slots__)
    )
