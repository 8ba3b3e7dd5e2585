"""Which columns of a table hold an address, and what the columns with the answers are called."""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from geocoding.batch.headings import match_by_likeness
from geocoding.errors import TableError
from geocoding.locale import message
from geocoding.model import ADDRESS_PARTS
from geocoding.text import fold, read_address
from geocoding.text.spelling import COLUMNS

FREE_TEXT = "address"
ROW_KEY = "id"
ANSWERS = (
    "status",
    "precision",
    "accuracy_m",
    "lat",
    "lon",
    "matched_label",
    "matched_postal_code",
    "matched_commune",
    "matched_county",
    "matched_voivodeship",
    "score",
    "checks",
    "decided_by",
    "provider",
    "error",
)
"""Columns that are added to a table, in their order."""

_PART_OF_HEADING = {heading: part for part, headings in COLUMNS.items() for heading in headings}


_OTHER_HEADINGS = frozenset(
    {
        *("nazwa", "name", "lp", "telefon", "tel", "phone", "email", "www", "strona", "uwagi"),
        *("gmina", "regon", "nip", "typ", "rodzaj", "opis", "data", "instytucja", "jednostka"),
    }
)
"""Further headings of tables of addresses, by which the row with headings is known."""


def find_columns(
    header: Sequence[str],
    named: Mapping[str, str] | None = None,
    rows: Sequence[Sequence[str]] = (),
) -> dict[str, int]:
    """Find which column holds which part of an address: part -> place in the header.

    A column 'adres' beside one with the locality holds the street and number.

    Args:
        header: The table's headings; Polish or English, with or without diacritics.
        named: Part -> heading, for headings that are not known, or the number of the column.
        rows: Some rows, by which headings that are only like the known ones are told.

    Raises:
        TableError: No column is known, two hold one part, or a named one is not there.
    """
    found = {part: _place(header, part, heading) for part, heading in (named or {}).items()}
    for place, heading in enumerate(header):
        part = _PART_OF_HEADING.get(_letters_of(heading))
        if part is None or part in (named or {}) or (part == ROW_KEY and part in found):
            continue
        if part in found:
            raise TableError(
                message(
                    "columns-twice",
                    header=repr(header[found[part]]),
                    heading=repr(heading),
                    part=part,
                )
            )
        found[part] = place
    _let_address_be_street(found)
    _let_post_office_be_city(header, found)
    for part, place in _find_alike(header, rows, set(found.values())).items():
        found.setdefault(part, place)
    if not set(found) - {ROW_KEY}:
        raise TableError(
            message(
                "columns-none",
                header=", ".join(map(repr, header)),
                value=", ".join(headings[0] for headings in COLUMNS.values()),
            )
        )
    _let_address_be_street(found)
    return found


def _let_address_be_street(found: dict[str, int]) -> None:
    """Change the columns found: 'adres' beside a locality holds street and number."""
    if FREE_TEXT in found and "city" in found:
        street_line = found.pop(FREE_TEXT)
        found.setdefault("street", street_line)


def _let_post_office_be_city(header: Sequence[str], found: dict[str, int]) -> None:
    """Change the columns found: 'poczta' holds the locality where no other column does."""
    place = next((i for i, name in enumerate(header) if _letters_of(name) in _POST_OFFICES), None)
    if "city" not in found and FREE_TEXT not in found and place is not None:
        found["city"] = place


_POST_OFFICES = frozenset({"poczta", "urzadpocztowy", "nazwapoczty", "posttown"})
_SEVERAL_HEADINGS = re.compile(r"[;|\t]")
"""What stands between headings that a wrong separator did not cut."""


def _find_alike(
    header: Sequence[str], rows: Sequence[Sequence[str]], used: set[int]
) -> dict[str, int]:
    """Find columns by headings that are like the known ones, and by their cells."""
    if not rows:
        return {}
    places = {
        heading: place
        for place, heading in enumerate(header)
        if place not in used and heading and not _is_other(heading)
    }
    cells = {heading: [row[place] for row in rows] for heading, place in places.items()}
    return {part: places[heading] for part, heading in match_by_likeness(cells).items()}


def _is_other(heading: str) -> bool:
    """Say whether a heading is known not to be of a part of an address, or is several."""
    is_several = _SEVERAL_HEADINGS.search(heading) is not None
    return is_several or _letters_of(heading) in _OTHER_HEADINGS


def is_heading(text: str) -> bool:
    """Say whether a text is a heading that is known."""
    letters = _letters_of(text)
    return letters in _PART_OF_HEADING or letters in _OTHER_HEADINGS


def _letters_of(heading: str) -> str:
    return re.sub(r"[\W_]", "", fold(heading))


def take_addresses(rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> pd.DataFrame:
    """Give the addresses of some rows: one column per part that the table has, and `id`, text only.

    Where the table has a column of whole addresses, they are taken apart, and a part that
    stands in a column of its own goes before the one in the whole address.
    """
    return address_table({part: [row[place] for row in rows] for part, place in columns.items()})


def address_table(cells: Mapping[str, list[str]]) -> pd.DataFrame:
    """Return the addresses whose parts stand in some lists of texts; see `take_addresses`."""
    cells = dict(cells)
    texts = cells.pop(FREE_TEXT, None)
    if texts is None:
        return pd.DataFrame(cells, dtype="str")
    read = {text: read_address(text) for text in dict.fromkeys(texts)}
    for part in ADDRESS_PARTS:
        whole = [getattr(read[text], part) for text in texts]
        own = cells.get(part, [""] * len(texts))
        cells[part] = [stated or taken for stated, taken in zip(own, whole, strict=True)]
    return pd.DataFrame(cells, dtype="str")


def answer_headings(header: Iterable[str], added: Sequence[str] = ANSWERS) -> dict[str, str]:
    """Give what each added column is called: its name, or 'geocoded_...' where the table has it."""
    taken = set(header)
    headings = {}
    for name in added:
        heading = name
        while heading in taken:
            heading = f"geocoded_{heading}"
        headings[name] = heading
    return headings


def _place(header: Sequence[str], part: str, heading: str) -> int:
    """Return where a heading stands that was named for a part."""
    if part not in COLUMNS:
        raise TableError(message("part-unknown", part=repr(part), columns=", ".join(COLUMNS)))
    if heading not in header and heading.isdecimal() and 0 < int(heading) <= len(header):
        return int(heading) - 1
    if heading not in header:
        raise TableError(
            message(
                "column-missing",
                heading=repr(heading),
                part=part,
                header=", ".join(map(repr, header)),
            )
        )
    return header.index(heading)
