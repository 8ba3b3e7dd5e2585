"""The further tabs of a practice's card: its full presentation and its attachments, as safe HTML.

The texts come from a page that somebody else wrote; the templates escape all of it. Pictures are
their descriptions alone, and only web addresses become links.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd  # noqa: TC002  as in the other views

from dashboard.locale import Texts
from dashboard.practices import website_link
from dashboard.practices.attachments import Attachment, attachments_from_lines
from dashboard.practices.structured_text import Block, Kind, from_lines
from dashboard.views.templating import render


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of a text that are shown together: a list, a table, or one part alone."""

    kind: Kind
    blocks: tuple[Block, ...]


def groups_of(practice: "pd.Series[Any]") -> tuple[Group, ...]:
    """Return the full presentation of a practice; nothing where it is not known."""
    blocks = from_lines(str(practice["presentation"]))
    found: list[Group] = []
    for kind, same in groupby(blocks, lambda block: block.kind):
        alike = tuple(same)
        is_one = kind in {Kind.ITEM, Kind.ROW}
        found += [Group(kind, alike)] if is_one else [Group(kind, (each,)) for each in alike]
    return tuple(found)


def attachments_of(practice: "pd.Series[Any]") -> tuple[Attachment, ...]:
    """Return the attachments of a practice whose addresses can be followed."""
    listed = attachments_from_lines(str(practice["attachments"]))
    return tuple(each for each in listed if website_link(each.url))


def presentation_html(practice: "pd.Series[Any]", texts: Texts) -> str:
    """Return the full presentation of a practice, one row of the table, as an HTML fragment."""
    return render("presentation.html", {"texts": texts, "groups": groups_of(practice)})


def attachments_html(practice: "pd.Series[Any]", texts: Texts) -> str:
    """Return the attachments of a practice, one row of the table, as an HTML fragment."""
    return render("attachments.html", {"texts": texts, "attachments": attachments_of(practice)})
