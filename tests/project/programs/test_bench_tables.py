import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from geocoding import data_dir

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
BENCH = ROOT / "tests" / "programs" / "bench" / "run.py"
README = ROOT / "README.md"
TRUTH = """street,number,city,postal_code,lat,lon
ul. Kazimierza Wielkiego,2,Bochnia,32-700,49.97,20.43
,1,Kraków,31-004,50.06,19.93
"""


def without_figures(text: str) -> list[str]:
    """The lines of a text, with one sign in place of each figure in a table."""
    return [
        re.sub(r"(?<=\| )([\d.,e+-]+|–)(?= \|)", "#", line) if line.startswith("|") else line
        for line in text.splitlines()
    ]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What the benchmark writes into a copy of the README, and what it prints."""
    folder = tmp_path_factory.mktemp("bench")
    truth, readme = folder / "truth.csv", folder / "README.md"
    truth.write_text(TRUTH, encoding="utf-8")
    shutil.copy(README, readme)
    sizes = ["--practices", "20", "25", "30", "35", "40"]
    parts = ["--parts", "geocoder", "practices"]
    options = [*parts, "--rows", "50", "--rounds", "1", *sizes, "--truth", str(truth)]
    command = [sys.executable, str(BENCH), *options, "--readme", str(readme)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    return readme.read_text(encoding="utf-8"), run.stdout


def test_the_readme_has_the_tables_that_the_benchmark_writes(written: tuple[str, str]) -> None:
    text, _ = written
    assert without_figures(text) == without_figures(README.read_text(encoding="utf-8"))


def test_what_is_printed_is_what_is_written(written: tuple[str, str]) -> None:
    text, printed = written
    for table in printed.strip().split("\n\n"):
        assert f"-->\n{table}\n<!-- bench: end -->" in text


def test_the_readme_counts_the_codes_as_the_data_do() -> None:
    rows = pq.read_metadata(data_dir() / "gazetteer" / "postal_codes.parquet").num_rows
    assert f"for {rows:,} postal codes" in README.read_text(encoding="utf-8")
