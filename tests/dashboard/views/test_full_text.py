"""A practice's further tabs on its card: structure, and nothing that runs or loads."""

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from dashboard.locale import texts_in
from dashboard.views.practice.full_text import attachments_html, presentation_html


def practice(presentation: str = "", attachments: str = "") -> pd.Series:
    """One row of the table."""
    return pd.Series({"presentation": presentation, "attachments": attachments})


def shown(markup: str) -> BeautifulSoup:
    """The elements of a fragment."""
    return BeautifulSoup(markup, "lxml")


def test_the_structure_is_shown() -> None:
    text = "## Opis\n\nraz\ndwa\n\n- a\n- b\n\n| Rok | Koszt |\n| 2012 | 5 |\n\n! Ratusz"
    page = shown(presentation_html(practice(text), texts_in("pl")))
    assert page.h4.get_text() == "Opis"
    assert [item.get_text() for item in page.find_all("li")] == ["a", "b"]
    assert [cell.get_text() for cell in page.find_all("td")] == ["Rok", "Koszt", "2012", "5"]
    assert page.select_one(".mp-picture").get_text() == "Ilustracja: Ratusz"
    assert page.find("p").br is not None


def test_attachments_are_links_with_kind_and_size() -> None:
    line = "Uchwała\tPDF\t120 kB\thttps://a.example/u.pdf\nzły\t-\t-\tjavascript:alert(1)"
    page = shown(attachments_html(practice(attachments=line), texts_in("pl")))
    assert [link["href"] for link in page.find_all("a")] == ["https://a.example/u.pdf"]
    assert "(PDF, 120 kB)" in page.get_text()


def test_nothing_foreign_is_markup(hostile_texts) -> None:
    for text in hostile_texts.values():
        markup = presentation_html(practice(f"{text}\n\n- {text}\n\n| {text} |"), texts_in("en"))
        markup += attachments_html(
            practice(attachments=f"{text}\t-\t-\thttps://a.example/"), texts_in("en")
        )
        assert {tag.name for tag in shown(markup).select("*")} <= {
            *("html", "body", "section", "p", "br", "ul", "li", "div", "table", "tr", "td"),
            *("a", "span", "h3", "h4", "h5"),
        }


@pytest.mark.parametrize("language", ["pl", "en"])
def test_what_is_not_known_is_stated(language: str) -> None:
    texts = texts_in(language)
    assert texts("card-no-presentation") in presentation_html(practice(), texts)
    assert shown(attachments_html(practice(), texts)).select_one(".mp-missing")
