"""The request for a host's robots.txt: no file means no rules, no answer means to keep away."""

from collections.abc import Callable
from urllib.parse import urljoin

from dashboard.errors import HarvestError
from dashboard.harvest.crawler import MAX_REDIRECTS
from dashboard.harvest.robots import Robots
from dashboard.harvest.transport import TooLargeError
from dashboard.locale import message
from dashboard.practices.page_text import decode_page
from dashboard.practices.web_archive import Answer
from geocoding.errors import ServiceError, ServiceRefusedError


def ask_robots(
    root: str, request: Callable[[str], Answer], *, may_ask: Callable[[str], bool]
) -> Answer | None:
    """Return the answer about a host's robots.txt; None where the host refuses it.

    A refusal counts as a file that is not there (RFC 9309, 2.3.1.3).

    Args:
        root: Scheme and host: 'https://archiwum.dobrepraktyki.pl'.
        request: Asks for an address.
        may_ask: Whether a redirect to an address is followed.

    Raises:
        HarvestError: The host did not say what its rules are.
    """
    url = f"{root}/robots.txt"
    try:
        return _answer(url, request, may_ask)
    except TooLargeError as error:
        raise HarvestError(message("harvest-no-robots", url=url, reason=str(error))) from error
    except ServiceRefusedError:
        return None
    except ServiceError as error:
        raise HarvestError(message("harvest-no-robots", url=url, reason=str(error))) from error


def _answer(url: str, request: Callable[[str], Answer], may_ask: Callable[[str], bool]) -> Answer:
    """Return the answer about robots.txt, through redirects that may be followed.

    Raises:
        ServiceError: There is none.
        HarvestError: The host sends us where we may not ask, or from one address to the next.
    """
    asked = url
    for _ in range(MAX_REDIRECTS):
        answer = request(asked)
        if not answer.is_redirect:
            return answer
        asked = urljoin(asked, answer.header("Location"))
        if not may_ask(asked):
            break
    reason = message("harvest-robots-elsewhere", location=asked)
    raise HarvestError(message("harvest-no-robots", url=url, reason=reason))


def rules_in(answer: Answer | None) -> Robots:
    """Return the rules in an answer about robots.txt; none where there is no file."""
    if answer is None or answer.is_gone:
        return Robots()
    return Robots(decode_page(answer.body).text)
