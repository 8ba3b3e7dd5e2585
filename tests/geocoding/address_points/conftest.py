"""Made-up address points of a town and two villages, and files of them."""

import runpy
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

STREETS = (
    ("Kazimierza Wielkiego", "00001", "1"),
    ("ks. Jerzego Popiełuszki", "00002", "1"),
    ("Kasztanowy", "00003", "3"),
    ("3 Maja", "00004", "1"),
)


@pytest.fixture(scope="session")
def formats(repository: Path) -> dict[str, Any]:
    """The formats that address points are published in."""
    return runpy.run_path(str(repository / "tests/programs/address_points/formats.py"))


@pytest.fixture(scope="session")
def doors(formats: dict[str, Any]) -> list[Any]:
    """Points of Bochnia, along its streets from south to north, and of two villages without any.

    Even numbers stand on the east side; a number is ten metres north of the one before it.
    """
    door = formats["Door"]
    town = [
        door(
            *("1201011", "0958187", "Bochnia", f"{number}{'A' if number == 7 else ''}"),
            *(49.96 + number * 1e-4, 20.43 + at * 1e-2 + (number % 2 == 0) * 3e-4),
            *(street, ulic, "32-700", kind),
        )
        for at, (street, ulic, kind) in enumerate(STREETS)
        for number in (1, 2, 4, 5, 7, 10, 12, 14, 20)
    ]
    villages = [
        door(code, simc, place, str(number), lat + number * 1e-4, lon, code=postal)
        for code, simc, place, lat, lon, postal in (
            ("1201022", "0826600", "Łapczyca", 49.965, 20.37, "32-744"),
            ("1201072", "0833640", "Rzezawa", 49.995, 20.507, "32-765"),
        )
        for number in range(1, 30)
    ]
    return [*town, *villages]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of added data, empty."""
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(data))
    return data / "added"


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Write a file."""

    def written(content: str | bytes | Iterable[str], name: str = "plik.dat") -> Path:
        path = tmp_path / name
        if not isinstance(content, bytes):
            content = "".join(content).encode()
        path.write_bytes(content)
        return path

    return written
