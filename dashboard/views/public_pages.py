"""The accessibility statement and the page about personal data, whole, as HTML without scripts.

The statement has the parts and ids of the ministry's structure, so that programs find them.
"""

import datetime as dt
from typing import Final, TypeVar

from dashboard.locale import LANGUAGES, Texts
from dashboard.poland.map_servers import map_servers
from dashboard.publishing.publisher import Publisher
from dashboard.views.templating import render

_Said = TypeVar("_Said", str, tuple[str, ...])

NOT_MET: Final = ("1.4.10", "1.4.13", "2.1.1", "2.1.4", "2.4.11", "2.5.7")
"""Criteria of WCAG that the program meets in part; docs/accessibility.md says more of each."""

NOT_EXAMINED: Final = ("1.4.11", "1.4.12", "3.1.2")
"""Criteria that nobody has examined or measured."""


def statement_html(publisher: Publisher | None, texts: Texts, *, root: str) -> str:
    """Return the accessibility statement.

    Args:
        publisher: Who publishes the dashboard; None where nobody has said so.
        texts: The language.
        root: Address of the map's page.
    """
    said = publisher or Publisher()
    own = said.accessibility
    return render(
        "statement.html",
        {
            **_shared(publisher, texts, root, title=texts("statement-title")),
            "said": said,
            "url": said.url or root,
            "own": own,
            "days": {
                "publikacja": _day(own.published, texts),
                "aktualizacja": _day(own.updated, texts),
                "sporzadzenie": _day(own.drawn_up, texts),
                "przeglad": _day(own.reviewed, texts),
            },
            "not_met": [texts(f"statement-{_slug(each)}") for each in NOT_MET],
            "also_not_met": _translated(own.not_met, own.not_met_en, texts),
            "not_examined": ", ".join(NOT_EXAMINED),
            "architecture": _translated(own.architecture, own.architecture_en, texts),
        },
    )


def privacy_html(
    publisher: Publisher | None,
    texts: Texts,
    *,
    root: str,
    has_login: bool,
    uploads_minutes: int,
) -> str:
    """Return the page about personal data.

    Args:
        publisher: Who publishes the dashboard; None where nobody has said so.
        texts: The language.
        root: Address of the map's page.
        has_login: Whether people log in here.
        uploads_minutes: For how long at most the server stores what a visitor uploaded.
    """
    said = publisher or Publisher()
    own = said.privacy
    return render(
        "privacy.html",
        {
            **_shared(publisher, texts, root, title=texts("privacy-title")),
            "said": said,
            "own": own,
            "legal_basis": _translated(own.legal_basis, own.legal_basis_en, texts),
            "more": _translated(own.more, own.more_en, texts),
            "has_login": has_login,
            "uploads_minutes": uploads_minutes,
            "map_sites": ", ".join(map_servers().origins),
        },
    )


def _shared(
    publisher: Publisher | None, texts: Texts, root: str, *, title: str
) -> dict[str, object]:
    """Return what both pages say."""
    others = [each for each in LANGUAGES if each != texts.language]
    return {
        "texts": texts,
        "title": title,
        "root": root,
        "is_said": publisher is not None,
        "query": "" if texts.language == LANGUAGES[0] else f"?lang={texts.language}",
        "other": others[0],
    }


def _day(day: dt.date | None, texts: Texts) -> tuple[str, str] | None:
    """Return a day for programs and in words; None where it is not said."""
    return (day.isoformat(), texts.date(day)) if day else None


def _translated(polish: _Said, english: _Said, texts: Texts) -> _Said:
    """Return what the publisher says in the language; in Polish where it is said in no other."""
    return english if texts.language == "en" and english else polish


def _slug(criterion: str) -> str:
    """Return a criterion as a part of a message's name."""
    return criterion.replace(".", "-")
