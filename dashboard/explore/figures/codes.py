"""Codes of TERYT as tables write them: with spaces, without their zero, as decimal numbers.

A code of six digits is a commune's, or one of seven that lost its zero: '201011' is '0201011'
(Bolesławiec) or a code in Podlasie. The column tells: what makes more known units of it is meant.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from dashboard.explore.figures.problems import Rule

_DRESSING: Final = re.compile(r"^=?[\"']?|[\"']$|[\s\u00a0\u202f]")
_AS_DECIMAL: Final = re.compile(r"(\d+)[.,]0+")
_DIGITS: Final = re.compile(r"\d{1,14}", re.ASCII)
_COUNTRY: Final = re.compile(r"0+")
_WITHOUT_ZERO: Final = {1: 2, 3: 4, 5: 6}
"""Lengths of codes that lost their zero -> what they were."""

_KINDS_OF_COMMUNE: Final = frozenset("0123")
_KINDS_OF_PARTS: Final = frozenset("4589")
_SEVEN: Final = 7
_SIX: Final = 6


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a cell says.

    Attributes:
        code: Two digits of a voivodeship, four of a county, six of a commune; empty for none.
        rule: What is wrong with the cell, or why there is no code; None for nothing.
    """

    code: str = ""
    rule: Rule | None = None


def looks_like_code(text: str) -> bool:
    """Say whether a cell holds digits as a code does, or what may be left of one."""
    return bool(_DIGITS.fullmatch(_digits(text)))


@dataclass(frozen=True, slots=True)
class CodeReader:
    """Reads the codes of one column.

    Attributes:
        known: All codes that there are: of two, four and six digits.
        has_lost_zeros: Whether codes of six digits are meant as seven that lost their zero.
    """

    known: Collection[str]
    has_lost_zeros: bool

    @classmethod
    def of_column(cls, texts: Iterable[str], known: Collection[str]) -> "CodeReader":
        """Find how the codes of a column are to be read."""
        codes = [digits for text in texts if _DIGITS.fullmatch(digits := _digits(text))]
        of_six = [code for code in codes if len(code) == _SIX]
        whole = sum(_unit_code(code) in known for code in of_six)
        restored = sum(_unit_code(f"0{code}") in known for code in of_six)
        has_seven = any(len(code) == _SEVEN for code in codes)
        return cls(known, restored > whole or (has_seven and restored == whole > 0))

    def read(self, text: str) -> CodeReading:
        """Read one cell."""
        digits = _digits(text)
        if not _DIGITS.fullmatch(digits):
            return CodeReading(rule=Rule.NO_CODE)
        if len(digits) > 1 and _COUNTRY.fullmatch(digits):
            return CodeReading(rule=Rule.COUNTRY)
        if len(digits) in _WITHOUT_ZERO:
            return self._checked(f"0{digits}", Rule.ZERO)
        if len(digits) == _SIX:
            return self._of_six(digits)
        if len(digits) > _SEVEN:
            return CodeReading(rule=Rule.LENGTH)
        return self._checked(digits)

    def _of_six(self, digits: str) -> CodeReading:
        """Read six digits: as they are, or with the zero that they lost."""
        as_it_is, restored = self._checked(digits), self._checked(f"0{digits}", Rule.ZERO)
        first, second = (restored, as_it_is) if self.has_lost_zeros else (as_it_is, restored)
        return second if not first.code and (second.code or second.rule is Rule.PART) else first

    def _checked(self, digits: str, rule: Rule | None = None) -> CodeReading:
        """Give the unit's code of whole digits, where there is such a unit."""
        if len(digits) == _SEVEN and digits[4:6] != "00" and digits[6] not in _KINDS_OF_COMMUNE:
            is_part = digits[6] in _KINDS_OF_PARTS and digits[:4] in self.known
            return CodeReading(rule=Rule.PART if is_part else Rule.UNKNOWN_CODE)
        code = _unit_code(digits)
        return (
            CodeReading(code, rule) if code in self.known else CodeReading(rule=Rule.UNKNOWN_CODE)
        )


def _unit_code(digits: str) -> str:
    """Give the code of the unit: without the digit of the kind, without zeros for all of a unit."""
    code = digits[:_SIX]
    while code.endswith("00"):
        code = code[:-2]
    return code


def _digits(text: str) -> str:
    """Give a code without what spreadsheets and people put around it."""
    plain = _DRESSING.sub("", text)
    as_decimal = _AS_DECIMAL.fullmatch(plain)
    return as_decimal[1] if as_decimal else plain
