"""Reads the recipes of docs/how-to.md and applies their steps to a copy of the tree.

A step with a code block says what to do with it: 'Make `PATH`', 'Add at the end of [`PATH`](..)',
'Add to [`PATH`](..), above (below) the line `LINE`', 'Replace in [`PATH`](..) the line `LINE`'. The
block is indented as the file is to be, beyond the indentation of its fence.
"""

import re
import shlex
import shutil
import textwrap
from dataclasses import dataclass
from pathlib import Path

COPIED = ("dashboard", "geocoding", "data", "tests", "docs", "pyproject.toml")
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
DEED = re.compile(
    r"(?P<deed>Make|Add at the end of|Add to|Replace in)\s+\[?`(?P<path>[\w./-]+)`"
    r"(?:\]\([^)]*\))?(?:,?\s+(?P<where>above|below|the)\s+(?:the\s+)?line\s+`(?P<line>[^`]+)`)?"
)


@dataclass(frozen=True)
class Step:
    """A change of one file, or (no path) the commands of a check."""

    path: str
    deed: str
    where: str
    line: str
    text: str

    def apply(self, folder: Path) -> None:
        """Change the file in a copy of the tree."""
        path = folder / self.path
        if self.deed == "Make":
            assert not path.exists(), f"{self.path} is there already"
            path.write_text(self.text, encoding="utf-8")
            return
        text = path.read_text(encoding="utf-8")
        if self.deed == "Add at the end of":
            path.write_text(text + self.text, encoding="utf-8")
            return
        lines = text.splitlines(keepends=True)
        places = [at for at, line in enumerate(lines) if line.strip() == self.line]
        assert len(places) == 1, f"{self.path}: {len(places)} lines {self.line!r}"
        start = places[0] + (self.where == "below")
        end = start + (self.deed == "Replace in")
        path.write_text("".join([*lines[:start], self.text, *lines[end:]]), encoding="utf-8")


def read_recipe(document: Path, heading: str) -> list[Step]:
    """Read the steps under a heading, in their order."""
    text = document.read_text(encoding="utf-8")
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section, f"{document.name} has no heading {heading!r}"
    steps, end = [], 0
    for block in BLOCK.finditer(section[1]):
        before, end = section[1][end : block.start()], block.end()
        content = "".join(
            line.removeprefix(block[1]) or "\n" for line in block[3].splitlines(keepends=True)
        )
        deeds = list(DEED.finditer(textwrap.dedent(before)))
        if block[2] == "sh":
            steps.append(Step("", "", "", "", content))
        else:
            assert len(deeds) == 1, f"what to do with {content[:60]!r} is not said once: {before}"
            (deed,) = deeds
            steps.append(
                Step(deed["path"], deed["deed"], deed["where"] or "", deed["line"] or "", content)
            )
    return steps


def copy_tree(repository: Path, folder: Path) -> Path:
    """Copy what a recipe changes and its check needs, with what is compiled of it."""
    ignored = shutil.ignore_patterns("*.pyc.*", "node_modules", "*.sqlite*")
    for name in COPIED:
        source = repository / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy2(source, folder / name)
    return folder


def commands_of(steps: list[Step]) -> list[list[str]]:
    """Give the commands of the steps, split into words; of `make test` what follows ARGS=."""
    texts = [step.text.replace("\\\n", " ") for step in steps if not step.path]
    return [shlex.split(line) for text in texts for line in text.splitlines()]
