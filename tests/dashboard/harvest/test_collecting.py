"""A site is collected whole, politely, and with every fault reported."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dashboard.errors import HarvestError
from dashboard.harvest.crawler import MAX_FAILURES
from dashboard.harvest.report import Outcome
from dashboard.practices.web_archive import read_answers

Collect = Callable[..., Any]
MakeSite = Callable[..., Any]


def stored(folder: Path) -> set[tuple[int, int]]:
    """Article and tab of the pages that are in a folder."""
    found = set()
    for file in (folder / "pages").glob("*.warc.gz"):
        if any(each.is_page for each in read_answers(file)):
            _, article, _, tab = file.name.partition(".")[0].split("-")
            found.add((int(article), int(tab)))
    return found


def asked(site: Any) -> Counter[str]:
    """How often each address was asked for."""
    return Counter(path for path, _ in site.requests)


def outcomes(report: Any, outcome: Outcome) -> list[str]:
    """The addresses of an outcome."""
    return [entry.address for entry in report.entries if entry.outcome is outcome]


@pytest.mark.slow
def test_six_hundred_articles_come_once_each(
    make_site: MakeSite, collect: Collect, tmp_path: Path
) -> None:
    site = make_site(articles=600, is_endless=True)
    report = collect(site)
    assert stored(tmp_path / "pages") == site.pages()
    assert set(asked(site).values()) == {1}
    assert report.is_complete


def test_every_tab_of_every_article_comes_once(
    make_site: MakeSite, collect: Collect, tmp_path: Path
) -> None:
    site = make_site(articles=25)
    report = collect(site)
    assert stored(tmp_path / "pages") == site.pages()
    assert set(asked(site).values()) == {1}
    assert not [path for path in asked(site) if "PHPSESSID" in path]
    assert len(report.articles) == 25
    assert report.requests == len(site.requests)


def test_requests_are_two_seconds_apart(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=4)
    collect(site)
    moments = [moment for _, moment in site.requests]
    gaps = [after - before for before, after in pairwise(moments)]
    assert min(gaps) == pytest.approx(2.0)
    assert max(gaps) == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("robots", "gap_s"),
    [
        pytest.param("User-agent: *\nCrawl-delay: 7", 7.0, id="delay"),
        pytest.param("User-agent: *\nRequest-rate: 1/9s", 9.0, id="rate"),
        pytest.param("User-agent: *\nCrawl-delay: 0.1", 2.0, id="never less than two"),
        pytest.param("User-agent: mapa-praktyk\nCrawl-delay: 11", 11.0, id="for this program"),
    ],
)
def test_the_site_says_how_often(
    robots: str, gap_s: float, make_site: MakeSite, collect: Collect
) -> None:
    site = make_site(articles=2, robots=robots)
    collect(site)
    moments = [moment for _, moment in site.requests]
    assert moments[-1] - moments[-2] == pytest.approx(gap_s)
    assert moments[1] - moments[0] == pytest.approx(gap_s)


def test_what_robots_forbids_is_not_asked_for(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=5, robots="User-agent: *\nDisallow: /*s=3\n")
    report = collect(site)
    assert not [path for path in asked(site) if "s=3" in path]
    assert len(outcomes(report, Outcome.ROBOTS)) == 4
    assert next(iter(asked(site))) == "/robots.txt"


@pytest.mark.parametrize("status", [500, 503, 429])
def test_without_rules_nothing_is_asked(status: int, make_site: MakeSite, collect: Collect) -> None:
    site = make_site(robots="", robots_status=status)
    with pytest.raises(HarvestError, match="did not say what may be asked for"):
        collect(site)
    assert set(asked(site)) == {"/robots.txt"}


@pytest.mark.parametrize("status", [404, 403, 401])
def test_a_site_without_robots_has_no_rules(
    status: int, make_site: MakeSite, collect: Collect
) -> None:
    site = make_site(articles=2, robots="User-agent: *\nDisallow: /", robots_status=status)
    assert len(collect(site).articles) == 2


def test_a_site_that_does_not_answer(collect: Collect, make_site: MakeSite) -> None:
    site = make_site()
    site.address = "http://127.0.0.1:9/"
    with pytest.raises(HarvestError, match=r"robots\.txt"):
        collect(site)


def test_failures_that_pass_are_asked_again(
    make_site: MakeSite, collect: Collect, tmp_path: Path
) -> None:
    site = make_site(articles=8, failing=Counter({7: 1, 10: 2}), cut=Counter({13: 1}))
    report = collect(site)
    assert stored(tmp_path / "pages") == site.pages()
    assert report.is_complete


def test_a_busy_site_is_waited_for(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=3, busy={10: 77})
    report = collect(site)
    moments = [moment for path, moment in site.requests if path.endswith("art=10")]
    assert moments[1] - moments[0] >= 77
    assert report.is_complete


def test_a_site_that_asks_for_hours_is_left(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=3, busy={10: 7200})
    report = collect(site)
    assert "120 minutes" in report.stopped
    assert site.requests[-1][0].endswith("art=10")
    assert collect(site).stopped == ""
    assert [count for path, count in asked(site).items() if "art=10" not in path] == [1] * (
        len(asked(site)) - 3
    )


def test_a_page_that_always_fails_is_reported_and_asked_in_the_next_run(
    make_site: MakeSite, collect: Collect
) -> None:
    site = make_site(articles=5, failing=Counter({10: 99}))
    report = collect(site)
    assert len(outcomes(report, Outcome.FAILED)) == 1
    assert not report.is_complete
    count = len(site.requests)
    site.failing.clear()
    assert collect(site).is_complete
    assert {path for path, _ in site.requests[count:]} >= {
        path for path in asked(site) if "art=10" in path
    }
    assert len(site.requests) - count == 3, "only the tabs of that article"


def test_ten_failures_in_a_row_stop(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=30)
    site.failing.update(dict.fromkeys(site.numbers, 99))
    report = collect(site)
    assert str(MAX_FAILURES) in report.stopped
    assert len(outcomes(report, Outcome.FAILED)) == MAX_FAILURES


def test_other_hosts_are_not_followed(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=6, elsewhere={10})
    report = collect(site)
    assert any("zmp.poznan.pl" in each for each in outcomes(report, Outcome.OTHER_HOST))
    assert len(outcomes(report, Outcome.REDIRECT)) == 1
    assert len(report.articles) == 5


@pytest.mark.parametrize(
    ("properties", "outcome"),
    [
        pytest.param({"empty": {10}}, Outcome.EMPTY, id="no text"),
        pytest.param({"guarded": True}, Outcome.CAPTCHA, id="captcha"),
    ],
)
def test_soft_errors_are_no_articles(
    properties: dict[str, Any], outcome: Outcome, make_site: MakeSite, collect: Collect
) -> None:
    report = collect(make_site(articles=3, **properties))
    assert outcomes(report, outcome)
    assert not report.is_complete
    assert 10 not in report.articles


def test_no_address_of_a_person_is_in_the_report(
    make_site: MakeSite, collect: Collect, tmp_path: Path
) -> None:
    collect(make_site(articles=2))
    report = (tmp_path / "pages/harvest-report.csv").read_text(encoding="utf-8-sig")
    assert report.startswith("outcome,address,detail")
    assert "example.org" not in report


def test_lists_without_an_end_are_left(make_site: MakeSite, collect: Collect) -> None:
    site = make_site(articles=30, is_endless=True)
    report = collect(site)
    assert len(report.articles) == 30
    assert outcomes(report, Outcome.ENDLESS)
    assert len(asked(site)) < 30 * 3 + 60


def test_a_dry_run_names_the_articles_and_stores_nothing(
    make_site: MakeSite, collect: Collect, tmp_path: Path
) -> None:
    site = make_site(articles=6)
    report = collect(site, is_dry=True)
    assert len(outcomes(report, Outcome.WOULD_ASK)) == 6
    assert not [path for path in asked(site) if "art=" in path]
    assert not (tmp_path / "pages").exists()


def test_the_second_round_asks_with_conditions(
    make_site: MakeSite, collect: Collect, clock: Any, tmp_path: Path
) -> None:
    site = make_site(articles=6)
    collect(site)
    clock.sleep(100_000)
    site.changed, site.gone, site.articles = {10}, {13}, 7
    report = collect(site)
    assert [each for each in outcomes(report, Outcome.CHANGED) if "art=10" in each]
    assert len(outcomes(report, Outcome.CHANGED)) == 1
    assert len(outcomes(report, Outcome.NEW)) == len(site.tabs(25))
    assert {each.partition("art=")[2][:2] for each in outcomes(report, Outcome.GONE)} == {"13"}
    assert set(outcomes(report, Outcome.UNLINKED)) == set(outcomes(report, Outcome.GONE))
    answers = read_answers(tmp_path / "pages/pages/art-000013-tab-1.warc.gz")
    assert [each.status for each in answers] == [200, 404]
    answers = read_answers(tmp_path / "pages/pages/art-000016-tab-1.warc.gz")
    assert [each.status for each in answers] == [200, 304]


def test_a_counter_is_no_change(make_site: MakeSite, collect: Collect, clock: Any) -> None:
    site = make_site(articles=3, has_etags=False)
    collect(site)
    clock.sleep(100_000)
    counts = collect(site).counts
    assert counts[Outcome.CHANGED] == 0
    assert counts[Outcome.UNCHANGED] == len(site.pages())


def test_a_folder_of_another_site_is_not_mixed(make_site: MakeSite, collect: Collect) -> None:
    collect(make_site(articles=1))
    with pytest.raises(HarvestError, match="--output"):
        collect(make_site(articles=1))
