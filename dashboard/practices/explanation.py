"""How a page was read, line by line: for whoever adds a rule for a layout that was never seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dashboard.errors import PageError
from dashboard.practices.article import find_article
from dashboard.practices.card_lines import Line, MetrykaField, split_fields
from dashboard.practices.further_tab import read_further_tab, tab_of
from dashboard.practices.metryka import UNKNOWN, meaning
from dashboard.practices.page import PageParts, page_lines, part_page
from dashboard.practices.page_reading import errors_of_page, page_text
from dashboard.practices.page_text import PageText
from dashboard.practices.structured_text import from_lines
from geocoding.locale import Text


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line of a page.

    Attributes:
        number: In the file, from 1.
        part: What it was taken for: 'heading', 'title', 'summary', 'metryka', 'tab', or '' for what
            was not used.
        column: The column of the table that a line of the record card fills; '' for none.
        text: Its text.
    """

    number: int
    part: str
    column: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How a page was read.

    Attributes:
        encoding: Name of its encoding.
        stated_by: What states the encoding: 'mark', 'header', 'meta', or '' for nothing.
        article: Its number; 0 where nothing states it.
        fault: What is expected of a page and not there; None for a page of a practice.
        lines: All lines that are not blank.
        known: Labels of the record card that were recognised.
        unknown: Labels that were not; their lines are kept as text.
    """

    encoding: str
    stated_by: str
    article: int
    fault: Text | None
    lines: tuple[ExplainedLine, ...]
    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def used_share(self) -> float:
        """The part of the page's characters that was used, from 0 to 1."""
        total = sum(len(line.text) for line in self.lines)
        return sum(len(line.text) for line in self.lines if line.part) / total if total else 0.0


def explain_page(name: str, content: bytes) -> Explanation:
    """Return how the page in a file is read.

    Args:
        name: Of the file.
        content: Its bytes.

    Raises:
        PageError: It is larger or has far more elements than any page, or breaks the parser.
    """
    with errors_of_page(name):
        return _explained(page_text(name, content), source=PurePath(name).name)


def _explained(page: PageText, *, source: str) -> Explanation:
    """Return how the page in a file of some name is read."""
    lines, addresses = page_lines(page.text)
    fault: Text | None = None
    parts: PageParts | None = None
    found: list[ExplainedLine] = []
    try:
        if tab_of(source):
            found = list(_of_tab(read_further_tab(page.text, source=source).text, lines))
        else:
            parts = part_page(page.text, source=source)
            found = list(_of_parts(parts, lines))
    except PageError as error:
        fault = error.expected
        found = [ExplainedLine(line.number, "", "", line.text) for line in lines if line.text]
    fields = split_fields(parts.metryka) if parts else ()
    rest = parts.rest if parts else lines
    article = find_article(addresses, text=[line.text for line in rest], source=source)
    return Explanation(
        encoding=page.encoding,
        stated_by=page.stated_by,
        article=article.number if article else 0,
        fault=fault,
        lines=tuple(found),
        known=tuple(_labels(fields, are_known=True)),
        unknown=tuple(_labels(fields, are_known=False)),
    )


def _of_parts(parts: PageParts, lines: Sequence[Line]) -> Iterator[ExplainedLine]:
    """Yield the lines of a page with what each was taken for."""
    named = {
        "heading": [parts.heading],
        "title": parts.title,
        "summary": parts.summary,
        "metryka": parts.metryka,
    }
    part_of = {line: part for part, some in named.items() for line in some}
    for line in lines:
        if line.text:
            part = part_of.get(line, "")
            fields = split_fields([line]) if part == "metryka" else ()
            column = meaning(fields[0].label) if fields else ""
            yield ExplainedLine(line.number, part, column, line.text)


def _of_tab(text: str, lines: Sequence[Line]) -> Iterator[ExplainedLine]:
    """Yield the lines of a further tab with whether each is in what was read."""
    used = " ".join(" ".join(block.words for block in from_lines(text)).split())
    for line in lines:
        if line.text:
            is_used = " ".join(line.text.split()) in used
            yield ExplainedLine(line.number, "tab" if is_used else "", "", line.text)


def _labels(fields: Sequence[MetrykaField], *, are_known: bool) -> Iterator[str]:
    """Yield the labels of a record card that are recognised, or those that are not."""
    for field in fields:
        if field.label and (meaning(field.label) != UNKNOWN) is are_known:
            yield field.label
