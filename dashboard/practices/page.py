"""A page of the practice database, as plain text or saved HTML, into a Practice.

From top to bottom a page has: the menu, a visitor counter, a heading 'Section : Subsection',
the title, the tab line, the summary, 'Metryka praktyki' with its fields, the tab line again,
and the funder's text. Banner and funder lines may stand above the heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise

from dashboard.errors import PageError
from dashboard.practices.article import find_article
from dashboard.practices.card_lines import Line, MetrykaField, Remark, begins_field, split_fields
from dashboard.practices.markup import is_markup, read_markup
from dashboard.practices.metryka import Metryka, read_metryka
from dashboard.practices.numbers import is_provisional, provisional_number
from dashboard.practices.tab_names import is_tab_line
from dashboard.practices.taxonomy import is_section, page_address, section_name
from geocoding import fold
from geocoding.text.folding import tidy

_METRYKA = "metryka praktyki"
_COUNTER = re.compile(r"\d{1,3}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A practice as its page describes it.

    Attributes:
        art: Article number, the key; a provisional one where it is not known.
        url: Address on the site; empty where neither the page nor its theme gives it.
        section: Main theme, by the section's own name.
        subsection: Theme within the section, as printed.
        title: In one line.
        summary: Paragraphs.
        metryka: The record card.
        source: Name of the file that the page was read from.
        remarks: Fields whose text could not be read as a typed value.
        presentation: The tab 'Pełna prezentacja', as structured text; empty where it is not there.
        attachments: The tab 'Załączniki', one attachment a line.
    """

    art: int
    url: str
    section: str
    subsection: str
    title: str
    summary: tuple[str, ...]
    metryka: Metryka
    source: str
    remarks: tuple[Remark, ...] = ()
    presentation: str = ""
    attachments: str = ""

    @property
    def has_provisional_number(self) -> bool:
        """Whether its article number is not known."""
        return is_provisional(self.art)

    @property
    def fields(self) -> tuple[MetrykaField, ...]:
        """The record card's fields in the page's order, as printed."""
        return self.metryka.fields

    def cells(self) -> dict[str, str]:
        """Return the practice as cells of the practices table, by column."""
        return {
            "art": str(self.art),
            "url": self.url,
            "section": self.section,
            "subsection": self.subsection,
            "title": self.title,
            "summary": "\n\n".join(self.summary),
            "presentation": self.presentation,
            "attachments": self.attachments,
            **self.metryka.cells(),
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page's lines by their part.

    Attributes:
        heading: 'Section : Subsection'.
        title: Of one or several lines.
        summary: Its paragraphs, with the blank lines between.
        metryka: The lines of the record card.
        rest: Everything but summary and metryka.
        addresses: What a saved HTML page calls its own address, the surest first.
    """

    heading: Line
    title: Sequence[Line]
    summary: Sequence[Line]
    metryka: Sequence[Line]
    rest: Sequence[Line]
    addresses: tuple[str, ...] = ()


def read_page(text: str, *, source: str) -> Practice:
    """Return the practice that a page of the database describes.

    Args:
        text: The page, as plain text or as saved HTML.
        source: Name of the page's file; its number is the article number where the page
            does not state its address. Without either the practice gets a provisional number.

    Raises:
        PageError: The text is no page with a metryka.
    """
    parts = part_page(text, source=source)
    title = tidy(" ".join(line.text for line in parts.title))
    section, _, subsection = (name.strip() for name in tidy(parts.heading.text).partition(":"))
    article = find_article(parts.addresses, text=[line.text for line in parts.rest], source=source)
    number = article.number if article else provisional_number(section, title)
    url = article.url if article else ""
    if article and not url:
        url = page_address(section=section, subsection=subsection, art=number)
    metryka, remarks = read_metryka(split_fields(parts.metryka))
    return Practice(
        art=number,
        url=url,
        section=section_name(section),
        subsection=subsection,
        title=title,
        summary=tuple(_paragraphs(parts.summary)),
        metryka=metryka,
        source=source,
        remarks=remarks,
    )


def page_lines(text: str) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return the lines that a page shows, and what it calls its own address.

    Raises:
        PageError: It has far more elements than any page.
    """
    if is_markup(text):
        saved = read_markup(text)
        return saved.lines, saved.addresses
    return tuple(_plain_lines(text)), ()


def part_page(text: str, *, source: str) -> PageParts:
    """Return the lines of a page by their part.

    Args:
        text: The page, as plain text or as saved HTML.
        source: Name of its file, for messages.

    Raises:
        PageError: The text is no page with a metryka.
    """
    lines, addresses = page_lines(text)
    return replace(_part(lines, source), addresses=addresses)


def _plain_lines(text: str) -> Iterator[Line]:
    """Give the lines of a plain text; single no-break spaces within them stay."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        yield Line(number, re.sub(r"[ \t]+", " ", line).strip())


def _part(lines: Sequence[Line], source: str) -> PageParts:
    """Return the page's lines by their part."""
    tabs = next((place for place, line in enumerate(lines) if is_tab_line(line.text)), None)
    if tabs is None:
        raise PageError(source, rule="tabs")
    heading = _find_heading(lines[:tabs])
    if heading is None:
        raise PageError(source, line=lines[tabs].number, rule="heading")
    title = [line for line in lines[heading + 1 : tabs] if tidy(line.text)]
    if not title:
        raise PageError(source, line=lines[heading].number, rule="title")
    begin = next((at for at, line in enumerate(lines) if at > tabs and _is_metryka(line)), None)
    if begin is None:
        raise PageError(source, line=lines[tabs].number, rule="metryka")
    end = begin + 1 + _metryka_length(lines[begin + 1 :])
    return PageParts(
        heading=lines[heading],
        title=title,
        summary=lines[tabs + 1 : begin],
        metryka=lines[begin + 1 : end],
        rest=[*lines[:tabs], *lines[end:]],
    )


def _is_metryka(line: Line) -> bool:
    """Say whether a line is the heading of the record card."""
    return fold(line.text).rstrip(" :") == _METRYKA


def _find_heading(lines: Sequence[Line]) -> int | None:
    """Give where 'Section : Subsection' is: under the counter, a known section before any other."""
    counters = [place for place, line in enumerate(lines) if _COUNTER.fullmatch(line.text)]
    places = range(counters[-1] + 1 if counters else 0, len(lines))
    known = (at for at in places if ":" in lines[at].text and is_section(_before_colon(lines[at])))
    other = (at for at in places if " : " in tidy(lines[at].text) and _before_colon(lines[at]))
    alone = (at for at in places if counters and is_section(lines[at].text))
    return next(chain(known, other, alone), None)


def _before_colon(line: Line) -> str:
    """Return what stands before a line's first colon."""
    return line.text.partition(":")[0].strip()


def _metryka_length(lines: Sequence[Line]) -> int:
    """Return how many lines the record card has: up to the tabs, or up to text that is no field."""
    for place, line in enumerate(lines):
        if is_tab_line(line.text):
            return place
    for place, (before, line) in enumerate(pairwise(lines)):
        if not before.text and line.text and not begins_field(line.text):
            return place
    return len(lines)


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Give the texts between blank lines; a line break within one stays."""
    for filled, group in groupby(lines, key=lambda line: bool(line.text)):
        if filled:
            yield "\n".join(line.text for line in group)
