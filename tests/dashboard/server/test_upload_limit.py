"""All visitors together bring so much; what is more is refused before it is read."""

import asyncio
import re
import socket
import tomllib

import pytest
from starlette.requests import ClientDisconnect

from dashboard.practices.reading import MAX_BYTES
from dashboard.server.running import ServerSettings, config_file, streamlit_options
from dashboard.server.upload_limit import UploadLimit

MAX = 1_000
PATH = "/praktyki/_stcore/upload_file/visit/file"


@pytest.fixture
def send_file():
    """A function that sends a file of a size; the statuses of its answer."""

    def ask(server, size, *, path=PATH, method="PUT"):
        statuses = []

        async def send(message):
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        headers = [] if size is None else [(b"content-length", str(size).encode())]
        scope = {"type": "http", "method": method, "path": path, "headers": headers}
        return server(scope, None, send), statuses

    return ask


async def take(_scope, _receive, send):
    await send({"type": "http.response.start", "status": 204})


@pytest.mark.parametrize(
    ("held", "size", "status"),
    [
        pytest.param(0, MAX, 204, id="just room"),
        pytest.param(1, MAX, 507, id="one byte too many"),
        pytest.param(MAX, 1, 507, id="full"),
        pytest.param(0, None, 507, id="of no size, so the largest is expected"),
        pytest.param(0, "-5", 507, id="of a made-up size"),
    ],
)
def test_room_is_looked_for_before_a_file_is_read(send_file, held, size, status):
    sending, statuses = send_file(UploadLimit(take, MAX, lambda: held), size)
    asyncio.run(sending)
    assert statuses == [status]


@pytest.mark.parametrize(
    ("path", "method"),
    [
        pytest.param(PATH, "DELETE", id="a file is taken back"),
        pytest.param(PATH, "OPTIONS", id="a question before"),
        pytest.param("/media/file", "GET", id="something else"),
    ],
)
def test_a_full_server_answers_all_other_requests(send_file, path, method):
    server = UploadLimit(take, MAX, lambda: MAX)
    sending, statuses = send_file(server, 5, path=path, method=method)
    asyncio.run(sending)
    assert statuses == [204]


@pytest.fixture
def upload():
    """A function that sends a file in pieces, each after an event; the statuses of its answer."""

    def ask(server, announced, *pieces):
        waiting, statuses = list(pieces), []

        async def receive():
            if not waiting:
                return {"type": "http.disconnect"}
            came, size = waiting.pop(0)
            await came.wait()
            return {"type": "http.request", "body": bytes(size), "more_body": bool(waiting)}

        async def send(message):
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        headers = [(b"content-length", str(announced).encode())]
        scope = {"type": "http", "method": "PUT", "path": PATH, "headers": headers}
        return server(scope, receive, send), statuses

    return ask


async def read(_scope, receive, send):
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        if not message["more_body"]:
            break
    await send({"type": "http.response.start", "status": 204})


def test_what_came_of_a_file_counts_until_all_of_it_came_or_failed(upload):
    async def several():
        now, never = asyncio.Event(), asyncio.Event()
        now.set()
        server = UploadLimit(read, MAX, lambda: 0)
        first, _ = upload(server, 600, (now, 500), (never, 100))
        waiting = asyncio.create_task(first)
        await asyncio.sleep(0)
        too_much, second = upload(server, 600, (now, 600))
        await too_much
        waiting.cancel()
        await asyncio.wait([waiting])
        fits, third = upload(server, 600, (now, 600))
        await fits
        return second + third

    assert asyncio.run(several()) == [507, 204]


def test_what_is_announced_and_does_not_come_takes_no_room(upload):
    async def several():
        now, never = asyncio.Event(), asyncio.Event()
        now.set()
        server = UploadLimit(read, MAX, lambda: 0)
        waiting = [asyncio.create_task(upload(server, MAX, (never, MAX))[0]) for _ in range(10)]
        await asyncio.sleep(0)
        fits, statuses = upload(server, MAX, (now, MAX))
        await fits
        for task in waiting:
            task.cancel()
        await asyncio.wait(waiting)
        return statuses

    assert asyncio.run(several()) == [204]


def test_two_files_that_find_room_and_are_too_much_together(upload):
    async def several():
        now, later, never = asyncio.Event(), asyncio.Event(), asyncio.Event()
        now.set()
        server = UploadLimit(read, MAX, lambda: 0)
        first, _ = upload(server, 600, (now, 300), (later, 200), (never, 100))
        second, statuses = upload(server, 700, (now, 300), (later, 400))
        waiting = asyncio.create_task(first)
        coming = asyncio.create_task(second)
        await asyncio.sleep(0)
        later.set()
        await coming
        waiting.cancel()
        await asyncio.wait([waiting])
        return statuses

    assert asyncio.run(several()) == [507]


def test_a_tab_that_is_closed_while_it_sends_is_no_error(upload):
    async def closed():
        now = asyncio.Event()
        now.set()

        async def cut(scope, receive, send):
            await receive()
            await receive()
            await read(scope, receive, send)

        sending, statuses = upload(UploadLimit(cut, MAX, lambda: 0), 600, (now, 100))
        await sending
        return statuses

    assert asyncio.run(closed()) == []


def test_a_closed_tab_leaves_no_trace_in_the_log(server):
    cookies = server.cookies()
    line = "; ".join(f"{name}={value}" for name, value in cookies.items())
    with server.open(cookies) as websocket:
        visit = server.run(websocket)
        head = (
            f"PUT /_stcore/upload_file/{visit}/a HTTP/1.1\r\nHost: {server.address}\r\n"
            f"Cookie: {line}\r\nX-Xsrftoken: {cookies['_streamlit_xsrf']}\r\n"
            "Content-Type: multipart/form-data; boundary=m\r\nContent-Length: 5000\r\n\r\n--m\r\n"
        )
        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as closing:
            closing.sendall(head.encode())
        assert server.run(websocket) == visit
    assert server.answers()
    assert "Exception in ASGI application" not in server.said()


def test_one_number_says_how_large_a_file_may_be(repository):
    config = tomllib.loads(config_file().read_text("utf-8"))
    assert "maxUploadSize" not in config["server"]
    settings = ServerSettings(address="127.0.0.1", port=1, headless=True)
    largest = streamlit_options(config_file(), settings)["server.maxUploadSize"]
    assert largest * 2**20 == MAX_BYTES
    nginx = (repository / "dashboard" / "server" / "nginx.conf").read_text("utf-8")
    (let_in,) = re.findall(r"client_max_body_size (\d+)m;", nginx)
    assert int(let_in) == largest + 1  # the words around the file


def test_an_upload_is_in_no_log_of_the_proxy(repository):
    nginx = (repository / "dashboard" / "server" / "nginx.conf").read_text("utf-8")
    (of_uploads,) = re.findall(r"location \S*/_stcore/upload_file/ \{(.*?)\}", nginx, re.DOTALL)
    assert "access_log off;" in of_uploads
    assert "error_log /dev/null;" in of_uploads
