"""What the README, the other documents and the Makefile say can be done, can be done."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

SHELL_BLOCK = re.compile(r"^```(?:sh|bat)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
VERB = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
LOCAL_LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")
OPTION = re.compile(r"^--[a-z][a-z-]*")
OUR_VERBS = {
    *("import", "export", "demo", "doctor", "geocode", "harvest", "news"),
    *("edit", "history", "undo", "backup", "restore", "migrate"),
}
DATA_VERBS = {"data", "add", "list", "pack", "remove"}


def _commands(text: str) -> list[list[str]]:
    """The command lines of documents, split into words, without their comments."""
    blocks = [block.replace("\\\n", " ").replace("\\", "/") for block in SHELL_BLOCK.findall(text)]
    lines = [line for block in blocks for line in block.splitlines()]
    words = [shlex.split(line, comments=True) for line in lines]
    return [line for line in words if line]


def _program(line: list[str], command: Path) -> list[str] | None:
    """How to run here the program of ours that a line starts; None for others."""
    name = Path(line[0]).stem
    if name == "mapa-praktyk":
        verbs = line[1:3] if line[1:2] == ["data"] else line[1:2]
        return [str(command), *(word for word in verbs if word in OUR_VERBS | DATA_VERBS)]
    if name == "python" and line[1] == "-m" and line[2] in {"geocoding", "dashboard"}:
        return [sys.executable, "-P", *line[1:3]]
    return None


def test_make_verbs_are_the_documented_ones(documents: str, makefile: str) -> None:
    written = {line[1] for line in _commands(documents) if line[0] == "make"}
    written |= set(re.findall(r"`make ([a-z-]+)`", documents))
    assert written == set(VERB.findall(makefile)) - {"help", "clean"}


def test_starts_with_the_two_commands(readme: str) -> None:
    assert [line[:2] for line in _commands(readme)[:2]] == [["make", "run"], ["make", "test"]]


def test_programs_know_their_options(documents: str, command: Path) -> None:
    options: dict[tuple[str, ...], set[str]] = {}
    for line in _commands(documents):
        if program := _program(line, command):
            words = {match[0] for word in line if (match := OPTION.match(word))}
            options.setdefault(tuple(program), set()).update(words)
    helps = {
        program: subprocess.run([*program, "--help"], capture_output=True, text=True, check=True)
        for program in options
    }
    assert len(helps) == 19
    assert {
        option
        for program, named in options.items()
        for option in named
        if option not in helps[program].stdout
    } == set()


def test_python_examples_run(documents: str) -> None:
    examples = PYTHON_BLOCK.findall(documents)
    assert examples
    for example in examples:
        subprocess.run([sys.executable, "-P", "-W", "error", "-c", example], check=True)


def test_pip_lines_are_those_of_make(readme: str, makefile: str, repository: Path) -> None:
    lines = [line for line in _commands(readme) if "install" in line]
    files = {line[line.index("-r") + 1] for line in lines if "-r" in line}
    options = {word for line in lines for word in line if word.startswith("--no-")}
    assert all((repository / file).is_file() for file in files)
    assert {".locks/run.txt", ".locks/dev.txt"} <= files
    assert options <= {*makefile.split(), "--no-index"}


def test_links_lead_to_files(repository: Path) -> None:
    documents = [*repository.glob("*.md"), *(repository / "docs").rglob("*.md")]
    documents.append(repository / "data" / "README.md")
    broken = [
        (path.name, link)
        for path in documents
        for link in LOCAL_LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / link).exists()
    ]
    assert len(documents) > 5
    assert broken == []


def test_the_readme_is_short(readme: str) -> None:
    assert len(readme.splitlines()) <= 200


def test_python_version_is_the_declared_one(
    readme: str, pyproject: dict[str, dict[str, str]]
) -> None:
    oldest = pyproject["project"]["requires-python"].removeprefix(">=")
    assert f"Python {oldest}" in readme
