"""What was found, as a table for a person or as JSON for a program; no password is in either."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Final

from dashboard.cli.doctor.finding import Finding, Grade
from dashboard.locale import message

_WORD = re.compile(r"\S+")
_USER = re.compile(r"(?<=://)[^/\s:@]*:")
_SECRET = re.compile(
    r"((?:password|passwd|sslpassword|secret|token|key)=)[^\s&;,)]+", re.IGNORECASE
)


def without_secrets(text: str) -> str:
    """Return a text with *** in place of the passwords in its addresses."""
    return _SECRET.sub(r"\1***", _WORD.sub(_without_password, text))


def _without_password(word: re.Match[str]) -> str:
    """Return a word with *** in place of what is between an address's user and the last '@'."""
    end = word[0].rfind("@")
    user = _USER.search(word[0], 0, max(end, 0))
    return f"{word[0][: user.end()]}***{word[0][end:]}" if user else word[0]


def as_table(findings: Sequence[Finding]) -> str:
    """Return a line for each finding, under it what to do, and a line that sums up."""
    return without_secrets("\n".join(_lines(findings)))


def as_json(findings: Sequence[Finding], *, version: str) -> str:
    """Return the findings as a JSON object."""
    counts = Counter(each.grade for each in findings)
    report = {
        "version": version,
        **{grade.value: counts[grade] for grade in Grade},
        "findings": [
            {key: without_secrets(value) for key, value in asdict(each).items()}
            for each in findings
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the lines of the table, and one that counts the findings of each grade."""
    words = {grade: message(f"doctor-grade-{grade.value}") for grade in Grade}
    grades = max(map(len, words.values()))
    names = [_name_of(each.check) for each in findings]
    checks = max(map(len, names), default=0)
    for each, name in zip(findings, names, strict=True):
        yield f"{words[each.grade]:<{grades}}  {name:<{checks}}  {each.found}"
        if each.remedy:
            yield f"{'':<{grades}}  {'':<{checks}}  -> {each.remedy}"
    counts = Counter(each.grade for each in findings)
    yield ""
    yield ", ".join(f"{words[grade]}: {counts[grade]}" for grade in Grade)


def _name_of(check: str) -> str:
    """Return the name of a check for a reader; that of an extra or a program is its own."""
    kind, _, extra = check.partition(" ")
    if kind == "extra":
        return message("doctor-check-extra", extra=extra)
    name = f"doctor-check-{re.sub('[^a-z]+', '-', check.lower())}"
    return message(name) if name in _NAMED else check


_NAMED: Final = frozenset(
    f"doctor-check-{name}"
    for name in (
        *("packages", "data-files", "gazetteer", "map-scripts", "browser-files", "fonts"),
        *("settings", "login", "saving", "table", "corrections", "prepared-table"),
        *("store-s-folder", "disk", "prepared-folder", "answers-folder", "online-geocoder"),
        *("port", "base-path", "host-names", "terminal", "links"),
    )
)
"""The checks whose names are messages."""
