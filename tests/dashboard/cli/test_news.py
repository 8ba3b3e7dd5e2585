"""`mapa-praktyk news`: a feed and a letter of what is new, for a saved address."""

import datetime as dt

import pytest
from lxml import etree

from dashboard.cli import main
from dashboard.practices.demo import make_demo
from dashboard.practices.edits import Signature
from dashboard.store import open_store

pytestmark = pytest.mark.slow

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LINK = "https://mapa.example.org/"


@pytest.fixture
def path(tmp_path):
    """A store of five practices, one of which was corrected."""
    path = str(tmp_path / "praktyki.sqlite")
    store = open_store(path)
    store.save(make_demo(5, seed=1))
    number = int(store.load()["art"].iloc[0])
    store.edit_field(number, "contacts", "Anna Przykładowa", Signature(who="anna@example.org"))
    return path


@pytest.fixture
def run(capsys, path):
    """A function that runs the command on the store: exit code, output, errors."""

    def run_news(*arguments):
        with pytest.raises(SystemExit) as exit_:
            main(["news", "--data", path, *map(str, arguments)])
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out, captured.err

    return run_news


def today():
    return dt.datetime.now().astimezone().date()


def test_a_feed_comes_out_and_a_letter(run, tmp_path):
    feed, letter = tmp_path / "nowe.atom", tmp_path / "nowe.html"
    files = ["--output", feed, "--output", letter]
    code, out, _ = run("--since", today(), "--link", LINK, *files)
    assert code == 0
    assert "5" in out
    root = etree.fromstring(feed.read_bytes())
    assert len(root.xpath("a:entry", namespaces=ATOM)) == 5
    assert letter.read_text(encoding="utf-8").count("<li>") == 5
    for content in (feed.read_bytes(), letter.read_bytes()):
        assert "Anna" not in content.decode()
    assert run("--since", today(), "--link", LINK, *files)[0] == 0, "they are replaced"


def test_the_terminal_gets_the_feed_or_the_letter(run):
    _, out, _ = run("--link", LINK)
    assert out.startswith("<?xml")
    _, out, _ = run("--link", f"{LINK}?lang=en", "--letter")
    assert "5 new" in out


def test_nothing_is_new_tomorrow(run):
    _, out, _ = run("--since", today() + dt.timedelta(days=1), "--link", LINK, "--letter")
    assert "<li>" not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--link", LINK, "--output", "news.doc"], "news.doc", id="another kind"),
        pytest.param(["--link", LINK, "--output", "/nowhere/x.atom"], "nowhere", id="no folder"),
        pytest.param(["--link", f"{LINK}?dane=demo"], "demo", id="made-up practices"),
        pytest.param(["--link", f"{LINK}?dzial=nie%20ma"], "nie ma", id="no such section"),
        pytest.param(["--link", LINK, "--since", "wczoraj"], "wczoraj", id="no day"),
        pytest.param([], "--link", id="no link"),
    ],
)
def test_what_cannot_be_used_is_said(arguments, words, run):
    code, _, err = run(*arguments)
    assert code
    assert words in err
