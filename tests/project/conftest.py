import ast
import importlib.util
import shutil
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PACKAGES = ("dashboard", "geocoding")


@pytest.fixture(scope="session")
def pyproject(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def documents(readme: str, repository: Path) -> str:
    """The README and all documents beside it, one after the other."""
    others = [*sorted((repository / "docs").rglob("*.md")), *repository.glob("CONTRIBUTING.md")]
    return "\n\n".join([readme, *(path.read_text(encoding="utf-8") for path in others)])


@pytest.fixture(scope="session")
def makefile(repository: Path) -> str:
    return (repository / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def modules(repository: Path) -> dict[str, ast.Module]:
    """The syntax tree of each module of both packages, by its path in the checkout."""
    return {
        path.relative_to(repository).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for package in PACKAGES
        for path in sorted((repository / package).rglob("*.py"))
    }


@pytest.fixture(scope="session")
def version(pyproject: dict[str, Any]) -> str:
    return str(pyproject["project"]["version"])


@pytest.fixture(scope="session")
def command() -> Path:
    """The installed console command."""
    path = shutil.which("mapa-praktyk", path=Path(sys.executable).parent)
    assert path is not None, "install the project in this environment: make test does"
    return Path(path)


@pytest.fixture(scope="session")
def recipes() -> ModuleType:
    """The reader of docs/how-to.md."""
    spec = importlib.util.spec_from_file_location("recipes", Path(__file__).with_name("recipes.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
