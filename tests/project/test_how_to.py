"""The recipes of docs/how-to.md: two are followed as written, all others name what is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RECIPES = (
    *("A field", "A filter", "A page", "An export format"),
    *("A geocoding service", "A base layer"),
)


def start(arguments: list[str], folder: Path) -> None:
    """Run a program on the packages in a folder; what it prints is shown where it fails."""
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("recipe", ["A field", "An export format"])
def test_a_recipe_works_as_written(recipe, repository, recipes, tmp_path):
    folder = recipes.copy_tree(repository, tmp_path)
    steps = recipes.read_recipe(repository / "docs" / "how-to.md", recipe)
    for step in steps:
        if step.path:
            step.apply(folder)
    commands = recipes.commands_of(steps)
    assert commands
    for command in commands:
        match command:
            case ["make", "test", arguments]:
                tests = arguments.removeprefix("ARGS=").split()
                start(["-m", "pytest", "-q", "-p", "no:cacheprovider", *tests], folder)
            case ["python", *arguments]:
                start(arguments, folder)
            case ["mapa-praktyk", *arguments]:
                start(["-m", "dashboard", *arguments], folder)
            case other:
                pytest.fail(f"the recipe has another command: {other}")
    assert all((folder / step.path).is_file() for step in steps if step.path)


@pytest.mark.parametrize("recipe", RECIPES)
def test_every_step_finds_its_place(recipe, repository, recipes, tmp_path):
    steps = recipes.read_recipe(repository / "docs" / "how-to.md", recipe)
    for step in steps:
        source, copy = repository / step.path, tmp_path / step.path
        if step.path and not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            if step.deed != "Make":
                copy.write_bytes(source.read_bytes())
        if step.path:
            step.apply(tmp_path)
    assert recipes.commands_of(steps)[-1][0] in {"make", "mapa-praktyk", "python"}


def test_every_recipe_is_tested(repository):
    text = (repository / "docs" / "how-to.md").read_text(encoding="utf-8")
    assert tuple(line[3:] for line in text.splitlines() if line.startswith("## ")) == RECIPES


def test_python_of_the_recipes_is_valid(repository, recipes):
    for recipe in RECIPES:
        for step in recipes.read_recipe(repository / "docs" / "how-to.md", recipe):
            if step.deed == "Make" and step.path.endswith(".py"):
                compile(step.text, step.path, "exec")
