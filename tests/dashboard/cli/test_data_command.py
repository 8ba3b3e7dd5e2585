"""`mapa-praktyk data`: a file of one's own is added, listed, shown on 'O danych', and removed."""

import pytest

from dashboard.cli import main
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
