"""The population of all communes, as GUS's local data bank (BDL) exports it: a code, and years."""

import json
import re
from dataclasses import dataclass
from datetime import date

from geocoding.added.kind import Contents, Kind, NumberedTable, SourceFile, too_few
from geocoding.locale import message

_CODE = re.compile(r"\d{6,7}")
_NEARLY_A_CODE = re.compile(r"[\d ]{1,12}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]0*)?")
_KINDS_OF_COMMUNE = frozenset("123")
_SHARE_OF_CODES = 0.9
_FEWEST_COMMUNES = 2_300


@dataclass(frozen=True, kw_only=True)
class PopulationOfCommunes(Kind):
    """Inhabitants by commune."""

    name: str = "population"
    title: str = "Population of the communes"
    publisher: str = "Statistics Poland (GUS)"
    publisher_url: str = "https://bdl.stat.gov.pl/"
    attribution: str = "Główny Urząd Statystyczny (GUS), Bank Danych Lokalnych"

    def recognises(self, source: SourceFile) -> bool:
        """Return whether a table of the file has a column of codes, and one of a year."""
        return any(_columns(table) is not None for table in source.tables)

    def read(self, source: SourceFile) -> Contents:
        """Return the inhabitants by code of six digits, of the newest year.

        Raises:
            AddedDataError: A code or a number is none, or communes are missing.
        """
        table = next(each for each in source.tables if _columns(each) is not None)
        code_column, people_column, year = _columns(table) or ("", "", 0)
        people: dict[str, int] = {}
        for row, cells in table.numbered(source):
            code = _code(source, row, code_column, cells[code_column])
            if not code:
                continue
            number = re.sub(r"[\s\xa0]", "", cells[people_column])
            if not _NUMBER.fullmatch(number):
                raise source.fault(
                    row=row,
                    column=people_column,
                    value=cells[people_column],
                    expected=message("added-expected-people"),
                    remedy=message("added-remedy-people"),
                )
            if code in people:
                raise source.fault(
                    row=row,
                    column=code_column,
                    value=cells[code_column],
                    expected=message("added-expected-once"),
                    remedy=message("added-remedy-double"),
                )
            people[code] = int(re.split(r"[.,]", number)[0])
        if len(people) < _FEWEST_COMMUNES:
            raise too_few(
                source, "communes", found=len(people), fewest=_FEWEST_COMMUNES, remedy="all"
            )
        content = json.dumps(people).encode()
        day = source.day or date(year, 12, 31)
        return Contents(day=day, rows=len(people), files={"population.json": content})


def _columns(table: NumberedTable) -> tuple[str, str, int] | None:
    """Return the headings of the codes and of the newest year, and that year; None for none."""
    years = [
        (int(found[-1]), heading) for heading in table.headings if (found := _YEAR.findall(heading))
    ]
    if not years:
        return None
    year, people = max(years)
    rows = [row.cells for row in table.rows]
    for at, heading in enumerate(table.headings):
        fitting = sum(bool(_CODE.fullmatch(row[at].strip())) for row in rows)
        nearly = sum(bool(_NEARLY_A_CODE.fullmatch(row[at].strip())) for row in rows)
        if heading != people and fitting and nearly >= _SHARE_OF_CODES * len(rows):
            return heading, people, year
    return None


def _code(source: SourceFile, row: int, column: str, value: str) -> str:
    """Return the six digits of a commune's code, '' for a row of another level.

    Rows of the country, of voivodeships, counties, towns and rural parts of communes (codes that
    end in zeros, 4 or 5, or are shorter) are of another level.

    Raises:
        AddedDataError: It is no code, or one that lost its zero.
    """
    code = value.replace(" ", "")
    is_whole = code.isdigit() and len(code) == 7 and int(code[:2]) % 2 == 0  # noqa: PLR2004
    if is_whole and int(code[:2]) <= 32:  # noqa: PLR2004  the last voivodeship
        is_commune = code[6] in _KINDS_OF_COMMUNE and code[4:6] != "00"
        return code[:6] if is_commune else ""
    if code.isdigit() and len(code) in {2, 4}:
        return ""
    raise source.fault(
        row=row,
        column=column,
        value=value,
        expected=message("added-expected-code"),
        remedy=message("added-remedy-codes"),
    )
