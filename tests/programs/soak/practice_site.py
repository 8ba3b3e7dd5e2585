"""A site like that of the practice database, on this machine, with all that goes wrong on sites.

It notes every request and the moment of it by a clock that it is given.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

SECTIONS = {
    1: ("Usługi społeczne", {1: "Kultura", 2: "Pomoc społeczna", 3: "Oświata"}),
    2: ("Usługi techniczne", {4: "Transport"}),
    3: ("Rozwój instytucjonalny", {7: "Zarządzanie strategiczne"}),
    8: ("SMUP", {23: "Praktyki"}),
}
LISTED = 10
MENU = ("Strona główna", "Mapa Praktyk", "Publikacje i dokumenty")
TABS = {1: "Skrót i Metryka", 2: "Pełna prezentacja", 3: "Załączniki"}


@dataclass
class PracticeSite:
    """What the site holds and how it misbehaves; all of it may be changed between requests.

    Attributes:
        articles: How many there are; their numbers have gaps.
        robots: The robots.txt; None where there is none.
        robots_status: The status with which it is given.
        robots_location: Where it redirects to; '' for nowhere.
        failing: Article -> how many of the next requests for it get the status 500.
        busy: Article -> Retry-After (seconds, a date; None for none) that its next request gets
            with the status 429.
        cut: Article -> how many of the next answers end before their length.
        elsewhere: Articles that redirect to another host.
        empty: Articles that are given without their text.
        gone: Articles that are not there any more.
        changed: Articles that have another text.
        guarded: Whether every page of an article is a captcha.
        given: Article -> status, headers and body that are given for it in place of its pages.
        is_endless: Whether lists have a next page without end.
        has_etags: Whether pages state a version, and are not sent again where it is known.
        seconds: The clock.
        noticed: Is called with the number of requests so far, at each.
        requests: Every request: path with query, and the moment.
        agents: How often which program asked.
    """

    articles: int = 40
    robots: str | None = ""
    robots_status: int = 200
    robots_location: str = ""
    failing: Counter = field(default_factory=Counter)
    busy: dict = field(default_factory=dict)
    cut: Counter = field(default_factory=Counter)
    elsewhere: set = field(default_factory=set)
    empty: set = field(default_factory=set)
    gone: set = field(default_factory=set)
    changed: set = field(default_factory=set)
    guarded: bool = False
    given: dict = field(default_factory=dict)
    is_endless: bool = False
    has_etags: bool = True
    seconds: Callable[[], float] = float
    noticed: Callable[[int], None] = lambda _: None
    requests: list = field(default_factory=list)
    agents: Counter = field(default_factory=Counter)
    visitors: int = 1_549_826
    address: str = ""

    @property
    def numbers(self) -> list[int]:
        """The numbers of the articles."""
        return [7 + 3 * place for place in range(self.articles)]

    def theme(self, number: int) -> tuple[int, int]:
        """Section and subsection of an article."""
        themes = [(p1, p2) for p1, (_, below) in SECTIONS.items() for p2 in below]
        return themes[number % len(themes)]

    def listed(self, p1: int, p2: int) -> list[int]:
        """The articles in a subsection; every fifth of another one is there a second time."""
        own = [each for each in self.numbers if self.theme(each) == (p1, p2)]
        others = [each for each in self.numbers if each % 5 == 0 and (p1, p2) == (1, 1)]
        return sorted({*own, *others} - self.gone, reverse=True)

    def tabs(self, number: int) -> list[int]:
        """The tabs of an article: every seventh has no list of attachments."""
        return [1, 2] if number % 7 == 0 else [1, 2, 3]

    def pages(self) -> set[tuple[int, int]]:
        """Article and tab of all pages that the site links."""
        return {(each, tab) for each in self.numbers for tab in self.tabs(each)}

    def body(self, query: dict[str, str]) -> str | None:
        """The page that a query asks for; None where there is none."""
        p1, p2 = int(query.get("p1", 0)), int(query.get("p2", 0))
        if "art" in query:
            number = int(query["art"])
            if number not in self.numbers or number in self.gone:
                return None
            return self.framed(self.article(number, int(query.get("s", 1))))
        if p2:
            return self.framed(self.list_page(p1, p2, int(query.get("str", 1))))
        return self.framed(self.section(p1))

    def framed(self, inner: str) -> str:
        """A page with what all pages have."""
        self.visitors += 1
        counter = f"{self.visitors:,}".replace(",", ".")
        menu = "".join(
            f'<li><a href="index.php?p1={p1}&amp;PHPSESSID=0f{self.visitors:030x}">{name}</a></li>'
            for p1, (name, _) in SECTIONS.items()
        )
        return (
            "<html><head><title>Baza</title></head><body>"
            f'<ul><li><a href="/">{MENU[0]}</a></li>{menu}</ul>'
            '<a href="mapa.php">Mapa Praktyk</a> <a href="http://www.zmp.poznan.pl/">ZMP</a>'
            '<a href="index.php?szukaj=tak">Szukaj</a><a href="mailto:biuro@example.org">Napisz</a>'
            f"<div>{counter}<br>gości odwiedziło nas<br>od 1 kwietnia 2008 r.</div>{inner}"
            "<div>Wsparcie udzielone przez Norwegię</div></body></html>"
        )

    def section(self, p1: int) -> str:
        """What a section's page has of its own: links to its subsections."""
        _, below = SECTIONS.get(p1, ("", {}))
        return "".join(
            f'<a href="index.php?p1={p1}&amp;p2={p2}">» {name}</a>' for p2, name in below.items()
        )

    def list_page(self, p1: int, p2: int, page: int) -> str:
        """One page of a list, with the links to its neighbours."""
        found = self.listed(p1, p2)
        last = max(1, -(-len(found) // LISTED))
        shown = found[(min(page, last) - 1) * LISTED : min(page, last) * LISTED]
        links = "".join(
            f'<p><a href="?p2={p2}&amp;p1={p1}&amp;art={each}">Praktyka {each}</a></p>'
            for each in shown
        )
        around = [each for each in (page - 1, page + 1) if 1 <= each <= last or self.is_endless]
        return links + "".join(
            f'<a href="index.php?str={each}&amp;p1={p1}&amp;p2={p2}">strona {each}</a>'
            for each in around
            if each
        )

    def article(self, number: int, tab: int) -> str:
        """One tab of an article."""
        p1, p2 = self.theme(number)
        section, below = SECTIONS[p1]
        tabs = " -&gt; ".join(
            f'<a href="index.php?p1={p1}&amp;p2={p2}&amp;art={number}&amp;s={each}">'
            f"{TABS[each]}</a>"
            for each in self.tabs(number)
        )
        own = "" if number in self.empty else self.text(number, tab)
        heading = "" if number in self.empty else f"{section} : {below[p2]}"
        title = "" if number in self.empty else f"<h2>Praktyka numer {number} – łąka</h2>"
        line = f"<div>.: {tabs} :.</div>"
        return f"<div>&nbsp;{heading}</div>{title}{line}{own}{line}"

    def text(self, number: int, tab: int) -> str:
        """What a tab of an article says."""
        if tab == 2:
            return (
                "<h3>Opis sytuacji przed wdrożeniem</h3><p>Gmina nie miała żłobka"
                f" ani źródła danych {number}.</p><ul><li>pierwszy</li><li>drugi</li></ul>"
                "<table><tr><th>Rok</th><th>Koszt</th></tr><tr><td>2012</td><td>5 tys.</td></tr>"
                "</table>"
            )
        if tab == 3:
            return f'<p><a href="pliki/uchwala_{number}.pdf">Uchwała</a> (PDF, 120 kB)</p>'
        more = " Zmieniono po latach." if number in self.changed else ""
        return (
            f"<p>Krótki opis praktyki {number}, dość długi, aby był opisem.{more}</p>"
            "<p>Metryka praktyki</p><p>Data wprowadzenia do BDP:&nbsp;&nbsp;2009-11-23<br>"
            "Typ jednostki:&nbsp;&nbsp;gmina miejska<br>Miejscowość:&nbsp;&nbsp;Bochnia<br>"
            "Województwo:&nbsp;&nbsp;małopolskie<br>"
            "Kod pocztowy i Poczta:&nbsp;&nbsp;32-700 Bochnia</p>"
        )

    def encoding(self, query: dict[str, str]) -> tuple[str, str]:
        """The encoding of a page, and the Content-Type that says so or not."""
        number = int(query.get("art", 0))
        if number and number % 11 == 0:
            return "iso8859-2", "text/html; charset=iso-8859-2"
        if number and number % 13 == 0:
            return "cp1250", "text/html"
        return "utf-8", "text/html"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: PracticeSite

    def do_GET(self) -> None:
        site = self.site
        site.requests.append((self.path, site.seconds()))
        site.noticed(len(site.requests))
        site.agents[self.headers["User-Agent"]] += 1
        parts = urlsplit(self.path)
        if parts.path == "/robots.txt":
            self.answer_robots()
            return
        query = dict(parse_qsl(parts.query))
        number = int(query.get("art", 0))
        if site.failing[number] > 0:
            site.failing[number] -= 1
            self.give(b"", status=500)
        elif number in site.busy:
            wait = site.busy.pop(number)
            self.give(b"", status=429, headers={"Retry-After": str(wait)} if wait else {})
        elif number in site.given:
            status, headers, body = site.given[number]
            self.give(body, status=status, headers=headers)
        elif number and number in site.elsewhere:
            self.give(b"", status=302, headers={"Location": f"http://localhost/?art={number}"})
        elif site.guarded and number:
            self.give(b'<html><form><div class="g-recaptcha"></div></form></html>')
        elif parts.path not in ("/", "/index.php"):
            self.give(b"", status=404)
        else:
            self.answer_page(query, number)

    def answer_robots(self) -> None:
        """Give the rules."""
        if self.site.robots is None:
            self.give(b"", status=404)
        elif self.site.robots_location:
            self.give(b"", status=301, headers={"Location": self.site.robots_location})
        else:
            self.give(self.site.robots.encode(), status=self.site.robots_status)

    def answer_page(self, query: dict[str, str], number: int) -> None:
        """Give a list or an article."""
        site = self.site
        body = site.body(query)
        if body is None:
            self.give(b"", status=404)
            return
        version = f'"{number}-{query.get("s", 1)}-{number in site.changed}"'
        if number and site.has_etags and self.headers["If-None-Match"] == version:
            self.give(b"", status=304, headers={"ETag": version})
            return
        encoding, kind = site.encoding(query)
        headers = {"Content-Type": kind}
        if number and site.has_etags:
            headers["ETag"] = version
        is_cut = site.cut[number] > 0
        site.cut[number] -= is_cut
        self.give(body.encode(encoding, "xmlcharrefreplace"), headers=headers, is_cut=is_cut)

    def give(
        self, body: bytes, *, status: int = 200, headers: dict | None = None, is_cut: bool = False
    ) -> None:
        """Send an answer."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body[: len(body) // 2] if is_cut else body)
        if is_cut:
            self.close_connection = True

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: PracticeSite) -> Iterator[PracticeSite]:
    """Serve a site on this machine."""
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
