"""What the documents for developers say is there, is there."""

import re
import runpy
from pathlib import Path

import pytest

DOCUMENTS = ("CONTRIBUTING.md", "docs/architecture.md", "docs/glossary.md", "docs/how-to.md")
LOCAL_LINK = re.compile(r"\]\((?!https?://|mailto:)([^)\s]+)\)")
PATH = re.compile(r"`((?:dashboard|geocoding|tests|docs|data)/[\w./-]*)`")
VERB = re.compile(r"\bmake ([a-z][a-z-]*)")
ARGUMENT = re.compile(r"ARGS=\"(\S+?\.py|tests/\S+?)[\s\"]")


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest, repository: Path) -> Path:
    """One of the documents."""
    return repository / str(request.param)


def test_links_lead_to_files_and_headings(document: Path) -> None:
    dead = []
    for link in LOCAL_LINK.findall(document.read_text(encoding="utf-8")):
        name, _, heading = link.partition("#")
        target = document.parent / name if name else document
        if not target.exists() or (heading and heading not in headings(target)):
            dead.append(link)
    assert dead == []


def headings(document: Path) -> set[str]:
    """The anchors of a document, as GitHub makes them."""
    lines = re.findall(r"^#+ (.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in lines}


def test_paths_are_those_of_the_tree(document: Path, repository: Path) -> None:
    text = document.read_text(encoding="utf-8")
    made = set(re.findall(r"Make `([^`]+)`", text))  # by who follows a recipe
    named = {*PATH.findall(text), *ARGUMENT.findall(text)} - made
    assert [path for path in sorted(named) if not (repository / path).exists()] == []


def test_verbs_are_those_of_make(document: Path, makefile: str) -> None:
    verbs = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    named = set(VERB.findall("\n".join(code_of(document.read_text(encoding="utf-8")))))
    assert named <= verbs


def code_of(text: str) -> list[str]:
    """What stands in a document as code, in blocks and within lines."""
    blocks = re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    return [*blocks, *re.findall(r"`([^`\n]+)`", text)]


def test_the_picture_is_that_of_the_contracts(repository: Path) -> None:
    program = runpy.run_path(str(repository / "tests/programs/docs/packages.py"))
    written = (repository / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert program["with_picture"](written, program["picture"](repository)) == written, (
        "make docs draws the packages anew"
    )


def test_the_picture_shows_every_package(repository: Path) -> None:
    written = (repository / "docs" / "architecture.md").read_text(encoding="utf-8")
    for package in ("dashboard", "geocoding"):
        for path in (repository / package).iterdir():
            if path.is_dir() and (path / "__init__.py").exists():
                assert re.search(
                    rf'^    {package}\d+\["(.* · )?{path.name}( · .*)?"\]$', written, re.MULTILINE
                )
