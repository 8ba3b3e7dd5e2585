from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.errors import PageError
from dashboard.practices import read_page
from dashboard.practices.markup import is_markup
from geocoding.tables.encodings import decode_text

TABLE_PAGE = """<HTML><HEAD><TITLE>Baza</TITLE>
<STYLE>p { color: red }</STYLE></HEAD>
<BODY><TABLE><TR><TD><UL><LI>Strona główna<LI>SMUP</UL><P>1.549.826<P></TD>
<TD><H2>&nbsp;Usługi społeczne : Kultura</H2>
<H1>Biblioteka
    w&nbsp;każdej&nbsp;wsi</H1>
<P>.: &nbsp; <A HREF="index.php?p1=1&amp;p2=1&amp;art=28">Skrót i Metryka</A> -&gt;
<A HREF="index.php?p1=1&amp;p2=1&amp;art=28&amp;s=2">Pełna prezentacja</A> &nbsp; :.</P>
<P>Pierwszy
akapit.</P><P>Drugi <B>akapit</B> &ndash; z&nbsp;domem.</P><!-- Metryka praktyki -->
<H3>Metryka praktyki</H3>
<TABLE><TR><TD><B>Miejscowość:</B></TD><TD>Bochnia</TD></TR>
<TR><TD>Powiat:</TD><TD>bocheński</TD></TR>
<TR><TD>e@mail:</TD><TD><A HREF="mailto:a@example.pl">a@example.pl</A></TD></TR></TABLE>
<P>.: &nbsp; Skrót i Metryka -&gt; Pełna prezentacja &nbsp; :.</P><P>Związek</P>
</TD></TR></TABLE></BODY></HTML>
"""


def test_same_as_plain_text(repository: Path, make_html: Callable[..., str]) -> None:
    text = (repository / "data" / "pages" / "150.txt").read_text(encoding="utf-8")
    plain = read_page(text, source="150.txt")
    saved = read_page(make_html(page=text), source="150.html")
    assert replace(saved, source="150.txt") == plain


def test_tables_headings_and_entities() -> None:
    practice = read_page(TABLE_PAGE, source="saved.html")
    assert practice.art == 28
    assert practice.url == "https://dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"
    assert practice.title == "Biblioteka w każdej wsi"
    assert practice.summary == ("Pierwszy akapit.", "Drugi akapit – z\xa0domem.")
    assert [(field.label, field.text) for field in practice.fields] == [
        ("Miejscowość", "Bochnia"),
        ("Powiat", "bocheński"),
        ("e@mail", "a@example.pl"),
    ]


def test_markup_in_texts_becomes_text(
    make_page: Callable[..., str], make_html: Callable[..., str]
) -> None:
    page = make_page(title="A <script>alert(1)</script> & B", summary=["x < y"])
    practice = read_page(make_html(page=page), source="7.html")
    assert practice.title == "A <script>alert(1)</script> & B"
    assert practice.summary == ("x < y",)


ADDRESS = "https://archiwum.dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"


@pytest.mark.parametrize(
    ("head", "source"),
    [
        pytest.param(
            f'<link rel="canonical" href="{ADDRESS.replace("&", "&amp;")}">',
            "x.html",
            id="canonical",
        ),
        pytest.param(f"<!-- saved from url=(0061){ADDRESS} -->", "x.html", id="saved-from"),
        pytest.param(f'<meta property="og:url" content="{ADDRESS}">', "7.html", id="og-url"),
        pytest.param(f"<!-- saved from url=(0065){ADDRESS}&s=1 -->", "7.html", id="with-tab"),
    ],
)
def test_own_address(make_html: Callable[..., str], head: str, source: str) -> None:
    practice = read_page(make_html(head=head), source=source)
    assert (practice.art, practice.url) == (28, ADDRESS)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://dobrepraktyki.pl/">',
        '<link rel="canonical" href="javascript:alert(1)?art=28">',
        '<link rel="canonical" href="https://[x/?art=28">',
        "<!-- saved from url=(0014)about:internet -->",
    ],
)
def test_other_addresses_tell_nothing(make_html: Callable[..., str], head: str) -> None:
    assert read_page(make_html(head=head), source="7.html").art == 7


def test_fault_names_the_line_of_the_file() -> None:
    page = TABLE_PAGE.replace("<H3>Metryka praktyki</H3>", "<H3>Opis</H3>")
    with pytest.raises(PageError) as caught:
        read_page(page, source="28.html")
    assert "Skrót i Metryka" in page.split("\n")[caught.value.line - 1]


def test_page_without_end_tags() -> None:
    page = TABLE_PAGE.replace("</TD>", "").replace("</TR>", "").replace("</P>", "")
    assert read_page(page, source="28.html").metryka.values["county"] == "bocheński"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859_2"])
def test_encodings(encoding: str) -> None:
    page = "Zażółć gęślą jaźń\nŁÓDŹ, ŚCINAWA, ŻÓRAWINA"
    assert decode_text(page.encode(encoding)) == page


def test_declared_encoding_is_not_believed() -> None:
    page = '<meta charset="iso-8859-2"><p>Świętokrzyskie: źdźbło, ścieżka</p>'
    assert decode_text(page.encode("cp1250")) == page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n<html lang=pl>", True),
        ("<DIV class=a>", True),
        ("Strona główna\nx < y > z", False),
        ("<b>pogrubione</b>", False),
    ],
)
def test_is_markup(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_markup(text) is expected


@pytest.mark.parametrize(
    "unit",
    ["<!--", "<a href=x>", "<a ", "<![", "<![x]>", "<!", "</", "<p>", "&#", "<a b='", "<b/<"],
)
def test_markup_that_no_browser_would_save_is_read_at_once(
    make_html: Callable[..., str], unit: str
) -> None:
    page = make_html().replace("</body>\n</html>\n", unit * (30_000 // len(unit)))
    assert read_page(page, source="7.html").title == "Biblioteka w każdej wsi"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("<!--[if gte mso 9]><xml></xml><![endif]-->", id="conditional comment"),
        pytest.param("<![if !vml]><b></b><![endif]>", id="shown condition"),
        pytest.param("<![CDATA[ x ]]>", id="section"),
        pytest.param("<!-- < > -->", id="comment"),
    ],
)
def test_declarations_are_passed_over(make_html: Callable[..., str], head: str) -> None:
    practice = read_page(make_html(head=head), source="7.html")
    assert practice.title == "Biblioteka w każdej wsi"
    assert practice.summary == ("Pierwszy akapit.", "Drugi akapit.")


def test_a_line_in_another_encoding_than_the_rest(make_page: Callable[..., str]) -> None:
    lines = make_page(title="Żłobek", summary=["Zażółć", "SZKÓŁ"]).split("\n")
    content = b"\n".join(
        line.encode("cp1250" if line == "SZKÓŁ" or "Żłobek" in line else "utf-8") for line in lines
    )
    mixed = read_page(decode_text(content), source="7.txt")
    assert mixed.title == "Żłobek"
    assert mixed.section == "Usługi społeczne"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(make_page: Callable[..., str], encoding: str) -> None:
    assert decode_text(make_page().encode(encoding)) == make_page()
