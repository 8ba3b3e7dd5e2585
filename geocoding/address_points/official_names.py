"""Official names of streets in parts, as GUS's register of streets (ULIC) has them.

The register of addresses often has a name as one text, of which nobody can say for sure what is a
given name: 'Isaaka Goedtkego', 'Saska Kępa'. In parts the surname is known, so that it alone, or
with an initial, is found; and a word of any street of the country is no typing error. The names
serve address points that were added: the register has no positions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geocoding.address_points.street_likeness import likeness
from geocoding.address_points.street_names import PREPOSITIONS, STREET, StreetName, read_street_name
from geocoding.text.folding import fold

_PARTS: Final = ("kind", "main", "first")
_SYMBOLS: Final = 100_000
_DIGITS_OF_VOIVODESHIP: Final = 2


class OfficialName(NamedTuple):
    """The name of a street in parts.

    Attributes:
        voivodeship: Two digits of the voivodeship's code.
        symbol: Symbol of the name, five digits.
        kind: What kind of street it is: 'ul.', 'pl.' (CECHA).
        main: The name, of a person the surname (NAZWA_1).
        first: What stands before it: given names and titles; empty for none (NAZWA_2).
    """

    voivodeship: str
    symbol: str
    kind: str
    main: str
    first: str


@dataclass(frozen=True, eq=False)
class OfficialNames:
    """All names of the register, by voivodeship and symbol.

    Warsaw's streets hang on its districts there and on the city in the register of addresses, so
    that the voivodeship and the symbol are what both have in common. A symbol may have several
    spellings, and stand for several kinds of street.

    Attributes:
        key: Voivodeship and symbol as one number each, ascending; some repeat.
        table: The parts of each name: kind, main, first.
    """

    key: NDArray[np.int32]
    table: pa.Table

    @classmethod
    def open(cls, path: Path) -> "OfficialNames":
        """Open a file of names, which is mapped into memory.

        Raises:
            OSError: It cannot be read.
            ValueError: It is damaged.
        """
        table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
        return cls(np.asarray(table["key"].chunk(0)), table)

    def names_of(
        self, commune: str, symbols: Iterable[str], registered: Iterable[str]
    ) -> dict[int, StreetName]:
        """Return the names of some streets of a commune that are known, by their positions.

        Args:
            commune: Code of the commune.
            symbols: Symbols of the streets in the register of addresses.
            registered: Their names there.
        """
        found = map(self.name_of, repeat(commune), symbols, registered)
        return {at: name for at, name in enumerate(found) if name is not None}

    def name_of(self, commune: str, symbol: str, registered: str) -> StreetName | None:
        """Return the words of a street's name by what they are; None where it is not known.

        Args:
            commune: Code of the commune.
            symbol: Symbol of the street in the register of addresses.
            registered: Its name there; a name that is not like it counts as unknown.
        """
        if not symbol.isdecimal():
            return None
        key = _key(commune[:_DIGITS_OF_VOIVODESHIP], symbol)
        first, end = np.searchsorted(self.key, (key, key + 1)).tolist()
        rows = self.table.slice(first, end - first).select(_PARTS).to_pylist()
        stated = read_street_name(registered)
        found = [
            (row["kind"], name)
            for row in rows
            if _are_alike(stated, name := _name_in_parts(row["main"], row["first"]))
        ]
        if not found:
            return None
        kinds = {read_street_name(f"{kind} x").kind for kind, _ in found}
        kind = stated.kind or (kinds.pop() if len(kinds) == 1 else STREET)
        return replace(found[0][1], kind=kind)

    def has_word(self, word: str) -> bool:
        """Return whether a folded word stands in the name of any street."""
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        """The folded words of all names."""
        return frozenset().union(*(words_in(self.table[part]) for part in ("main", "first")))


def words_in(texts: pa.Array | pa.ChunkedArray) -> frozenset[str]:
    """Return the distinct words of texts, folded."""
    words = pc.list_flatten(pc.split_pattern_regex(texts, r"[^\pL\d]+"))
    return frozenset(map(fold, pc.unique(words).to_pylist()))


def encoded(names: Iterable[OfficialName]) -> bytes:
    """Return the file of some names, which OfficialNames opens."""
    listed = sorted(names, key=lambda name: _key(name.voivodeship, name.symbol))
    keys = pa.array([_key(name.voivodeship, name.symbol) for name in listed], pa.int32())
    parts = {part: pa.array([getattr(name, part) for name in listed]) for part in _PARTS}
    table = pa.table({"key": keys, **parts})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _key(voivodeship: str, symbol: str) -> int:
    """Return a voivodeship and a symbol as one number."""
    return int(voivodeship) * _SYMBOLS + int(symbol)


def _are_alike(one: StreetName, other: StreetName) -> bool:
    """Return whether two names may be of one street, whichever of them is the shorter one."""
    words, others = ({word.text for word in (*name.own, *name.given)} for name in (one, other))
    if words == others:
        return True
    return likeness(one, other) > 0 or likeness(other, one) > 0


def _name_in_parts(main: str, first: str) -> StreetName:
    """Return the words of a name by what they are.

    What stands before the surname and is no title is a given name, however rare it is.
    """
    name = read_street_name(f"{first} {main}")
    surname = read_street_name(main)
    surnames = {word.text for word in (*surname.own, *surname.given)}
    before = {word.text for word in read_street_name(first).own} if first else set()
    further = before - surnames - PREPOSITIONS
    own = tuple(word for word in name.own if word.text not in further)
    if not own:
        return name
    given = tuple(word for word in name.own if word.text in further)
    return replace(name, own=own, given=(*name.given, *given))
