"""`mapa-praktyk data` with address points: several files at once, counts by county, a pack."""

import runpy

import pytest

from dashboard.cli import main

BOCHNIA = ("1201011", "0958187", "Bochnia", 49.96, 20.43)
KRAKOW = ("1261011", "0950463", "Kraków", 50.06, 19.94)


@pytest.fixture
def write(tmp_path, repository, monkeypatch):
    """A function that writes so many points of a town to a file, and further ones beside them."""
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setenv("MAPA_PRAKTYK_DATA", str(data))
    formats = runpy.run_path(str(repository / "tests/programs/address_points/formats.py"))

    def written(town, numbers, name):
        code, simc, place, lat, lon = town
        doors = [
            formats["Door"](code, simc, place, number, lat, lon, "Polna", "1", "32-700")
            for number in numbers
        ]
        path = tmp_path / name
        path.write_text("".join(formats["csv_lines"](doors)), encoding="utf-8")
        return path

    return written


@pytest.fixture
def run(capsys):
    """A function that runs the command and gives its exit code and what it said."""

    def run_data(*arguments):
        with pytest.raises(SystemExit) as exit_:
            main(["data", *map(str, arguments)])
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out + captured.err

    return run_data


def test_several_files_are_added_listed_packed_and_removed(run, write, tmp_path):
    one, other = write(BOCHNIA, ["1", "2"], "a.csv"), write(KRAKOW, ["1", "?"], "b.csv")
    code, said = run("add", one, other)
    assert code == 0
    assert "address_points (CSV): 2 records" in said
    assert "Not used: 1 (unreadable_number: 1); they are listed in" in said
    listed = run("list")[1]
    assert "a.csv" in listed
    assert "b.csv" in listed
    pack = tmp_path / "points.parquet"
    assert run("pack", pack)[0] == 0
    assert run("remove", "address_points")[0] == 0
    assert "nothing was added" in run("list")[1]
    assert run("add", pack)[0] == 0
    assert run("list")[1] == listed


def test_counts_of_a_county_are_compared_with_the_last_time(run, write):
    run("add", write(BOCHNIA, ["1", "2", "3"], "a.csv"))
    _, said = run("add", write(BOCHNIA, ["1"], "b.csv"))
    assert "County 1201: 1 points, 3 before" in said


def test_a_county_in_two_files_is_refused(run, write):
    files = [write(BOCHNIA, ["1"], name) for name in ("a.csv", "b.csv")]
    code, said = run("add", *files)
    assert code == 2
    assert "county 1201 is there twice: in b.csv and in a.csv" in said
    assert "nothing was added" in run("list")[1]
