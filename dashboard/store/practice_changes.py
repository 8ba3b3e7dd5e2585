"""What a change of practices changes: pure comparisons of tables, before anything is written.

A store holds for each practice the values in force. Where a person has corrected a field, the value
that was last imported is noted beside it, so an import never loses a correction and a correction
that is undone gives way to what was imported last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from dashboard.practices.card_lines import MetrykaField, fields_from_json, fields_to_json
from dashboard.practices.field_model import Field
from dashboard.practices.fields import CARD, CARD_FIELDS
from dashboard.practices.metryka import meaning
from dashboard.practices.record_card import line_text
from dashboard.practices.schema import COLUMNS

CARD_LINES: Final[Mapping[str, Field]] = {
    column: field for field in CARD_FIELDS for column in field.columns
}
"""The columns that a record card shows, and the field whose line shows each."""


@dataclass(frozen=True, slots=True)
class FieldCorrection:
    """A field that a person has corrected.

    A practice with corrections also has one of its whole record card, whose text in force follows
    from the others: it holds the card as it was printed, to the letter.

    Attributes:
        art: Number of the practice.
        field: Column of the practices table.
        value: The text in force; '' for the card.
        imported: The text that was imported last.
        replaced: The text that was imported last when the field was first corrected.
    """

    art: int
    field: str
    value: str
    imported: str
    replaced: str

    @property
    def is_card(self) -> bool:
        """Whether it is the one of the record card."""
        return self.field == CARD


@dataclass(frozen=True, slots=True)
class PracticeChanges:
    """How one table of practices differs from another; rows by number, cells as text.

    Attributes:
        added: Numbers that only the new table has.
        updated: Numbers whose cells differ.
        removed: Numbers that only the old table has.
        before: For updated and removed practices, the old texts of what changes (all, if removed).
        after: For updated practices, the new texts.
    """

    added: tuple[int, ...]
    updated: tuple[int, ...]
    removed: tuple[int, ...]
    before: Mapping[int, Mapping[str, str]]
    after: Mapping[int, Mapping[str, str]]

    @property
    def is_empty(self) -> bool:
        """Whether both tables are the same."""
        return not (self.added or self.updated or self.removed)


def compare(before: pd.DataFrame, after: pd.DataFrame) -> PracticeChanges:
    """Give the differences of two tables of texts with the columns of the schema."""
    old, new = (_by_number(table) for table in (before, after))
    common = old.index.intersection(new.index)
    differs = old.loc[common].ne(new.loc[common])
    updated = common[differs.any(axis="columns").to_numpy()]
    removed = old.index.difference(new.index)
    changed = {
        number: [column for column, is_other in zip(differs.columns, row, strict=True) if is_other]
        for number, row in zip(updated, differs.loc[updated].to_numpy(), strict=True)
    }
    of_old, of_new = (_cells_of(table.loc[updated]) for table in (old, new))
    return PracticeChanges(
        added=tuple(new.index.difference(old.index).tolist()),
        updated=tuple(updated.tolist()),
        removed=tuple(removed.tolist()),
        before={
            **{key: {name: of_old[key][name] for name in names} for key, names in changed.items()},
            **_cells_of(old.loc[removed]),
        },
        after={key: {name: of_new[key][name] for name in names} for key, names in changed.items()},
    )


def with_imported_values(
    text: pd.DataFrame, corrections: Sequence[FieldCorrection]
) -> pd.DataFrame:
    """Give the practices as they were imported, without what persons have corrected."""
    if not corrections:
        return text
    changed = text.copy()
    for art, some in _by_practice(corrections).items():
        row = changed.index[changed["art"] == str(art)]
        for each in some:
            changed.loc[row, each.field] = each.imported
    return changed


def with_corrected_values(
    text: pd.DataFrame, corrections: Sequence[FieldCorrection]
) -> pd.DataFrame:
    """Give the practices, as they were imported, with what persons have corrected."""
    if not corrections:
        return text
    changed = text.copy()
    for art, some in _by_practice(corrections).items():
        for row in changed.index[changed["art"] == str(art)]:
            cells = {str(name): str(cell) for name, cell in changed.loc[row].items()}
            new = corrected(cells, some)
            changed.loc[row, list(COLUMNS)] = [new[name] for name in COLUMNS]
    return changed


def corrected(
    imported: Mapping[str, str], corrections: Sequence[FieldCorrection]
) -> dict[str, str]:
    """Give a practice's cells in force for those that were imported and its corrections."""
    return with_values(
        imported, {each.field: each.value for each in corrections if not each.is_card}
    )


def with_values(cells: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """Give a practice's cells with other values, which its record card shows, too.

    Args:
        cells: All columns of the schema as text.
        values: Texts by column.
    """
    changed = {**cells, **values}
    shown = {CARD_LINES[column].name for column in values if column in CARD_LINES}
    fields = list(fields_from_json(changed[CARD]))
    for field in CARD_FIELDS:
        if field.name in shown:
            fields = _with_line(fields, field, line_text(field, changed))
    return {**changed, CARD: fields_to_json(fields)}


def _by_practice(
    corrections: Sequence[FieldCorrection],
) -> dict[int, list[FieldCorrection]]:
    """Give the corrections of each practice."""
    found: dict[int, list[FieldCorrection]] = {}
    for each in corrections:
        found.setdefault(each.art, []).append(each)
    return found


def _with_line(lines: list[MetrykaField], field: Field, text: str) -> list[MetrykaField]:
    """Give a record card's lines with another text for a field's, '' to leave it out."""
    places = [place for place, line in enumerate(lines) if meaning(line.label) == field.name]
    at = places[0] if places else len(lines)
    label = lines[at].label if places else field.label
    others = [line for place, line in enumerate(lines) if place not in places]
    return [*others[:at], *([MetrykaField(label, text)] if text else []), *others[at:]]


def _cells_of(table: pd.DataFrame) -> dict[int, dict[str, str]]:
    """Give the cells of a table of texts by its index and column."""
    columns = [str(name) for name in table.columns]
    rows = zip(table.index.tolist(), table.itertuples(index=False, name=None), strict=True)
    return {int(number): dict(zip(columns, row, strict=True)) for number, row in rows}


def _by_number(text: pd.DataFrame) -> pd.DataFrame:
    """Give a table of texts with the numbers as its index."""
    return text.set_index(text["art"].astype("int64"))[list(COLUMNS)]
