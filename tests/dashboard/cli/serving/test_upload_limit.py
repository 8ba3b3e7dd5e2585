"""All visitors together bring so much; what is more is refused before it is read."""

import asyncio

import pytest

from dashboard.cli.serving.upload_limit import UploadLimit

MOST = 1_000
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
        pytest.param(0, MOST, 204, id="just room"),
        pytest.param(1, MOST, 507, id="one byte too many"),
        pytest.param(MOST, 1, 507, id="full"),
        pytest.param(0, None, 507, id="of no size, so the largest is expected"),
        pytest.param(0, "-5", 507, id="of a made-up size"),
    ],
)
def test_room_is_looked_for_before_a_file_is_read(send_file, held, size, status):
    sending, statuses = send_file(UploadLimit(take, MOST, lambda: held), size)
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
    server = UploadLimit(take, MOST, lambda: MOST)
    sending, statuses = send_file(server, 5, path=path, method=method)
    asyncio.run(sending)
    assert statuses == [204]


def test_what_is_on_its_way_counts_until_it_came_or_failed(send_file):
    async def several():
        here, done = asyncio.Event(), asyncio.Event()

        async def slow(_scope, _receive, _send):
            here.set()
            await done.wait()
            raise ConnectionError

        server = UploadLimit(slow, MOST, lambda: 0)
        first = asyncio.create_task(send_file(server, 600)[0])
        await here.wait()
        sending, second = send_file(server, 600)
        await sending
        done.set()
        with pytest.raises(ConnectionError):
            await first
        here.clear()
        third = asyncio.create_task(send_file(server, 600)[0])
        await here.wait()
        with pytest.raises(ConnectionError):
            await third
        return second

    assert asyncio.run(several()) == [507]
