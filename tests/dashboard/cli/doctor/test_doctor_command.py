import json
from itertools import chain
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.cli.doctor.finding import ok, problem, warning
from dashboard.cli.doctor.report import as_json, as_table, without_secrets

pytestmark = [pytest.mark.slow, pytest.mark.measured]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "postgresql://me:hush@db.example.org/praktyki is closed",
            "postgresql://me:***@db.example.org/praktyki is closed",
            id="password of a database",
        ),
        pytest.param("http://a:p@ss/w:d@host/", "http://a:***@host/", id="awkward password"),
        pytest.param("x?user=me&password=hush&y=1", "x?user=me&password=***&y=1", id="parameter"),
        pytest.param("http://host:8080/a", "http://host:8080/a", id="no password"),
    ],
)
def test_passwords_are_masked(text: str, expected: str) -> None:
    assert without_secrets(text) == expected
    finding = problem("table", found=text, remedy=text)
    assert expected in as_table([finding])
    assert json.loads(as_json([finding], version="1"))["findings"][0]["remedy"] == expected


def test_the_table_says_what_to_do_under_what_is_wrong() -> None:
    findings = [
        ok("port", found="8501 is free"),
        warning("disk", found="100 MiB free", remedy="make room"),
        problem("a table", found="none", remedy="import one"),
    ]
    assert as_table(findings).splitlines() == [
        "ok       port     8501 is free",
        "warning  disk     100 MiB free",
        "                  -> make room",
        "problem  a table  none",
        "                  -> import one",
        "",
        "ok: 1, warning: 1, problem: 1",
    ]


def test_a_machine_on_which_all_is_well(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAPA_PRAKTYK_CACHE", str(tmp_path / "answers"))
    with pytest.raises(SystemExit, match="0"):
        main(["doctor", "--json"])
    report = json.loads(capsys.readouterr().out)
    assert report["problem"] == 0
    assert {each["check"] for each in report["findings"]} >= {
        "Python",
        "answers' folder",
        "base path",
        "browser files",
        "data files",
        "disk",
        "extra dask",
        "extra login",
        "extra postgresql",
        "fonts",
        "gazetteer",
        "host names",
        "login",
        "map scripts",
        "online geocoder",
        "packages",
        "port",
        "prepared folder",
        "settings",
        "table",
        "store's folder",
        "terminal",
    }


def test_a_problem_is_told_and_makes_the_exit_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAPA_PRAKTYK_GEOCODER", "nominatim")
    with pytest.raises(SystemExit, match="1"):
        main(["doctor", "--data", str(tmp_path / "none.csv"), "--base-path", "a b"])
    problems = [
        line.split()[1]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("problem ")
    ]
    assert problems == ["settings", "table", "base"]


def test_the_options_of_the_dashboard_are_known(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    login = tmp_path / "login.toml"
    login.write_text('[auth]\nredirect_uri = "https://mapa.example.org/praktyki/oauth2callback"\n')
    options = {"--login": login, "--editors": "anna@example.org", "--base-path": "praktyki"}
    with pytest.raises(SystemExit, match="1"):
        main(["doctor", "--edit", "--json", *map(str, chain.from_iterable(options.items()))])
    findings = {each["check"]: each for each in json.loads(capsys.readouterr().out)["findings"]}
    assert "cookie_secret" in findings["login"]["found"]
    assert findings["host names"]["grade"] == "ok"
    assert "mapa.example.org" in findings["host names"]["found"]


def test_a_login_that_leads_past_the_base_path_is_a_problem(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    described = {
        "redirect_uri": "https://mapa.example.org/oauth2callback",
        "cookie_secret": "hush" * 8,
        "client_id": "mapa",
        "client_secret": "hush",
        "server_metadata_url": "http://127.0.0.1:1/.well-known/openid-configuration",
    }
    login = tmp_path / "login.toml"
    login.write_text("[auth]\n" + "".join(f'{x} = "{y}"\n' for x, y in described.items()))
    options = ["--login", str(login), "--editors", "anna@example.org", "--base-path", "praktyki"]
    with pytest.raises(SystemExit, match="1"):
        main(["doctor", "--edit", "--json", *options])
    findings = {each["check"]: each for each in json.loads(capsys.readouterr().out)["findings"]}
    assert findings["login"]["grade"] == "problem"
    assert "/praktyki/oauth2callback" in findings["login"]["remedy"]


def test_a_database_that_does_not_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match="1"):
        main(["doctor", "--data", "postgresql://me:hush@127.0.0.1:1/praktyki"])
    said = capsys.readouterr().out
    assert "PostgreSQL database praktyki at 127.0.0.1:1" in said
    assert "hush" not in said
