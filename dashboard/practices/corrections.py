"""Corrections of positions: the points that persons set for a table of practices.

They are in the store of the practices (`dashboard.store`), or beside a table file as
`overrides.csv`, in the format of `geocoding.overrides`. In editing mode, which is off unless
EDIT_VARIABLE is '1', the dashboard adds some and removes them.
"""

import csv
import io
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.variables import EDIT_VARIABLE
from geocoding import Address
from geocoding.files.formulas import neutralized
from geocoding.overrides import COLUMNS, LONGEST_ADDRESS, TEXT_COLUMNS, Override, address_key
from geocoding.text import read_address


def is_editing() -> bool:
    """Say whether corrections are saved where the dashboard runs."""
    return os.environ.get(EDIT_VARIABLE) == "1"


def corrections_path(table: Path) -> Path:
    """Return the file with the corrections of a practices table."""
    return table.with_name("overrides.csv")


def address_words(address: Address) -> str:
    """Return an address in words: 'ul. Polna 2, 32-700 Bochnia', empty where nothing is stated."""
    line = " ".join(filter(None, (address.street, address.number)))
    post = " ".join(filter(None, (address.postal_code, address.city)))
    return ", ".join(filter(None, (line, post)))


def address_of_correction(address: Address) -> str:
    """Return the words that a correction keeps of its address, so that a change of it is noticed.

    Empty where words would not be read as the same address again, or are too many.
    """
    words = address_words(address)
    if len(words) > LONGEST_ADDRESS:
        return ""
    return words if address_key(read_address(words)) == address_key(address) else ""


def with_correction(corrections: Sequence[Override], new: Override) -> list[Override]:
    """Return the corrections with a new one, in place of an earlier one for the same place."""
    others = [each for each in corrections if (each.id or each.address) != (new.id or new.address)]
    return [*others, new]


def with_new(corrections: Sequence[Override], new: Sequence[Override]) -> list[Override]:
    """Give the corrections and those of the new ones whose places have none yet."""
    places = {each.id or each.address for each in corrections}
    return [*corrections, *(each for each in new if (each.id or each.address) not in places)]


def without_corrections(
    corrections: Sequence[Override], place_ids: Collection[str]
) -> list[Override]:
    """Return the corrections but those of some places."""
    return [each for each in corrections if each.id not in place_ids]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reader wants changed in a file of corrections that stays as it is.

    Attributes:
        put: New corrections, and those in place of earlier ones.
        removed: Names of places whose corrections are to go.
    """

    put: tuple[Override, ...] = ()
    removed: tuple[str, ...] = ()

    def with_correction(self, new: Override) -> "Changes":
        """Return the same changes and a new correction."""
        removed = tuple(each for each in self.removed if each != new.id)
        return Changes(tuple(with_correction(self.put, new)), removed)

    def without_correction(self, place_id: str, *, of: Sequence[Override]) -> "Changes":
        """Return the same changes, after which a place has no correction.

        Args:
            place_id: The name of the place.
            of: The corrections in the file.
        """
        removed = [each.id for each in of if each.id == place_id and place_id not in self.removed]
        put = without_corrections(self.put, [place_id])
        return Changes(tuple(put), (*self.removed, *removed))

    def applied_to(self, corrections: Sequence[Override]) -> list[Override]:
        """Return the corrections with these changes."""
        changed = without_corrections(corrections, self.removed)
        for new in self.put:
            changed = with_correction(changed, new)
        return changed


def corrections_csv(corrections: Sequence[Override]) -> bytes:
    """Return the corrections as an `overrides.csv`, in their order.

    No spreadsheet runs any of it.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for each in corrections:
        row = each.model_dump(mode="json")
        writer.writerow(row | {name: neutralized(row[name]) for name in TEXT_COLUMNS})
    return text.getvalue().encode("utf-8")
