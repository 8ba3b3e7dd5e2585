import csv
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import cloudpickle
import pandas as pd
import pytest
from distributed import LocalCluster, WorkerPlugin
from filelock import FileLock
from typer.testing import CliRunner, Result

from geocoding.batch.cli import app
from geocoding.batch.columns import find_columns
from geocoding.batch.parallel.engine import ParallelJob, geocode_parallel
from geocoding.batch.parallel.source import open_source
from geocoding.settings import Settings

# Dask reads Parquet by a way that pandas means to give up.
pytestmark = [
    pytest.mark.filterwarnings("ignore:The inplace keyword:DeprecationWarning"),
    pytest.mark.slow,
]

TOWNS = ["Bochnia", "Łódź", "Nie Ma Takiej Wsi", "Kraków", "Gdynia", "Sopot", "Rzeszów", "Ełk"]
SMALL_BYTES = 40
"""A partition of about two rows of the table below."""


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster of one worker inside this process."""
    with LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        protocol="tcp://",
        dashboard_address="127.0.0.1:0",
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    rows = [f"{number:04};{town};NA" for number, town in enumerate(TOWNS)]
    path.write_text("\n".join(["id;miejscowość;uwagi", *rows, ""]), encoding="utf-8")
    return path


def run(source: Path, output: Path, scheduler: str, *options: str) -> Result:
    arguments = [str(source), "-o", str(output), "--engine", "dask", "--scheduler", scheduler]
    return CliRunner().invoke(app, [*arguments, *options])


def in_parts(source: Path, output: Path, scheduler: str) -> pd.DataFrame:
    table = open_source(source, partition_bytes=SMALL_BYTES)
    job = ParallelJob(
        source=table, columns=find_columns(table.header), output=output, scheduler=scheduler
    )
    geocode_parallel(job, Settings())
    return pd.read_parquet(output)


def test_the_answers_are_those_of_a_run_without_a_cluster(
    source: Path, tmp_path: Path, scheduler: str
) -> None:
    assert run(source, tmp_path / "out", scheduler).exit_code == 0
    assert CliRunner().invoke(app, [str(source), "-o", str(tmp_path / "out.csv")]).exit_code == 0

    answers = pd.read_parquet(tmp_path / "out")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file, delimiter=";"))
    assert answers["id"].tolist() == [row["id"] for row in expected]
    assert answers["uwagi"].unique().tolist() == ["NA"]
    assert answers["status"].tolist() == [row["status"] for row in expected]
    points = answers["lat"].fillna(0).tolist()
    assert points == [float(row["lat"] or 0) for row in expected]


def test_without_a_scheduler_this_machine_answers(source: Path, tmp_path: Path) -> None:
    arguments = [str(source), "-o", str(tmp_path / "out"), "--engine", "dask"]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert pd.read_parquet(tmp_path / "out")["miejscowość"].tolist() == TOWNS


def test_a_cluster_without_its_packages_names_the_extra(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("geocoding.batch.parallel")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delattr("geocoding.batch.parallel")
    monkeypatch.setitem(sys.modules, "distributed", None)
    arguments = [str(source), "-o", str(tmp_path / "out"), "--engine", "dask"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code
    assert "extra 'dask'" in result.stderr
    assert "distributed is not installed here; `mapa-praktyk doctor`" in result.stderr


def test_the_audit_is_that_of_a_run_without_a_cluster(
    source: Path, tmp_path: Path, scheduler: str
) -> None:
    result = run(source, tmp_path / "out", scheduler)

    assert f"{len(TOWNS)} rows in" in result.stdout
    assert "Nie Ma Takiej Wsi" in (tmp_path / "out.audit.md").read_text(encoding="utf-8")


def test_rows_stay_in_order_over_the_parts(source: Path, tmp_path: Path, scheduler: str) -> None:
    answers = in_parts(source, tmp_path / "out", scheduler)

    assert len(list((tmp_path / "out").glob("part-*.parquet"))) > 2
    assert answers["miejscowość"].tolist() == TOWNS


def test_parquet_keeps_the_types_of_its_columns(tmp_path: Path, scheduler: str) -> None:
    table = pd.DataFrame({"city": ["Bochnia", None], "number": [2, 3], "share": [0.5, 0.25]})
    table.to_parquet(tmp_path / "in.parquet")

    assert run(tmp_path / "in.parquet", tmp_path / "out", scheduler).exit_code == 0
    answers = pd.read_parquet(tmp_path / "out")
    assert answers["status"].tolist() == ["ok", "skipped"]
    assert (answers["number"].tolist(), answers["share"].tolist()) == ([2, 3], [0.5, 0.25])


def test_a_folder_of_parquet_files_is_one_table(tmp_path: Path, scheduler: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, town in enumerate(TOWNS):
        pd.DataFrame({"city": [town]}).to_parquet(folder / f"{number}.parquet")

    assert run(folder, tmp_path / "out", scheduler).exit_code == 0
    assert pd.read_parquet(tmp_path / "out")["city"].tolist() == TOWNS


def test_line_breaks_in_cells_are_no_ends_of_rows(tmp_path: Path, scheduler: str) -> None:
    path = tmp_path / "in.csv"
    path.write_text('city,notes\nBochnia,"a\nb"\nSopot,"c\n\nd"\n', encoding="utf-8")

    answers = in_parts(path, tmp_path / "out", scheduler)

    assert answers["notes"].tolist() == ["a\nb", "c\n\nd"]
    assert answers["status"].tolist() == ["ok", "ok"]


def test_what_is_done_is_not_done_again(source: Path, tmp_path: Path, scheduler: str) -> None:
    in_parts(source, tmp_path / "out", scheduler)
    first, *others = sorted((tmp_path / "out").glob("part-*.parquet"))
    written = {path: path.stat().st_mtime_ns for path in others}
    first.unlink()
    (tmp_path / "out" / f".{first.name}.0a1b2c3d.part").write_bytes(b"half a part")

    answers = in_parts(source, tmp_path / "out", scheduler)

    assert answers["miejscowość"].tolist() == TOWNS
    assert {path: path.stat().st_mtime_ns for path in others} == written
    assert not list((tmp_path / "out").glob(".part-*"))


def test_another_run_does_not_go_on_in_the_same_folder(
    source: Path, tmp_path: Path, scheduler: str
) -> None:
    in_parts(source, tmp_path / "out", scheduler)
    source.write_text(source.read_text(encoding="utf-8") + "0009;Radom;\n", encoding="utf-8")

    result = run(source, tmp_path / "out", scheduler)

    assert result.exit_code == 2
    assert "holds the output of another run" in result.stderr


class EndsOnce(WorkerPlugin):  # type: ignore[misc]  # it has no types
    """Ends a worker as a power cut would, at its second partition, once in a run."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark
        self.done = 0

    def transition(self, key: str, start: str, finish: str, **_: object) -> None:
        del start
        if "answer_part" not in str(key) or finish != "executing":
            return
        self.done += 1
        if self.done == 2 and not self.mark.exists():
            self.mark.touch()
            os._exit(1)


def test_a_worker_that_is_lost_takes_nothing_along(source: Path, tmp_path: Path) -> None:
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        cluster.get_client() as client,
    ):
        client.register_plugin(EndsOnce(tmp_path / "ended"))
        answers = in_parts(source, tmp_path / "out", cluster.scheduler_address)

    assert (tmp_path / "ended").exists()
    assert answers["miejscowość"].tolist() == TOWNS
    assert answers["status"].tolist().count("ok") == len(TOWNS) - 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(["--limit", "1"], "leave out --limit", id="limit"),
        pytest.param(["--geocoder", "uug"], "any --geocoder but offline", id="service"),
        pytest.param(["--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler", id="nobody-there"),
        pytest.param(["--scheduler", "nonsense"], "no Dask scheduler", id="no-address"),
    ],
)
def test_what_cannot_be_done_is_said(
    source: Path, tmp_path: Path, scheduler: str, options: list[str], message: str
) -> None:
    result = run(source, tmp_path / "out", scheduler, *options)

    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("in.parquet", b"no table", "cannot be read as Parquet", id="no-parquet"),
        pytest.param("in.csv", b"city,a,a\nBochnia,1,2\n", "called 'a'", id="one-name-twice"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(
    tmp_path: Path, scheduler: str, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)

    result = run(tmp_path / name, tmp_path / "out", scheduler)

    assert result.exit_code == 2
    assert message in result.stderr


def test_a_folder_with_something_else_in_it_is_left_alone(
    source: Path, tmp_path: Path, scheduler: str
) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "letter.txt").write_text("Dear all", encoding="utf-8")

    result = run(source, output, scheduler)

    assert result.exit_code == 2
    assert "no run's output" in result.stderr
    assert [path.name for path in output.iterdir()] == ["letter.txt"]


def test_a_folder_in_which_another_run_is_at_work_is_left_to_it(
    source: Path, tmp_path: Path, scheduler: str
) -> None:
    output = tmp_path / "out"
    output.mkdir()

    with FileLock(output / "_run.lock"):
        result = run(source, output, scheduler)

    assert result.exit_code == 2
    assert "another run is at work there" in result.stderr
    assert run(source, output, scheduler).exit_code == 0


def test_a_run_that_ended_before_it_said_what_it_is_can_be_started_again(
    source: Path, tmp_path: Path, scheduler: str
) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "._run.json.0a1b2c3d.part").write_text('{"tab', encoding="utf-8")

    assert run(source, output, scheduler).exit_code == 0
    assert [path.name for path in output.iterdir() if path.suffix == ".part"] == []


def test_a_folder_that_cannot_be_written_is_told(
    source: Path, tmp_path: Path, scheduler: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = run(source, tmp_path / "file" / "out", scheduler)

    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
