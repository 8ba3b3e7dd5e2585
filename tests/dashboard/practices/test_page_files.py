import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.practices.page_files import find_pages
from dashboard.practices.reading import MAX_BYTES
from dashboard.practices.reading.paths import read_pages
from dashboard.practices.value_types import MAX_PLACES

pytestmark = pytest.mark.slow


def test_pages_in_folders(tmp_path: Path) -> None:
    names = (
        "7.txt",
        "b/8.HTML",
        "b/index.php?p1=1&p2=1&art=9",
        "b/notes.docx",
        ".hidden.txt",
        "8_files/ad.html",
        "8_pliki/ad.html",
        ".git/x.txt",
    )
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = find_pages([tmp_path, tmp_path / "7.txt"])
    assert {str(path.relative_to(tmp_path)) for path in found.pages} == set(names[:3])
    assert [path.name for path in found.others] == ["notes.docx"]
    assert found.faults == ()


def test_a_named_file_is_a_page_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.dat"
    path.touch()
    assert find_pages([path]).pages == (path,)


def test_paths_without_a_page(tmp_path: Path) -> None:
    found = find_pages([tmp_path, tmp_path / "none.txt"])
    assert found.pages == ()
    assert [str(fault).split(" (")[0] for fault in found.faults] == [
        f"{tmp_path}: expected pages in this folder",
        f"{tmp_path / 'none.txt'}: expected a file or a folder that exists",
    ]


def test_a_bad_page_stops_no_other(tmp_path: Path, make_page: Callable[..., str]) -> None:
    paths = [tmp_path / name for name in ("5.txt", "6.txt", "7.txt")]
    paths[0].write_text("Nic\n", encoding="utf-8")
    paths[1].write_bytes(make_page().encode("cp1250"))
    paths[2].mkdir()
    read = read_pages(paths)
    assert [practice.art for practice in read.practices] == [6]
    assert [fault.file for fault in read.faults] == [str(paths[0]), str(paths[2])]


REFERENCE = "&#" + "9" * 5000 + ";"


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        pytest.param(f"<p>{REFERENCE}</p>", "markup", id="long character reference"),
        pytest.param(f"<p title='{REFERENCE}'>x</p>", "markup", id="in an attribute"),
        pytest.param("<b>" * 600_000, "elements", id="very many elements"),
        pytest.param("<div>" * 400_000, "elements", id="very deep"),
        pytest.param("<td>" * 19_000 + "x", "tabs", id="as many elements as may be"),
        pytest.param(f"<!{REFERENCE}<![x[" * 9, "markup", id="declarations"),
    ],
)
def test_a_page_that_was_made_to_break_the_parser_stops_no_other(
    tmp_path: Path, make_page: Callable[..., str], broken: str, rule: str
) -> None:
    good, bad = tmp_path / "6.txt", tmp_path / "7.html"
    good.write_text(make_page(), encoding="utf-8")
    bad.write_text(f"<html><body>{broken}", encoding="utf-8")
    read = read_pages([bad, good])
    assert [practice.art for practice in read.practices] == [6]
    assert [(fault.file, fault.rule) for fault in read.faults] == [(str(bad), rule)]


def test_a_page_of_too_many_places(tmp_path: Path, make_page: Callable[..., str]) -> None:
    names = ", ".join(f"Wieś {number}" for number in range(MAX_PLACES + 1))
    path = tmp_path / "6.txt"
    path.write_text(make_page(fields=[f"Miejscowość: {names}"]), encoding="utf-8")
    (fault,) = read_pages([path]).faults
    assert f"places: at most {MAX_PLACES} places" in str(fault)


def test_the_same_article_twice(tmp_path: Path, make_page: Callable[..., str]) -> None:
    paths = [tmp_path / "5.txt", tmp_path / "art-5.txt"]
    for number, path in enumerate(paths):
        path.write_text(make_page(title=f"Tytuł {number}"), encoding="utf-8")
    read = read_pages(paths)
    assert [practice.title for practice in read.practices] == ["Tytuł 0"]
    (fault,) = read.faults
    assert fault.file == str(paths[1])
    assert f"article 5 was read from {paths[0]} already" in str(fault)


def test_a_page_that_does_not_fit_the_table(tmp_path: Path, make_page: Callable[..., str]) -> None:
    path = tmp_path / "5.txt"
    page = make_page(fields=["Liczba mieszkańców: 1 234 567 890"])
    path.write_text(page, encoding="utf-8")
    (fault,) = read_pages([path]).faults
    assert "population: a whole number" in str(fault)


def pack(path: Path, **pages: str) -> Path:
    """A ZIP archive of pages by their numbers."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, page in pages.items():
            archive.writestr(f"saved/{name.removeprefix('p')}.txt", page)
        archive.writestr("saved/notes.docx", "x")
    return path


def test_pages_in_an_archive_beside_others(tmp_path: Path, make_page: Callable[..., str]) -> None:
    alone = tmp_path / "6.txt"
    alone.write_text(make_page(), encoding="utf-8")
    packed = pack(tmp_path / "PAGES.ZIP", p5=make_page(), p6=make_page(), p7="Nic\n")
    read = read_pages([alone, packed])
    assert [practice.art for practice in read.practices] == [6, 5]
    assert [(fault.file, fault.rule) for fault in read.faults] == [
        (f"{packed}/saved/6.txt", "once"),
        (f"{packed}/saved/7.txt", "tabs"),
    ]


def test_an_archive_that_is_not_taken_stops_no_page(
    tmp_path: Path, make_page: Callable[..., str]
) -> None:
    cut = pack(tmp_path / "cut.zip", p5=make_page())
    cut.write_bytes(cut.read_bytes()[:99])
    large = tmp_path / "large.zip"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    other = tmp_path / "pages.tar.gz"
    other.write_bytes(b"x")
    page = tmp_path / "6.txt"
    page.write_text(make_page(), encoding="utf-8")
    read = read_pages([cut, large, other, pack(tmp_path / "empty.zip"), page])
    assert [practice.art for practice in read.practices] == [6]
    expected = ["archive", "large_archive", "packed_pages", "archive"]
    assert [fault.rule for fault in read.faults] == expected
    words = [str(fault) for fault in read.faults]
    assert ["and name the folder" in each for each in words] == [False, True, True, False]
    assert [words[0].count("unpacked"), words[3].count("no page")] == [1, 1]
