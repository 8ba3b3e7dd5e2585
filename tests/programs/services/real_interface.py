"""Programs of others that read the open interface of a running dashboard.

GDAL's client of OGC API - Features, and schemathesis, which asks whatever the description of the
interface allows. Started by `run`.
"""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time

import pytest

from dashboard.practices.demo import make_demo
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE

START_S = 120
CHECKS = ",".join(
    (
        *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
        *("response_headers_conformance", "response_schema_conformance"),
        *("negative_data_rejection", "unsupported_method"),
    )
)
COUNT = 250
"""More than two parts of features."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_well(port):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", "/praktyki/_stcore/health")
        return connection.getresponse().status == http.client.OK


@pytest.fixture(scope="module")
def practices():
    """Made-up practices."""
    return make_demo(COUNT, seed=5)


@pytest.fixture(scope="module")
def port(practices, tmp_path_factory):
    """The port of a dashboard on them."""
    path = str(tmp_path_factory.mktemp("interface") / "praktyki.sqlite")
    open_store(path).save(practices)
    port = free_port()
    options = ["--no-browser", "--port", str(port), "--base-path", "praktyki"]
    command = [sys.executable, "-P", "-m", "dashboard", *options]
    environment = os.environ | {DATA_VARIABLE: path, "MAPA_PRAKTYK_API_PER_MINUTE": "100000"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                if is_well(port):
                    break
        yield port
        process.terminate()


@pytest.fixture(scope="module")
def layer(port, tmp_path_factory):
    """A function that gives the features that GDAL reads of a collection."""
    folder = tmp_path_factory.mktemp("layers")

    def layer(name, *options):
        path = folder / f"{name}-{len(list(folder.iterdir()))}.geojson"
        source = f"OAPIF:http://127.0.0.1:{port}/praktyki/api"
        environment = os.environ | {"GDAL_HTTP_PROXY": "", "no_proxy": "127.0.0.1"}
        command = ["/usr/bin/ogr2ogr", *options, "-f", "GeoJSON", str(path), source, name]
        subprocess.run(command, env=environment, check=True, timeout=START_S)
        return json.loads(path.read_text(encoding="utf-8"))["features"]

    return layer


def test_gdal_reads_every_practice_through_all_parts(layer, practices):
    features = layer("practices")
    numbers = [each["properties"]["art"] for each in features]
    assert sorted(numbers) == sorted(practices["art"])
    assert all(each["properties"]["title"] for each in features)


def test_gdal_asks_for_a_box(layer):
    inside = layer("practices", "-spat", "19", "49", "21", "51")
    assert 0 < len(inside) < COUNT
    for feature in inside:
        at = feature["geometry"]["coordinates"]
        points = [at] if feature["geometry"]["type"] == "Point" else at
        assert any(19 <= lon <= 21 and 49 <= lat <= 51 for lon, lat in points)


def test_gdal_reads_units(layer):
    names = {each["properties"]["name"] for each in layer("units", "-spat", "20", "49", "21", "51")}
    assert {"Bochnia", "Kraków"} & names


def test_the_interface_does_what_its_description_says(port, tmp_path):
    address = f"http://127.0.0.1:{port}/praktyki/api/openapi.json"
    command = [os.environ["TEST_SCHEMATHESIS"], "run", address, "--checks", CHECKS]
    command += ["--max-examples", "30", "--seed", "1", "--generation-database", "none"]
    environment = os.environ | {"no_proxy": "127.0.0.1"}
    ran = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
