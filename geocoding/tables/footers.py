"""Rows that are no data: totals of a table, and what is written under it.

A total is known anywhere by its word in a row that has nothing else but numbers. What stands under
the last row of data is known by its words ('Źródło: …', 'Stan na …'), or by being the only cell of
its row where every row of data has several.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from geocoding.text.folding import fold


class FooterKind(StrEnum):
    """How a row is known to be no data."""

    TOTAL = "total"
    NOTE = "note"
    LONE_CELL = "lone_cell"


class Footer(NamedTuple):
    """A row that is no data.

    Attributes:
        number: Its number as a spreadsheet counts it.
        kind: How it is known.
    """

    number: int
    kind: FooterKind


MAX_LISTED: Final = 10_000
"""Totals that are listed one by one."""
_MAX_FOOTERS: Final = 30
"""Rows under the last row of data; where there are more, they are data themselves."""
_MIN_ROWS: Final = 2
_MIN_CELLS: Final = 2
_MAX_CELLS_OF_A_NOTE: Final = 2
_MAX_CHARACTERS: Final = 300
_MAX_NAME_WORDS: Final = 6
_STARTS: Final = frozenset(
    {"ra", "og", "ła", "łą", "la", "su", "to", "gr", "po", "w ", "li", "śr", "sr", "av", "nu"}
)
"""How totals begin, in lower case."""
_TOTAL: Final = re.compile(
    r"""
    w\ tym(?:\ .{0,100}|:)? | (?:w\ )?(?:
        razem | ogolem | lacznie | suma | sum | totals? | grand\ total | sub-?total
        | podsumowanie | w\ sumie | srednia\ (?:arytmetyczna|ogolem|dla) | srednia(?=:) | average
        | laczn[aey]\ (?:liczba|wartosc|kwota|suma|powierzchnia|ilosc)
        | (?:liczba|ilosc|number\ of)\ (?:praktyk|pozycji|rekordow|wierszy|projektow|adresow|
          obiektow|jednostek|podmiotow|gmin|placowek|punktow|practices|rows|records)
    )
    (?:\ (?:koncowa|ogolna|czesciowa|calkowita|ogolem|razem|brutto|netto|liczba|kwota|wartosc)){0,3}
    (?:\ (?:w|dla|za|z|na|of|for|in)(?=\ ))?
    (?:\ (?:gmin|powiat|wojewodztw|woj|miast|wsi|polsk|kraj|region|praktyk|projekt|pozycj|rekord|
        wiersz|adres|obiekt|jednost|podmiot|placow|punkt|szkol|osob|mieszkanc|rok|strona|arkusz|
        tabel|zestawien|wykaz|practices|rows|records|projects|poland|number)\w{0,9}\.?
        (?:\ .{0,60})?)?
    \ ?(?:[:=.,–-]\ ?){0,4}
    (?:\(?[-+]?\d[\d\s.,/]{0,30}\)?%?(?:\ .{0,40})?)?
    """,
    re.VERBOSE,
)
_NUMBER: Final = re.compile(
    r"=.{1,100}|[-+(]{0,2}\d[\d\s.,']{0,30}\)?\s?(?:%|[^\W\d]{1,12}\.?[23²³]?(?:\s[^\W\d]{1,12}\.?)?)?"
)
_NOTHING: Final = re.compile(r"[-–—−xX×*.=/\s_]{1,100}|n/?d\.?|b\.?d\.?")
_NOTE: Final = re.compile(
    r"""
    zrodl[oa](?:\ (?:danych|informacji|wlasne))?\ ?[:–-] | zrodlo\ (?:danych|informacji|wlasne)\b
    | sources?(?:\ of\ data)?\ ?: | data\ source
    | stan\ (?:na|w\ dniu|z\ dnia|prawny|danych|z)\ ?\b | (?:wg|wedlug)\ stanu\b | as\ of\b
    | dane\ (?:na|z|za|wg|wedlug|pochodza|zrodlowe|aktualne|szacunkowe|wstepne|wlasne|gus)\b
    | uwag[ai](?:\ (?:do|ogolne)\b[^:]{0,60})?\ ?[:.!]
    | (?:notka|nota|note|notes|adnotacj[ae])\ ?[:.]
    | (?:legenda|objasnieni[ae]|wyjasnieni[ae]|przypisy?|skroty|znaki\ umowne)\b\ ?(?:[:.].*)?\Z
    | (?:legenda|objasnieni[ae]|wyjasnieni[ae]|przypisy?)\ ?[:.-]
    | opracowa(?:l|la|no|li)\b | opracowanie(?:\ (?:wlasne|na\ podstawie)\b|\ ?:)
    | sporzadz(?:il|ila|ono|ajac\w{0,3})\b
    | (?:wy)?generowan[oay]\b | wygenerowal
    | przygotowa(?:l|la|no|li)\b | zatwierdzil\w{0,2}\b | sprawdzil\w{0,2}\b | wydrukowano\b
    | (?:dokument|raport|wydruk|zestawienie|plik|tabel[ae]|lista|wykaz)\ (?:zostal\w?\ )?
      (?:wygenerowan|sporzadzon|opracowan|wydrukowan|przygotowan)\w{1,2}\b
    | data\ (?:sporzadzenia|aktualizacji|wydruku|generowania|wygenerowania|opracowania|raportu|
      eksportu|pobrania|stanu)\b
    | (?:ostatnia\ )?aktualizacja\ ?: | ostatnia\ aktualizacja\b | zaktualizowano\b
    | last\ updated?\b | updated\b\ ?(?:on|:) | generated\b | prepared\ by\b | retrieved\b
    | (?:strona|str\.|page)\ \d{1,4}(?:\ ?(?:z|/|of)\ ?\d{1,4})?\Z
    | koniec\ (?:listy|tabeli|zestawienia|wykazu|raportu|danych|pliku)\b
    | end\ of\ (?:list|table|report|file)\b
    | \(c\) | © | copyright\b | licencja\ ?: | license\ ?:
    | \*{1,4}\)?\ ?[^\W\d] | (?:podpis|pieczec|pieczatka)\b
    """,
    re.VERBOSE,
)
_FOOTNOTE: Final = re.compile(r"(?:\d{1,2}\)|[¹²³⁴⁵]\)?) ?[^\W\d]")


def footer_kind(cells: Sequence[str]) -> FooterKind | None:
    """Give how a row is known to be no data by its words alone; None where it is not.

    Args:
        cells: Its cells as texts.
    """
    if is_total(cells):
        return FooterKind.TOTAL
    texts = list(filter(str.strip, cells))
    return FooterKind.NOTE if len(texts) == 1 and _is_note(texts) else None


def is_total(cells: Sequence[str]) -> bool:
    """Say whether a row is a total: its word, and nothing else but numbers."""
    texts = (cell.strip() for cell in cells)
    first = next(filter(None, texts), "")
    if first[:2].lower() not in _STARTS:
        return False
    word = fold(first[:_MAX_CHARACTERS])
    return _TOTAL.fullmatch(word) is not None and all(map(_is_number, filter(None, texts)))


class FooterSearch:
    """Finds the rows that are no data while a table's rows are looked at in their order."""

    def __init__(self) -> None:
        """Begin before the first row of data."""
        self._totals: list[Footer] = []
        self._below: list[tuple[int, list[str], bool]] = []
        self._rows = 0
        self._least = _MAX_CELLS_OF_A_NOTE + 1
        self._last = 0

    def add(self, number: int, cells: list[str]) -> None:
        """Look at the next row that is not blank.

        Args:
            number: Its number as a spreadsheet counts it.
            cells: Its cells; empty ones count as none.
        """
        filled = len(cells) - cells.count("")
        if not filled:
            return
        is_after_gap = self._last > 0 and number > self._last + 1
        self._last = number
        if is_total(cells):
            if len(self._totals) < MAX_LISTED:
                self._totals.append(Footer(number, FooterKind.TOTAL))
            return
        is_long = filled > _MAX_CELLS_OF_A_NOTE and not _says_nothing(cells)
        if is_long or len(self._below) >= _MAX_FOOTERS:
            self._below_is_data()
            self._count(filled)
        else:
            self._below.append((number, cells, is_after_gap))

    def found(self) -> tuple[Footer, ...]:
        """Give the rows that are no data in their order, after the last row."""
        texts = [list(filter(str.strip, cells)) for _, cells, _ in self._below]
        start = len(texts)
        while start and any(test(texts[start - 1]) for test in (_is_note, _is_lone, _says_nothing)):
            start -= 1
        rows = self._rows + start
        least = min([self._least, *map(len, texts[:start])])
        has_gap = start < len(texts) and self._below[start][2]
        may_be_lone = least >= _MIN_CELLS and rows >= (1 if has_gap else _MIN_ROWS)
        below = [
            Footer(number, _kind_below(filled))
            for (number, _, _), filled in zip(self._below[start:], texts[start:], strict=True)
            if (may_be_lone and len(filled) < least)
            or (rows and _says_nothing(filled))
            or (_is_note(filled) and (len(filled) == 1 or (rows and len(filled) < least)))
        ]
        return tuple(sorted([*self._totals, *below]))

    def _below_is_data(self) -> None:
        """Count the rows that were taken for rows under the data: data follow them."""
        for _, cells, _ in self._below:
            self._count(len(cells) - cells.count(""))
        self._below.clear()

    def _count(self, filled: int) -> None:
        """Count a row of data."""
        self._rows += 1
        self._least = min(self._least, filled)


def _kind_below(texts: Sequence[str]) -> FooterKind:
    """Give how a row under the data is known to be none, by its filled cells."""
    return FooterKind.NOTE if _is_note(texts) or _says_nothing(texts) else FooterKind.LONE_CELL


def _says_nothing(cells: Sequence[str]) -> bool:
    """Say whether the filled cells of a row are lines, stars or other signs for nothing."""
    return all(_NOTHING.fullmatch(cell[:_MAX_CHARACTERS]) for cell in cells if cell.strip())


def _is_note(texts: Sequence[str]) -> bool:
    """Say whether the filled cells of a row are a note by their words."""
    if not 1 <= len(texts) <= _MAX_CELLS_OF_A_NOTE:
        return False
    beginning = texts[0].strip()[:_MAX_CHARACTERS]
    is_footnote = len(texts) == 1 and _FOOTNOTE.match(beginning) is not None
    return is_footnote or _NOTE.match(fold(beginning)) is not None


def _is_lone(texts: Sequence[str]) -> bool:
    """Say whether the filled cells of a row are one cell with letters."""
    return len(texts) == 1 and any(map(str.isalpha, texts[0][:_MAX_CHARACTERS]))


def _is_number(text: str) -> bool:
    """Say whether a cell holds a number, with its unit at most, or a sign for nothing."""
    beginning = text[:_MAX_CHARACTERS]
    return bool(_NUMBER.fullmatch(beginning) or _NOTHING.fullmatch(beginning))


def is_address(kind: FooterKind, cells: Sequence[str]) -> bool:
    """Say whether a row under the data may be an address all the same.

    A cell that is only known by standing alone may be one where it stands in a column with a part
    of an address, and is as short as a name.

    Args:
        kind: How the row is known to be no data.
        cells: Its cells under the headings of parts of an address.
    """
    stated = " ".join(cells).strip()
    return kind is FooterKind.LONE_CELL and bool(stated) and len(stated.split()) <= _MAX_NAME_WORDS
