"""The errors that the dashboard raises on purpose.

DashboardError
├── SettingsError(ValueError)       an option or environment value that is not possible
├── PracticeDataError(ValueError)   a practices table that breaks its schema: every violation
│                                   with file, row, column, value, rule and what was expected
├── BasemapError(ValueError)        a map file that cannot be used: which one, and why
├── PageError(ValueError)           a practice page that cannot be read: file, line and reason
├── UploadError(TableFileError)     a file of a visitor that is not taken in, and by which rule
├── WorkerError                     a process for reading that did not answer, and why
├── CorrectionError                 a corrected position that cannot be saved
│   ├── EditConflictError           the correction was changed by another reader meanwhile
│   └── EditRefusedError            the reader may not change corrections, or not any more
├── NoTableError                    a database without a practices table
├── StoreError                      a table that cannot be read or written, and why
│   └── UnavailableError            a store that does not answer just now
├── HarvestError                    pages that cannot be collected from a site, and why
└── ExportError(ValueError)          a file to take away that cannot be made as it was ordered

The interface and the command line catch the root in one place; anything else is a bug.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from traceback import walk_tb
from typing import TypeAlias

from dashboard.locale import message
from geocoding.errors import TableFileError
from geocoding.locale import Text, TranslatedError, Wording

_SHOWN_VIOLATIONS = 20

Details: TypeAlias = Mapping[str, str | float | Text]
"""What a rule's message names besides its place: a bound, a file."""


class DashboardError(TranslatedError):
    """Root of everything that this package raises on purpose."""

    def __str__(self) -> str:
        """Return the message in the language that the commands speak."""
        return self.worded(message)

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process raise it: with all its attributes, and without its cause."""
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(
    kind: type[DashboardError], args: tuple[object, ...], attributes: Mapping[str, object]
) -> DashboardError:
    """Return an error as it was in another process.

    Its own constructor asks for other arguments.
    """
    error = kind.__new__(kind, *args)
    error.__dict__.update(attributes)
    return error


def rule_text(rule: str, details: Details) -> Text:
    """Return what a rule asks of a visitor's table or page."""
    return Text(f"rule-{rule.replace('_', '-')}", details)


class SettingsError(DashboardError, ValueError):
    """An option or environment value that is not possible; the message says what would be."""


class BasemapError(DashboardError, ValueError):
    """A map file that cannot be used; the message says which, why, and what would be of use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One cell, row or column that breaks a rule of a table.

    Attributes:
        row: Row in the file as a spreadsheet counts it (the heading is row 1); 0 where the
            whole file is meant.
        column: Name of the column; empty where the whole row or file is meant.
        value: What stands there.
        shows_value: Whether messages may show the value: not where it may name a person.
        rule: Short stable name of the rule ('iso_date').
        details: What the words of the rule name.
    """

    row: int
    column: str
    value: str
    rule: str
    details: Details = field(default_factory=dict)
    shows_value: bool = True

    @property
    def expected(self) -> Text:
        """What the rule asks for."""
        return Text(f"table-{self.rule.replace('_', '-')}", self.details)

    def __str__(self) -> str:
        """Return it with its value: "row 7, column introduced: '2009' - expected ..."."""
        return self.text().worded(message)

    def text(self, *, with_value: bool = True) -> Text:
        """Return the violation in one line, for people who may not see the value without it."""
        parts: Details = {"place": self._place(), "expected": self.expected}
        if not with_value or not (self.value or self.column):
            return Text("violation", parts)
        if not self.shows_value:
            return Text("violation-hidden", parts)
        return Text("violation-value", {**parts, "value": repr(shorten(self.value, 60))})

    def _place(self) -> Text:
        """Return where it stands: 'row 7, column introduced'."""
        name = f"violation-{'row' if self.row else 'file'}{'-column' if self.column else ''}"
        return Text(name, {"row": str(self.row), "column": self.column})


class PracticeDataError(DashboardError, ValueError):
    """A practices table that breaks its schema.

    Attributes:
        file: The table's path or name.
        violations: All that was found, in the order of the rows.
    """

    def __init__(self, file: object, violations: Sequence[Violation]) -> None:
        """Take all violations; the message shows the first ones and counts the others."""
        self.file = str(file)
        self.violations = tuple(violations)
        super().__init__(self.file, self.violations)

    def worded(self, wording: Wording) -> str:
        """Return the message with the table's path and the cells that break rules."""
        return f"{self.file}: {self._worded(wording, with_value=True)}"

    def without_values(self, wording: Wording = message) -> str:
        """Return the message for people who may see neither the table's path nor its cells."""
        return self._worded(wording, with_value=False)

    def _worded(self, wording: Wording, *, with_value: bool) -> str:
        """Return a line that counts the violations, and a line for each of the first ones."""
        shown = self.violations[:_SHOWN_VIOLATIONS]
        lines = [each.text(with_value=with_value).worded(wording) for each in shown]
        if more := len(self.violations) - len(shown):
            lines.append(wording("violations-more", count=more))
        head = wording("violations", count=len(self.violations))
        return "\n".join([head, *(f"  {line}" for line in lines)])


class PageError(DashboardError, ValueError):
    """A practice page that cannot be read.

    Attributes:
        file: The page's path or name.
        line: Line of the fault, from 1; 0 where the whole page is meant.
        rule: Short stable name of what is asked of a page ('title').
        details: What the words of the rule name.
    """

    def __init__(
        self, file: object, *, line: int = 0, rule: str, details: Details | None = None
    ) -> None:
        """Take the parts; the message is 'file:line: what is expected'."""
        self.file = str(file)
        self.line = line
        self.rule = rule
        self.details = details or {}
        place = f"{self.file}:{line}" if line else self.file
        super().__init__(Text("page-fault", {"place": place, "expected": self.expected}))

    @property
    def expected(self) -> Text:
        """What is asked of a page."""
        return rule_text(self.rule, self.details)


class UploadError(DashboardError, TableFileError):
    """A file of a visitor that is not taken in; `reason` says why, and what would help."""


class WorkerError(DashboardError):
    """A process for reading that gave no answer.

    Attributes:
        rule: 'time', 'memory', 'output' (an answer too large), 'crash', 'start' (the process
            cannot be started) or 'stopped' (nobody waits for the answer any more).
        limit: The bound that was exceeded, in seconds or bytes; 0 where there is none.
    """

    def __init__(self, rule: str, *, limit: int = 0) -> None:
        """Take the parts; the message says which rule it was."""
        self.rule = rule
        self.limit = limit
        super().__init__(Text(f"worker-{rule}"))


class CorrectionError(DashboardError):
    """A corrected position that cannot be saved; the message says why and what would help."""


class EditConflictError(CorrectionError):
    """A correction that another reader changed meanwhile.

    Attributes:
        place: Name of the place ('596/2').
    """

    def __init__(self, place: str) -> None:
        """Take the place; the message says that nothing was saved."""
        self.place = place
        super().__init__(Text("edit-conflict", {"place": place}))


class EditRefusedError(CorrectionError):
    """A reader who may not change corrections, or not any more; the message says why."""


class NoTableError(DashboardError):
    """A database that answers and holds no practices table; the message says how to make one."""


class StoreError(DashboardError):
    """A practices table that cannot be read or written; the message says why and what helps."""


class UnavailableError(StoreError):
    """A store that does not answer just now: gone, silent or locked; nothing says it is wrong."""


class HarvestError(DashboardError):
    """Pages that cannot be collected from a site; the message says why and what helps."""


class ExportError(DashboardError, ValueError):
    """A file that cannot be made as it was ordered; the message is in the order's language."""


def trace_of(error: BaseException) -> str:
    """Return where an error came up, without its words: they may hold data of persons.

    One line an error, the one that came first at the end: 'KeyError at a.py:7 read > b.py:9 find'.
    """
    lines = []
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        steps = [
            f"{frame.f_code.co_filename}:{line} {frame.f_code.co_name}"
            for frame, line in walk_tb(each.__traceback__)
        ]
        lines.append(f"{type(each).__name__} at {' > '.join(steps) or 'no known place'}")
        each = each.__cause__ or each.__context__
    return "\nafter ".join(lines)
