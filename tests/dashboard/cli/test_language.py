"""The commands speak Polish or English, by the locale or by MAPA_PRAKTYK_LANG."""

import re

import pytest

from dashboard.cli import main
from geocoding.batch.cli import main as geocoding_main
from geocoding.batch.command import PHRASES, translated
from geocoding.locale import LANGUAGE_VARIABLE, command_language, message

COMMANDS = (
    *("import", "geocode", "demo", "export", "edit", "history", "undo"),
    *("backup", "restore", "migrate", "doctor"),
)
ENGLISH = re.compile(
    r"\b(?:the|and|of|that|which|with|where|from|this|these|only|what|usage|options?|show|exit|"
    r"file|folder to|default|required|store|words|practices? of|NAME|TEXT|NUMBER|PATH|FILE|STORE)\b"
)
OURS_IN_ENGLISH = re.compile(
    r"--[\w-]+|`[^`]*`|\w+://\S+|<[\w|]+>|\[tool\.[\w-]+\]|column 'error'|'error'"
)
"""Names of options, commands and values, which are the same in every language."""


@pytest.fixture
def run(monkeypatch, capsys):
    """A function that runs a command in a language: exit code, output, errors."""

    def call(language, *arguments, command=main):
        monkeypatch.setenv(LANGUAGE_VARIABLE, language)
        with pytest.raises(SystemExit) as end:
            command([*arguments])
        captured = capsys.readouterr()
        return end.value.code or 0, captured.out, captured.err

    return call


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        pytest.param({}, "en", id="nothing is set"),
        pytest.param({"LANG": "pl_PL.UTF-8"}, "pl", id="a Polish locale"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "en", id="another locale"),
        pytest.param({"LANG": "C.UTF-8"}, "en", id="no locale"),
        pytest.param({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "pl_PL"}, "pl", id="messages first"),
        pytest.param({"LC_MESSAGES": "pl_PL", "LC_ALL": "C"}, "en", id="all before messages"),
        pytest.param({"LANG": "pl_PL", "LC_ALL": ""}, "pl", id="an empty variable is none"),
        pytest.param({"LANG": "pl_PL", "MAPA_PRAKTYK_LANG": "en"}, "en", id="ours goes first"),
        pytest.param({"LANG": "C", "MAPA_PRAKTYK_LANG": "PL"}, "pl", id="ours in capitals"),
        pytest.param({"LANG": "pl_PL", "MAPA_PRAKTYK_LANG": "xx"}, "pl", id="ours unknown"),
    ],
)
def test_the_language_is_that_of_the_environment(variables, language):
    assert command_language(variables) == language


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_polish(command, run):
    code, output, errors = run("pl", *filter(None, [command]), "--help")
    assert (code, errors) == (0, "")
    assert output.startswith("Użycie: mapa-praktyk")
    words = " ".join(OURS_IN_ENGLISH.sub("", output).split())
    assert sorted(set(ENGLISH.findall(words))) == []
    assert not re.search(r"\b(?:help|metavar|typer)-[a-z]", output)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_the_same_options_in_both_languages(command, run):
    texts = [run(each, *filter(None, [command]), "--help")[1] for each in ("pl", "en")]
    options = [set(re.findall(r"^ +(?:-o, )?(--[\w-]+)", each, re.MULTILINE)) for each in texts]
    assert options[0] == options[1]
    assert "--help" in options[0]
    assert texts[1].startswith("Usage: mapa-praktyk")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--prot", "1"], "Nie ma opcji --prot", id="no such option"),
        pytest.param(["exprot"], "Nie ma polecenia 'exprot'", id="no such command"),
        pytest.param(["--port", "x"], "ma to być liczba całkowita", id="no number"),
        pytest.param(["--port", "0"], "ma być nie mniej niż 1", id="too small"),
        pytest.param(["--port", "70000"], "ma być nie więcej niż 65535", id="too great"),
        pytest.param(["--port"], "Opcja '--port' wymaga wartości", id="no value"),
        pytest.param(["--edit=1"], "Opcja '--edit' nie przyjmuje wartości", id="a switch"),
        pytest.param(["edit", "1"], "Brakuje 'POLE'", id="missing argument"),
        pytest.param(["edit", "1", "population", "2"], "Brakuje '--reason'", id="missing option"),
        pytest.param(["import", "x", "--coordinates", "y"], "'y' to żadne z", id="no choice"),
        pytest.param(["migrate", "x"], "Nieoczekiwane argumenty (x)", id="too many"),
        pytest.param(["restore", "absent"], "absent: nie ma takiego pliku", id="no file"),
        pytest.param(
            ["geocode", "absent.csv", "--output", "x.csv"],
            "absent.csv: nie można odczytać (nie ma takiego pliku ani folderu)",
            id="no table",
        ),
        pytest.param(["export"], "podaj rodzaj pliku opcją --format", id="no format"),
        pytest.param(
            ["export", "--format", "csv", "--near", "Bochnia"],
            "--near wymaga odległości w km",
            id="no radius",
        ),
    ],
)
def test_what_is_wrong_is_said_in_polish_with_the_same_code(arguments, words, run):
    code, output, errors = run("pl", *arguments)
    assert (code, output) == (2, "")
    assert words in " ".join(errors.split())
    assert run("en", *arguments)[0] == code
    if errors.startswith("Użycie"):
        assert "Pomoc: 'mapa-praktyk" in errors


def test_the_geocoder_alone_speaks_both(run, monkeypatch):
    def command(arguments):
        monkeypatch.setattr("sys.argv", ["geocoding", *arguments])
        geocoding_main()

    assert run("pl", "--help", command=command)[1].startswith("Użycie: ")
    assert run("en", "--help", command=command)[1].startswith("Usage: ")


def test_runs_report_in_polish(run, repository, tmp_path):
    store = tmp_path / "s.sqlite"
    code, output, errors = run("pl", "import", f"{repository}/data/pages", "--output", f"{store}")
    assert (code, errors) == (0, "")
    assert "odczytano 1 z 1 strony: dodane: 1, zaktualizowane: 0, bez zmian: 0" in output
    copy = tmp_path / "kopia.sqlite"
    assert f"{copy}: kopia magazynu" in run("pl", "backup", f"{copy}", "--data", f"{store}")[1]
    assert "praktyk: 1" in run("pl", "restore", f"{copy}", "--output", f"{store}", "--force")[1]
    assert "w tej wersji" in run("pl", "migrate", "--data", f"{store}")[1]
    arguments = ["edit", "150", "population", "29900", "--reason", "x", "--data", f"{store}"]
    assert run("pl", *arguments)[0] == 0
    assert "ma już tę wartość" in run("pl", *arguments)[1]
    code, output, _ = run(
        "pl", "export", "--format", "csv", "--data", f"{store}", "--output", f"{tmp_path}"
    )
    assert (code, "praktyki: 1 z 1" in output) == (0, True)


def test_what_typer_writes_is_known(run):
    """A contract: each phrase that the adapter translates is one that the library writes."""
    english = "\n".join(
        [
            *(run("en", *filter(None, [each]), "--help")[1] for each in ("", "edit", "geocode")),
            *(run("en", *each)[2] for each in (["--prot", "1"], ["exprot"], ["--port", "x"])),
            *(run("en", *each)[2] for each in (["--port", "0"], ["--port", "70000"])),
            *(run("en", *each)[2] for each in (["--port"], ["--edit=1"], ["edit", "1"])),
            run("en", "migrate", "x")[2],
        ]
    )
    for words in ("Usage: ", "Options:", "Arguments:", "Commands:", "[required]", "env var: "):
        assert words in english
    assert re.search(r"<(?:int|str|path|float|list)", english) is None
    assert {name for _, name in PHRASES} >= {"typer-error", "typer-missing"}


def test_a_phrase_that_nobody_knows_stays(monkeypatch):
    monkeypatch.setenv(LANGUAGE_VARIABLE, "pl")
    assert translated("Something new") == "Something new"
    with pytest.raises(KeyError):
        message("no-such-message")
