"""The doctor says which links are dead, which have moved and which did not answer."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.cli.doctor.finding import Finding, Grade
from dashboard.cli.doctor.links import check_links
from dashboard.harvest.link_check import CheckedLink, LinkState
from dashboard.practices.outgoing_links import OutgoingLink


class Known:
    """A check whose outcomes are known."""

    requests = 12

    def __init__(self, *outcomes: CheckedLink) -> None:
        self.outcomes = outcomes

    def check(self, addresses: Sequence[str]) -> Iterator[CheckedLink]:
        assert list(addresses) == [each.address for each in self.outcomes]
        yield from self.outcomes


def findings_of(*outcomes: CheckedLink) -> list[Finding]:
    """What is said of some outcomes."""
    links = [OutgoingLink(each.address, (7,), ("url",)) for each in outcomes]
    return list(check_links(links, Known(*outcomes)))


def test_each_state_is_reported() -> None:
    summary, dead, moved, failed = findings_of(
        CheckedLink("https://a.example/", LinkState.REACHED),
        CheckedLink("https://b.example/", LinkState.NOT_REACHED, "HTTP status 500"),
        CheckedLink("https://c.example/", LinkState.MOVED, "", "https://d.example/"),
        CheckedLink("https://e.example/", LinkState.DEAD, "HTTP status 404"),
        CheckedLink("https://f.example/", LinkState.ROBOTS),
        CheckedLink("http://10.0.0.1/", LinkState.PRIVATE),
    )
    assert summary.grade is Grade.OK
    assert "4 of 6 addresses" in summary.found
    assert "requests: 12" in summary.found
    assert "2 were not asked for" in summary.found
    assert dead.grade is Grade.PROBLEM
    assert "https://e.example/ (HTTP status 404); Page address, practices: 7" in dead.found
    assert moved.grade is Grade.WARNING
    assert "https://d.example/" in moved.remedy
    assert failed.grade is Grade.WARNING
    assert "HTTP status 500" in failed.found


def test_where_nothing_answers_there_is_probably_no_network() -> None:
    outcome = CheckedLink("https://a.example/", LinkState.NOT_REACHED, "no answer")
    _, hint, _ = findings_of(outcome)
    assert hint.grade is Grade.WARNING
    assert "no way to the Internet" in hint.found


def test_many_practices_at_one_address_are_counted() -> None:
    link = OutgoingLink("https://a.example/", tuple(range(1, 9)), ("website",))
    outcome = CheckedLink("https://a.example/", LinkState.DEAD, "HTTP status 410")
    _, dead = check_links([link], Known(outcome))
    assert "1, 2, 3, 4, 5 and 3 more" in dead.found


def test_without_an_address_nothing_is_asked() -> None:
    (finding,) = check_links([], Known())
    assert finding.grade is Grade.OK


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--links"], ["--links", "--contact", "it@example.org"]])
def test_links_are_asked_for_only_where_wanted(
    options: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    table = tmp_path / "table.csv"
    table.write_text("art,section,title,website\n7,Kultura,Tytuł,http://127.0.0.1:9/\n")
    with pytest.raises(SystemExit):
        main(["doctor", "--json", "--data", str(table), *options])
    findings = json.loads(capsys.readouterr().out)["findings"]
    said = [each["found"] for each in findings if each["check"] == "links"]
    assert len(said) == bool(options)
    assert all("0 of 1 addresses" in each and "not on the Internet 1" in each for each in said)


@pytest.mark.slow
def test_a_contact_that_is_no_email_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["doctor", "--links", "--contact", "nobody"])
    assert "nobody" in capsys.readouterr().err
