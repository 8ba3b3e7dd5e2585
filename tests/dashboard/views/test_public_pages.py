"""The accessibility statement and the page about personal data."""

import datetime as dt
import re
from html.parser import HTMLParser

import pytest

from dashboard.locale import LANGUAGES, texts_in
from dashboard.publishing.publisher import AccessibilitySettings, PrivacySettings, Publisher
from dashboard.views.public_pages import NOT_EXAMINED, NOT_MET, privacy_html, statement_html

IDS = {
    *("a11y-deklaracja", "a11y-wstep", "a11y-podmiot", "a11y-url", "a11y-status", "a11y-ocena"),
    *("a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-data-sporzadzenie"),
    *("a11y-data-przeglad", "a11y-audytor", "a11y-kontakt", "a11y-osoba", "a11y-email"),
    *("a11y-telefon", "a11y-procedura", "a11y-architektura"),
}
SAID = Publisher(
    name='Gmina <b>"Ż"</b>',
    url="https://mapa.example.org/",
    postal_address="ul. Przykładowa 1",
    accessibility=AccessibilitySettings(
        contact="Zespół",
        email="a@example.org",
        reviewed=dt.date(2026, 11, 15),
        not_met=("Załączniki.",),
        not_met_en=("Attachments.",),
        auditor="Fundacja",
    ),
    privacy=PrivacySettings(officer="IOD", log_days=1),
)


class Reader(HTMLParser):
    """The ids of elements in their order, and the texts of those."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.levels, self.days = [], [], {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if "id" in named:
            self.ids.append(named["id"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "time":
            self.days[named["id"]] = named["datetime"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", [SAID, None, Publisher()], ids=["said", "no file", "empty file"])
def test_the_statement_has_the_required_ids_once(language, said):
    page = statement_html(said, texts_in(language), root="/praktyki/")
    read = Reader(page)
    assert set(read.ids) >= IDS
    assert len(read.ids) == len(set(read.ids))
    assert read.levels[0] == 1
    assert all(
        after - before <= 1 for before, after in zip(read.levels, read.levels[1:], strict=False)
    )
    assert f'<html lang="{language}">' in page
    assert "<script" not in page


def test_what_the_publisher_says_is_shown_as_text():
    page = statement_html(SAID, texts_in("pl"), root="/")
    assert "<b>" not in page
    assert "Gmina &lt;b&gt;" in page
    assert Reader(page).days == {"a11y-data-przeglad": "2026-11-15"}
    assert "15 listopada 2026" in page
    assert "Załączniki." in page
    assert "Fundacja" in page
    assert "Attachments." in statement_html(SAID, texts_in("en"), root="/")


def test_what_nobody_has_said_is_named_as_lacking():
    for language, words in (("pl", "nie podał"), ("en", "not stated")):
        texts = texts_in(language)
        assert words in statement_html(None, texts, root="/")
        assert words in privacy_html(None, texts, root="/", has_login=False, uploads_minutes=60)
        assert texts("public-nobody") in statement_html(None, texts, root="/")
        assert texts("public-nobody") not in statement_html(SAID, texts, root="/")


def test_the_statement_says_what_the_document_about_accessibility_says(repository):
    rows = (repository / "docs" / "accessibility.md").read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in row.split("|")[1:3]] for row in rows if row.startswith("| ")]
    said = {words.split()[0]: met for words, met in cells if words[:1].isdigit()}
    assert [each for each, met in said.items() if met == "in part"] == list(NOT_MET)
    not_examined = [each for each, met in said.items() if met.startswith("not ")]
    of_another_kind = {"not applicable", "not ours"}
    assert [each for each in not_examined if said[each] not in of_another_kind] == list(
        NOT_EXAMINED
    )


def test_cookies_of_logins_are_named_where_people_log_in():
    texts = texts_in("pl")
    assert "_streamlit_user" in privacy_html(
        SAID, texts, root="/", has_login=True, uploads_minutes=60
    )
    page = privacy_html(SAID, texts, root="/", has_login=False, uploads_minutes=60)
    assert "_streamlit_user" not in page
    assert "mapa_praktyk_browser" in page
    assert "1 dzień" in page
    assert "60 minut" in page
