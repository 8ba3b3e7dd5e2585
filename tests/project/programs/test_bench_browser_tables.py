import runpy
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "programs" / "bench"
TABLES = runpy.run_path(str(BENCH / "browser_tables.py"))
TOO_LONG, BROKEN = TABLES["TOO_LONG"], TABLES["BROKEN"]


@pytest.mark.parametrize(
    ("figures", "ours", "told"),
    [
        pytest.param({"open": 3.04}, 1.0, "3 (3 ×)", id="a peer's, with its ratio"),
        pytest.param({"open": 1.0}, 1.0, "1", id="the dashboard's own"),
        pytest.param({"open": 0.0421}, float("nan"), "0.042", id="no dashboard to compare with"),
        pytest.param({"open": 0.5}, TOO_LONG, "0.5", id="the dashboard took too long"),
        pytest.param({"open": 4197.1}, 1000.0, "4,197 (4.2 ×)", id="thousands"),
        pytest.param({"open": TOO_LONG}, 1.0, "> 120 s", id="too long"),
        pytest.param({"open": BROKEN}, 1.0, "fails", id="broken"),
        pytest.param({}, 1.0, "–", id="not measured"),
    ],
)
def test_a_cell_tells_its_figure(figures, ours, told):
    assert TABLES["cell"](figures, "open", ours) == told


def test_a_table_has_a_row_per_size_and_figure_and_a_column_per_application():
    measured = {
        size: {"dashboard": {"open": 1.0}, "datasette": {"open": size / 100}}
        for size in (500, 10_000)
    }
    lines = TABLES["browser_table"](measured).splitlines()
    assert lines[0] == "| practices | in the browser | dashboard | datasette-cluster-map |"
    assert lines[2] == "| 500 | open to first mark, s | 1 | 5 (5 ×) |"
    assert len(lines) == 2 + 2 * len(TABLES["FIGURES"])
