import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli.doctor import terminal, variables
from dashboard.cli.doctor.environment import check_environment, check_packages, check_python
from dashboard.cli.doctor.finding import Grade
from dashboard.cli.doctor.login import check_logging_in
from dashboard.rate_limits import rate_limits

Installer = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path) -> Installer:
    """Puts a package's metadata into the folder of packages."""

    def put(name: str, version: str, *needs: str) -> None:
        folder = tmp_path / f"{name}-{version}.dist-info"
        folder.mkdir()
        lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {x}" for x in needs)]
        (folder / "METADATA").write_text("\n".join(["Metadata-Version: 2.4", *lines, ""]))

    return put


@pytest.mark.parametrize(
    ("running", "grade"),
    [
        pytest.param("3.11.7", Grade.OK, id="oldest"),
        pytest.param("3.14.0rc1", Grade.OK, id="candidate"),
        pytest.param("3.10.14", Grade.PROBLEM, id="too old"),
    ],
)
def test_python(running: str, grade: Grade) -> None:
    finding = check_python(">=3.11", running=running)
    assert finding.grade is grade
    assert running in finding.found
    assert bool(finding.remedy) == (grade is Grade.PROBLEM)


def test_packages_that_fit_are_counted_once(install: Installer, tmp_path: Path) -> None:
    install("ours", "1.0", "one>=2", "two", "gone; python_version < '3'", "extra; extra == 'more'")
    install("one", "2.1", "Two>=1")
    install("two", "1.0", "one")
    (finding,) = check_packages("ours", extras=(), path=[str(tmp_path)])
    assert (finding.grade, finding.found.split()[0]) == (Grade.OK, "3")


@pytest.mark.parametrize(
    ("extras", "expected"),
    [
        pytest.param((), {"old is 1.0, <3,>=2 is needed", "deep is missing"}, id="no extra"),
        pytest.param(
            ("more",),
            {"old is 1.0, <3,>=2 is needed", "deep is missing", "driver is missing"},
            id="extra in use",
        ),
    ],
)
def test_packages_that_do_not_fit_are_named(
    install: Installer, tmp_path: Path, extras: tuple[str, ...], expected: set[str]
) -> None:
    install("ours", "1.0", "old>=2,<3", "well", "driver[binary]>=3; extra == 'more'")
    install("old", "1.0")
    install("well", "1.0", "deep==1.*")
    findings = check_packages("ours", extras=extras, path=[str(tmp_path)])
    assert {each.found for each in findings} == expected
    assert all(each.grade is Grade.PROBLEM for each in findings)
    assert any(each.remedy.endswith(' -m pip install "deep==1.*"') for each in findings)
    assert all(sys.executable in each.remedy for each in findings)


def test_a_program_that_is_not_installed_is_not_looked_for_in_an_index() -> None:
    (finding,) = check_environment("made-up-program")
    assert finding.grade is Grade.PROBLEM
    assert "pip install" not in finding.remedy


def test_a_login_without_its_packages_is_told_with_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "authlib", None)
    path = tmp_path / "login.toml"
    path.write_text("[auth]\n" + "".join(f'{x} = "{y}"\n' for x, y in DESCRIBED.items()))
    finding = check_logging_in(path, "anna@example.org", is_editing=True, base_path="")
    assert finding.grade is Grade.PROBLEM
    assert "extra 'login'" in finding.found
    assert f'{sys.executable} -m pip install "authlib<2,>=1.7.1"' in finding.remedy


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        pytest.param("MAPA_PRAKTYK_PREPARD", "MAPA_PRAKTYK_PREPARED", id="misspelt"),
        pytest.param("MAPA_PRAKTYK_SERWER", "MAPA_PRAKTYK_SERVER", id="Polish"),
        pytest.param("mapa_praktyk_dat", "MAPA_PRAKTYK_DATA", id="small letters"),
    ],
)
def test_unknown_variables_are_named_with_the_nearest(name: str, nearest: str) -> None:
    (finding,) = variables.check_variables({name: "hush", "PATH": "x", "MAPA_PRAKTYK_DATA": "y"})
    assert finding.grade is Grade.WARNING
    assert name in finding.found
    assert nearest in finding.remedy
    assert "hush" not in finding.found + finding.remedy


def test_known_variables_are_listed_without_values() -> None:
    (finding,) = variables.check_variables({"MAPA_PRAKTYK_DATA": "postgresql://u:hush@h/d"})
    assert finding.grade is Grade.OK
    assert finding.found.endswith("MAPA_PRAKTYK_DATA")


def test_every_variable_in_the_code_is_known(repository: Path) -> None:
    named = {
        word.strip("\"'")
        for package in ("dashboard", "geocoding")
        for path in (repository / package).rglob("*.py")
        for word in path.read_text(encoding="utf-8").split()
        if word.strip("\"'").startswith(variables.PREFIX) and word[0] in "\"'"
    }
    assert named - {variables.PREFIX} <= variables.KNOWN


def test_impossible_settings_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert variables.read_settings()[1] == []
    monkeypatch.setenv("MAPA_PRAKTYK_WORKERS", "many")
    settings, (finding,) = variables.read_settings()
    assert settings is None
    assert finding.grade is Grade.PROBLEM
    assert "MAPA_PRAKTYK_WORKERS" in finding.found


def test_impossible_rate_limits_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPA_PRAKTYK_UPLOADS_MIB", "0")
    rate_limits.cache_clear()
    (finding,) = variables.check_rate_limits()
    assert finding.grade is Grade.PROBLEM
    assert "MAPA_PRAKTYK_UPLOADS_MIB" in finding.found
    monkeypatch.delenv("MAPA_PRAKTYK_UPLOADS_MIB")
    rate_limits.cache_clear()
    assert variables.check_rate_limits() == []


DESCRIBED = {
    "redirect_uri": "http://127.0.0.1:8501/oauth2callback",
    "cookie_secret": "hush" * 10,
    "client_id": "mapa",
    "client_secret": "hush",
    "server_metadata_url": "http://127.0.0.1:1/.well-known/openid-configuration",
}


@pytest.mark.parametrize(
    ("given", "editors", "edit", "told"),
    [
        pytest.param(DESCRIBED, "anna@example.org", "--edit", "", id="well"),
        pytest.param(None, "", "", "", id="not asked for"),
        pytest.param(None, "anna@example.org", "--edit", "need each other", id="no provider"),
        pytest.param(DESCRIBED, "anna@example.org", "", "for saving", id="nothing is saved"),
        pytest.param(
            {"client_secret": "hush"}, "anna@example.org", "--edit", "client_id", id="parts missing"
        ),
        pytest.param(DESCRIBED, "anna@example.org, Anna", "--edit", "no e-mail", id="no address"),
    ],
)
def test_logging_in_is_checked_and_nobody_named(
    given: dict[str, str] | None,
    editors: str,
    edit: str,
    told: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / "login.toml"
    path.write_text("[auth]\n" + "".join(f'{x} = "{y}"\n' for x, y in (given or {}).items()))
    finding = check_logging_in(
        path if given else None, editors, is_editing=bool(edit), base_path=""
    )
    assert finding.grade is (Grade.PROBLEM if told else Grade.OK)
    assert told in finding.found
    assert not {"hush", "anna", "Anna"} & set(finding.found.replace("@", " ").split())


@pytest.mark.parametrize(
    ("trusts_email", "told"),
    [(False, "where the provider states email_verified"), (True, "(--trust-email)")],
)
def test_which_addresses_count_is_told(tmp_path: Path, trusts_email: bool, told: str) -> None:  # noqa: FBT001
    path = tmp_path / "login.toml"
    path.write_text("[auth]\n" + "".join(f'{x} = "{y}"\n' for x, y in DESCRIBED.items()))
    finding = check_logging_in(
        path, "anna@example.org", is_editing=True, base_path="", trusts_email=trusts_email
    )
    assert finding.grade is Grade.OK
    assert told in finding.found


def test_trust_without_a_login_is_told() -> None:
    finding = check_logging_in(None, None, is_editing=True, base_path="", trusts_email=True)
    assert finding.grade is Grade.PROBLEM
    assert "--login" in finding.remedy


@pytest.mark.parametrize(
    ("path", "base_path", "awaited"),
    [
        pytest.param("/praktyki/oauth2callback", "praktyki", "", id="base path"),
        pytest.param("/a/b/oauth2callback", "/a/b/", "", id="base path with strokes"),
        pytest.param("/oauth2callback", "/", "", id="none"),
        pytest.param("/oauth2callback", "praktyki", "/praktyki/oauth2callback", id="left out"),
        pytest.param("/praktyki/oauth2callback", "", "/oauth2callback", id="too much"),
        pytest.param("/a/praktyki/oauth2callback", "praktyki", "/praktyki/oauth2c", id="before it"),
        pytest.param("/Praktyki/oauth2callback", "praktyki", "/praktyki/oauth2callback", id="case"),
        pytest.param("/?/praktyki/oauth2callback", "praktyki", "/praktyki/oauth2", id="query"),
    ],
)
def test_people_are_sent_back_to_where_the_dashboard_awaits_them(
    path: str, base_path: str, awaited: str, tmp_path: Path
) -> None:
    described = DESCRIBED | {"redirect_uri": f"https://mapa.example.org{path}"}
    login = tmp_path / "login.toml"
    login.write_text("[auth]\n" + "".join(f'{x} = "{y}"\n' for x, y in described.items()))
    finding = check_logging_in(login, "anna@example.org", is_editing=True, base_path=base_path)
    assert finding.grade is (Grade.PROBLEM if awaited else Grade.OK)
    assert awaited in finding.remedy
    assert bool(awaited) == (str(login) in finding.found)
    assert bool(awaited) == ("--base-path" in finding.remedy)


@pytest.mark.parametrize(
    ("output", "files", "warned"),
    [
        pytest.param("utf-8", "utf-8", [], id="utf-8"),
        pytest.param("cp1250", "utf-8", [], id="Central European"),
        pytest.param("ascii", "utf-8", ["terminal"], id="plain terminal"),
        pytest.param("cp437", "iso-8859-1", ["terminal", "locale"], id="both"),
        pytest.param("no-such", "utf-8", ["terminal"], id="unknown"),
    ],
)
def test_encodings(output: str, files: str, warned: list[str]) -> None:
    findings = terminal.check_encodings(output, files)
    assert [each.check for each in findings if each.grade is Grade.WARNING] == warned
    assert all(bool(each.remedy) == (each.grade is not Grade.OK) for each in findings)
