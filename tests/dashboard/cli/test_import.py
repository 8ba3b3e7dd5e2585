import re
import shutil
import zipfile
from collections.abc import Callable
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pandas as pd
import pytest

from dashboard.cli import main
from dashboard.practices import load_practices
from dashboard.practices.edits import Signature
from dashboard.practices.value_types import FIRST_PROVISIONAL
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE
from geocoding.overrides import Override

pytestmark = pytest.mark.slow

ADDRESS = "https://archiwum.dobrepraktyki.pl/index.php?p1=1&p2=1"
THREE_TABS = ".: \xa0 Skrót i Metryka -> Pełna prezentacja -> Załączniki \xa0 :."


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """A function that runs the command and gives its exit code, output and error output."""

    def run_command(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as exit_:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out, captured.err

    return run_command


@pytest.fixture
def shipped(repository: Path) -> Path:
    """The table that ships with the dashboard."""
    return repository / "data" / "practices.csv"


@pytest.fixture
def page(repository: Path, tmp_path: Path) -> Path:
    """A copy of the real page of article 150."""
    return Path(shutil.copy(repository / "data" / "pages" / "150.txt", tmp_path))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Where a new store goes."""
    return tmp_path / "store.sqlite"


def load(table: Path) -> pd.DataFrame:
    """The practices in a store."""
    return open_store(str(table)).load()


def test_shipped_row_is_what_the_import_gives(
    run: Callable[..., tuple[int, str, str]], shipped: Path, repository: Path, table: Path
) -> None:
    practices = load_practices(shipped)
    open_store(str(table)).save(practices[practices["art"] != 150])
    code, output, errors = run("import", repository / "data" / "pages", "--output", table)
    assert (code, errors) == (0, "")
    assert "1 of 1 page read: 1 added, 0 updated, 0 unchanged" in output
    pd.testing.assert_frame_equal(load(table), practices)


def test_a_table_of_its_own(
    run: Callable[..., tuple[int, str, str]], page: Path, table: Path
) -> None:
    assert run("import", page, "--output", table)[0] == 0
    practices = load(table)
    assert practices["art"].tolist() == [150]
    assert practices.loc[0, "population"] == 30_000


def test_importing_twice_changes_nothing(
    run: Callable[..., tuple[int, str, str]], page: Path, table: Path
) -> None:
    run("import", page, "--output", table)
    before = open_store(str(table)).version()
    code, output, _ = run("import", page, "--output", table)
    assert code == 0
    assert "0 added, 0 updated, 1 unchanged" in output
    assert open_store(str(table)).version() == before


def test_a_changed_page_updates_its_row_only(
    run: Callable[..., tuple[int, str, str]], page: Path, table: Path, shipped: Path
) -> None:
    open_store(str(table)).save(load_practices(shipped))
    text = page.read_text(encoding="utf-8")
    text = text.replace("30.000", "29,5 tys.").replace(" e@mail: promocja@um.bochnia.pl\n", "")
    page.write_text(text.replace("\xa0e@mail: promocja@um.bochnia.pl\n", ""), encoding="utf-8")
    _, output, _ = run("import", page, "--output", table)
    assert "0 added, 1 updated, 0 unchanged" in output
    before, after = (each.set_index("art") for each in (load_practices(shipped), load(table)))
    assert after.loc[150, ["population", "emails"]].tolist() == [29_500, ""]
    pd.testing.assert_frame_equal(after.drop(index=150), before.drop(index=150))


def test_what_only_the_table_knows_is_kept(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    shipped: Path,
    make_page: Callable[..., str],
) -> None:
    open_store(str(table)).save(load_practices(shipped))
    heading = " Współpraca między JST : Praktyki"
    for fields in (["Powiat: krakowski", "tel. 12 1"], ["Powiat: krakowski"], []):
        page = make_page(heading=heading, fields=fields)
        (tmp_path / "596.txt").write_text(page, encoding="utf-8")
        run("import", tmp_path / "596.txt", "--output", table)
    row = load(table).set_index("art").loc[596]
    assert row["places"] == "Czernichów; Liszki; Mogilany; Skawina; Świątniki Górne"
    assert row["voivodeship"] == "małopolskie"
    assert row["url"] == "https://archiwum.dobrepraktyki.pl/index.php?p1=6&p2=20&art=596"
    assert row["title"] == "Biblioteka w każdej wsi"
    assert row["phones"] == ""


def test_bad_pages_are_reported_and_the_others_imported(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    make_page: Callable[..., str],
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    second_tab = make_page().replace("Metryka praktyki", "Opis")
    (folder / "5.txt").write_text(make_page(), encoding="utf-8")
    (folder / "6.txt").write_text(second_tab, encoding="utf-8")
    (folder / "copy-5.txt").write_text(make_page(), encoding="utf-8")
    (folder / "page.txt").write_text(make_page(), encoding="utf-8")
    (folder / "notes.doc").touch()
    code, output, errors = run("import", folder, tmp_path / "none", "--output", table)
    line = second_tab.split("\n").index(THREE_TABS) + 1
    assert code == 1
    assert load(table)["art"].tolist() == [5]
    none, sixth, copy = errors.splitlines()
    assert none == f"{tmp_path / 'none'}: expected a file or a folder that exists"
    assert sixth.startswith(
        f"{folder / '6.txt'}:{line}: expected 'Metryka praktyki' under the tabs"
    )
    assert copy.startswith(f"{folder / 'copy-5.txt'}: expected each practice in one file")
    assert copy.endswith(f"article 5 was read from {folder / '5.txt'} already")
    assert f"{folder / 'notes.doc'}: passed over" in output
    assert "page.txt: no article number; by section and title it is 5" in output
    assert "2 of 4 pages read: 1 added" in output


def test_a_zip_archive_is_read_where_it_is_named(
    run: Callable[..., tuple[int, str, str]], page: Path, tmp_path: Path, table: Path
) -> None:
    archive = tmp_path / "saved" / "pages.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(page, page.name)
    code, output, errors = run("import", archive, "--output", table)
    assert (code, errors) == (0, "")
    assert "1 of 1 page read: 1 added" in output
    code, output, errors = run("import", archive.parent, "--output", table)
    assert code == 1
    assert f"{archive}: passed over, an archive in a folder; name it by itself" in output
    assert errors.startswith(f"{archive.parent}: expected pages in this folder")


def test_pages_in_any_encoding_beside_files_that_are_none(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    make_page: Callable[..., str],
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    whole = make_page(title="Żłobek w Łodzi")
    for number, encoding in enumerate(("utf-8", "cp1250", "utf-16", "utf-16-be"), start=1):
        (folder / f"{number}.txt").write_bytes(whole.encode(encoding))
    (folder / "5.txt").write_bytes(whole.encode() + "żółć".encode("cp1250"))
    (folder / "6.txt").symlink_to(folder / "none.txt")
    for name, content in {"7.txt": b"", "8.txt": bytes(range(256)) * 99}.items():
        (folder / name).write_bytes(content)
    (folder / "9.txt").write_bytes(whole.encode()[:200])
    with (folder / "10.txt").open("wb") as file:
        file.write(whole.encode())
        file.truncate(200 * 2**20)
    (folder / "again").symlink_to(folder)

    code, output, errors = run("import", folder, "--output", table)

    practices = load(table)
    assert code == 1
    assert practices["art"].tolist() == [1, 2, 3, 4, 5]
    assert set(practices["title"]) == {"Żłobek w Łodzi"}
    assert "5 of 10 pages read" in output
    assert sorted(Path(line.split(":")[0]).name for line in errors.splitlines()) == [
        *("10.txt", "6.txt", "7.txt", "8.txt", "9.txt"),
    ]


def test_values_that_cannot_be_typed_are_told(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    make_page: Callable[..., str],
) -> None:
    page = tmp_path / "5.txt"
    fields = ["Liczba mieszkańców: dużo", "e@mail: sekretariat"]
    page.write_text(make_page(fields=fields), encoding="utf-8")
    code, output, _ = run("import", page, "--output", table)
    assert code == 0
    assert "5.txt: Liczba mieszkańców 'dużo': expected a number of inhabitants" in output
    assert (
        "5.txt: e@mail: expected e-mail addresses separated by semicolons; kept as text" in output
    )
    assert "sekretariat" not in output


def test_without_output_the_table_in_use_is_written(
    run: Callable[..., tuple[int, str, str]],
    page: Path,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(table))
    assert run("import", page)[0] == 0
    assert load(table)["art"].tolist() == [150]


def test_a_table_file_is_left_alone(
    run: Callable[..., tuple[int, str, str]], page: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("art,section,title\n1,Kultura,Tytuł\n", encoding="utf-8")
    before = table.read_bytes()
    code, _, errors = run("import", page, "--output", table)
    assert code == 2
    assert f"mapa-praktyk import {table} --output {table.with_suffix('.sqlite')}" in errors
    assert table.read_bytes() == before


def test_a_table_goes_into_a_store_with_the_corrections_beside_it(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, table: Path, page: Path
) -> None:
    run("import", page, "--output", table)
    mine = tmp_path / "mine.csv"
    mine.write_text("art,section,title\n7,Kultura,Muzeum\n150,Inne,Inny\n", encoding="utf-8")
    mine.with_name("overrides.csv").write_text(
        "id,address,lat,lon,precision,reason,date\n7,,50.05,18.7,building,muzeum,2026-01-02\n",
        encoding="utf-8",
    )
    for added, updated in ((1, 1), (0, 0)):
        code, output, errors = run("import", mine, "--output", table)
        assert (code, errors) == (0, "")
        assert f"2 practices read: {added} added, {updated} updated" in output
    assert load(table)["title"].tolist() == ["Muzeum", "Inny"]
    assert [each.id for each in open_store(str(table)).corrections()] == ["7"]


def test_a_table_at_fault_changes_nothing(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, table: Path, page: Path
) -> None:
    run("import", page, "--output", table)
    mine = tmp_path / "mine.csv"
    mine.write_text("art,section,title\n0,Kultura,Tytuł\n", encoding="utf-8")
    code, _, errors = run("import", mine, "--output", table)
    assert code == 2
    assert "row 2, column art: '0' - expected an article number" in errors
    assert load(table)["art"].tolist() == [150]


def test_a_store_that_cannot_be_made(
    run: Callable[..., tuple[int, str, str]], page: Path, tmp_path: Path
) -> None:
    code, _, errors = run("import", page, "--output", tmp_path / "none" / "store.sqlite")
    assert code == 2
    assert "is there such a folder" in errors


def test_import_needs_a_path(run: Callable[..., tuple[int, str, str]]) -> None:
    code, _, errors = run("import")
    assert code == 2
    assert "PATH" in errors


def test_a_page_that_breaks_the_parser_is_named_and_the_others_are_imported(
    run: Callable[..., tuple[int, str, str]], page: Path, table: Path
) -> None:
    broken = page.parent / "151.html"
    broken.write_text(f"<html><body>&#{'9' * 5000};", encoding="utf-8")
    code, output, errors = run("import", page.parent, "--output", table)
    assert code == 1
    assert errors.startswith(f"{broken}: expected an HTML page that a browser saved")
    assert "1 of 2 pages read: 1 added" in output
    assert load(table)["art"].tolist() == [150]


def test_a_page_without_a_number_is_the_practice_of_its_section_and_title(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    make_page: Callable[..., str],
) -> None:
    (tmp_path / "7.txt").write_text(make_page(title="Świetlica w szkole"), encoding="utf-8")
    nameless = tmp_path / "000_8805c1f4ba56b474.txt"
    nameless.write_text(make_page(title="ŚWIETLICA  w szkole"), encoding="utf-8")
    run("import", tmp_path / "7.txt", "--output", table)
    code, output, errors = run("import", nameless, "--output", table)
    assert (code, errors) == (0, "")
    assert f"{nameless.name}: no article number; by section and title it is 7" in output
    assert load(table)["art"].tolist() == [7]
    assert len(open_store(str(table)).pages(7)) == 2


def test_a_provisional_number_goes_once_the_real_one_is_known(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    make_page: Callable[..., str],
) -> None:
    for name, title in (("a.txt", "Pierwsza"), ("b.txt", "Druga")):
        (tmp_path / name).write_text(make_page(title=title), encoding="utf-8")
    code, output, _ = run("import", tmp_path / "a.txt", tmp_path / "b.txt", "--output", table)
    assert code == 0
    first, second = (
        int(match) for match in re.findall(r"provisional number (\d{10}) until", output)
    )
    assert sorted([first, second]) == load(table)["art"].tolist()
    assert run("import", tmp_path / "a.txt", "--output", table)[1].count("1 unchanged") == 1
    store = open_store(str(table))
    store.edit_field(first, "population", "777", Signature(reason="x"))
    position = {"lat": 50, "lon": 20, "precision": "building", "reason": "x", "date": "2026-01-02"}
    point = Override.model_validate({"id": f"{first}", **position})
    store.change_corrections(lambda ones: [*ones, point])
    (tmp_path / "12.txt").write_text(make_page(title="Pierwsza"), encoding="utf-8")
    code, output, _ = run("import", tmp_path / "12.txt", "--output", table)
    assert f"the provisional number {first} is 12 from now on" in output
    practices = load(table).set_index("art")
    assert practices.index.tolist() == [12, second]
    assert practices.loc[12, "population"] == 777
    assert [each.id for each in store.corrections()] == ["12"]
    assert len(store.pages(12)) == 1


def test_a_page_that_a_browser_saved_in_one_file(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    make_page: Callable[..., str],
) -> None:
    html = "".join(f"<p>{line}</p>\n" for line in make_page(title="Żłobek").split("\n"))
    message = MIMEMultipart("related")
    part = MIMEText(f"<!doctype html><html><body>{html}</body></html>", "html", "utf-8")
    part["Content-Location"] = "https://dobrepraktyki.pl/index.php?p1=3&p2=7&art=41"
    message.attach(part)
    picture = MIMEImage(b"GIF89a" + bytes(3_000_000), "gif")
    message.attach(picture)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "page.mhtml").write_bytes(
        b"From: <Saved by Blink>\r\n" + message.as_bytes()
    )
    code, output, errors = run("import", tmp_path / "saved", "--output", table)
    assert (code, errors) == (0, "")
    assert "1 of 1 page read: 1 added" in output
    assert load(table)[["art", "title"]].to_numpy().tolist() == [[41, "Żłobek"]]


def test_a_mirrored_site_is_read_without_a_fault(
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    table: Path,
    make_page: Callable[..., str],
) -> None:
    site = tmp_path / "mirror" / "dobrepraktyki.pl"
    site.mkdir(parents=True)
    for number in range(1, 31):
        name = f"index.php?p1=3&p2=7&art={number}"
        (site / name).write_text(make_page(title=f"Praktyka {number}"), encoding="utf-8")
        for tab in (2, 3):
            (site / f"{name}&s={tab}").write_text("Pełna prezentacja", encoding="utf-8")
            (site / f"{name}&s={tab}.html").write_text("<p>Załączniki", encoding="utf-8")
    for name in ("robots.txt", "index.php", "index.php?p1=3", "index.php?p1=3&p2=7.html"):
        (site / name).write_text("<p>menu", encoding="utf-8")
    code, output, errors = run("import", site.parent, "--output", table)
    assert (code, errors) == (0, "")
    assert "124 further tabs and other pages of the site passed over" in output
    assert "30 of 30 pages read: 30 added" in output
    assert len(output.splitlines()) == 3
    saved = make_page(title="Zapisana ręcznie", banner=[f"{ADDRESS}&art=77"])
    (site / "index.php.html").write_text(saved, encoding="utf-8")
    assert "31 of 31 pages read: 1 added" in run("import", site.parent, "--output", table)[1]
    assert 77 in load(table)["art"].tolist()
    (site / "index.php?p1=3&p2=7&art=9").unlink()
    code, _, errors = run("import", site.parent, "--output", table)
    assert code == 1
    assert "expected the first tab of article 9, too; only a further one is here" in errors


@pytest.mark.parametrize("address", ["https://dobrepraktyki.pl/praktyka/150", "http://x.pl"])
def test_a_web_address_is_told_what_to_do(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, address: str
) -> None:
    target = tmp_path / "none.sqlite"
    code, output, errors = run("import", address, "--output", target)
    assert code == 1
    assert "nothing is fetched: save the page in a browser (Ctrl+S) or mirror" in errors
    assert "nothing was read or written" in output
    assert not target.exists()


def test_rows_without_numbers_replace_no_practice(
    run: Callable[..., tuple[int, str, str]], shipped: Path, tmp_path: Path, table: Path
) -> None:
    open_store(str(table)).save(load_practices(shipped).assign(art=range(1, 12)))
    file = tmp_path / "praktyki.csv"
    file.write_text("Nazwa praktyki;Opis;Gmina\nA;x;Liszki\nB;y;Liszki\n", encoding="utf-8")
    before = load(table)
    code, output, errors = run("import", file, "--output", table)
    assert (code, errors) == (0, "")
    assert "2 practices read: 2 added, 0 updated, 0 unchanged" in output
    assert "no column of numbers" in output
    after = load(table)
    pd.testing.assert_frame_equal(after.head(11), before)
    assert after["title"].tolist()[11:] in (["A", "B"], ["B", "A"])
    assert (after["art"][11:] >= FIRST_PROVISIONAL).all()
    _, output, _ = run("import", file, "--output", table)
    assert "2 practices read: 0 added, 0 updated, 2 unchanged" in output
