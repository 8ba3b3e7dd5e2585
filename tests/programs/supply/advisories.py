"""Advisories of the locked packages, kept in a file with their date, and what they affect.

The records are those of the OSV schema (https://ossf.github.io/osv-schema), each with no more
than what tells whether a version is affected.
"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import requests
from packaging.utils import canonicalize_name
from packaging.version import Version

ECOSYSTEM = "PyPI"
_TIMEOUT_S = 30
_KEPT = ("id", "aliases", "published", "summary", "withdrawn")

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Advisories:
    """What was known at a day.

    Attributes:
        as_of: The day, in ISO form.
        source: Where the records are from.
        packages: The packages that were looked up, also those without any record.
        records: The records.
    """

    as_of: str
    source: str
    packages: list[str]
    records: list[Record]

    def age_days(self, today: dt.date) -> int:
        """How many days old this is."""
        return (today - dt.date.fromisoformat(self.as_of)).days

    def about(self, name: str, version: str) -> list[Record]:
        """The records that affect a version of a package."""
        return [each for each in self.records if _affects(each, name, Version(version))]


def load(path: Path) -> Advisories:
    """What a file keeps."""
    return Advisories(**json.loads(path.read_text(encoding="utf-8")))


def save(advisories: Advisories, path: Path) -> None:
    """Keep it in a file."""
    text = json.dumps(asdict(advisories), indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def ask(names: Iterable[str], service: str) -> Advisories:
    """All that a service knows of some packages.

    Args:
        names: The packages.
        service: The address of an OSV service's query.

    Raises:
        requests.RequestException: It does not answer.
    """
    asked = sorted(set(names))
    found = {each["id"]: each for name in asked for each in _records(name, service)}
    today = dt.datetime.now(dt.UTC).date()
    return Advisories(today.isoformat(), service, asked, [found[each] for each in sorted(found)])


def _records(name: str, service: str) -> Iterable[Record]:
    """The records of one package, page by page."""
    question: Record = {"package": {"name": name, "ecosystem": ECOSYSTEM}}
    while True:
        answer = requests.post(service, json=question, timeout=_TIMEOUT_S)
        answer.raise_for_status()
        page = answer.json()
        for record in page.get("vulns", ()):
            kept = {key: record[key] for key in _KEPT if key in record}
            affected = [each for each in record.get("affected", ()) if _is_of(each, name)]
            yield {**kept, "affected": [_shortened(each) for each in affected]}
        if not page.get("next_page_token"):
            return
        question["page_token"] = page["next_page_token"]


def _shortened(affected: Record) -> Record:
    """A package and its affected ranges; its versions one by one only where it has none."""
    ranges = [each for each in affected.get("ranges", ()) if each["type"] == "ECOSYSTEM"]
    rest = {"ranges": ranges} if ranges else {"versions": affected.get("versions", [])}
    package = {key: affected["package"][key] for key in ("name", "ecosystem")}
    return {"package": package, **rest}


def _is_of(affected: Record, name: str) -> bool:
    package = affected.get("package", {})
    return package.get("ecosystem") == ECOSYSTEM and canonicalize_name(package["name"]) == name


def _affects(record: Record, name: str, version: Version) -> bool:
    name = canonicalize_name(name)
    return any(
        str(version) in affected.get("versions", ())
        or any(_is_inside(version, each["events"]) for each in affected.get("ranges", ()))
        for affected in record["affected"]
        if _is_of(affected, name)
    )


def _is_inside(version: Version, events: list[dict[str, str]]) -> bool:
    """Whether a version is between where a fault came in and where it went out."""
    bounds = [(Version(text), kind) for event in events for kind, text in event.items()]
    is_inside = False
    for bound, kind in sorted(bounds):
        if kind == "introduced" and version >= bound:
            is_inside = True
        elif (kind == "fixed" and version >= bound) or (
            kind == "last_affected" and version > bound
        ):
            is_inside = False
    return is_inside
