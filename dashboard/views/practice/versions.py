"""The versions of a practice as safe HTML: of each, what is gone and what is there instead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from dashboard.locale import Texts
from dashboard.practices.fields import FIELD
from dashboard.practices.value_types import Storage
from dashboard.practices.versions import FieldChange, Version
from dashboard.views.templating import render

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_MAX_SENTENCES: Final = 2_000
"""Of a longer text it is only said that it changed: comparing takes the square of its length."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of a text that is gone, and what is there instead; '' for nothing."""

    gone: str
    there: str


def versions_html(versions: Sequence[Version], texts: Texts) -> str:
    """Return versions, the latest first, as an HTML fragment."""
    lines = [
        {
            "when": _when(version, texts),
            "change": texts(f"version-{version.change}"),
            "fields": [
                (texts(FIELD[each.field].message), tuple(differences(each)))
                for each in version.fields
            ],
        }
        for version in versions
    ]
    return render("versions.html", {"versions": lines, "texts": texts})


def differences(change: FieldChange) -> Iterator[Difference]:
    """Yield what differs between the two sides of a field; nothing where they are not shown.

    Of a text of several sentences, the sentences that differ; else the whole value.
    """
    if change.before is None or change.after is None:
        return
    if FIELD[change.field].type.storage is not Storage.TEXT:
        yield Difference(change.before, change.after)
        return
    old, new = (_SENTENCE.split(text.strip()) for text in (change.before, change.after))
    if max(len(old), len(new)) > _MAX_SENTENCES:
        return
    for kind, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference(" ".join(old[i:j]), " ".join(new[k:n]))


def _when(version: Version, texts: Texts) -> str:
    """Return the day and time of a version in this machine's time zone."""
    at = version.at.astimezone()
    return f"{texts.date(at.date())}, {at:%H:%M}"
