"""What a page brings: its links, its own lines, and whether it is a page of the database at all.

The lines that the start page has, too, are the frame of the site: menu, counter, funders. What a
page has besides is its own. So an empty article is seen without knowing the layout.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from lxml import etree, html
from w3lib.html import get_base_url

from dashboard.errors import PageError
from dashboard.practices.markup import is_markup, read_markup
from dashboard.practices.page_text import decode_page
from dashboard.practices.web_archive import Answer
from geocoding import fold

_PASSWORD: Final = re.compile(r"<input[^>]{1,300}type\s*=\s*[\"']?password", re.IGNORECASE)
_CAPTCHA: Final = re.compile(
    r"g-recaptcha|h-captcha|hcaptcha\.com|cf-chl-|cf-turnstile|captcha[-_]?(?:form|image|img|box)"
    r"|name\s*=\s*[\"']?captcha",
    re.IGNORECASE,
)
_TABS: Final = re.compile(r"skrot i metryka|pelna prezentacja|zalaczniki")
_DIGITS: Final = re.compile(r"[\d.]+")
_FEW_LETTERS: Final = 40
"""An article with fewer letters of its own is empty: less than a title and one field."""
_END: Final = re.compile(r"</\s*(?:html|body)\s*>", re.IGNORECASE)


class SoftError(StrEnum):
    """What a server gave instead of the page, with the status of a page."""

    LOGIN = "login"
    CAPTCHA = "captcha"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a site have.

    Attributes:
        lines: The folded lines of the start page, without figures.
        forms: A form to log in or a captcha that is among them, as beside a contact form.
    """

    lines: frozenset[str] = frozenset()
    forms: frozenset[SoftError] = frozenset()


class PageContent:
    """A page as it was answered."""

    def __init__(self, answer: Answer) -> None:
        """Take a page; it is read when something of it is asked for."""
        self._url = answer.url
        self._text = decode_page(answer.body, content_type=answer.header("Content-Type")).text

    @property
    def base(self) -> str:
        """The address to which its links are relative."""
        return str(get_base_url(self._text, self._url))

    @property
    def is_cut_off(self) -> bool:
        """Whether it is HTML without an end."""
        return is_markup(self._text) and _END.search(self._text[-2_000:]) is None

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as written, each once."""
        parser = html.HTMLParser(encoding="utf-8")
        try:
            tree = html.document_fromstring(self._text.encode("utf-8", "replace"), parser=parser)
        except etree.ParserError:  # nothing in it
            return ()
        return tuple(dict.fromkeys(str(each) for each in tree.xpath("//a/@href | //area/@href")))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its folded lines, as a browser shows them, without figures and the line of tabs."""
        try:
            shown = [line.text for line in read_markup(self._text).lines]
        except PageError:  # far more elements than any page: taken as it stands
            shown = self._text.splitlines()
        folded = (_DIGITS.sub("", fold(line)).strip() for line in shown)
        return tuple(line for line in folded if line and not _TABS.search(line))

    def frame(self) -> Frame:
        """Return what all pages have, where this is the start page."""
        return Frame(frozenset(self.lines), self._forms)

    def own_lines(self, frame: Frame) -> tuple[str, ...]:
        """Return the lines that are not of the frame."""
        return tuple(line for line in self.lines if line not in frame.lines)

    def soft_error(self, frame: Frame, *, is_article: bool) -> SoftError | None:
        """Return what was given instead of the page; None for a page."""
        for form in sorted(self._forms - frame.forms):
            return form
        if is_article and sum(map(len, self.own_lines(frame))) < _FEW_LETTERS:
            return SoftError.EMPTY
        return None

    @property
    def _forms(self) -> frozenset[SoftError]:
        """The forms in it that stand where a page should be."""
        found = {SoftError.LOGIN: _PASSWORD, SoftError.CAPTCHA: _CAPTCHA}
        return frozenset(each for each, pattern in found.items() if pattern.search(self._text))
