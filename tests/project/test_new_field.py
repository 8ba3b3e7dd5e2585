"""A field is added as docs/how-to.md says, tried in a copy of the program beside further fields.

What an entry does not declare public stays on the record card: its value is in no file, search,
slide, history or message.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pypdf import PdfReader

from dashboard.export.registry import FORMATS
from dashboard.practices import read_page
from dashboard.practices.merging import merge
from dashboard.practices.table import no_practices
from dashboard.store import open_store

ENTRIES = """
    Field(name="award_day", type=types.DAY, privacy=Privacy.PUBLIC, label="Data nagrody"),
    Field(name="guardian", type=types.LIST, label="Opiekun praktyki"),
    Field(name=CARD,"""
MESSAGES = "column-award-day = Dzień X\ncolumn-guardian = Opiekun X\n"

AWARD = "Złota Wieża"
PERSON = "Zenobia Wzorowa"
LINES = (f"Nagroda: {AWARD}", "Data nagrody: 3.05.2011", f"Opiekun praktyki: {PERSON}")

PROGRAM = Path(__file__).with_name("use_new_fields.py")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the program that has further fields, a page, and an older store."""
    return tmp_path_factory.mktemp("new-field")


@pytest.fixture(scope="module")
def outcome(folder: Path, repository: Path, recipes: ModuleType) -> dict[str, Any]:
    """What the copy makes of a page with the further lines, after it opened an older store."""
    _copy_with_fields(repository, folder, recipes)
    page = (repository / "data" / "pages" / "150.txt").read_text(encoding="utf-8")
    page = page.replace("Powiat:", "\n".join((*LINES, "Powiat:")), 1)
    (folder / "150.txt").write_text(page, encoding="utf-8")
    (folder / "files").mkdir()
    store = open_store(str(folder / "store.sqlite"))
    store.save(merge(no_practices(), [read_page(page, source="150.txt")]).table)
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder), *(each.name for each in FORMATS)],
        cwd=folder,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _copy_with_fields(repository: Path, folder: Path, recipes: ModuleType) -> None:
    """Copy the application; add the field of docs/how-to.md by its steps, then the others."""
    ignored = shutil.ignore_patterns("*.pyc.*")  # what is being compiled just now
    shutil.copytree(repository / "dashboard", folder / "dashboard", ignore=ignored)
    for step in recipes.read_recipe(repository / "docs" / "how-to.md", "A field"):
        if step.path.startswith("dashboard/"):
            step.apply(folder)
    registry = folder / "dashboard" / "practices" / "fields.py"
    text = registry.read_text(encoding="utf-8")
    assert text.count("\n    Field(name=CARD,") == 1
    registry.write_text(text.replace("\n    Field(name=CARD,", ENTRIES), encoding="utf-8")
    for language in ("pl", "en"):
        messages = folder / "dashboard" / "locale" / language / "fields.ftl"
        messages.write_text(messages.read_text(encoding="utf-8") + MESSAGES, encoding="utf-8")


def words_of(path: Path) -> str:
    """All that a file says: of an archive every part, of a PDF the text of its pages."""
    content = path.read_bytes()
    if content.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"\n".join(parts.read(name) for name in parts.namelist())
    return content.decode("utf-8", errors="replace")


def test_an_older_store_gets_the_columns(outcome):
    assert outcome["before"] == [""]


def test_the_page_is_read_into_the_fields(outcome):
    assert outcome["award"] == [AWARD]
    assert outcome["award_day"] == ["2011-05-03"]
    assert outcome["guardian"] == [PERSON]


def test_columns_of_files_are_recognised(outcome):
    assert outcome["by_name"] == {"award_day": "Dzień X", "guardian": "Opiekun praktyki"}
    assert outcome["by_alias"] == {"award": "Wyróżnienie"}


def test_a_public_field_is_used_as_its_entry_says(outcome):
    assert "award" in outcome["quality"]
    assert "guardian" not in outcome["quality"]
    assert outcome["found"] == {"wieża": 1, "zenobia": 0}


def test_the_card_shows_both(outcome):
    assert AWARD in outcome["card"]
    assert "3 maja 2011" in outcome["card"]
    assert PERSON in outcome["card"]


def test_the_history_hides_what_is_not_public(outcome):
    assert "Opiekun X" in outcome["history"][0]
    assert "Jan Kos" not in "".join(outcome["history"])
    assert PERSON not in "".join(outcome["history"])
    assert "Medal" in outcome["history"][1]


def test_messages_and_logs_hide_what_is_not_public(outcome):
    assert outcome["is_hidden"] is True


@pytest.mark.parametrize("name", ["csv", *(f"{each.name}---contacts" for each in FORMATS)])
def test_only_what_is_public_leaves_in_a_file(outcome, folder, name):
    assert outcome["exports"][name][0] == 0, outcome["exports"][name][1]
    words = " ".join(words_of(folder / "files" / name).split())
    for part in (PERSON, "Zenobia", "Wzorowa"):
        assert part not in words
    if name.split("-")[0] not in ("png", "svg", "pdf", "regions"):  # no practices
        assert AWARD in words
