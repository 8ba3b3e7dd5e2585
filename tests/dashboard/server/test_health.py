"""What the server answers programs that ask whether it is alive and ready."""

import asyncio
import threading

import pytest

from dashboard.practices.demo import make_demo
from dashboard.server.health import PREPARING, SILENT, UNREADABLE, HealthRoutes, Readiness
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE


async def ask_server(server, path, method="GET"):
    """Status, headers and text of an answer; None where the request is passed on."""
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "path": path, "method": method, "headers": [], "extensions": {}}
    await server(scope, None, send)
    if not sent:
        return None
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(each.get("body", b"") for each in sent[1:]).decode()


async def behind(_scope, _receive, _send):
    """The application behind, which is not asked for an answer here."""


def make_server(examine=lambda: "", base_path="", **settings):
    return HealthRoutes(behind, base_path, Readiness(examine, **settings))


def ask(path, method="GET", **settings):
    return asyncio.run(ask_server(make_server(**settings), path, method))


@pytest.mark.parametrize(
    ("fault", "path", "status", "text"),
    [
        pytest.param("", "/livez", 200, "alive\n", id="alive"),
        pytest.param(SILENT, "/livez", 200, "alive\n", id="alive though not ready"),
        pytest.param("", "/readyz", 200, "ready\n", id="ready"),
        pytest.param(SILENT, "/readyz", 503, f"{SILENT}\n", id="not ready"),
    ],
)
def test_the_answer_says_how_the_server_is(fault, path, status, text):
    answer = ask(path, examine=lambda: fault)
    assert (answer[0], answer[2]) == (status, text)
    assert answer[1]["cache-control"] == "no-store"
    assert ("retry-after" in answer[1]) == (status == 503)


@pytest.mark.parametrize(
    ("base_path", "path", "is_answered"),
    [
        pytest.param("", "/livez", True, id="no base path"),
        pytest.param("/urzad/praktyki/", "/urzad/praktyki/readyz", True, id="base path"),
        pytest.param("praktyki", "/readyz", False, id="outside the base path"),
        pytest.param("", "/livez/more", False, id="another path"),
    ],
)
def test_the_routes_are_behind_the_base_path(base_path, path, is_answered):
    assert (ask(path, base_path=base_path) is not None) == is_answered


def test_only_reading_is_allowed():
    assert ask("/readyz", "HEAD")[0] == 200
    status, headers, _ = ask("/readyz", "POST")
    assert (status, headers["allow"]) == (405, "GET, HEAD")


def test_while_the_practices_are_prepared_the_server_is_not_ready():
    may_end, examined = threading.Event(), []

    def examine():
        examined.append(True)
        may_end.wait()
        return ""

    async def probe():
        server = make_server(examine, wait_s=0.01)
        first = await asyncio.gather(*(ask_server(server, "/readyz") for _ in range(3)))
        may_end.set()
        while (last := await ask_server(server, "/readyz"))[0] != 200:
            pass
        return first, last

    first, last = asyncio.run(probe())
    assert [each[2] for each in first] == [f"{PREPARING}\n"] * 3
    assert last[2] == "ready\n"
    assert len(examined) == 1


def test_a_finding_serves_for_a_second():
    now, faults = [100.0], iter(["", SILENT])

    async def probe():
        server = make_server(lambda: next(faults), clock=lambda: now[0])
        answers = [await ask_server(server, "/readyz"), await ask_server(server, "/readyz")]
        now[0] += 1.0
        return [each[0] for each in (*answers, await ask_server(server, "/readyz"))]

    assert asyncio.run(probe()) == [200, 200, 503]


def test_the_reason_names_no_file(tmp_path, monkeypatch):
    path = tmp_path / "tajne-praktyki.sqlite"
    store = open_store(str(path))
    store.save(make_demo(3, seed=1))
    monkeypatch.setenv(DATA_VARIABLE, str(path))
    server = HealthRoutes(behind)
    assert asyncio.run(ask_server(server, "/readyz"))[2] == "ready\n"
    path.write_bytes(b"no database at all" * 1000)
    status, _, text = asyncio.run(ask_server(HealthRoutes(behind), "/readyz"))
    assert (status, text) == (503, f"{UNREADABLE}\n")
