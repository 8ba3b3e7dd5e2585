"""The full presentation and the attachments of a practice, from its further tabs."""

import pytest

from dashboard.errors import PageError
from dashboard.practices.attachments import Attachment, attachments_from_lines
from dashboard.practices.further_tab import read_further_tab
from dashboard.practices.page_reading import read_contents
from dashboard.practices.structured_text import Block, Kind, from_lines, to_lines

TABS = "<p>.: Skrót i Metryka -> Pełna prezentacja -> Załączniki :.</p>"
PRESENTATION = "index.php?p1=1&p2=1&art=28&s=2"
ATTACHMENTS = "index.php@p1=1&p2=1&art=28&s=3.html"


def presentation(inner: str) -> str:
    """The structured text of a presentation."""
    page = f"<html><body><p>Menu</p>{TABS}{inner}{TABS}<p>Wsparcie</p></body></html>"
    return read_further_tab(page, source=PRESENTATION).text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<h2>Opis</h2><p>Tekst</p>", "## Opis\n\nTekst", id="heading"),
        pytest.param("<p><b>Opis sytuacji</b></p>Tekst", "### Opis sytuacji\n\nTekst", id="bold"),
        pytest.param("<p>Tekst <b>ważny</b></p>", "Tekst ważny", id="bold within"),
        pytest.param("raz<br>dwa<br><br>trzy", "raz\ndwa\n\ntrzy", id="line breaks"),
        pytest.param("<ul><li>a</li><li>b</li></ul>", "- a\n- b", id="list"),
        pytest.param(
            "<table><tr><th>Rok</th><th>Koszt</th></tr><tr><td>2012</td><td>5|6</td></tr></table>",
            "| Rok | Koszt |\n| 2012 | 5/6 |",
            id="table",
        ),
        pytest.param(
            "<table><tr><td><table><tr><td>w środku</td></tr></table></td></tr></table>",
            "w środku",
            id="table that arranges",
        ),
        pytest.param('<img src="http://a.example/x.jpg" alt="Ratusz">', "! Ratusz", id="picture"),
        pytest.param('<img src="http://a.example/x.jpg">', "", id="picture without words"),
        pytest.param(
            "<table><caption>Koszty</caption><tr><td>2012</td><td><img alt='plan'>5</td></tr>"
            "</table>",
            "Koszty\n\n| 2012 | plan 5 |",
            id="table with a caption and a picture",
        ),
        pytest.param("<p>-</p><p>#</p>", "\\ -\n\n\\ #", id="signs alone"),
        pytest.param("<script>alert(1)</script><style>p{}</style>x", "x", id="script"),
        pytest.param(
            "<p># nie nagłówek</p><p>- ani punkt</p>",
            "\\ # nie nagłówek\n\n\\ - ani punkt",
            id="signs of its own",
        ),
    ],
)
def test_a_presentation_keeps_its_structure(markup: str, text: str) -> None:
    assert presentation(markup) == text
    assert to_lines(from_lines(text)) == text


def test_signs_in_a_paragraph_stay_text() -> None:
    block = Block(Kind.PARAGRAPH, "# nie nagłówek\n\\ ani to")
    assert from_lines(to_lines([block])) == (block,)


def test_attachments_are_listed() -> None:
    inner = (
        '<ul><li><a href="pliki/uchwala.pdf">Uchwała</a> (PDF, 1,2 MB)</li>'
        '<li><a href="http://a.example/x/plan.DOC?v=1"></a></li>'
        '<li><a href="mailto:jan@example.org">Jan</a></li>'
        '<li><a href="index.php?p1=1&art=28">wróć</a></li></ul>'
    )
    found = attachments_from_lines(
        read_further_tab(f"<html>{TABS}{inner}{TABS}</html>", source=ATTACHMENTS).text
    )
    assert found[0].name == "Uchwała"
    assert (found[0].kind, found[0].size) == ("PDF", "1,2 MB")
    assert found[0].url.endswith("/pliki/uchwala.pdf")
    assert found[1:] == (Attachment("plan.DOC", "DOC", "", "http://a.example/x/plan.DOC?v=1"),)


def test_attachments_in_a_table_are_listed() -> None:
    tabs = "<table><tr><td>Skrót i Metryka</td><td>Pełna prezentacja</td></tr></table>"
    inner = (
        "<table><tr><th>Plik</th><th>Rozmiar</th></tr>"
        '<tr><td><a href="pliki/plan.pdf">Plan</a></td><td>340 kB</td></tr>'
        '<tr><td><a href="pliki/mapa.jpg">Mapa 1,5 MB</a></td><td></td></tr></table>'
    )
    text = read_further_tab(f"<html>{tabs}{inner}{tabs}</html>", source=ATTACHMENTS).text
    found = attachments_from_lines(text)
    assert [(each.name, each.kind, each.size) for each in found] == [
        ("Plan", "PDF", "340 kB"),
        ("Mapa 1,5 MB", "JPG", "1,5 MB"),
    ]
    assert found[0].url == "https://archiwum.dobrepraktyki.pl/pliki/plan.pdf"


def test_a_plain_text_is_read() -> None:
    text = "Menu\n.: Skrót i Metryka -> Pełna prezentacja :.\nPierwszy.\n\nDrugi."
    assert read_further_tab(text, source=PRESENTATION).text == "Pierwszy.\n\nDrugi."


@pytest.mark.parametrize(
    ("text", "source", "rule"),
    [
        pytest.param("<html>x</html>", PRESENTATION, "tabs", id="no tabs"),
        pytest.param(f"<html>{TABS}</html>", "s=2.html", "article", id="no article"),
        pytest.param(f"<html>{TABS}</html>", "index.php?art=28&s=7", "article", id="other tab"),
    ],
)
def test_what_is_no_tab_is_refused(text: str, source: str, rule: str) -> None:
    with pytest.raises(PageError) as refused:
        read_further_tab(text, source=source)
    assert refused.value.rule == rule


def test_tabs_join_their_practice_in_any_order(make_html) -> None:
    tab = f"<html>{TABS}<p>Cały opis.</p>{TABS}</html>".encode()
    first = "index.php?p1=1&p2=1&art=28", make_html().encode()
    for pages in ([first, (PRESENTATION, tab)], [(PRESENTATION, tab), first]):
        read = read_contents(pages)
        assert [each.presentation for each in read.practices] == ["Cały opis."]
        assert read.faults == ()
        assert [art for art, _, _ in read.tab_contents] == [28]


def test_a_tab_alone_is_reported() -> None:
    read = read_contents([(PRESENTATION, f"<html>{TABS}<p>x</p>{TABS}</html>".encode())])
    assert "the first tab of article 28, too" in str(read.faults[0])
