import tomllib
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from dashboard.locale import LANGUAGES, texts_in
from dashboard.views.about import TERMS, about_html, glossary, message_part
from dashboard.views.sources import licence_words, sources
from geocoding import Precision, Status, data_dir


@pytest.fixture(params=LANGUAGES)
def page(request):
    return BeautifulSoup(about_html(texts_in(request.param)), "lxml")


def described_terms():
    text = (data_dir() / "README.md").read_text(encoding="utf-8")
    rows = text.split("## Glossary", 1)[1].split("\n## ")[0].splitlines()
    cells = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows if row]
    return cells[2:]


def test_the_glossary_is_the_one_that_describes_the_data():
    shown = [(term.polish, term.english, term.meaning) for term in glossary(texts_in("en"))]
    assert shown == described_terms()


def test_the_polish_glossary_has_the_same_names_and_meanings_of_its_own():
    polish, english = (glossary(texts_in(language)) for language in ("pl", "en"))
    assert len(polish) == len(TERMS)
    for ours, theirs in zip(polish, english, strict=True):
        assert (ours.polish, ours.english) == (theirs.polish, theirs.english)
        assert ours.meaning != theirs.meaning


def test_every_data_file_is_named_under_its_publisher(page):
    entries = tomllib.loads((data_dir() / "sources.toml").read_text(encoding="utf-8"))["files"]
    assert len(page.select(".mp-source li")) == len(entries)
    text = page.select_one(".mp-sources").get_text()
    assert all(entry["attribution"] in text for entry in entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_data_file_has_words_in_both_languages(language):
    texts = texts_in(language)
    files = [file.path for source in sources() for file in source.files]
    assert [path for path in files if f"about-file-{message_part(path)}" not in texts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_licences_without_an_identifier_have_words_in_both_languages(language):
    texts = texts_in(language)
    assert [
        source.licence
        for source in sources()
        if " " in source.licence and licence_words(source, texts) == source.licence
    ] == []


def test_polish_readers_get_no_english_licence_or_publisher():
    polish = about_html(texts_in("pl"))
    assert "Eurostat, z danych Głównego Urzędu Statystycznego (GUS)" in polish
    assert not [
        word for word in ("public domain", "through the", "from Statistics") if word in polish
    ]


def test_links_lead_to_publishers_and_licences_only(page):
    entries = tomllib.loads((data_dir() / "sources.toml").read_text(encoding="utf-8"))["files"]
    known = {entry[name] for entry in entries for name in ("publisher_url", "licence_url")}
    assert {link["href"] for link in page.select("a")} <= known


def test_every_precision_has_its_mark_and_every_outcome_its_words(page):
    assert len(page.select(".mp-classes img")) == len(Precision)
    outcomes = page.select_one("#polozenie").parent.select("ul:not(.mp-classes) li")
    assert len(outcomes) == len(Status)


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4")]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))
