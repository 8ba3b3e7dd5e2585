"""The errors that the dashboard raises on purpose.

DashboardError
├── SettingsError(ValueError)       an option or environment value that is not possible
├── PracticeDataError(ValueError)   a practices table that breaks its schema: every violation
│                                   with file, row, column, value, rule and what was expected
├── PageError(ValueError)           a practice page that cannot be read: file, line and reason
├── UploadError(ValueError)         a file of a visitor that is not taken in, and by which rule
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
from dataclasses import dataclass
from textwrap import shorten
from traceback import walk_tb

_SHOWN_VIOLATIONS = 20


class DashboardError(Exception):
    """Root of everything that this package raises on purpose."""

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


class SettingsError(DashboardError, ValueError):
    """An option or environment value that is not possible; the message says what would be."""


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
        expected: What the rule asks for, in words.
    """

    row: int
    column: str
    value: str
    rule: str
    expected: str
    shows_value: bool = True

    def __str__(self) -> str:
        """Return the violation in one line: "row 7, column introduced: '2009' - expected ..."."""
        shown = repr(shorten(self.value, 60)) if self.shows_value else "value not shown"
        value = f"{shown} - " if self.value or self.column else ""
        return f"{self._place()}: {value}expected {self.expected}"

    def without_value(self) -> str:
        """Return it for people who may not see the value: "row 7, column introduced: expected"."""
        return f"{self._place()}: expected {self.expected}"

    def _place(self) -> str:
        """Return where it stands: 'row 7, column introduced'."""
        place = f"row {self.row}" if self.row else "the file"
        return f"{place}, column {self.column}" if self.column else place


class PracticeDataError(DashboardError, ValueError):
    """A practices table that breaks its schema.

    Attributes:
        file: The table's path or name.
        violations: All that was found, in the order of the rows.
    """

    def __init__(self, file: object, violations: Sequence[Violation]) -> None:
        """Keep all violations; the message shows the first ones and counts the others."""
        self.file = str(file)
        self.violations = tuple(violations)
        super().__init__(self._words(self.file, [str(each) for each in self._first()]))

    def without_values(self) -> str:
        """Return the message for people who may see neither the table's path nor its cells."""
        return self._words("", [each.without_value() for each in self._first()])

    def _first(self) -> tuple[Violation, ...]:
        """Return the violations that a message shows."""
        return self.violations[:_SHOWN_VIOLATIONS]

    def _words(self, file: str, shown: Sequence[str]) -> str:
        """Return the message about a file ('': without its name) with lines for some violations."""
        head = f"the practices table has {len(self.violations)} fault(s)"
        more = len(self.violations) - len(shown)
        rest = [f"  and {more} more"] if more else []
        return "\n".join(
            [f"{file}: {head}" if file else head, *(f"  {each}" for each in shown), *rest]
        )


class PageError(DashboardError, ValueError):
    """A practice page that cannot be read.

    Attributes:
        file: The page's path or name.
        line: Line of the fault, from 1; 0 where the whole page is meant.
        rule: Short stable name of what is asked of a page ('title').
        reason: What is wrong and what would help.
    """

    def __init__(self, file: object, *, line: int, rule: str, reason: str) -> None:
        """Keep the parts; the message is 'file:line: reason'."""
        self.file = str(file)
        self.line = line
        self.rule = rule
        self.reason = reason
        super().__init__(f"{self.file}:{line}: {reason}" if line else f"{self.file}: {reason}")


class UploadError(DashboardError, ValueError):
    """A file of a visitor that is not taken in.

    Attributes:
        file: The file's name.
        rule: Short stable name of the rule that it breaks ('macro').
        reason: What is wrong with the file.
        limit: The bound of that rule, where it has one; else 0.
        row: The row of its table as a spreadsheet counts it, where it is one cell; else 0.
        column: The column of that cell, from 1; else 0.
    """

    def __init__(  # noqa: PLR0913  one parameter an attribute
        self,
        file: str,
        *,
        rule: str,
        reason: str,
        limit: int = 0,
        row: int = 0,
        column: int = 0,
    ) -> None:
        """Keep the parts; the message is 'file: reason'."""
        self.file = file
        self.rule = rule
        self.reason = reason
        self.limit = limit
        self.row = row
        self.column = column
        super().__init__(f"{file}: {reason}")


class WorkerError(DashboardError):
    """A process for reading that gave no answer.

    Attributes:
        rule: 'time', 'memory', 'output' (an answer too large), 'crash', 'start' (the process
            cannot be started) or 'stopped' (nobody waits for the answer any more).
        limit: The bound that was exceeded, in seconds or bytes; 0 where there is none.
    """

    def __init__(self, rule: str, *, limit: int = 0) -> None:
        """Keep the parts; the message says which rule it was."""
        self.rule = rule
        self.limit = limit
        bound = f" (at most {limit})" if limit else ""
        super().__init__(f"the process for reading gave no answer: {rule}{bound}")


class CorrectionError(DashboardError):
    """A corrected position that cannot be saved; the message says why and what would help."""


class EditConflictError(CorrectionError):
    """A correction that another reader changed meanwhile.

    Attributes:
        place: Name of the place ('596/2').
    """

    def __init__(self, place: str) -> None:
        """Keep the place; the message says that nothing was saved."""
        self.place = place
        super().__init__(
            f"place {place}: somebody else changed its correction meanwhile; nothing was saved"
        )


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
