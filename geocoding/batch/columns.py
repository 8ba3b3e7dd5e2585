"""Which columns of a table hold an address, and what the columns with the answers are called."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence

import pandas as pd

from geocoding.batch.headings import match_by_likeness, match_positions
from geocoding.batch.register_codes import with_units_of_codes
from geocoding.cascade.reverse import NEAREST_COLUMNS
from geocoding.errors import TableError
from geocoding.locale import message
from geocoding.model import ADDRESS_PARTS
from geocoding.stated_points import PAIRS, UNIT_COLUMNS
from geocoding.tables.position_headings import POSITION_NAMES, POSITION_PARTS
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
"""Columns that are added to a table of addresses, in their order."""

_PLACES = frozenset({"street", "city", "postal_code", FREE_TEXT})
"""Parts of an address that say more than a region; without them coordinates say where a row is."""

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

    A column 'adres' beside one with the locality holds the street and number. Columns with
    coordinates ('lat' and 'lon', or 'position') are found where no column says more of a row's
    place than its region, or where they are named.

    Args:
        header: The table's headings; Polish or English, with or without diacritics.
        named: Part -> heading, for headings that are not known, or the number of the column.
            Coordinates that are named go before addresses.
        rows: Some rows, by which headings that are only like the known ones are told.

    Raises:
        TableError: No column is known, two hold one part, or a named one is not there.
    """
    found = _find_known(header, named or {})
    _let_address_be_street(found)
    _let_post_office_be_city(header, rows, found)
    found |= _find_alike(header, rows, found)
    if states_points(named or {}) or not _state_places(rows, found):
        found = _with_positions(header, rows, found)
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


def _state_places(rows: Sequence[Sequence[str]], found: Mapping[str, int]) -> bool:
    """Say whether a column says more of the rows' places than their region."""
    places = [place for part, place in found.items() if part in _PLACES]
    return bool(places) and (
        not rows or any(row[place].strip() for row in rows for place in places)
    )


def _find_known(header: Sequence[str], named: Mapping[str, str]) -> dict[str, int]:
    """Find columns that are named or whose headings are known: part -> place in the header.

    Raises:
        TableError: Two hold one part, or a named one is not there.
    """
    found = {part: _place(header, part, heading) for part, heading in named.items()}
    for place, heading in enumerate(header):
        part = _PART_OF_HEADING.get(_letters_of(heading))
        if part is None or part in named or (part == ROW_KEY and part in found):
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
    return found


def states_points(parts: Container[str]) -> bool:
    """Say whether parts that columns hold are coordinates."""
    return any(all(part in parts for part in pair) for pair in PAIRS)


def added_columns(parts: Container[str], *, nearest: bool = False) -> tuple[str, ...]:
    """Give the columns that are added to a table whose columns hold some parts.

    Args:
        parts: The parts.
        nearest: Whether the nearest address of each stated point is wanted.
    """
    if not states_points(parts):
        return ANSWERS
    return (*ANSWERS, *UNIT_COLUMNS, *(NEAREST_COLUMNS if nearest else ()))


def _with_positions(
    header: Sequence[str], rows: Sequence[Sequence[str]], found: Mapping[str, int]
) -> dict[str, int]:
    """Give the columns of coordinates, with that of the key; the columns found where none are."""
    cells = {
        heading: [row[place] for row in rows]
        for place, heading in reversed(list(enumerate(header)))
        if heading
    }
    named = {part: place for part, place in found.items() if part in POSITION_PARTS}
    positions = named or {
        part: header.index(heading)
        for part, heading in match_positions(list(reversed(cells)), cells).items()
    }
    if "position" in positions:
        positions = {"position": positions["position"]}
    if not states_points(positions):
        return dict(found)
    key = {ROW_KEY: found[ROW_KEY]} if ROW_KEY in found else {}
    return {**key, **positions}


def _let_address_be_street(found: dict[str, int]) -> None:
    """Change the columns found: 'adres' beside a locality holds street and number."""
    if FREE_TEXT in found and "city" in found:
        street_line = found.pop(FREE_TEXT)
        found.setdefault("street", street_line)


def _let_post_office_be_city(
    header: Sequence[str], rows: Sequence[Sequence[str]], found: dict[str, int]
) -> None:
    """Change the columns found: 'poczta' holds the locality where no other column does."""
    place = next((i for i, name in enumerate(header) if _letters_of(name) in _POST_OFFICES), None)
    if "city" in found or place is None:
        return
    if FREE_TEXT in found:
        if not rows or _hold_towns([row[found[FREE_TEXT]] for row in rows]):
            return
        found.setdefault("street", found.pop(FREE_TEXT))
    found["city"] = place


def _hold_towns(texts: Sequence[str]) -> bool:
    """Say whether most of some addresses that are not empty have a town or a code."""
    read = [read_address(text) for text in texts if text.strip()]
    return 2 * sum(bool(each.city or each.postal_code) for each in read) > len(read)


_OF_POSITIONS = frozenset(
    name.replace(" ", "") for names in POSITION_NAMES.values() for name in names
)
_POST_OFFICES = frozenset({"poczta", "urzadpocztowy", "nazwapoczty", "posttown"})
_SEVERAL_HEADINGS = re.compile(r"[;|\t]")
"""Separators within a heading show that the table was split by another one."""


def _find_alike(
    header: Sequence[str], rows: Sequence[Sequence[str]], found: Mapping[str, int]
) -> dict[str, int]:
    """Find further columns by headings that are like the known ones, and by their cells."""
    if not rows:
        return {}
    used = set(found.values())
    places = {
        heading: place
        for place, heading in enumerate(header)
        if place not in used and heading and not _is_other(heading)
    }
    cells = {heading: [row[place] for row in rows] for heading, place in places.items()}
    alike = match_by_likeness(cells, known=found)
    return {part: places[heading] for part, heading in alike.items()}


def _is_other(heading: str) -> bool:
    """Say whether a heading is known not to be of a part of an address, or is several."""
    is_several = _SEVERAL_HEADINGS.search(heading) is not None
    return is_several or _letters_of(heading) in _OTHER_HEADINGS


def is_heading(text: str) -> bool:
    """Say whether a text is a heading that is known."""
    letters = _letters_of(text)
    return letters in _PART_OF_HEADING or letters in _OTHER_HEADINGS or letters in _OF_POSITIONS


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
    cells = with_units_of_codes(cells)
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
    if part not in COLUMNS and part not in POSITION_PARTS:
        known = ", ".join((*COLUMNS, *POSITION_PARTS))
        raise TableError(message("part-unknown", part=repr(part), columns=known))
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
