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
DOCUMENT = ROOT / "docs" / "benchmarks.md"
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
    """What the benchmark writes into a copy of the document, and what it prints."""
    folder = tmp_path_factory.mktemp("bench")
    truth, document = folder / "truth.csv", folder / "benchmarks.md"
    truth.write_text(TRUTH, encoding="utf-8")
    shutil.copy(DOCUMENT, document)
    sizes = ["--practices", "20", "25", "30", "35", "40"]
    parts = ["--parts", "geocoder", "practices"]
    options = [*parts, "--rows", "50", "--rounds", "1", *sizes, "--truth", str(truth)]
    command = [sys.executable, str(BENCH), *options, "--document", str(document)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    return document.read_text(encoding="utf-8"), run.stdout


def test_the_document_has_the_tables_that_the_benchmark_writes(written: tuple[str, str]) -> None:
    text, _ = written
    assert without_figures(text) == without_figures(DOCUMENT.read_text(encoding="utf-8"))


def test_what_is_printed_is_what_is_written(written: tuple[str, str]) -> None:
    text, printed = written
    for table in printed.strip().split("\n\n"):
        assert f"-->\n{table}\n<!-- bench: end -->" in text


def test_the_document_counts_the_codes_as_the_data_do() -> None:
    rows = pq.read_metadata(data_dir() / "gazetteer" / "postal_codes.parquet").num_rows
    assert f"for {rows:,} postal codes" in DOCUMENT.read_text(encoding="utf-8")
