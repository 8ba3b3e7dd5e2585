import pytest

from dashboard.cli import main
from dashboard.practices import load_practices


def test_a_table_is_written(tmp_path, capsys):
    table = tmp_path / "demo.csv"
    main_without_exit(["demo", "--rows", "20", "--output", str(table)])
    assert len(load_practices(table)) == 20
    assert capsys.readouterr().out == f"{table}: 20 made-up practices\n"


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    tables = [tmp_path / name for name in ("first.csv", "second.csv", "other.csv")]
    for table, seed in zip(tables, ("3", "3", "4"), strict=True):
        main_without_exit(["demo", "--rows", "5", "--seed", seed, "--output", str(table)])
    first, second, other = (table.read_bytes() for table in tables)
    assert first == second != other


@pytest.mark.parametrize(
    ("options", "named"),
    [
        pytest.param(["--rows", "0"], "--rows", id="no row"),
        pytest.param(["--seed", "-1"], "--seed", id="negative seed"),
        pytest.param(["--output", "no/such/demo.csv"], "No such file", id="no folder"),
    ],
)
def test_impossible_options(options, named, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["demo", *options])
    assert named in capsys.readouterr().err


def main_without_exit(arguments):
    with pytest.raises(SystemExit, match="0"):
        main(arguments)
