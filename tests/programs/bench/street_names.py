"""Measures how street names are matched: official ones in other forms, and those of other streets.

    python tests/programs/bench/street_names.py NAMES.csv POINTS.csv

NAMES has every distinct street name of the country, taken apart: the columns Cecha, Prefiks, Tytul,
Imie, Imie2, Nazwisko, Nazwisko2, Pseudonim, Postfiks, and Id, the name as the register has it.
POINTS has address points of some towns (miejscowosc, ulica). A name is asked for in a town that has
no street of it; which answers are the same street by another form is judged by the parts alone.
"""

import csv
import gzip
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

import numpy as np

from geocoding.address_points.streets_of_place import StreetsOfPlace
from geocoding.text.folding import fold
from geocoding.text.streets import full_street_name

Name = dict[str, str]

SEED: Final = 3
NAMES_OF_A_TOWN: Final = 300
ASKED_IN_A_TOWN: Final = 8_000
_STREETS: Final = frozenset({"ulica", "aleja", "aleje"})
_NO_KIND: Final = "ulica"
_UNNAMED_KIND: Final = "inne "
_BEFORE_SURNAME: Final = ("Prefiks", "Tytul")
_SURNAME: Final = ("Nazwisko", "Nazwisko2", "Pseudonim", "Postfiks")
_WORD: Final = re.compile(r"[^\W_]+")


def names_table(names: Path, points: Path) -> str:
    """Return a table: the share of each kind of form that is found, and how many are wrong."""
    with _opened(names) as file:
        rows = list(csv.DictReader(file))
    with _opened(points) as file:
        towns: dict[str, set[str]] = defaultdict(set)
        for row in csv.DictReader(file):
            towns[row["miejscowosc"]].add(row["ulica"])
    figures = {**_found(rows), **_foreign(rows, towns)}
    lines = [f"| {words} | {figure} |" for words, figure in figures.items()]
    return "\n".join(["| figure | value |", "| --- | ---: |", *lines])


def _found(rows: list[Name]) -> dict[str, str]:
    """Return the share of names in each form that lead to their street, in towns drawn from all."""
    drawn = [rows[at] for at in np.random.default_rng(SEED).permutation(len(rows))]
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    spent_s = 0.0
    for first in range(0, len(drawn) - NAMES_OF_A_TOWN, NAMES_OF_A_TOWN):
        town = drawn[first : first + NAMES_OF_A_TOWN]
        streets = StreetsOfPlace([_official(row) for row in town])
        for number, row in enumerate(town):
            for form, text in _forms(row):
                started = time.perf_counter()
                found = streets.find(text)
                spent_s += time.perf_counter() - started
                counts[form][number in found] += 1
    asked = sum(count.total() for count in counts.values())
    shares = {f"found: {form}": f"{c[True] / c.total():.4f}" for form, c in counts.items()}
    return {**shares, "one name, microseconds": f"{1e6 * spent_s / asked:.0f}"}


def _official(row: Name) -> str:
    """Return the whole name of a street, with its kind where it is no 'ulica'."""
    kind = "" if row["Cecha"] == _NO_KIND else row["Cecha"]
    return _joined(row, *_BEFORE_SURNAME, "Imie", "Imie2", *_SURNAME, kind=kind)


def _joined(row: Name, *parts: str, kind: str) -> str:
    """Return a kind and some parts of a name in a row."""
    return " ".join(filter(None, (kind, *(row[part] for part in parts))))


def _forms(row: Name) -> Iterator[tuple[str, str]]:
    """Yield a street's name in other forms, as people write it."""
    kind = "" if row["Cecha"] == _NO_KIND else row["Cecha"]
    yield "in capitals", _official(row).upper()
    if row["Cecha"] == _NO_KIND:
        yield "after 'ul.'", f"ul. {_official(row)}"
    if row["Imie"] and row["Nazwisko"]:
        surname = _joined(row, "Nazwisko", "Nazwisko2", kind="")
        title = _joined(row, *_BEFORE_SURNAME, kind=kind)
        yield "without given names", _joined(row, *_BEFORE_SURNAME, *_SURNAME, kind=kind)
        yield "surname alone", f"{kind} {surname}"
        yield "initial", f"{title} {row['Imie'][0]}. {surname}"
        yield "surname first", f"{kind} {surname} {row['Imie']}"
    parts = ("Imie", "Imie2", *_SURNAME)
    if row["Tytul"] and _joined(row, *parts, kind=""):
        yield "without title", _joined(row, "Prefiks", *parts, kind=kind)
    if kind and (row["Imie"] or row["Tytul"]):
        yield "without kind", _joined(row, *_BEFORE_SURNAME, *parts, kind="")


def _foreign(rows: list[Name], towns: dict[str, set[str]]) -> dict[str, str]:
    """Return how many names that a town has not were answered there, and how many wrongly."""
    by_id = {fold(row["Id"]): row for row in rows}
    draw = np.random.default_rng(SEED)
    asked = right = 0
    wrong: list[str] = []
    for town, streets in sorted(towns.items()):
        own = sorted(streets)
        there = {full_street_name(street).lower() for street in own}
        names = StreetsOfPlace([full_street_name(street) for street in own])
        for at in draw.choice(len(rows), ASKED_IN_A_TOWN, replace=False):
            row = rows[at]
            text = row["Id"].removeprefix(_UNNAMED_KIND)
            if full_street_name(text).lower() in there:
                continue
            asked += 1
            found = [own[number] for number in names.find(text)]
            if any(_is_same(row, by_id.get(fold(each)), each) for each in found):
                right += 1
            elif found:
                wrong.append(f"{town}: {text} = {', '.join(found)}")
    sys.stderr.write("".join(f"{line}\n" for line in sorted(wrong)))
    return {
        "names of streets elsewhere": f"{asked:,}",
        "of them the same street by another form": f"{right}",
        "of them another street": f"{len(wrong)} ({len(wrong) / asked:.2%})",
    }


def _is_same(one: Name, other: Name | None, written: str) -> bool:
    """Return whether two names are of one street, by their parts.

    Args:
        one: The name that was asked for.
        other: The name that was found; None where the country's names lack its parts.
        written: That name as the register has it.
    """
    village = one["Id"].partition("-")[0].split()[-1] if "-" in one["Id"] else ""
    known = _words(one, "Prefiks", "Tytul", "Imie", *_SURNAME)
    if not set(_WORD.findall(village.lower())) <= known:  # 'Ochla-Kalinowa', in a former village
        return False
    if other is None:
        return _words(one, "Prefiks", *_SURNAME) <= set(_WORD.findall(written.lower()))
    is_kind_same = one["Cecha"] == other["Cecha"] or {one["Cecha"], other["Cecha"]} <= _STREETS
    fewer, more = sorted((_words(one, "Imie", "Imie2"), _words(other, "Imie", "Imie2")), key=len)
    are_given_alike = all(any(long.startswith(short) for long in more) for short in fewer)
    return is_kind_same and are_given_alike and _has_same_words(one, other)


def _has_same_words(one: Name, other: Name) -> bool:
    """Return whether two names have the same words, but for given names and titles."""
    words, others = (_words(each, "Prefiks", *_SURNAME) for each in (one, other))
    if one["Nazwisko"] and other["Nazwisko"]:
        return _prefix(one) == _prefix(other) and bool(words & others)
    are_rulers = not (words or others)  # 'Królowej Jadwigi', but 'św. Anny' is not 'Anny'
    return words == others and (not are_rulers or bool(one["Tytul"]) == bool(other["Tytul"]))


def _prefix(row: Name) -> str:
    """Return what stands before a person's name and makes it another street: 'Wały'."""
    return row["Prefiks"].removeprefix("im.").strip()


def _words(row: Name, *parts: str) -> set[str]:
    """Return the words of some parts of a name."""
    return set(_WORD.findall(" ".join(row[part] for part in parts).lower()))


def _opened(path: Path) -> IO[str]:
    """Open a CSV file, packed or not."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


if __name__ == "__main__":
    sys.stdout.write(f"{names_table(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
