"""`mapa-praktyk data`: a file of one's own is added, listed, shown on 'O danych', and removed."""

import pytest

from dashboard.cli import main
from dashboard.explore.figures.added import added_figures
from dashboard.locale import texts_in
from dashboard.views.about import about_html
from geocoding.communes import CommuneKind, load_communes

DIGITS = {CommuneKind.URBAN: "1", CommuneKind.RURAL: "2", CommuneKind.MIXED: "3"}


@pytest.fixture
def register(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    lines = ["WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA"]
    for each in load_communes().rows:
        code = f"{each.teryt[:2]};{each.teryt[2:4]};{each.teryt[4:]}"
        lines.append(f"{code};{DIGITS[each.kind]};{each.name};gmina;2026-01-01")
    path = tmp_path / "rejestr.txt"
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.fixture
def run(capsys):
    def run_data(*arguments):
        with pytest.raises(SystemExit) as exit_:
            main(["data", *map(str, arguments)])
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out, captured.err

    return run_data


def test_a_file_is_added_listed_shown_and_removed(run, register):
    code, output, _ = run("add", register)
    assert (code, "terc: 2,478 records" in output.replace("\N{NO-BREAK SPACE}", ",")) == (0, True)
    assert run("list")[1].startswith("terc\t2026-01-01\t2478\trejestr.txt\t")
    page = about_html(texts_in("pl"))
    assert "rejestr.txt" in page
    assert "Rejestr jednostek podziału terytorialnego (TERC)" in page
    assert run("remove", "terc")[0] == 0
    assert "nothing was added" in run("list")[1]
    assert "rejestr.txt" not in about_html(texts_in("pl"))


def test_communes_that_do_not_match_are_named(run, register):
    text = register.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("32;03;04")]
    register.write_text("\n".join([*lines, "12;07;13;2;Nowa;gmina;2026-01-01"]), "utf-8")
    _, output, _ = run("add", register)
    assert "knows nothing else" in output
    assert "120713" in output
    assert "320304" in output


def test_a_file_of_no_known_kind_is_told(run, register):
    register.write_text("a;b\n1;2", "utf-8")
    code, _, errors = run("add", register)
    assert code == 2
    assert "none of the files that can be added" in errors


@pytest.fixture
def figures(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(tmp_path))
    path = tmp_path / "dane.csv"
    path.write_text(
        'Kod;Nazwa;"żłobki;2022;[szt.]";"żłobki;2023;[szt.]";"dzieci;2023;[osoba]"\n'
        "0000000;POLSKA;9;9;9\n201011;Bolesławiec (1);1;2;30\n1201011;Bochnia (1);3;4;50\n"
        "1299011;Dawna;5;6;70\n",
        "utf-8",
    )
    return path


ABOUT = ("--name", "Żłobki", "--source", "GUS, BDL")


def test_a_figure_is_added_listed_shown_and_removed(run, figures):
    code, output, _ = run("add", figures, *ABOUT, "--column", "żłobki", "--kind", "count")
    assert code == 0
    assert "figure-zlobki-2023: column “żłobki;2023;[szt.]”, 2 units of 4 rows" in output
    for row, rule in ((2, "whole country"), (3, "lost the zero"), (5, "no unit with this code")):
        assert any(f"row {row}," in line and rule in line for line in output.splitlines())
    (figure,) = added_figures()
    assert (figure.by_code, figure.caption.unit) == ({"020101": 2, "120101": 4}, "szt.")
    assert run("list")[1].startswith("figure-zlobki-2023\t2023-12-31\t2\tdane.csv\t")
    page = about_html(texts_in("pl"))
    assert "Żłobki, szt., 2023" in page
    assert "GUS, BDL" in page
    assert run("remove", "figure-zlobki-2023")[0] == 0
    assert added_figures() == ()


def test_figures_of_other_names_and_years_stand_beside_each_other(run, figures):
    for year in ("2022", "2023"):
        run("add", figures, *ABOUT, "--column", "żłobki", "--year", year)
    run("add", figures, *ABOUT, "--column", "dzieci")
    assert [figure.key for figure in added_figures()] == ["zlobki-2022", "zlobki-2023"]
    assert added_figures()[1].by_code["120101"] == 50, "the last of one name and year counts"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(ABOUT, "żłobki;2023;[szt.]; dzieci;2023;[osoba]", id="several-columns"),
        pytest.param((*ABOUT, "--column", "x"), "no such column", id="no-such-column"),
        pytest.param((*ABOUT, "--column", "dzieci", "--year", "2020"), "no such column", id="year"),
        pytest.param(("--column", "dzieci"), "--name, --source", id="no-name"),
    ],
)
def test_what_is_not_said_of_a_figure_is_asked_for(run, figures, options, told):
    code, _, errors = run("add", figures, *options)
    assert code == 2
    assert told in errors
    assert added_figures() == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("a;b\n1;2", "holds no table of figures", id="no-units"),
        pytest.param("kod;n\n1299011;1\n1201;-", "no number of a known unit", id="no-numbers"),
        pytest.param("", "is empty", id="empty"),
    ],
)
def test_a_file_without_a_figure_is_refused_and_changes_nothing(run, figures, content, told):
    run("add", figures, *ABOUT, "--column", "dzieci")
    figures.write_text(content, "utf-8")
    code, _, errors = run("add", figures, *ABOUT, "--unit", "x")
    assert code == 2
    assert told in errors
    assert [figure.key for figure in added_figures()] == ["zlobki-2023"]
