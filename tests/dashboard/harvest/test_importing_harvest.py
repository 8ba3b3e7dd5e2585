"""What was collected is what `import` reads."""

import datetime as dt
import gzip
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli.importing import import_files
from dashboard.practices.edits import Signature
from dashboard.practices.page_text import decode_page
from dashboard.practices.web_archive import Answer, ArchiveDamagedError, answers_in, packed
from dashboard.store import open_store

BY = Signature(who="test")
MONDAY = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    """A new store."""
    return open_store(str(tmp_path / "store.sqlite"))


def test_a_collected_folder_is_imported(
    make_site: Callable[..., Any], collect: Callable[..., Any], store: Any, tmp_path: Path
) -> None:
    site = make_site(articles=27)
    collect(site)
    report = import_files([tmp_path / "pages"], store, BY)
    assert report.faults == ()
    practices = store.load()
    assert practices["art"].tolist() == site.numbers
    assert set(practices["title"]) == {f"Praktyka numer {each} – łąka" for each in site.numbers}
    assert not [line for line in report.notes if "no page by its name" in line]
    presentation = practices.set_index("art")["presentation"]
    assert all(f"danych {art}." in presentation[art] for art in site.numbers)
    attachments = practices.set_index("art")["attachments"]
    assert [art for art in site.numbers if attachments[art]] == [
        art for art in site.numbers if 3 in site.tabs(art)
    ]


def test_a_gone_page_stays(
    make_site: Callable[..., Any],
    collect: Callable[..., Any],
    clock: Any,
    store: Any,
    tmp_path: Path,
) -> None:
    site = make_site(articles=4)
    collect(site)
    clock.sleep(100_000)
    site.gone, site.changed = {10}, {13}
    collect(site)
    import_files([tmp_path / "pages"], store, BY)
    practices = store.load().set_index("art")
    assert list(practices.index) == site.numbers
    assert "Zmieniono" in practices.loc[13, "summary"]


@pytest.mark.parametrize(
    ("content", "content_type", "encoding", "stated_by"),
    [
        pytest.param(
            "łąka".encode("iso8859-2"),
            "text/html; charset=iso-8859-2",
            "iso8859-2",
            "header",
            id="header",
        ),
        pytest.param(
            b'<meta charset="windows-1250">' + "łąka".encode("cp1250"),
            "text/html",
            "cp1250",
            "meta",
            id="meta",
        ),
        pytest.param(
            '<meta charset="iso-8859-2">łąka'.encode(),
            "text/html; charset=utf-8",
            "utf-8",
            "header",
            id="header before meta",
        ),
        pytest.param(
            b'<meta charset="utf-8">' + "żółta łąka".encode("cp1250"),
            "",
            "Windows-1250",
            "",
            id="meta is wrong",
        ),
        pytest.param(
            b'<meta charset="iso-8859-2">' + "„śliwa”".encode("cp1250"),
            "",
            "Windows-1250",
            "",
            id="meta names the other one",
        ),
        pytest.param("żółta łąka".encode(), "", "UTF-8", "", id="nothing stated"),
        pytest.param("żółta łąka".encode("iso8859-2"), "", "ISO 8859-2", "", id="by letters"),
        pytest.param(
            b"\xef\xbb\xbf" + "łąka".encode(),
            "text/html; charset=iso-8859-2",
            "UTF-8",
            "mark",
            id="mark",
        ),
    ],
)
def test_the_encoding_of_a_page(
    content: bytes, content_type: str, encoding: str, stated_by: str
) -> None:
    page = decode_page(content, content_type=content_type)
    assert (page.encoding, page.stated_by) == (encoding, stated_by)
    assert "�" not in page.text
    assert any(word in page.text for word in ("łąka", "śliwa"))


def test_a_captcha_does_not_replace_a_page(
    make_html: Callable[..., str], store: Any, tmp_path: Path
) -> None:
    url = "https://archiwum.dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"
    page = Answer(url=url, at=MONDAY, status=200, body=make_html().encode())
    guard = Answer(url=url, at=MONDAY, status=200, body=b"<html><div class=g-recaptcha></html>")
    file = tmp_path / "site.warc.gz"
    file.write_bytes(packed(page) + packed(guard))
    report = import_files([file], store, BY)
    assert report.faults == ()
    assert store.load()["art"].tolist() == [28]


def test_the_pages_before_a_damage_are_imported(
    make_html: Callable[..., str], store: Any, tmp_path: Path
) -> None:
    url = "https://archiwum.dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"
    page = packed(Answer(url=url, at=MONDAY, status=200, body=make_html().encode()))
    file = tmp_path / "site.warc.gz"
    file.write_bytes(page + page[: len(page) // 2])
    report = import_files([file], store, BY)
    assert store.load()["art"].tolist() == [28]
    assert "site.warc.gz" in report.faults[0]


def test_what_is_no_archive_is_refused(store: Any, tmp_path: Path) -> None:
    file = tmp_path / "site.warc"
    file.write_bytes(b"no archive at all, but some text\n" * 20)
    assert "no WARC file" in import_files([file], store, BY).faults[0]


def test_an_answer_is_read_as_it_was_written() -> None:
    page = Answer(
        url="https://a.example/?art=1",
        at=MONDAY,
        status=200,
        headers=(("Content-Type", "text/html"), ("ETag", '"1"')),
        body="łąka".encode("cp1250") * 999,
    )
    same = Answer(url=page.url, at=MONDAY, status=304, headers=page.headers)
    content = packed(page) + packed(same, before=page)
    assert list(answers_in(BytesIO(content))) == [page, same]


def test_changed_bytes_are_seen() -> None:
    page = Answer(url="https://a.example/?art=1", at=MONDAY, status=200, body=b"before")
    plain = gzip.decompress(packed(page)).replace(b"before", b"behind")
    with pytest.raises(ArchiveDamagedError, match="checksum"):
        list(answers_in(BytesIO(plain)))
