"""Answers in the place of a page are noticed, named in the report, and asked for again."""

import gzip
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli.importing import import_files
from dashboard.errors import HarvestError
from dashboard.harvest.report import Outcome
from dashboard.practices.edits import Signature
from dashboard.practices.web_archive import read_answers
from dashboard.store import open_store

Collect = Callable[..., Any]
MakeSite = Callable[..., Any]
HTML = {"Content-Type": "text/html; charset=utf-8"}
LOGIN = b"<html><form>Haslo <input name=p type=password></form></html>"
TURNSTILE = b"<html><div class='cf-turnstile'></div></html>"
NOTHING = "<html><body><p>Brak artykułu</p></body></html>".encode()


def outcome_of(report: Any, article: int) -> set[Outcome]:
    """What became of the pages of an article."""
    ends = (f"art={article}", *(f"art={article}&s={tab}" for tab in (2, 3)))
    return {entry.outcome for entry in report.entries if entry.address.endswith(ends)}


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        pytest.param((200, HTML, LOGIN), Outcome.LOGIN, id="login"),
        pytest.param((200, HTML, TURNSTILE), Outcome.CAPTCHA, id="captcha"),
        pytest.param((200, HTML, NOTHING), Outcome.EMPTY, id="says that there is nothing"),
        pytest.param((200, HTML, b""), Outcome.EMPTY, id="no byte"),
        pytest.param((302, {"Location": "/login.php"}, b""), Outcome.REDIRECT, id="to a login"),
        pytest.param((302, {}, b""), Outcome.REDIRECT, id="to nowhere"),
        pytest.param((302, {"Location": "http://["}, b""), Outcome.REDIRECT, id="to no address"),
        pytest.param((302, {"Location": "?art=10"}, b""), Outcome.REDIRECT, id="to itself"),
        pytest.param((302, {"Location": "/"}, b""), Outcome.REDIRECT, id="to the start page"),
        pytest.param((304, {}, b""), Outcome.FAILED, id="not modified, without a question"),
        pytest.param((206, HTML, NOTHING), Outcome.FAILED, id="a part"),
        pytest.param((451, {}, b""), Outcome.FAILED, id="withheld"),
        pytest.param((404, {}, b""), Outcome.GONE, id="not there"),
    ],
)
def test_an_answer_that_is_no_page(
    given: tuple[int, dict[str, str], bytes],
    outcome: Outcome,
    make_site: MakeSite,
    collect: Collect,
) -> None:
    site = make_site(articles=4, given={10: given})
    report = collect(site)
    assert outcome_of(report, 10) >= {outcome}
    assert 10 not in report.articles
    assert report.articles == {7, 13, 16}, "the others come"
    assert report.is_complete is (outcome is Outcome.GONE)


@pytest.mark.parametrize("body", [LOGIN, TURNSTILE], ids=["login", "captcha"])
def test_what_passes_is_asked_for_again(body: bytes, make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=3, given={10: (200, HTML, body)})
    collect(site)
    count = len(site.requests)
    site.given.clear()
    report = collect(site)
    assert report.is_complete
    assert 10 in report.articles
    assert {path.partition("art=")[2][:2] for path, _ in site.requests[count:]} == {"10"}


def test_an_empty_article_does_not_replace_the_one_that_is_stored(
    make_site: MakeSite, collect: Collect, clock: Any, tmp_path: Path
) -> None:
    site = make_site(articles=3)
    collect(site)
    clock.sleep(100_000)
    site.given = {10: (200, HTML, NOTHING)}
    assert Outcome.EMPTY in outcome_of(collect(site), 10)
    store = open_store(str(tmp_path / "store.sqlite"))
    import_files([tmp_path / "pages"], store, Signature(who="test"))
    assert "praktyki 10" in store.load().set_index("art").loc[10, "summary"]
    clock.sleep(100_000)
    site.given.clear()
    assert outcome_of(collect(site), 10) == {Outcome.UNCHANGED}


@pytest.mark.parametrize(
    ("wait", "least_s", "most_s"),
    [
        pytest.param(
            lambda: format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True),
            *(200, 310),
            id="a date",
        ),
        pytest.param(lambda: "Thu, 01 Jan 1970 00:00:00 GMT", 0, 120, id="a date that is past"),
        pytest.param(lambda: "Thu, 99 Foo 2999 00:00:00 GMT", 2, 120, id="a date that is none"),
        pytest.param(lambda: "soon", 2, 120, id="a word"),
        pytest.param(lambda: "-5", 2, 120, id="less than nothing"),
        pytest.param(lambda: None, 2, 120, id="nothing"),
    ],
)
def test_a_busy_site_says_how_long(
    wait: Callable[[], str | None],
    least_s: float,
    most_s: float,
    make_site: MakeSite,
    collect: Collect,
) -> None:
    site = make_site(articles=3, busy={10: wait()})
    report = collect(site)
    moments = [moment for path, moment in site.requests if path.endswith("art=10")]
    assert least_s <= moments[1] - moments[0] <= most_s
    assert report.is_complete


def test_a_packed_page_is_read(make_site: MakeSite, collect: Collect, tmp_path: Path) -> None:
    site = make_site(articles=3)
    page = site.framed(site.article(10, 1)).encode()
    site.given = {10: (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(page))}
    assert 10 in collect(site).articles
    stored = read_answers(tmp_path / "pages/pages/art-000010-tab-1.warc.gz")[-1]
    assert stored.body == page


def test_a_page_that_says_it_is_packed_and_is_not(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=3, given={10: (200, {"Content-Encoding": "gzip"}, NOTHING)})
    report = collect(site)
    assert outcome_of(report, 10) == {Outcome.FAILED}
    assert report.articles == {7, 13}


def test_a_page_without_an_end_is_reported(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=3)
    page = site.framed(site.article(10, 1)).encode()
    site.given = {10: (200, HTML, page[: page.index(b"Metryka praktyki")])}
    assert Outcome.CUT_OFF in outcome_of(collect(site), 10)


def test_rules_are_not_taken_from_another_host(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(robots_location="http://localhost/robots.txt")
    with pytest.raises(HarvestError, match="localhost"):
        collect(site)
    assert Counter(path for path, _ in site.requests) == {"/robots.txt": 1}


def test_rules_that_lead_in_a_circle(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(robots_location="/robots.txt")
    with pytest.raises(HarvestError, match="did not say what may be asked for"):
        collect(site)
