"""Whether the web addresses of the practices still lead somewhere; only where it is asked for."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tqdm import tqdm

from dashboard.cli.doctor.finding import Finding, ok, problem, warning
from dashboard.errors import DashboardError
from dashboard.harvest.clock import Clock
from dashboard.harvest.link_check import ASKED, CheckedLink, LinkCheck, LinkState
from dashboard.harvest.transport import HttpTransport
from dashboard.locale import message, texts_in
from dashboard.practices.outgoing_links import OutgoingLink, outgoing_links
from dashboard.store import PracticeStore
from geocoding.locale import command_language

_CHECK: Final = "links"
_TIMEOUT_S: Final = 20.0
_SHOWN: Final = 5
"""Articles that are named at one address."""


def check_links_of(store: PracticeStore, contact: str) -> Iterator[Finding]:
    """Ask for the addresses in a store of practices.

    Args:
        store: The store; nothing is said of one that is not there yet.
        contact: E-mail address that is sent with each request; empty for none.
    """
    try:
        if not store.exists():
            return
        links = outgoing_links(store.load())
    except DashboardError:  # whose reason the check of the table gives
        yield warning(
            _CHECK,
            found=message("doctor-links-unreadable"),
            remedy=message("doctor-links-unreadable-remedy"),
        )
        return
    clock = Clock()
    yield from check_links(
        links, LinkCheck(HttpTransport(contact, clock, timeout_s=_TIMEOUT_S), clock)
    )


def check_links(links: Sequence[OutgoingLink], check: LinkCheck) -> Iterator[Finding]:
    """Say what became of all addresses, then of each that is dead, has moved, or did not answer.

    Args:
        links: The addresses of the practices.
        check: Asks for them.
    """
    if not links:
        yield ok(_CHECK, found=message("doctor-links-none"))
        return
    at_address = {each.address: each for each in links}
    bar = tqdm(total=len(at_address), leave=False, file=sys.stderr, disable=None)
    checked = []
    with bar:
        for each in check.check(list(at_address)):
            checked.append(each)
            bar.update()
    yield from _summary(checked, check.requests)
    for state, worded in _WORDED.items():
        yield from (
            worded(each, at_address[each.address]) for each in checked if each.state is state
        )


def _summary(checked: Sequence[CheckedLink], requests: int) -> Iterator[Finding]:
    """Say how many addresses were asked for, how many were not and why."""
    counts = Counter(each.state for each in checked)
    asked = sum(counts[state] for state in ASKED)
    found = message(
        "doctor-links-asked",
        asked=str(asked),
        all=str(len(checked)),
        requests=str(requests),
        reached=str(counts[LinkState.REACHED]),
        moved=str(counts[LinkState.MOVED]),
        dead=str(counts[LinkState.DEAD]),
        failed=str(counts[LinkState.NOT_REACHED]),
    )
    if asked < len(checked):
        unasked = message(
            "doctor-links-unasked",
            count=str(len(checked) - asked),
            robots=str(counts[LinkState.ROBOTS]),
            private=str(counts[LinkState.PRIVATE]),
            stopped=str(counts[LinkState.NOT_ASKED]),
        )
        found = f"{found}. {unasked}"
    yield ok(_CHECK, found=found)
    if asked and asked == counts[LinkState.NOT_REACHED]:
        yield warning(
            _CHECK,
            found=message("doctor-links-no-network"),
            remedy=message("doctor-links-no-network-remedy"),
        )


def _dead(link: CheckedLink, at: OutgoingLink) -> Finding:
    found = message("doctor-link-dead", address=link.address, detail=link.detail, where=_where(at))
    return problem(_CHECK, found=found, remedy=message("doctor-link-dead-remedy"))


def _moved(link: CheckedLink, at: OutgoingLink) -> Finding:
    found = message("doctor-link-moved", address=link.address, where=_where(at))
    remedy = message("doctor-link-moved-remedy", target=link.target)
    return warning(_CHECK, found=found, remedy=remedy)


def _not_reached(link: CheckedLink, at: OutgoingLink) -> Finding:
    found = message(
        "doctor-link-failed", address=link.address, detail=link.detail, where=_where(at)
    )
    return warning(_CHECK, found=found, remedy=message("doctor-link-failed-remedy"))


_WORDED: Final[dict[LinkState, Callable[[CheckedLink, OutgoingLink], Finding]]] = {
    LinkState.DEAD: _dead,
    LinkState.MOVED: _moved,
    LinkState.NOT_REACHED: _not_reached,
}


def _where(link: OutgoingLink) -> str:
    """Say in which columns of which practices an address stands."""
    articles = ", ".join(map(str, link.articles[:_SHOWN]))
    if len(link.articles) > _SHOWN:
        more = str(len(link.articles) - _SHOWN)
        articles = message("doctor-link-more", articles=articles, count=more)
    texts = texts_in(command_language())
    columns = ", ".join(texts(f"column-{column}") for column in link.columns)
    return message("doctor-link-where", columns=columns, articles=articles)
