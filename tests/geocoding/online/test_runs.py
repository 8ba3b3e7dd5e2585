import csv
import json
import os
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from geocoding.batch.cli import app

pytestmark = pytest.mark.slow

TABLE = """id,street,number,city,postal_code
1,ul. Polna,2,Bochnia,32-700
2,POLNA,2,BOCHNIA,32700
3,Rynek,1,Liszki,32-060
4,,15,Krzeczów,32-700
"""
DISTINCT = 3
NOTHING = {"body": []}
DOWN = {"status": 500}
ELSEWHERE = {"Location": "http://example.org/"}


def found(**details):
    return {
        "body": [
            {
                "osm_id": 1,
                "lat": "49.9691",
                "lon": "20.4304",
                "addresstype": "building",
                "display_name": "2, Polna, Bochnia",
                "address": {"house_number": "2", "road": "Polna", "town": "Bochnia"} | details,
            }
        ]
    }


@pytest.fixture
def arguments(tmp_path, stub):
    """What asks the stub about the table, without waiting between requests."""
    (tmp_path / "in.csv").write_text(TABLE, encoding="utf-8")
    options = {
        "--output": tmp_path / "out.csv",
        "--server": stub.url,
        "--user-agent": "tests of ours",
        "--interval": 0,
        "--attempts": 1,
        "--cache": tmp_path / "cache",
    }
    return [
        str(tmp_path / "in.csv"),
        *(str(word) for option in options.items() for word in option),
    ]


@pytest.fixture
def run(arguments):
    """Run the command with the arguments and some more; its result."""

    def invoke(*more, geocoder="nominatim"):
        return CliRunner().invoke(app, [*arguments, "--geocoder", geocoder, *more])

    return invoke


@pytest.fixture
def hears_interrupts():
    """Programs that are started now hear Ctrl-C, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def answers(tmp_path):
    """Read the output."""

    def read(column):
        with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
            return [row[column] for row in csv.DictReader(file)]

    return read


def test_each_distinct_address_is_asked_about_once(run, stub, answers):
    stub.answers(found(), NOTHING)

    result = run()

    assert result.exit_code == 0, result.output
    assert answers("status") == ["ok", "ok", "no_match", "no_match"]
    assert answers("provider") == ["nominatim"] * 4
    first_questions = [(one.get("street"), one["city"]) for one in stub.requests]
    assert first_questions.count(("2 Polna", "Bochnia")) == 1


def test_several_workers_ask_each_question_once_and_keep_the_order(run, stub, answers, tmp_path):
    rows = "".join(f"{number},,{number},Krzeczów,32-700\n" for number in range(1, 31))
    (tmp_path / "in.csv").write_text("id,street,number,city,postal_code\n" + rows)
    stub.answers(found(house_number="", road="", town="Krzeczów", postcode="32-700"))

    result = run("--workers", "8")

    assert result.exit_code == 0, result.output
    assert answers("id") == answers("number") == [str(number) for number in range(1, 31)]
    assert sorted(int(one["street"]) for one in stub.requests) == list(range(1, 31))


def test_a_second_run_asks_nothing(run, stub, answers):
    stub.answers(found(), NOTHING)
    run()
    statuses, seen = answers("status"), len(stub.requests)

    result = run()

    assert result.exit_code == 0
    assert answers("status") == statuses
    assert len(stub.requests) == seen


def test_a_failed_service_is_told_from_nothing_found(run, stub, answers):
    stub.answers(found(), DOWN)

    result = run()

    assert result.exit_code == 3
    assert answers("status") == ["ok", "ok", "error", "error"]
    assert answers("error")[2] == "nominatim: HTTP status 500"
    assert "2 rows are open" in result.stderr


def test_what_failed_is_listed_until_it_is_asked_again(run, stub, answers, tmp_path):
    stub.answers({"resets": True}, {"body": "<html>"}, {"status": 302, "headers": ELSEWHERE})
    assert run().exit_code == 3
    listed = json.loads((tmp_path / "out.audit.json").read_text(encoding="utf-8"))["open_rows"]
    assert [row["status"] for row in listed] == ["error"] * 4
    stub.answers(found())

    assert run().exit_code == 3
    assert answers("status") == ["error"] * 4
    assert run("--retry", "errors").exit_code == 0
    assert "error" not in answers("status")


@pytest.mark.parametrize(
    ("retry", "asked_again"),
    [
        pytest.param("nothing", set(), id="nothing"),
        pytest.param("errors", {"Krzeczów"}, id="errors"),
        pytest.param("no_match", {"Krzeczów", "Liszki"}, id="no_match"),
        pytest.param("all", {"Krzeczów", "Liszki", "Bochnia"}, id="all"),
    ],
)
def test_a_run_can_ask_again(run, stub, retry, asked_again):
    stub.answers(found(), NOTHING, NOTHING, NOTHING, DOWN)
    run()
    stub.requests.clear()
    stub.answers(NOTHING)

    run("--retry", retry)

    assert {one["city"] for one in stub.requests} == asked_again


def test_a_limit_keeps_the_rows_beyond_it(run, stub, answers):
    stub.answers(NOTHING)

    result = run("--limit", "2")

    assert result.exit_code == 0
    assert answers("id") == ["1", "2", "3", "4"]
    assert answers("status") == ["no_match", "no_match", "skipped", "skipped"]
    assert answers("error")[3] == "beyond the limit of this run"


def test_a_dry_run_asks_and_writes_nothing(run, stub, tmp_path):
    result = run("--dry-run", "--interval", "60")

    assert result.exit_code == 0, result.output
    assert stub.requests == []
    assert not (tmp_path / "out.csv").exists()
    assert f"asked about {DISTINCT} addresses: {DISTINCT} min" in result.stdout
    assert "postal_code  column 5: postal_code" in result.stdout


def test_a_killed_run_goes_on_where_it_stopped(arguments, stub, tmp_path, answers):
    rows = "".join(f"{number},,{number},Krzeczów,32-700\n" for number in range(1, 61))
    (tmp_path / "in.csv").write_text("id,street,number,city,postal_code\n" + rows)
    stub.answers(found(house_number="", road="", town="Krzeczów", postcode="32-700"))
    command = [sys.executable, "-m", "geocoding", *arguments, "--geocoder", "nominatim"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stub.on_request = lambda: len(stub.requests) == 30 and os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert not (tmp_path / "out.csv").exists()
    stub.on_request = lambda: None

    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    asked = [request["street"] for request in stub.requests]
    in_flight = asked[29]  # it was asked when the run was killed, and had no answer yet
    assert set(answers("status")) == {"ok"}
    assert sorted({*asked}, key=int) == [str(number) for number in range(1, 61)]
    assert len(asked) - len({*asked}) <= asked.count(in_flight) - 1 <= 1


def test_two_runs_at_once_on_one_cache_lose_nothing(arguments, stub, tmp_path, answers):
    header = "id,street,number,city,postal_code\n"
    rows = [f"{number},,{number},Krzeczów,32-700\n" for number in range(1, 41)]
    stub.answers(found(house_number="", road="", town="Krzeczów", postcode="32-700"))
    runs = []
    for half in (rows[:20], rows[20:]):
        source, output = tmp_path / f"in{len(runs)}.csv", tmp_path / f"out{len(runs)}.csv"
        source.write_text(header + "".join(half))
        command = [sys.executable, "-m", "geocoding", str(source), *arguments[1:]]
        runs.append(subprocess.Popen([*command, "-o", str(output), "--geocoder", "nominatim"]))
    assert [run.wait() for run in runs] == [0, 0]
    seen = len(stub.requests)
    (tmp_path / "in.csv").write_text(header + "".join(rows))

    result = CliRunner().invoke(app, [*arguments, "--geocoder", "nominatim"])

    assert result.exit_code == 0, result.output
    assert set(answers("status")) == {"ok"}
    assert seen == len(stub.requests) == len(rows)


@pytest.mark.usefixtures("hears_interrupts")
def test_a_stopped_run_says_how_to_go_on(arguments, stub, tmp_path):
    stub.answers(NOTHING)
    command = [sys.executable, "-m", "geocoding", *arguments, "--geocoder", "nominatim"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    stub.on_request = lambda: len(stub.requests) == 2 and process.send_signal(signal.SIGINT)

    _, said = process.communicate()

    assert process.returncode == 130
    assert "the same command goes on" in said
    assert [path.name for path in tmp_path.iterdir() if "out.csv" in path.name] == []


def test_a_chain_makes_the_gazetteers_point_finer(run, stub, answers):
    stub.answers(found(postcode="32-700", county="powiat bocheński"), NOTHING)

    result = run(geocoder="chain")

    assert result.exit_code == 0, result.output
    assert answers("precision")[:2] == ["building", "building"]
    assert answers("provider") == ["nominatim", "nominatim", "gazetteer", "gazetteer"]
    assert answers("lat")[0] == "49.9691"


def test_a_chain_whose_service_fails_keeps_the_gazetteers_points(run, stub, answers):
    stub.answers(DOWN)

    result = run(geocoder="chain")

    assert result.exit_code == 3
    assert answers("status") == ["ok"] * 4
    assert answers("error") == ["nominatim: HTTP status 500"] * 4


def test_uug_is_asked_at_the_server_that_is_named(run, stub, answers):
    stub.answers({"body": {"type": "address", "returned objects": 0, "results": None}})

    result = run(geocoder="uug")

    assert result.exit_code == 0, result.output
    assert answers("provider") == ["uug"] * 4
    assert stub.requests[0]["address"] == "Bochnia, Polna 2"


def test_nominatim_needs_a_server_and_a_user_agent(arguments):
    result = CliRunner().invoke(app, [*arguments[:3], "--geocoder", "nominatim"])

    assert result.exit_code == 2
    assert "needs a server and a user agent" in result.stderr
    assert "operations.osmfoundation.org/policies/nominatim" in result.stderr
