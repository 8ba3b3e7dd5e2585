"""Practices read from pages into a table of practices, without losing what the table knows."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd

from dashboard.practices.card_lines import fields_from_json
from dashboard.practices.metryka import read_metryka
from dashboard.practices.numbers import identity_of, is_provisional
from dashboard.practices.page import Practice
from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import as_text, typed
from dashboard.practices.taxonomy import page_address, section_name

_OF_FURTHER_TABS: Final = ("presentation", "attachments")
"""The columns that pages of their own fill."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A table with the practices of pages added, and the outcome of each, by article number.

    Attributes:
        table: Columns and types as `load_practices` gives them, sorted by article number.
        added: Articles that the table did not have.
        updated: Articles whose row changed.
        unchanged: Articles whose row was the same already.
        renumbered: For practices that had a provisional number, that one and the article's.
        numbers: The number that each of the practices of pages has got, in their order.
    """

    table: pd.DataFrame
    added: tuple[int, ...]
    updated: tuple[int, ...]
    unchanged: tuple[int, ...]
    renumbered: Mapping[int, int] = field(default_factory=dict)
    numbers: tuple[int, ...] = ()


def merge(table: pd.DataFrame, practices: Sequence[Practice]) -> Merged:
    """Return the table with a row for each practice; rows of other articles stay as they are.

    What a page states replaces the row's cell. A cell of which the page says nothing stays
    where it was not taken from an earlier state of the page. A page without an article number is
    the practice of its section and title; a practice with a provisional number takes the number of
    a page of its section and title.
    """
    text = as_text(table)
    by_identity = _by_identity(text)
    numbered = {_identity(each): each.art for each in practices if not each.has_provisional_number}
    practices = [_with_known_number(each, by_identity | numbered) for each in practices]
    numbers = tuple(practice.art for practice in practices)
    practices = list({practice.art: practice for practice in reversed(practices)}.values())[::-1]
    renumbered = {
        by_identity[identity]: practice.art
        for practice in practices
        if not practice.has_provisional_number
        and is_provisional(by_identity.get(identity := _identity(practice), 0))
    }
    text["art"] = text["art"].replace({str(old): str(new) for old, new in renumbered.items()})
    number = text["art"]
    known = text[number.isin([str(practice.art) for practice in practices])]
    previous = dict(zip(known["art"], map(_cells, known.to_dict("records")), strict=True))
    rows: list[dict[str, str]] = []
    added: list[int] = []
    updated: list[int] = []
    unchanged: list[int] = []
    for practice in practices:
        cells = practice.cells()
        before = previous.get(cells["art"])
        after = cells if before is None else _joined(cells, before)
        if before and after | {"source": before["source"]} == before:
            after = before  # the same page in another file
        rows.append(after)
        outcome = added if before is None else unchanged if after == before else updated
        outcome.append(practice.art)
    fresh = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    joined = typed(pd.concat([text[~text.index.isin(known.index)], fresh]))
    return Merged(
        table=joined.sort_values("art", ignore_index=True),
        added=tuple(added),
        updated=tuple(updated),
        unchanged=tuple(unchanged),
        renumbered=renumbered,
        numbers=numbers,
    )


def _by_identity(text: pd.DataFrame) -> dict[tuple[str, str], int]:
    """Give the number of each practice by its section and title, where no other has the same."""
    rows = zip(text["art"], text["section"], text["title"], strict=True)
    found = [(identity_of(section_name(section), title), int(art)) for art, section, title in rows]
    times = Counter(identity for identity, _ in found)
    return {identity: number for identity, number in found if times[identity] == 1}


def _identity(practice: Practice) -> tuple[str, str]:
    """Give what identifies a practice besides its number."""
    return identity_of(practice.section, practice.title)


def _with_known_number(practice: Practice, known: Mapping[tuple[str, str], int]) -> Practice:
    """Give a practice with the number that the table has for it, where its page states none."""
    if not practice.has_provisional_number:
        return practice
    return replace(practice, art=known.get(_identity(practice), practice.art))


def merge_rows(table: pd.DataFrame, rows: pd.DataFrame) -> Merged:
    """Give the table with all rows of another one, which replace those of the same number."""
    before, after = as_text(table), as_text(rows)
    old = before.set_index("art")
    new = after.set_index("art")
    common = new.index.intersection(old.index)
    differs = old.loc[common].ne(new.loc[common]).any(axis="columns")
    joined = typed(pd.concat([before[~before["art"].isin(new.index)], after]))
    return Merged(
        table=joined.sort_values("art", ignore_index=True),
        added=_numbers(new.index.difference(old.index)),
        updated=_numbers(common[differs.to_numpy()]),
        unchanged=_numbers(common[~differs.to_numpy()]),
    )


def _numbers(index: pd.Index) -> tuple[int, ...]:
    """Give article numbers that are texts as numbers, in their order."""
    return tuple(sorted(map(int, index)))


def _cells(record: Mapping[Hashable, str]) -> dict[str, str]:
    """Return a row of the table as text, by column."""
    return {str(column): str(cell) for column, cell in record.items()}


def _joined(cells: dict[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """Return a page's cells, with those of the row before where the page has nothing to say."""
    from_page, _ = read_metryka(fields_from_json(before["metryka"]))
    stated = from_page.cells()
    not_stated = {
        name: before[name]
        for name in stated
        if not cells[name] and not stated[name] and before[name]
    }
    not_stated |= {name: before[name] for name in _OF_FURTHER_TABS if not cells[name]}
    theme = page_address(
        section=cells["section"], subsection=cells["subsection"], art=int(cells["art"])
    )
    if before["url"] and cells["url"] in {"", theme}:
        not_stated["url"] = before["url"]
    return cells | not_stated
